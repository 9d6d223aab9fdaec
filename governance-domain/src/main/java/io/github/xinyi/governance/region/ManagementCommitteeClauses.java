package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.List;

/**
 * The clauses on the property management committee (物业管理委员会), for example {@link #CHAIR}.
 *
 * @since 0.1.0
 */
public final class ManagementCommitteeClauses {

    /** Who leads it. */
    public enum Chair {
        /** A representative of the neighbourhood or village committee (居民委员会、村民委员会). */
        NEIGHBOURHOOD_COMMITTEE,
        /** Whom the street or township office appoints. */
        STREET_OFFICE
    }

    /** Whom the deputies of the chair stand for. */
    public enum Deputies {
        /** The owners. */
        OWNERS
    }

    /** When the powers of a body end that another follows. */
    public enum Stop {
        /** On the day of the election. */
        ON_ELECTION,
        /** On the day of the filing. */
        ON_FILING
    }

    /** How days are counted. */
    public enum DayCount {
        /** Every day. */
        CALENDAR,
        /** Working days (工作日). */
        WORKING
    }

    /** Whether the list of sides is closed. */
    public enum Composition {
        /** It is: the text names who forms the body, and does not go on with 等. */
        CLOSED
    }

    /** Fewest members. */
    public static final ClauseKey<Integer> LEAST =
            ClauseKey.number("management-committee.least").everywhere();

    /** Most members. */
    public static final ClauseKey<Integer> MOST = ClauseKey.number("management-committee.most");

    /** Whether it is odd. */
    public static final ClauseKey<Parity> PARITY =
            ClauseKey.word("management-committee.parity", Parity.class).everywhere();

    /** Share of owners in it. */
    public static final ClauseKey<Threshold> OWNERS =
            ClauseKey.threshold("management-committee.owners")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new AtLeast(Ratio.of(1, 2))),
                            "≥1/2");

    /** Who leads it. */
    public static final ClauseKey<Chair> CHAIR =
            ClauseKey.word("management-committee.chair", Chair.class).everywhere();

    /** Whom its deputies stand for. */
    public static final ClauseKey<Deputies> DEPUTIES =
            ClauseKey.word("management-committee.deputies", Deputies.class);

    /** Which sides beside the owners send a member. */
    public static final ClauseKey<List<String>> SIDES =
            ClauseKey.words(
                    "management-committee.sides",
                    "STREET_OFFICE",
                    "RESIDENTS_COMMITTEE",
                    "PARTY_BRANCH",
                    "DEVELOPER",
                    "HOUSING_DEPARTMENT",
                    "POLICE");

    /** Most members of each of those sides. */
    public static final ClauseKey<Integer> SIDE_MOST =
            ClauseKey.number("management-committee.side-most");

    /** Whether anybody else but owners and those sides is a member. */
    public static final ClauseKey<Composition> COMPOSITION =
            ClauseKey.word("management-committee.composition", Composition.class);

    /** What bars an owner from membership. */
    public static final ClauseKey<List<String>> BARS =
            OwnersCommitteeClauses.BARS.named("management-committee.bars");

    /** With what a membership ends. */
    public static final ClauseKey<List<String>> DEPARTURES =
            ClauseKey.words(
                    "management-committee.departures",
                    "NO_LONGER_OWNER",
                    "RESIGNED",
                    "CAPACITY_LOST",
                    "LIBERTY_RESTRICTED",
                    "CRIMINAL_LIABILITY",
                    "CANNOT_SERVE",
                    "REPLACED");

    /** Longest term. */
    public static final ClauseKey<Integer> TERM_MOST_YEARS =
            ClauseKey.number("management-committee.term-most-years").everywhere();

    /** Members who must attend. */
    public static final ClauseKey<Threshold> QUORUM =
            ClauseKey.threshold("management-committee.quorum")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                            ">1/2");

    /** Owners in it who must attend. */
    public static final ClauseKey<Threshold> OWNERS_QUORUM =
            ClauseKey.threshold("management-committee.owners-quorum")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                            ">1/2");

    /** How its owner members attend. */
    public static final ClauseKey<OwnersCommitteeClauses.Attendance> ATTENDANCE =
            ClauseKey.word(
                            "management-committee.attendance",
                            OwnersCommitteeClauses.Attendance.class)
                    .everywhere();

    /** For what its seal is used. */
    public static final ClauseKey<OwnersCommitteeClauses.SealPurpose> SEAL_USE =
            ClauseKey.word(
                    "management-committee.seal-use", OwnersCommitteeClauses.SealPurpose.class);

    /** Of all members, those who must sign. */
    public static final ClauseKey<Threshold> DECISION =
            ClauseKey.threshold("management-committee.decision")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new AtLeast(Ratio.of(1, 2))),
                            "≥1/2");

    /** Members who may have a meeting called. */
    public static final ClauseKey<Threshold> CALL =
            ClauseKey.threshold("management-committee.call");

    /** Days for which the list is shown before formation. */
    public static final ClauseKey<Integer> LIST_NOTICE_DAYS =
            ClauseKey.number("management-committee.list-notice-days");

    /** Days from its formation in which the list of its members is put up. */
    public static final ClauseKey<Integer> LIST_PUBLISH_DAYS =
            ClauseKey.number("management-committee.list-publish-days");

    /** Days for which a member who takes another's place is shown to all owners. */
    public static final ClauseKey<Integer> REPLACEMENT_DISPLAY_DAYS =
            ClauseKey.number("management-committee.replacement-display-days");

    /** Days in which its decisions are published. */
    public static final ClauseKey<Integer> PUBLISH_DAYS =
            ClauseKey.number("management-committee.publish-days").everywhere();

    /** Days for which they are shown. */
    public static final ClauseKey<Integer> DISPLAY_DAYS =
            ClauseKey.number("management-committee.display-days").everywhere();

    /** How those days are counted. */
    public static final ClauseKey<DayCount> DISPLAY_COUNT =
            ClauseKey.word("management-committee.display-count", DayCount.class).everywhere();

    /** Days to its dissolution once the owners' committee is filed. */
    public static final ClauseKey<Integer> DISSOLVE_DAYS =
            ClauseKey.number("management-committee.dissolve-days").everywhere();

    /** Days in which it hands over to the owners' committee. */
    public static final ClauseKey<Integer> HANDOVER_DAYS =
            ClauseKey.number("management-committee.handover-days");

    /** Days to its filing where there is an owners' meeting already. */
    public static final ClauseKey<Integer> FILING_DAYS =
            ClauseKey.number("management-committee.filing-days");

    /** Owners who may apply for it. */
    public static final ClauseKey<Threshold> APPLICANT_HEADS =
            ClauseKey.threshold("management-committee.applicant-heads");

    /** Months in which the office forms it on application. */
    public static final ClauseKey<Integer> OFFICE_MONTHS =
            ClauseKey.number("management-committee.office-months");

    /** For what it may be formed. */
    public static final ClauseKey<List<String>> GROUNDS =
            ClauseKey.words(
                    "management-committee.grounds",
                    "NO_CONDITIONS",
                    "REAL_DIFFICULTY",
                    "NO_COMMITTEE_ELECTED",
                    "TERM_ENDING",
                    "VACANCIES",
                    "INACTIVE",
                    "UNMANAGED_AREA");

    /** When its powers end where an owners' committee follows it. */
    public static final ClauseKey<Stop> STOP =
            ClauseKey.word("management-committee.stop", Stop.class);

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    LEAST,
                    MOST,
                    PARITY,
                    OWNERS,
                    CHAIR,
                    DEPUTIES,
                    SIDES,
                    COMPOSITION,
                    SIDE_MOST,
                    BARS,
                    DEPARTURES,
                    TERM_MOST_YEARS,
                    QUORUM,
                    OWNERS_QUORUM,
                    ATTENDANCE,
                    SEAL_USE,
                    DECISION,
                    CALL,
                    LIST_NOTICE_DAYS,
                    LIST_PUBLISH_DAYS,
                    REPLACEMENT_DISPLAY_DAYS,
                    PUBLISH_DAYS,
                    DISPLAY_DAYS,
                    DISPLAY_COUNT,
                    DISSOLVE_DAYS,
                    HANDOVER_DAYS,
                    FILING_DAYS,
                    APPLICANT_HEADS,
                    OFFICE_MONTHS,
                    GROUNDS,
                    STOP);

    private ManagementCommitteeClauses() {}
}
