package io.github.xinyi.governance.casework;

/**
 * What a visit to a unit came to (入户结果).
 *
 * @since 0.1.0
 */
public enum ContactResult {
    /** Met, and for it. */
    AGREES,
    /** Met, and against it. */
    OBJECTS,
    /** Met, without an opinion yet. */
    UNDECIDED,
    /** Nobody was there. */
    ABSENT,
    /** Somebody was there and did not want to talk. */
    DECLINED;

    /**
     * Whether an opinion could be asked for.
     *
     * @return false for {@link #ABSENT} and {@link #DECLINED}
     */
    public boolean isReached() {
        return this == AGREES || this == OBJECTS || this == UNDECIDED;
    }
}
