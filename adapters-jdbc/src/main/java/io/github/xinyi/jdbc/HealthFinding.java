package io.github.xinyi.jdbc;

import java.time.Duration;

/**
 * One thing that is wrong with the tables, for example {@code MISSING_TRIGGER xy_entry}.
 *
 * @param kind what is wrong
 * @param subject the table, the column as in {@code xy_entry.narrative}, or the script
 * @since 0.1.0
 */
public record HealthFinding(Kind kind, String subject) {

    /** How far two clocks may be apart, 5 seconds. */
    public static final Duration MAX_SKEW = Duration.ofSeconds(5);

    /** What can be wrong with the tables. */
    public enum Kind {
        /** A script of this version has not run: call {@link JdbcStores#migrate()}. */
        MISSING_MIGRATION,
        /** A script has run that is not the one of this version. */
        CHANGED_MIGRATION,
        /**
         * A script has run that this version does not have: the library is older than the tables.
         */
        UNKNOWN_MIGRATION,
        /** A table is not there. */
        MISSING_TABLE,
        /** The trigger that keeps a table from being changed is not there. */
        MISSING_TRIGGER,
        /** A column is not there, is another one, or is one too many. */
        CHANGED_COLUMN,
        /** A key or an index is not there: without it something could be kept twice. */
        MISSING_INDEX,
        /** The database's clock is farther from the host's than {@link #MAX_SKEW}. */
        CLOCK_SKEW
    }

    @Override
    public String toString() {
        return kind + " " + subject;
    }
}
