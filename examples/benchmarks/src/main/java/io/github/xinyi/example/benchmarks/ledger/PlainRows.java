package io.github.xinyi.example.benchmarks.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/**
 * The least that a transfer costs by plain JDBC: its row, two postings, two guarded updates of
 * balances, one commit; no key, no rule, no proof.
 */
final class PlainRows implements Contestant {

    private static final int ACCOUNTS = 1_000;
    private static final int HOT = 0;

    private final DataSource source;
    private final List<Connection> connections = new ArrayList<>();

    private PlainRows(DataSource source) {
        this.source = source;
    }

    static PlainRows install(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE account (id INT PRIMARY KEY, balance BIGINT NOT NULL);"
                            + " CREATE TABLE transfer (id BIGINT GENERATED ALWAYS AS IDENTITY"
                            + " PRIMARY KEY, amount BIGINT NOT NULL);"
                            + " CREATE TABLE posting (transfer BIGINT, account INT, amount BIGINT,"
                            + " PRIMARY KEY (transfer, account));"
                            + " INSERT INTO account SELECT i, 1000000000000 FROM"
                            + " generate_series(0, "
                            + (ACCOUNTS - 1)
                            + ") AS i");
        }
        return new PlainRows(source);
    }

    @Override
    public Call caller(int number) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        synchronized (connections) {
            connections.add(connection);
        }
        PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE account SET balance = balance + ? WHERE id = ? AND balance + ? >="
                                + " 0");
        PreparedStatement transfer =
                connection.prepareStatement("INSERT INTO transfer (amount) VALUES (?)");
        PreparedStatement posting =
                connection.prepareStatement(
                        "INSERT INTO posting VALUES (currval('transfer_id_seq'), ?, ?)");
        SplittableRandom random = new SplittableRandom(number);
        return () -> {
            int from = random.nextInt(1, ACCOUNTS);
            long amount = random.nextInt(1, 900);
            transfer.setLong(1, amount);
            transfer.executeUpdate();
            for (int side = 0; side < 2; side++) {
                int account = side == 0 ? from : HOT;
                long signed = side == 0 ? -amount : amount;
                posting.setInt(1, account);
                posting.setLong(2, signed);
                posting.addBatch();
                update.setLong(1, signed);
                update.setInt(2, account);
                update.setLong(3, signed);
                update.addBatch();
            }
            posting.executeBatch();
            update.executeBatch();
            connection.commit();
        };
    }

    @Override
    public int entriesPerCall() {
        return 1;
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
