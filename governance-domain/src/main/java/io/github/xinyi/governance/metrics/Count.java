package io.github.xinyi.governance.metrics;

/**
 * How one record counts in a metric, and why it counts no further.
 *
 * @since 0.1.0
 */
public enum Count {
    /** In numerator and denominator. */
    COUNTED(Side.NUMERATOR),
    /** A community without a known body. */
    NO_BODY(Side.DENOMINATOR),
    /** A community whose body's term has ended. */
    TERM_ENDED(Side.DENOMINATOR),
    /** A community whose body's term has not begun. */
    TERM_NOT_BEGUN(Side.DENOMINATOR),
    /** A community whose body has too few members. */
    BELOW_MINIMUM(Side.DENOMINATOR),
    /** A community whose body's term is not known. */
    TERM_UNKNOWN(Side.DENOMINATOR),
    /** A body or team that was dissolved. */
    DISSOLVED(Side.DENOMINATOR),
    /** A community whose election did not come about. */
    NOT_ELECTED(Side.DENOMINATOR),
    /** A community whose body is of a kind that is not counted. */
    KIND_NOT_COUNTED(Side.DENOMINATOR),
    /** A community whose owners act together and need no body; whoever lists it counts it in. */
    OWNERS_TOGETHER(Side.DENOMINATOR),
    /** A community that counts under the other kind of body. */
    OTHER_KIND(Side.DENOMINATOR),
    /** Not disclosed yet. */
    NOT_DISCLOSED(Side.DENOMINATOR),
    /** Done after its last day or moment. */
    LATE(Side.DENOMINATOR),
    /** Still open. */
    OPEN(Side.DENOMINATOR),
    /** Open again after it was closed. */
    REOPENED(Side.DENOMINATOR),
    /** Closed, but without an agreement. */
    WITHOUT_AGREEMENT(Side.DENOMINATOR),
    /** Nobody answered, or no answer counted. */
    NOT_ANSWERED(Side.DENOMINATOR),
    /** Rated below the floor. */
    BELOW_FLOOR(Side.DENOMINATOR),
    /** Not rated, and not content at the follow-up. */
    NOT_CONTENT(Side.DENOMINATOR),
    /** Asked for, and not reached. */
    NOT_REACHED(Side.DENOMINATOR),
    /** Formed, and without a visit. */
    NO_VISIT(Side.DENOMINATOR),
    /** Left again. */
    WITHDRAWN(Side.DENOMINATOR),
    /** Called, and not held. */
    NOT_HELD(Side.DENOMINATOR),
    /** A team with a seat not filled as its pattern asks. */
    INCOMPLETE(Side.DENOMINATOR),
    /**
     * A team of which nobody can say who serves the community, nor so whether it is independent.
     */
    FIRM_NOT_KNOWN(Side.DENOMINATOR),
    /** Its time has not come by the day; left out. */
    NOT_YET_DUE(Side.NEITHER),
    /** Heard of, and not received by anybody; left out. */
    NOT_RECEIVED(Side.NEITHER),
    /** A request for service and no dispute; left out. */
    NO_DISPUTE(Side.NEITHER),
    /** Done, and neither rated nor answered at a follow-up; left out. */
    NOT_RATED(Side.NEITHER);

    private final Side side;

    Count(Side side) {
        this.side = side;
    }

    /** Where a record stands in the fraction. */
    private enum Side {
        NUMERATOR,
        DENOMINATOR,
        NEITHER
    }

    /**
     * Whether the record stands in the numerator.
     *
     * @return true for {@link #COUNTED} alone
     */
    public boolean isInNumerator() {
        return side == Side.NUMERATOR;
    }

    /**
     * Whether the record stands in the denominator.
     *
     * @return true for whatever stands in the numerator too
     */
    public boolean isInDenominator() {
        return side != Side.NEITHER;
    }
}
