package io.github.xinyi.jdbc;

/**
 * One thing that is wrong with the tables, for example {@code MISSING_TRIGGER xy_entry}.
 *
 * @param kind what is wrong
 * @param subject the table or the script
 * @since 0.1.0
 */
public record HealthFinding(Kind kind, String subject) {

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
        MISSING_TRIGGER
    }

    @Override
    public String toString() {
        return kind + " " + subject;
    }
}
