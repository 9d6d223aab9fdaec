package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns and the keys that the scripts of this version make, to be compared with those that a
 * database has. Names of types differ between databases, lengths and keys do not.
 */
final class Shape {

    private static final Pattern TABLE =
            Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+) \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("(\\w+) (\\$\\{\\w+}|[A-Z]+)(?:\\((\\d+)\\))?( NOT NULL)?");
    private static final Pattern KEY =
            Pattern.compile("(?:PRIMARY KEY|CONSTRAINT \\w+ UNIQUE) \\((.*)\\)");
    private static final Pattern INDEX =
            Pattern.compile(
                    "CREATE (UNIQUE )?INDEX IF NOT EXISTS (\\w+)\\s+ON (\\w+) \\((.*)\\)",
                    Pattern.DOTALL);
    private static final Pattern DROPPED =
            Pattern.compile("DROP INDEX IF EXISTS (\\w+)(?: ON \\w+)?");

    /** What databases call the types of the scripts. */
    private static final Map<String, Set<String>> TYPES =
            Map.of(
                    "VARCHAR", Set.of("character varying", "varchar"),
                    "CHAR", Set.of("character", "char"),
                    "BIGINT", Set.of("bigint"),
                    "INTEGER", Set.of("integer", "int"),
                    "SMALLINT", Set.of("smallint"),
                    "DATE", Set.of("date"),
                    "${hash}", Set.of("binary varying", "bytea", "varbinary"),
                    "${bytes}", Set.of("binary varying", "bytea", "varbinary"),
                    "${text}", Set.of("character large object", "text", "longtext"));

    /**
     * A column.
     *
     * @param length in characters, or -1 where it does not matter
     */
    private record Column(String type, long length, boolean isOptional) {
        boolean fits(Column there) {
            return TYPES.getOrDefault(type, Set.of()).contains(there.type)
                    && (length < 0 || length == there.length)
                    && isOptional == there.isOptional;
        }
    }

    /** A key or an index over columns in their order; the name of a key does not matter. */
    private record Index(String name, boolean isUnique, List<String> columns) {
        private static final String KEY = "";

        boolean serves(Index wanted) {
            return columns.equals(wanted.columns) && (isUnique || !wanted.isUnique);
        }
    }

    private final Map<String, Map<String, Column>> tables = new TreeMap<>();
    private final Map<String, List<Index>> indexes = new TreeMap<>();

    /** The shape that statements make, whose types are not filled in. */
    Shape(List<String> statements) {
        for (String statement : statements) {
            Matcher table = TABLE.matcher(statement);
            Matcher index = INDEX.matcher(statement);
            Matcher dropped = DROPPED.matcher(statement);
            if (table.matches()) {
                addTable(table.group(1), table.group(2));
            } else if (index.matches()) {
                boolean isUnique = index.group(1) != null;
                add(index.group(3), new Index(index.group(2), isUnique, names(index.group(4))));
            } else if (dropped.matches()) {
                indexes.values()
                        .forEach(all -> all.removeIf(i -> i.name().equals(dropped.group(1))));
            }
        }
    }

    private void addTable(String name, String body) {
        for (String line : body.split(",\\s*\\n", -1)) {
            String part = line.strip();
            Matcher key = KEY.matcher(part);
            Matcher column = COLUMN.matcher(part);
            if (key.matches()) {
                add(name, new Index(Index.KEY, true, names(key.group(1))));
            } else if (column.matches()) {
                tables.computeIfAbsent(name, t -> new TreeMap<>())
                        .put(
                                column.group(1),
                                new Column(
                                        column.group(2),
                                        column.group(3) == null
                                                ? -1
                                                : Long.parseLong(column.group(3)),
                                        column.group(4) == null));
            }
        }
    }

    private void add(String table, Index index) {
        indexes.computeIfAbsent(table, t -> new ArrayList<>()).add(index);
    }

    private static List<String> names(String list) {
        return List.of(list.strip().split(",\\s*"));
    }

    /** How the tables that are there differ; those that are missing are not spoken of. */
    List<HealthFinding> differences(Connection connection, Dialect dialect, String prefix)
            throws SQLException {
        Map<String, Map<String, Column>> there = columns(connection, dialect, prefix);
        List<HealthFinding> findings = new ArrayList<>();
        for (Map.Entry<String, Map<String, Column>> table : tables.entrySet()) {
            Map<String, Column> found = there.get(table.getKey());
            if (found == null) {
                continue;
            }
            compare(table.getKey(), table.getValue(), found, findings);
            List<Index> kept = indexes(connection, table.getKey());
            for (Index wanted : indexes.getOrDefault(table.getKey(), List.of())) {
                if (kept.stream().noneMatch(index -> index.serves(wanted))) {
                    findings.add(
                            new HealthFinding(
                                    HealthFinding.Kind.MISSING_INDEX,
                                    table.getKey() + " " + String.join(", ", wanted.columns())));
                }
            }
        }
        return findings;
    }

    private static void compare(
            String table,
            Map<String, Column> wanted,
            Map<String, Column> found,
            List<HealthFinding> findings) {
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            Column want = wanted.get(name);
            Column have = found.get(name);
            if (want == null || have == null || !want.fits(have)) {
                findings.add(
                        new HealthFinding(HealthFinding.Kind.CHANGED_COLUMN, table + "." + name));
            }
        }
    }

    private static Map<String, Map<String, Column>> columns(
            Connection connection, Dialect dialect, String prefix) throws SQLException {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery(
                                "SELECT table_name, column_name, data_type,"
                                        + " character_maximum_length, is_nullable FROM"
                                        + " information_schema.columns WHERE table_schema = "
                                        + dialect.currentSchema()
                                        + " AND LOWER(table_name) LIKE '"
                                        + prefix
                                        + "%'")) {
            while (results.next()) {
                tables.computeIfAbsent(lower(results.getString(1)), table -> new HashMap<>())
                        .put(
                                lower(results.getString(2)),
                                new Column(
                                        lower(results.getString(3)),
                                        results.getLong(4),
                                        results.getString(5).equals("YES")));
            }
        }
        return tables;
    }

    private static List<Index> indexes(Connection connection, String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String stored =
                database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        Map<String, Index> indexes = new HashMap<>();
        try (ResultSet results =
                database.getIndexInfo(
                        connection.getCatalog(), connection.getSchema(), stored, false, true)) {
            while (results.next()) {
                String name = results.getString("INDEX_NAME");
                if (name != null) {
                    boolean unique = !results.getBoolean("NON_UNIQUE");
                    indexes.computeIfAbsent(name, n -> new Index(n, unique, new ArrayList<>()))
                            .columns()
                            .add(lower(results.getString("COLUMN_NAME")));
                }
            }
        }
        return List.copyOf(indexes.values());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
