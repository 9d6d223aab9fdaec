package io.github.xinyi.jdbc;

/**
 * The first place at which a book is not what was posted, for example record 17, {@code LEAF}.
 *
 * @param index the record, from 0; the size of the log if the fault is in what follows from all
 *     records
 * @param kind what is wrong
 * @param detail for people
 * @since 0.1.0
 */
public record BookFault(long index, Kind kind, String detail) {

    /** What can be wrong with a book. */
    public enum Kind {
        /** A record is missing, or its rows contradict each other. */
        RECORD,
        /** The content of a record does not have the hash that was logged. */
        LEAF,
        /** A running total is not the sum of the postings. */
        TOTAL,
        /** The kept nodes are not those over the leaves. */
        NODE,
        /** The log's root is not the one that was published. */
        CHECKPOINT,
        /** The book's head does not fit its records. */
        HEAD,
        /** The balance of an account is not the sum of its postings. */
        BALANCE
    }

    @Override
    public String toString() {
        return "record " + index + " " + kind + ": " + detail;
    }
}
