package io.github.xinyi.example.benchmarks.ledger;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/**
 * pgledger, by its own function from SQL: random accounts pay one account, or one another. Each
 * caller keeps a connection and a prepared statement.
 */
final class Pgledger implements Contestant {

    /** What each transfer moves where several are made by one call. */
    static final int TOGETHER_AMOUNT = 7;

    private static final int ACCOUNTS = 1_000;

    private final DataSource source;
    private final List<String> accounts;
    private final boolean hot;
    private final int entriesPerCall;
    private final List<Connection> connections = new ArrayList<>();

    private Pgledger(DataSource source, List<String> accounts, boolean hot, int entriesPerCall) {
        this.source = source;
        this.accounts = accounts;
        this.hot = hot;
        this.entriesPerCall = entriesPerCall;
    }

    /**
     * Installs it and opens accounts.
     *
     * @param files its SQL files in their order, between the path separators of the system
     */
    static List<String> install(DataSource source, String files) throws SQLException, IOException {
        List<String> accounts = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String file : files.split(File.pathSeparator, -1)) {
                statement.execute(Files.readString(Path.of(file)));
            }
            for (int i = 0; i < ACCOUNTS; i++) {
                try (ResultSet made =
                        statement.executeQuery(
                                "SELECT id FROM pgledger_create_account('a" + i + "', 'CNY')")) {
                    made.next();
                    accounts.add(made.getString(1));
                }
            }
        }
        return accounts;
    }

    static Pgledger hot(DataSource source, List<String> accounts, int entriesPerCall) {
        return new Pgledger(source, accounts, true, entriesPerCall);
    }

    static Pgledger distinct(DataSource source, List<String> accounts) {
        return new Pgledger(source, accounts, false, 1);
    }

    @Override
    public Call caller(int number) throws SQLException {
        Connection connection = source.getConnection();
        synchronized (connections) {
            connections.add(connection);
        }
        SplittableRandom random = new SplittableRandom(number);
        return entriesPerCall == 1 ? one(connection, random) : several(connection, random);
    }

    private Call one(Connection connection, SplittableRandom random) throws SQLException {
        PreparedStatement transfer =
                connection.prepareStatement("SELECT id FROM pgledger_create_transfer(?, ?, ?)");
        return () -> {
            transfer.setString(1, from(random));
            transfer.setString(2, to(random));
            transfer.setBigDecimal(3, BigDecimal.valueOf(random.nextInt(1, 900)));
            try (ResultSet made = transfer.executeQuery()) {
                made.next();
            }
        };
    }

    private Call several(Connection connection, SplittableRandom random) throws SQLException {
        PreparedStatement transfers =
                connection.prepareStatement(
                        "SELECT id FROM pgledger_create_transfers((SELECT"
                                + " array_agg((f, t, "
                                + TOGETHER_AMOUNT
                                + ")::TRANSFER_REQUEST)"
                                + " FROM unnest(?::TEXT[], ?::TEXT[]) AS x (f, t)))");
        return () -> {
            String[] from = new String[entriesPerCall];
            String[] to = new String[entriesPerCall];
            for (int i = 0; i < entriesPerCall; i++) {
                from[i] = from(random);
                to[i] = to(random);
            }
            Array fromArray = connection.createArrayOf("text", from);
            Array toArray = connection.createArrayOf("text", to);
            transfers.setArray(1, fromArray);
            transfers.setArray(2, toArray);
            try (ResultSet made = transfers.executeQuery()) {
                made.next();
            }
        };
    }

    private String from(SplittableRandom random) {
        return accounts.get(random.nextInt(hot ? 1 : 0, hot ? ACCOUNTS : ACCOUNTS / 2));
    }

    private String to(SplittableRandom random) {
        return accounts.get(hot ? 0 : random.nextInt(ACCOUNTS / 2, ACCOUNTS));
    }

    @Override
    public int entriesPerCall() {
        return entriesPerCall;
    }

    /** Hands back the connections of all callers. */
    @Override
    public void close() throws SQLException {
        synchronized (connections) {
            for (Connection connection : connections) {
                connection.close();
            }
            connections.clear();
        }
    }
}
