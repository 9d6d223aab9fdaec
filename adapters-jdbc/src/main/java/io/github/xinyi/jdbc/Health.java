package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks whether all tables, triggers and scripts are there. */
final class Health {

    private final Schema schema;

    Health(Schema schema) {
        this.schema = schema;
    }

    /** How far the database's clock is from the host's, if that is far. */
    static List<HealthFinding> clock(Connection connection, Clock clock) throws SQLException {
        long before = clock.millis();
        long there =
                Long.parseLong(
                        Dialect.ask(connection, Dialect.of(connection).timeQuery()).orElseThrow());
        long after = clock.millis();
        long skew = Math.max(before - there, there - after);
        return skew <= HealthFinding.MAX_SKEW.toMillis()
                ? List.of()
                : List.of(
                        new HealthFinding(
                                HealthFinding.Kind.CLOCK_SKEW,
                                "database " + (there > after ? "+" : "-") + skew + " ms"));
    }

    List<HealthFinding> examine(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        Set<String> tables = names(connection, dialect.tablesQuery());
        Set<String> triggers = names(connection, dialect.triggersQuery());
        List<HealthFinding> findings = new ArrayList<>();
        String migration = schema.prefix() + "migration";
        Migrations migrations = new Migrations(schema);
        if (tables.contains(migration)) {
            findings.addAll(migrations.findings(connection, dialect));
        } else {
            findings.add(new HealthFinding(HealthFinding.Kind.MISSING_TABLE, migration));
        }
        for (String table : schema.tables()) {
            if (!tables.contains(table)) {
                findings.add(new HealthFinding(HealthFinding.Kind.MISSING_TABLE, table));
            }
        }
        for (String table : schema.guardedTables()) {
            boolean guarded =
                    dialect.guarded(!schema.neverDeletedTables().contains(table)).stream()
                            .allMatch(change -> triggers.contains(table + " " + change));
            if (!guarded) {
                findings.add(new HealthFinding(HealthFinding.Kind.MISSING_TRIGGER, table));
            }
        }
        findings.addAll(
                migrations.shape(dialect).differences(connection, dialect, schema.prefix()));
        return List.copyOf(findings);
    }

    private static Set<String> names(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            Set<String> names = new HashSet<>();
            while (results.next()) {
                names.add(results.getString(1).toLowerCase(Locale.ROOT));
            }
            return names;
        }
    }
}
