package io.github.xinyi.governance.committee;

/**
 * A whole number that the law in force for a committee may set; where it sets none, the rule that
 * needs it does not apply.
 *
 * @since 0.1.0
 */
public enum LegalNumber {
    /** Fewest members. */
    MIN_MEMBERS,
    /** Most members. */
    MAX_MEMBERS,
    /** Fewest members of a small community. */
    SMALL_MIN_MEMBERS,
    /** The most households with which a community is small. */
    SMALL_HOUSEHOLDS,
    /** The largest floor area with which a community is small, in 0.01 m². */
    SMALL_AREA_SQUARE_DECIMETRES,
    /** Most members of each side that sends some. */
    SIDE_MOST,
    /** Shortest term in years. */
    TERM_MIN_YEARS,
    /** Longest term in years. */
    TERM_MAX_YEARS,
    /** Days for which the list of members is shown before a body is formed. */
    LIST_SHOWN_DAYS,
    /** Months from the application of owners to the formation of a body. */
    FORMATION_MONTHS,
    /** Days from the election to the choice of chair and deputies. */
    OFFICERS_DAYS,
    /** Days from the election to the filing (备案). */
    FILING_DAYS,
    /** Days from a change of members to the filing of it. */
    CHANGE_FILING_DAYS,
    /** Days from the announcement of the agenda to the session. */
    NOTICE_DAYS,
    /** Days from the demand for a session to the call. */
    CALL_DAYS,
    /** Months from one regular session to the next. */
    MEETING_MONTHS,
    /** Days from a session to the publication of what it decided. */
    PUBLISH_DAYS,
    /** Working days for which that publication stays on display. */
    DISPLAY_WORKING_DAYS,
    /** Days, working or not, for which it stays on display where the law counts so. */
    DISPLAY_DAYS,
    /** Days for which a member who takes another's place is shown to all owners. */
    REPLACEMENT_DISPLAY_DAYS,
    /** Months between two publications of the use of the seals. */
    SEAL_PUBLICATION_MONTHS,
    /** Months before the end of the term by which the end is reported. */
    REPORT_MONTHS,
    /** Days before the end of the term by which the next election is held. */
    ELECTION_DAYS,
    /** Days for the hand-over by a member who leaves. */
    LEAVER_HANDOVER_DAYS,
    /** Days for the hand-over by a body that ends. */
    HANDOVER_DAYS,
    /** Days from the filing of the owners' committee to the dissolution of the other body. */
    DISSOLUTION_DAYS
}
