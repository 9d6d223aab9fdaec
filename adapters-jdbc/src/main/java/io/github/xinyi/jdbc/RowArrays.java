package io.github.xinyi.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Rows that go into a table by one statement, however many they are: each of its parameters is a
 * column of all of them, so that its text is always the same and is prepared once. Used by one
 * thread.
 */
final class RowArrays implements Target {

    /** Sends a statement with its parameters, which is to change so many rows. */
    @FunctionalInterface
    interface Sender {
        void send(String text, List<Parameter> parameters, int rows) throws SQLException;
    }

    private final Insertion insertion;
    private final Sender sender;
    private final List<Column> columns = new ArrayList<>();

    RowArrays(Insertion insertion, Sender sender) {
        this.insertion = insertion;
        this.sender = sender;
    }

    /**
     * An INSERT around the rows.
     *
     * @param before all up to the rows
     * @param width how many columns it inserts; a row may have more, for what stands after
     * @param after what follows the rows, with a parameter for each further column
     */
    record Insertion(String before, int width, String after) {
        private String text(List<Column> columns) {
            StringJoiner values = new StringJoiner(", ");
            StringJoiner arrays = new StringJoiner(", ", " FROM unnest(", ") AS r (");
            StringJoiner names = new StringJoiner(", ", "", ")");
            for (int column = 0; column < width; column++) {
                values.add(columns.get(column).kind().inSql("r.c" + column));
                arrays.add("?");
                names.add("c" + column);
            }
            return before + " SELECT " + values + arrays + names + after;
        }
    }

    /** What the rows hold in one column. */
    private record Column(Cell.Kind kind, List<@Nullable Object> elements) {}

    @Override
    public void set(int index, Parameter parameter) throws SQLException {
        if (!(parameter instanceof Cell cell)) {
            throw new IllegalArgumentException("no cell of a row: " + parameter);
        }
        if (columns.size() < index) {
            columns.add(new Column(cell.kind(), new ArrayList<>()));
        }
        columns.get(index - 1).elements().add(cell.element());
    }

    /** The cells of the row stand in their columns already. */
    @Override
    public void add() {}

    @Override
    public void changeOneEach() throws SQLException {
        if (columns.isEmpty()) {
            return;
        }
        List<Parameter> arrays = new ArrayList<>();
        for (Column column : columns) {
            arrays.add(Cell.array(column.kind(), column.elements()));
        }
        String text = insertion.text(columns);
        int rows = columns.get(0).elements().size();
        columns.clear();
        sender.send(text, arrays, rows);
    }

    @Override
    public void changeOne() throws SQLException {
        changeOneEach();
    }

    @Override
    public int change() {
        throw new UnsupportedOperationException("rows are inserted, each of them");
    }

    @Override
    public ResultSet results() {
        throw new UnsupportedOperationException("rows are inserted, and answer nothing");
    }

    @Override
    public ResultSet nextResults() {
        throw new UnsupportedOperationException("rows are inserted, and answer nothing");
    }
}
