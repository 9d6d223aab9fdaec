package io.github.xinyi.jdbc;

import java.util.List;

/**
 * The first place at which what is kept of a community is not what was kept, for example record 17
 * of the book, {@code TOTAL}, row {@code log_index 17, line_number 0}, columns {@code
 * [xy_posting.debits_after]}.
 *
 * @param log in which of the two logs of the community
 * @param index the record, from 0; the size of the log if the fault is in what follows from all
 *     records; after {@link Kind#OUTSIDE} the first record that may be wrong
 * @param kind what is wrong
 * @param row by which columns the row is found, empty if it is not one row
 * @param columns with their tables; one of them is wrong, as far as what is kept lets that be told:
 *     one hash covers several columns, and does not say which of them changed
 * @param detail for people
 * @since 0.1.0
 */
public record BookFault(
        Log log, long index, Kind kind, String row, List<String> columns, String detail) {

    /** Copies the columns. */
    public BookFault {
        columns = List.copyOf(columns);
    }

    /** The logs of a community. */
    public enum Log {
        /** That of its book. */
        BOOK,
        /** The docket (存证簿) of all that is kept beside the book. */
        DOCKET
    }

    /** What can be wrong. */
    public enum Kind {
        /** A record is missing, or its rows contradict each other. */
        RECORD,
        /** The content of a record does not have the hash that was logged. */
        LEAF,
        /** A text is there that a record tells was erased, or the rest of its entry is another. */
        ERASURE,
        /** A running total is not the sum of the postings. */
        TOTAL,
        /** The kept nodes are not those over the leaves. */
        NODE,
        /** The log's root is not the one that was published. */
        CHECKPOINT,
        /** The log's head does not fit its records. */
        HEAD,
        /** The balance of an account is not the sum of its postings. */
        BALANCE,
        /** The rows of a record are not those that were entered in the docket. */
        CONTENT,
        /** A row stands in a table that the docket does not know. */
        UNENTERED,
        /** A count is not that of the rows. */
        COUNT,
        /** A head that was kept outside says otherwise. */
        OUTSIDE
    }

    @Override
    public String toString() {
        return "record %d of the %s %s: %s [%s] %s"
                .formatted(
                        index,
                        log == Log.BOOK ? "book" : "docket",
                        kind,
                        row,
                        String.join(", ", columns),
                        detail);
    }
}
