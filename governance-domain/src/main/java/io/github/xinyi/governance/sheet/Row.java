package io.github.xinyi.governance.sheet;

import java.util.Map;
import java.util.Objects;

/**
 * A row whose cells could all be read, for example {@code row.get(AREA)}.
 *
 * <p>Used only inside the reader given to {@link Sheet#rows}; not thread-safe.
 *
 * @since 0.1.0
 */
public final class Row {

    private final int line;
    private final Map<Column<?>, Object> values;
    private final Map<String, String> texts;
    private final Faults faults;
    private boolean refused;

    Row(int line, Map<Column<?>, Object> values, Map<String, String> texts, Faults faults) {
        this.line = line;
        this.values = values;
        this.texts = texts;
        this.faults = faults;
    }

    /**
     * The line on which the row begins.
     *
     * @return at least 2, as the header stands on line 1
     */
    public int line() {
        return line;
    }

    /**
     * The value of a cell.
     *
     * @param column one of the columns with which the sheet was read
     * @param <T> its type
     * @return the value
     * @throws IllegalArgumentException if the sheet was read without that column
     */
    public <T> T get(Column<T> column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("the sheet was not read with column " + column);
        }
        @SuppressWarnings("unchecked") // The map holds for each column what it read.
        T typed = (T) value;
        return typed;
    }

    /**
     * Adds a fault that only the caller can see, such as a reference to an unknown unit; the row is
     * dropped and the table refused.
     *
     * @param column where the fault is
     * @param rule what is wrong, for example {@link SheetRule#REFERENCE}
     * @param expected what would have been accepted; a word or figure, empty if there is none
     */
    public void refuse(Column<?> column, SheetRule rule, String expected) {
        String text = Objects.requireNonNullElse(texts.get(column.header()), "");
        faults.add(rule, line, column.header(), text, expected);
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}
