package io.github.xinyi.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scripts that make the tables, in order, each run once and remembered by its SHA-256. */
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcStores.class);

    private static final String LIST =
            "CREATE TABLE IF NOT EXISTS ${prefix}migration (version INTEGER NOT NULL,"
                    + " name VARCHAR(100) NOT NULL, checksum CHAR(64) NOT NULL,"
                    + " PRIMARY KEY (version))";

    /** One script of this version of the library. */
    record Script(int version, String name, String text) {

        /** Of the text as it stands in the file, whatever the prefix. */
        String checksum() {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                return HexFormat.of()
                        .formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        List<String> statements(UnaryOperator<String> fill) {
            String bare = text.replaceAll("--[^\\n]*", "");
            List<String> statements = new ArrayList<>();
            StringBuilder statement = new StringBuilder();
            for (String part : bare.split(";", -1)) {
                statement.append(part);
                if (isWithinBody(statement)) {
                    statement.append(';');
                } else {
                    if (!statement.toString().isBlank()) {
                        statements.add(fill.apply(statement.toString().strip()));
                    }
                    statement.setLength(0);
                }
            }
            return statements;
        }

        /** Whether a body between two {@code $$} is still open. */
        private static boolean isWithinBody(CharSequence statement) {
            return statement.toString().split("\\$\\$", -1).length % 2 == 0;
        }
    }

    /** Reads a script of this version. */
    @FunctionalInterface
    interface Library {
        List<Script> scripts(Dialect dialect);
    }

    private final Schema schema;
    private final Library library;

    Migrations(Schema schema) {
        this(schema, Migrations::shipped);
    }

    Migrations(Schema schema, Library library) {
        this.schema = schema;
        this.library = library;
    }

    private static List<Script> shipped(Dialect dialect) {
        String ending = "." + dialect.scripts() + ".sql";
        return List.of(
                script(1, "V001__book.sql"),
                script(2, "V002__payment.sql"),
                script(3, "V003__vote.sql"),
                script(4, "V004__append_only" + ending),
                script(5, "V005__event.sql"),
                script(6, "V006__event_append_only" + ending),
                script(7, "V007__period_close.sql"),
                script(8, "V008__period_close_append_only" + ending),
                script(9, "V009__fund_figure.sql"),
                script(10, "V010__fund_figure_append_only" + ending),
                script(11, "V011__box.sql"),
                script(12, "V012__box_append_only" + ending),
                script(13, "V013__box_count.sql"),
                script(14, "V014__box_count_never_deleted" + ending),
                script(40, "V040__disbursement_step.sql"),
                script(41, "V041__disbursement_step_append_only" + ending),
                script(42, "V042__disbursement_payee.sql"),
                script(43, "V043__disbursement_payee_append_only" + ending),
                script(80, "V080__account_change.sql"),
                script(81, "V081__account_change_append_only" + ending),
                script(90, "V090__outbox.sql"),
                script(92, "V092__docket.sql"),
                script(93, "V093__docket_append_only" + ending),
                script(94, "V094__erasure.sql"),
                script(95, "V095__erasure_append_only" + ending),
                script(97, "V097__posting_dated.sql"),
                script(98, "V098__fewer_indexes" + ending));
    }

    /**
     * An expression that yields whether a trigger's body, as the database has it, is the one that
     * lets an erasure through: everything else is refused by it.
     *
     * @param body an expression for the body, every run of white space in it made one blank
     * @param prefix an expression for the prefix of the tables
     */
    static String isErasedOnly(Dialect dialect, String body, String prefix) {
        String[] parts =
                script(95, "V095__erasure_append_only." + dialect.scripts() + ".sql")
                        .text()
                        .split("\\$\\$", -1);
        String expected = parts[1].replaceAll("\\s+", " ").strip().replace("'", "''");
        return "TRIM(%s) = REPLACE('%s', '${prefix}', %s)".formatted(body, expected, prefix);
    }

    private static Script script(int version, String name) {
        try (InputStream in = Migrations.class.getResourceAsStream("migration/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its script " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Script(version, name, text.replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the scripts that have not run.
     *
     * @throws IllegalStateException if one has run with another text, or is not known here
     */
    void run(DataSource source) {
        try (Connection connection = source.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            try {
                Dialect dialect = Dialect.of(connection);
                dialect.alone(connection, schema.prefix(), () -> run(connection, dialect));
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            throw SqlFailures.failure("JdbcStores.migrate", e);
        }
    }

    private void run(Connection connection, Dialect dialect) throws SQLException {
        Dialect.execute(connection, fill(dialect, LIST));
        List<HealthFinding> drift =
                findings(connection, dialect).stream()
                        .filter(f -> f.kind() != HealthFinding.Kind.MISSING_MIGRATION)
                        .toList();
        if (!drift.isEmpty()) {
            throw new IllegalStateException("the tables are not of this library: " + drift);
        }
        Map<Integer, Recorded> recorded = recorded(connection);
        for (Script script : library.scripts(dialect)) {
            if (!recorded.containsKey(script.version())) {
                run(connection, dialect, script);
            }
        }
    }

    private void run(Connection connection, Dialect dialect, Script script) throws SQLException {
        for (String statement : script.statements(text -> fill(dialect, text))) {
            try {
                Dialect.execute(connection, statement);
            } catch (SQLException e) {
                if (!dialect.isDoneAlready(e)) {
                    throw e;
                }
            }
        }
        if (record(connection, script)) {
            LOG.info("Ran {} for tables {}*", script.name(), schema.prefix());
        }
    }

    private String fill(Dialect dialect, String statement) {
        return dialect.inItsWords(statement.replace("${prefix}", schema.prefix()));
    }

    /** Another node may have run the same script meanwhile: each statement may be run twice. */
    private boolean record(Connection connection, Script script) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO "
                                + schema.prefix()
                                + "migration (version, name, checksum) VALUES (?, ?, ?)")) {
            insert.setInt(1, script.version());
            insert.setString(2, script.name());
            insert.setString(3, script.checksum());
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (SqlFailures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** What is recorded of a script. */
    private record Recorded(String name, String checksum) {}

    private Map<Integer, Recorded> recorded(Connection connection) throws SQLException {
        Map<Integer, Recorded> recorded = new TreeMap<>();
        try (Statement select = connection.createStatement();
                var results =
                        select.executeQuery(
                                "SELECT version, name, checksum FROM "
                                        + schema.prefix()
                                        + "migration")) {
            while (results.next()) {
                recorded.put(
                        results.getInt(1),
                        new Recorded(results.getString(2), results.getString(3)));
            }
        }
        return recorded;
    }

    /** The tables as all scripts together make them. */
    Shape shape(Dialect dialect) {
        return new Shape(
                library.scripts(dialect).stream()
                        .flatMap(
                                script ->
                                        script
                                                .statements(
                                                        text ->
                                                                text.replace(
                                                                        "${prefix}",
                                                                        schema.prefix()))
                                                .stream())
                        .toList());
    }

    /** What takes every table away again, to be run by whoever means it. */
    List<String> drops(Dialect dialect) {
        List<String> drops = new ArrayList<>();
        for (String table : schema.tables()) {
            drops.add("DROP TABLE IF EXISTS " + table);
        }
        drops.add("DROP TABLE IF EXISTS " + schema.prefix() + "migration");
        drops.addAll(dialect.dropsBeside(schema.prefix()));
        return drops;
    }

    /** How what has run differs from what should have. */
    List<HealthFinding> findings(Connection connection, Dialect dialect) throws SQLException {
        List<HealthFinding> findings = new ArrayList<>();
        Map<Integer, Recorded> recorded = recorded(connection);
        for (Script script : library.scripts(dialect)) {
            Recorded there = recorded.remove(script.version());
            if (there == null) {
                findings.add(
                        new HealthFinding(HealthFinding.Kind.MISSING_MIGRATION, script.name()));
            } else if (!there.checksum.equals(script.checksum())) {
                findings.add(
                        new HealthFinding(HealthFinding.Kind.CHANGED_MIGRATION, script.name()));
            }
        }
        for (Recorded unknown : recorded.values()) {
            findings.add(new HealthFinding(HealthFinding.Kind.UNKNOWN_MIGRATION, unknown.name));
        }
        return findings;
    }
}
