package io.github.xinyi.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The classes of all columns, as {@code columns.csv} has them. */
final class ColumnClasses {

    /** What vouches for a column. */
    enum ColumnClass {
        /** A hash in one of the two logs covers it. */
        AUTHENTICATED,
        /** It follows from others. */
        DERIVED,
        /** Nothing is proved by it. */
        OPERATIONAL
    }

    private final Map<String, Map<String, ColumnClass>> classes = new LinkedHashMap<>();
    private final Set<String> optional = new TreeSet<>();

    static ColumnClasses read() {
        try (InputStream in = ColumnClasses.class.getResourceAsStream("columns.csv")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            ColumnClasses classes = new ColumnClasses();
            text.lines().skip(1).forEach(line -> classes.add(line.split(",", -1)));
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String[] cells) {
        classes.computeIfAbsent(cells[0], table -> new TreeMap<>())
                .put(cells[1], ColumnClass.valueOf(cells[2]));
        if (cells[3].equals("optional")) {
            optional.add(cells[0] + "." + cells[1]);
        }
    }

    /** All tables but that of the scripts, which the health check watches. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>(classes.keySet());
        tables.remove("migration");
        return tables;
    }

    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        classes.forEach((table, own) -> own.keySet().forEach(c -> columns.add(table + "." + c)));
        return columns;
    }

    Set<String> of(String table) {
        return Objects.requireNonNull(classes.get(table)).keySet();
    }

    ColumnClass of(String table, String column) {
        return Objects.requireNonNull(Objects.requireNonNull(classes.get(table)).get(column));
    }

    boolean isOptional(String table, String column) {
        return optional.contains(table + "." + column);
    }

    /** Whether nothing is proved by any column of a table. */
    boolean isOperational(String table) {
        return Objects.requireNonNull(classes.get(table)).values().stream()
                .allMatch(ColumnClass.OPERATIONAL::equals);
    }
}
