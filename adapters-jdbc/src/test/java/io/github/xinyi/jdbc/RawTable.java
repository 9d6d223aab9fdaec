package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as somebody sees it who writes to it by hand. */
final class RawTable {

    private final Connection connection;
    private final String name;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> key;
    private final Set<String> inUniqueIndexes = new TreeSet<>();

    RawTable(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.name = name;
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + name + " WHERE 1 = 0")) {
            ResultSetMetaData meta = none.getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), meta.getColumnType(i));
            }
        }
        DatabaseMetaData database = connection.getMetaData();
        String stored =
                database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        Map<Integer, String> ordered = new TreeMap<>();
        try (ResultSet keys =
                database.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), stored)) {
            while (keys.next()) {
                ordered.put(
                        keys.getInt("KEY_SEQ"),
                        keys.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        this.key = List.copyOf(ordered.values());
        Map<String, String> lasts = new TreeMap<>();
        try (ResultSet indexes =
                database.getIndexInfo(
                        connection.getCatalog(), connection.getSchema(), stored, true, true)) {
            while (indexes.next()) {
                String index = indexes.getString("INDEX_NAME");
                if (index != null) {
                    lasts.put(index, indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        inUniqueIndexes.addAll(lasts.values());
    }

    /** One row, column by column. */
    record Values(Map<String, @Nullable Object> cells) {

        @Nullable Object at(String column) {
            return cells.get(column);
        }

        Values with(String column, @Nullable Object value) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(cells);
            changed.put(column, value);
            return new Values(changed);
        }

        /** The same text for equal rows, of any database. */
        @Override
        public String toString() {
            return cells.entrySet().stream()
                    .map(cell -> cell.getKey() + "=" + text(cell.getValue()))
                    .collect(Collectors.joining(", "));
        }

        static String text(@Nullable Object value) {
            return value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value);
        }
    }

    private int type(String column) {
        return Objects.requireNonNull(columns.get(column));
    }

    String name() {
        return name;
    }

    Set<String> columns() {
        return columns.keySet();
    }

    List<String> key() {
        return key;
    }

    /** All rows, in the order of the key. */
    List<Values> rows() throws SQLException {
        List<Values> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery(
                                "SELECT * FROM " + name + " ORDER BY " + String.join(", ", key))) {
            while (results.next()) {
                Map<String, @Nullable Object> cells = new LinkedHashMap<>();
                int number = 0;
                for (Map.Entry<String, Integer> column : columns.entrySet()) {
                    number++;
                    cells.put(column.getKey(), cell(results, number, column.getValue()));
                }
                rows.add(new Values(cells));
            }
        }
        return rows;
    }

    private static @Nullable Object cell(ResultSet results, int number, int type)
            throws SQLException {
        Object value =
                switch (type) {
                    case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> results.getLong(number);
                    case Types.DATE -> results.getObject(number, LocalDate.class);
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                            results.getBytes(number);
                    default -> results.getString(number);
                };
        return results.wasNull() ? null : value;
    }

    /** Another value for a cell, which the column's type and checks take. */
    @Nullable Object another(String column, @Nullable Object value) {
        if (value == null) {
            return type(column) == Types.BIGINT ? (Object) 7L : "zz";
        }
        if (value instanceof Long number) {
            return number + (key.contains(column) || inUniqueIndexes.contains(column) ? 1_000 : 1);
        }
        if (value instanceof LocalDate day) {
            return day.plusDays(1);
        }
        if (value instanceof byte[] bytes) {
            byte[] changed = bytes.length == 0 ? new byte[32] : bytes.clone();
            changed[changed.length - 1] ^= 1;
            return changed;
        }
        String text = (String) value;
        if (column.equals("side") && text.length() == 1) {
            return text.equals("D") ? "C" : "D";
        }
        if (text.isEmpty()) {
            return "z";
        }
        char last = text.charAt(text.length() - 1);
        return text.substring(0, text.length() - 1) + (last == 'z' ? 'y' : 'z');
    }

    /** The same row under another key, so that it can stand beside it. */
    Values copy(Values row) {
        Values copy = row.with(last(), another(last(), row.at(last())));
        for (String column : inUniqueIndexes) {
            if (!key.contains(column) && row.at(column) != null) {
                copy = copy.with(column, another(column, row.at(column)));
            }
        }
        return copy;
    }

    private String last() {
        return key.get(key.size() - 1);
    }

    void set(Values row, String column, @Nullable Object value) throws SQLException {
        run(
                "UPDATE " + name + " SET " + column + " = ? WHERE " + keyed(),
                statement -> {
                    bind(statement, 1, column, value);
                    bindKey(statement, 2, row);
                });
    }

    void delete(Values row) throws SQLException {
        run("DELETE FROM " + name + " WHERE " + keyed(), statement -> bindKey(statement, 1, row));
    }

    void clear() throws SQLException {
        run("DELETE FROM " + name, statement -> {});
    }

    void insert(Values row) throws SQLException {
        run(
                "INSERT INTO "
                        + name
                        + " ("
                        + String.join(", ", columns.keySet())
                        + ") VALUES (?"
                        + ", ?".repeat(columns.size() - 1)
                        + ")",
                statement -> {
                    int number = 0;
                    for (String column : columns.keySet()) {
                        bind(statement, ++number, column, row.at(column));
                    }
                });
    }

    private String keyed() {
        return key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    private void bindKey(PreparedStatement statement, int from, Values row) throws SQLException {
        int number = from;
        for (String column : key) {
            bind(statement, number++, column, row.at(column));
        }
    }

    private void bind(
            PreparedStatement statement, int number, String column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(number, type(column));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(number, bytes);
        } else if (value instanceof String text) {
            statement.setString(number, text);
        } else {
            statement.setObject(number, value);
        }
    }

    /** Gives a statement its parameters. */
    @FunctionalInterface
    private interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.into(statement);
            statement.executeUpdate();
        }
    }

    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof byte[] bytes && other instanceof byte[] others) {
            return Arrays.equals(bytes, others);
        }
        return Objects.equals(one, other);
    }
}
