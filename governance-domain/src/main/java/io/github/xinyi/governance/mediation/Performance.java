package io.github.xinyi.governance.mediation;

/**
 * How an agreement is kept (People's Mediation Law art. 31), the first that holds in the order
 * below from the end, for example {@link #LATE} where one duty is performed and one is late.
 *
 * @since 0.1.0
 */
public enum Performance {
    /** Every duty is performed. */
    KEPT,
    /** Duties are left whose last day has not passed. */
    RUNNING,
    /** The last day of a duty has passed, and nothing is recorded of it. */
    LATE,
    /** A duty was found broken and not performed since. */
    BROKEN,
    /** A court found the agreement invalid; nobody has a duty under it. */
    VOID;

    /**
     * Whether the dispute needs to be dealt with again.
     *
     * @return true for an agreement that is broken or void
     */
    public boolean isFailed() {
        return this == BROKEN || this == VOID;
    }
}
