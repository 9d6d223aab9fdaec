package io.github.xinyi.jdbc;

import java.sql.SQLDataException;
import java.util.List;

/** Rows that nothing of ours wrote, and the columns that tell, in the braces of templates. */
final class WrongRowException extends SQLDataException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> columns;

    WrongRowException(String message, List<String> columns) {
        super(message);
        this.columns = List.copyOf(columns);
    }

    WrongRowException(String message, List<String> columns, Throwable cause) {
        super(message, cause);
        this.columns = List.copyOf(columns);
    }

    List<String> columns() {
        return columns;
    }
}
