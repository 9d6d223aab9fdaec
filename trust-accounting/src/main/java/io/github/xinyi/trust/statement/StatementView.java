package io.github.xinyi.trust.statement;

/**
 * Whom a statement is made for (报表范围).
 *
 * <p>Source: Personal Information Protection Law art. 6 and 25 for what the public does not see.
 *
 * @since 0.1.0
 */
public enum StatementView {
    /** For the committee and its auditor: every entry, households' too (内部). */
    INTERNAL,
    /**
     * For everybody: open entries, and households' only in the batches in which they were
     * published, on the day of publication; so it tells nothing that the public log does not (公开).
     */
    PUBLIC
}
