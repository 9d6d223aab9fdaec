package io.github.xinyi.example.manyservers;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookFault;
import io.github.xinyi.jdbc.JdbcStores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Takes a community from one PostgreSQL server to another while all others are served.
 *
 * <p>First the old server refuses, for good, every row of the community: whoever writes there is
 * told that the store is unavailable and may call again, also a process that has not heard of the
 * move. Then all rows are copied in one transaction, the book is examined on the new server before
 * that is committed, and the placement is changed. If it breaks off it is run again. What stays on
 * the old server can neither be written nor passed on; as every row of ours it is not deleted. A
 * community does not come back to a server that it has left.
 */
public final class CommunityMove {

    /** SQLState of a transaction that may only read: the port says UNAVAILABLE, and to retry. */
    private static final String REFUSAL = "25006";

    private static final String OUTBOX = "xy_outbox";

    private final Map<String, DataSource> servers;
    private final Placement placement;

    /**
     * The means of a move.
     *
     * @param servers each server by its name, its user the owner of the tables
     * @param placement where each community is kept
     */
    public CommunityMove(Map<String, DataSource> servers, Placement placement) {
        this.servers = Map.copyOf(servers);
        this.placement = placement;
    }

    /**
     * Moves a community, or ends a move that broke off.
     *
     * @param community which
     * @param to the name of the new server, with the tables of the same version
     * @return how many rows of each table are there now
     * @throws SQLException if a server fails, after which the move may be run again
     * @throws IllegalStateException if the community is there already, has left that server once,
     *     or its book does not agree with itself
     */
    public Map<String, Long> move(CommunityId community, String to) throws SQLException {
        String from = placement.serverOf(community);
        if (from.equals(to)) {
            throw new IllegalStateException(community + " is on " + to);
        }
        Map<String, Long> rows;
        try (Connection old = server(from).getConnection();
                Connection next = server(to).getConnection()) {
            List<String> tables = ManyServers.tables(server(from));
            if (isFenced(next, tables, community)) {
                throw new IllegalStateException(community + " has left " + to + " once");
            }
            fence(old, tables, community);
            rows = copy(old, next, tables, community);
            forgetOutbox(old, community);
            placement.put(community, to);
        }
        return rows;
    }

    private DataSource server(String name) {
        DataSource server = servers.get(name);
        if (server == null) {
            throw new IllegalArgumentException("no server " + name);
        }
        return server;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isFenced(Connection server, List<String> tables, CommunityId community)
            throws SQLException {
        try (PreparedStatement query =
                server.prepareStatement(
                        "SELECT 1 FROM pg_trigger WHERE tgname = ? AND tgrelid ="
                                + " CAST(? AS regclass)")) {
            query.setString(1, fenceName(community));
            query.setString(2, tables.get(0));
            try (ResultSet there = query.executeQuery()) {
                return there.next();
            }
        }
    }

    private static String fenceName(CommunityId community) {
        byte[] digest;
        try {
            digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(community.value().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
        return "xy_moved_" + HexFormat.of().formatHex(digest, 0, 16);
    }

    /**
     * One table after the other: each waits until those have ended who write to it now, and whoever
     * has written to one and comes to the next is refused there and undone as a whole.
     */
    private static void fence(Connection server, List<String> tables, CommunityId community)
            throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE FUNCTION xy_moved() RETURNS TRIGGER LANGUAGE plpgsql AS $$"
                            + " BEGIN RAISE EXCEPTION 'kept on another server: %', NEW.community"
                            + " USING ERRCODE = '"
                            + REFUSAL
                            + "'; END $$");
            for (String table : tables) {
                statement.execute(
                        "DROP TRIGGER IF EXISTS "
                                + fenceName(community)
                                + " ON "
                                + table
                                + "; CREATE TRIGGER "
                                + fenceName(community)
                                + " BEFORE INSERT OR UPDATE ON "
                                + table
                                + " FOR EACH ROW WHEN (NEW.community = "
                                + quoted(community.value())
                                + ") EXECUTE FUNCTION xy_moved()");
            }
        }
    }

    /** All rows, or none; those of a move that broke off after this are left as they are. */
    private static Map<String, Long> copy(
            Connection old, Connection next, List<String> tables, CommunityId community)
            throws SQLException {
        Map<String, Long> rows = new LinkedHashMap<>();
        next.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        next.setAutoCommit(false);
        try {
            for (String table : tables) {
                rows.put(table, count(next, table, community));
            }
            if (rows.values().stream().allMatch(there -> there == 0)) {
                for (String table : tables) {
                    rows.put(table, copy(old, next, table, community));
                }
            }
            requireSame(old, rows, community);
            Optional<BookFault> fault = JdbcStores.joining(next).verify(community);
            if (fault.isPresent()) {
                throw new IllegalStateException(community + ": " + fault.get());
            }
            next.commit();
            return rows;
        } finally {
            next.rollback();
            next.setAutoCommit(true);
        }
    }

    private static long count(Connection server, String table, CommunityId community)
            throws SQLException {
        try (PreparedStatement query =
                server.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE community = ?")) {
            query.setString(1, community.value());
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    /** But for what a move that broke off after its copy has forgotten already. */
    private static void requireSame(Connection old, Map<String, Long> rows, CommunityId community)
            throws SQLException {
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            long there = count(old, table.getKey(), community);
            if (there != table.getValue() && !table.getKey().equals(OUTBOX)) {
                throw new IllegalStateException(
                        table.getKey() + ": " + there + " rows, but there are " + table.getValue());
            }
        }
    }

    /** In the form in which PostgreSQL keeps them: nothing is read as something else. */
    private static long copy(Connection old, Connection next, String table, CommunityId community)
            throws SQLException {
        String columns = String.join(", ", columns(old, table));
        CopyOut out =
                old.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT "
                                        + columns
                                        + " FROM "
                                        + table
                                        + " WHERE community = "
                                        + quoted(community.value())
                                        + ") TO STDOUT (FORMAT binary)");
        CopyIn in =
                next.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " (" + columns + ") FROM STDIN (FORMAT binary)");
        for (byte[] some = out.readFromCopy(); some != null; some = out.readFromCopy()) {
            in.writeToCopy(some, 0, some.length);
        }
        return in.endCopy();
    }

    private static List<String> columns(Connection server, String table) throws SQLException {
        try (PreparedStatement query =
                server.prepareStatement(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema ="
                            + " current_schema() AND table_name = ? ORDER BY ordinal_position")) {
            query.setString(1, table);
            try (ResultSet results = query.executeQuery()) {
                List<String> columns = new ArrayList<>();
                while (results.next()) {
                    columns.add(results.getString(1));
                }
                return columns;
            }
        }
    }

    /** What is still to be passed on has gone along; here it would be passed on again and again. */
    private static void forgetOutbox(Connection server, CommunityId community) throws SQLException {
        try (PreparedStatement delete =
                server.prepareStatement("DELETE FROM " + OUTBOX + " WHERE community = ?")) {
            delete.setString(1, community.value());
            delete.executeUpdate();
        }
    }
}
