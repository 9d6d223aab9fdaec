package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    List<HealthFinding> examine(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        Set<String> tables = names(connection, dialect.tablesQuery());
        Set<String> triggers = names(connection, dialect.triggersQuery());
        List<HealthFinding> findings = new ArrayList<>();
        String migration = schema.prefix() + "migration";
        if (tables.contains(migration)) {
            findings.addAll(new Migrations(schema).findings(connection, dialect));
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
