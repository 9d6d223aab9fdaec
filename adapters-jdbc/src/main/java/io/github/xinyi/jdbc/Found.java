package io.github.xinyi.jdbc;

import java.sql.SQLDataException;
import java.util.List;

/** Ends an examination at the first fault. */
final class Found extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient BookFault fault;

    Found(BookFault fault) {
        super(fault.detail(), null, false, false);
        this.fault = fault;
    }

    BookFault fault() {
        return fault;
    }

    /** Where the examination of a log stands, to say of a fault. */
    record Place(Statements sql, BookFault.Log log, long index) {

        Found found(BookFault.Kind kind, String row, List<String> columns, String detail) {
            return new Found(
                    new BookFault(
                            log,
                            index,
                            kind,
                            row,
                            columns.stream().map(sql::named).distinct().toList(),
                            detail));
        }

        /** Rows that nothing of ours wrote. */
        Found found(BookFault.Kind kind, String row, SQLDataException e) {
            return found(
                    kind,
                    row,
                    e instanceof WrongRowException wrong ? wrong.columns() : List.of(),
                    String.valueOf(e.getMessage()));
        }

        void require(
                boolean holds, BookFault.Kind kind, String row, List<String> columns, String detail)
                throws Found {
            if (!holds) {
                throw found(kind, row, columns, detail);
            }
        }
    }
}
