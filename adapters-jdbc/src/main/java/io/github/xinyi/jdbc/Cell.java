package io.github.xinyi.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes into one column of one row.
 *
 * @param value a text, a number, bytes or a day as the kind says, or nothing
 */
record Cell(Kind kind, @Nullable Object value) implements Target.Parameter {

    /** What a column holds, and what PostgreSQL calls an array of it. */
    enum Kind {
        TEXT("text", Types.VARCHAR),
        NUMBER("int8", Types.BIGINT),
        BYTES("bytea", Types.VARBINARY),
        /** In an array by its number from the first of January 1970 on, in whatever year it is. */
        DAY("int4", Types.DATE);

        private final String element;
        private final int type;

        Kind(String element, int type) {
            this.element = element;
            this.type = type;
        }

        private Object[] none(int size) {
            return switch (this) {
                case TEXT -> new String[size];
                case NUMBER -> new Long[size];
                case BYTES -> new byte[size][];
                case DAY -> new Integer[size];
            };
        }

        /** The value of a cell from one that stands in an array. */
        String inSql(String element) {
            return this == DAY ? "DATE '1970-01-01' + " + element : element;
        }
    }

    @Override
    public void set(PreparedStatement statement, int index) throws SQLException {
        if (value == null) {
            statement.setNull(index, kind.type);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    /** The value as it stands in an array. */
    @Nullable Object element() throws SQLException {
        if (value instanceof LocalDate day) {
            long number = day.toEpochDay();
            if (number != (int) number) {
                throw new SQLDataException("no column holds the day " + day, "22008");
            }
            return (int) number;
        }
        return value;
    }

    /** A parameter that is many cells of one kind at once, by their elements. */
    static Target.Parameter array(Kind kind, List<? extends @Nullable Object> elements) {
        return (statement, index) -> {
            Object[] all = elements.toArray(kind.none(elements.size()));
            Connection connection = statement.getConnection();
            statement.setArray(index, connection.createArrayOf(kind.element, all));
        };
    }
}
