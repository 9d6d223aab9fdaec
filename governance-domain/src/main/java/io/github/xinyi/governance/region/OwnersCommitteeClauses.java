package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.List;

/**
 * The clauses on the owners' committee (业主委员会), for example {@link #FILING_DAYS}.
 *
 * @since 0.1.0
 */
public final class OwnersCommitteeClauses {

    /** With whom a committee files. */
    public enum FilingOffices {
        /** The housing department and the street or township office. */
        HOUSING_AND_STREET,
        /** The street or township office alone. */
        STREET
    }

    /** For what a seal is used. */
    public enum SealPurpose {
        /** Each seal for what the owners or the body decided. */
        AS_DECIDED,
        /** The body's own seal for what it decided; of that of the owners' meeting nothing. */
        OWN_AS_DECIDED
    }

    /** How members attend a meeting of their body. */
    public enum Attendance {
        /** Members who are owners attend themselves (不得委托他人参加). */
        IN_PERSON,
        /** A member may send somebody else. */
        BY_PROXY
    }

    /** Whether the owners' meeting may leave a matter of its own to the committee. */
    public enum Delegation {
        /** It may not (业主大会不得授权业主委员会决定). */
        FORBIDDEN
    }

    /** How many alternates a committee may have. */
    public enum Alternates {
        /** At most as many as it has seats. */
        AS_MANY_AS_SEATS,
        /** Any number. */
        ANY
    }

    /** Fewest members. */
    public static final ClauseKey<Integer> LEAST =
            ClauseKey.number("committee.least")
                    .everywhere()
                    .floor(RegionRule.LOCAL_BELOW_NATION, least -> least >= 5, "≥5");

    /** Most members. */
    public static final ClauseKey<Integer> MOST = ClauseKey.number("committee.most").everywhere();

    /** Whether it is odd. */
    public static final ClauseKey<Parity> PARITY =
            ClauseKey.word("committee.parity", Parity.class).everywhere();

    /** Fewest members in a small community. */
    public static final ClauseKey<Integer> SMALL_LEAST = ClauseKey.number("committee.small-least");

    /** Most households of a small community. */
    public static final ClauseKey<Integer> SMALL_HOUSEHOLDS =
            ClauseKey.number("committee.small-households");

    /** Most building area of a small community, in m². */
    public static final ClauseKey<Integer> SMALL_SQUARE_METRES =
            ClauseKey.number("committee.small-square-metres");

    /** Shortest term. */
    public static final ClauseKey<Integer> TERM_LEAST_YEARS =
            ClauseKey.number("committee.term-least-years");

    /** Longest term. */
    public static final ClauseKey<Integer> TERM_MOST_YEARS =
            ClauseKey.number("committee.term-most-years").everywhere();

    /** Members who must attend. */
    public static final ClauseKey<Threshold> QUORUM =
            ClauseKey.threshold("committee.quorum")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                            ">1/2");

    /** Of all members, those who must agree. */
    public static final ClauseKey<Threshold> DECISION =
            ClauseKey.threshold("committee.decision")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new AtLeast(Ratio.of(1, 2))),
                            "≥1/2");

    /** How members attend. */
    public static final ClauseKey<Attendance> ATTENDANCE =
            ClauseKey.word("committee.attendance", Attendance.class).everywhere();

    /** Whether owners may leave their own matters to it; where no text says so, by our reading. */
    public static final ClauseKey<Delegation> DELEGATION =
            ClauseKey.word("committee.delegation", Delegation.class);

    /** How many alternates (候补委员) there may be. */
    public static final ClauseKey<Alternates> ALTERNATES =
            ClauseKey.word("committee.alternates", Alternates.class).everywhere();

    /** For what a seal is used. */
    public static final ClauseKey<SealPurpose> SEAL_USE =
            ClauseKey.word("committee.seal-use", SealPurpose.class);

    /** Of all members, those who sign for the use of its seal. */
    public static final ClauseKey<Threshold> SEAL_SIGNATURES =
            ClauseKey.threshold("committee.seal-signatures")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                            ">1/2");

    /** Members who may have a meeting called. */
    public static final ClauseKey<Threshold> CALL = ClauseKey.threshold("committee.call");

    /** Days from the demand for a meeting to its call. */
    public static final ClauseKey<Integer> CALL_DAYS =
            ClauseKey.number("committee.call-days").everywhere();

    /** Days before a meeting at which its agenda is told. */
    public static final ClauseKey<Integer> SESSION_NOTICE_DAYS =
            ClauseKey.number("committee.session-notice-days").everywhere();

    /** Most months between regular meetings. */
    public static final ClauseKey<Integer> MEETING_MONTHS =
            ClauseKey.number("committee.meeting-months");

    /** Days in which its decisions are published. */
    public static final ClauseKey<Integer> PUBLISH_DAYS =
            ClauseKey.number("committee.publish-days");

    /** Days from election to its first meeting. */
    public static final ClauseKey<Integer> FIRST_MEETING_DAYS =
            ClauseKey.number("committee.first-meeting-days");

    /** Days from election to filing (备案). */
    public static final ClauseKey<Integer> FILING_DAYS =
            ClauseKey.number("committee.filing-days")
                    .everywhere()
                    .floor(RegionRule.FLOOR_FILING, days -> days <= 30, "≤30");

    /** With whom it files. */
    public static final ClauseKey<FilingOffices> FILING_OFFICES =
            ClauseKey.word("committee.filing-offices", FilingOffices.class)
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            offices -> offices == FilingOffices.HOUSING_AND_STREET,
                            "HOUSING_AND_STREET");

    /** Working days in which the office answers a filing. */
    public static final ClauseKey<Integer> FILING_ANSWER_WORKING_DAYS =
            ClauseKey.number("committee.filing-answer-working-days");

    /** The same in days of any kind, where the law counts so. */
    public static final ClauseKey<Integer> FILING_ANSWER_DAYS =
            ClauseKey.number("committee.filing-answer-days");

    /** Days from a change to its filing. */
    public static final ClauseKey<Integer> CHANGE_FILING_DAYS =
            ClauseKey.number("committee.change-filing-days");

    /** Months before its term ends at which it reports. */
    public static final ClauseKey<Integer> TERM_REPORT_MONTHS =
            ClauseKey.number("committee.term-report-months").everywhere();

    /** Days from that report in which the office forms the group that prepares the election. */
    public static final ClauseKey<Integer> TERM_GROUP_DAYS =
            ClauseKey.number("committee.term-group-days");

    /** Days before its term ends by which the next is to be elected. */
    public static final ClauseKey<Integer> TERM_ELECTION_DAYS =
            ClauseKey.number("committee.term-election-days");

    /** Days in which it hands over after its term. */
    public static final ClauseKey<Integer> HANDOVER_DAYS =
            ClauseKey.number("committee.handover-days");

    /** Days in which a member who leaves hands over. */
    public static final ClauseKey<Integer> MEMBER_HANDOVER_DAYS =
            ClauseKey.number("committee.member-handover-days").everywhere();

    /** Owners who may propose a recall; no more than have a meeting called on it. */
    public static final ClauseKey<Threshold> RECALL_HEADS =
            ClauseKey.threshold("committee.recall-heads")
                    .everywhere()
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.noMoreThan(new AtLeast(Ratio.of(1, 5))),
                            "≤ ≥1/5");

    /** Area whose owners may propose a recall. */
    public static final ClauseKey<Threshold> RECALL_AREA =
            ClauseKey.threshold("committee.recall-area")
                    .floor(
                            RegionRule.LOCAL_BELOW_NATION,
                            ClauseKey.noMoreThan(new AtLeast(Ratio.of(1, 5))),
                            "≤ ≥1/5");

    /** Members who may propose a recall. */
    public static final ClauseKey<Threshold> RECALL_MEMBERS =
            ClauseKey.threshold("committee.recall-members");

    /** Elected, of the agreed number, with whom a partial election is valid. */
    public static final ClauseKey<Threshold> ELECTED = ClauseKey.threshold("committee.elected");

    /** Left, of the agreed number, without whom the whole committee is elected anew. */
    public static final ClauseKey<Threshold> REMAINING = ClauseKey.threshold("committee.remaining");

    /** Sessions missed within a year with which a recall is due. */
    public static final ClauseKey<Threshold> ABSENCE = ClauseKey.threshold("committee.absence");

    /** What bars a person from membership. */
    public static final ClauseKey<List<String>> BARS =
            ClauseKey.words(
                    "committee.bars",
                    "NOT_AN_OWNER",
                    "NO_FULL_CAPACITY",
                    "INTEREST_IN_FIRM",
                    "DISHONEST_DEBTOR",
                    "FORBIDDEN_USE",
                    "ARREARS",
                    "RESIDENCE_TOO_SHORT");

    /** Who may put a candidate forward. */
    public static final ClauseKey<List<String>> NOMINATORS =
            ClauseKey.words(
                    "committee.nominators",
                    "PARTY_BRANCH",
                    "RESIDENTS_COMMITTEE",
                    "SELF",
                    "JOINT_OWNERS",
                    "STREET_OFFICE");

    /** With what a membership ends by itself; a recall by the owners ends it everywhere. */
    public static final ClauseKey<List<String>> DEPARTURES =
            ClauseKey.words(
                    "committee.departures",
                    "NO_LONGER_OWNER",
                    "RESIGNED",
                    "CAPACITY_LOST",
                    "LIBERTY_RESTRICTED",
                    "CRIMINAL_LIABILITY",
                    "CANNOT_SERVE");

    static final List<ClauseKey<?>> ALL =
            ClauseKey.list(
                    LEAST,
                    MOST,
                    PARITY,
                    SMALL_LEAST,
                    SMALL_HOUSEHOLDS,
                    SMALL_SQUARE_METRES,
                    TERM_LEAST_YEARS,
                    TERM_MOST_YEARS,
                    QUORUM,
                    DECISION,
                    ATTENDANCE,
                    DELEGATION,
                    ALTERNATES,
                    SEAL_USE,
                    SEAL_SIGNATURES,
                    CALL,
                    CALL_DAYS,
                    SESSION_NOTICE_DAYS,
                    MEETING_MONTHS,
                    PUBLISH_DAYS,
                    FIRST_MEETING_DAYS,
                    FILING_DAYS,
                    FILING_OFFICES,
                    FILING_ANSWER_WORKING_DAYS,
                    FILING_ANSWER_DAYS,
                    CHANGE_FILING_DAYS,
                    TERM_REPORT_MONTHS,
                    TERM_GROUP_DAYS,
                    TERM_ELECTION_DAYS,
                    HANDOVER_DAYS,
                    MEMBER_HANDOVER_DAYS,
                    RECALL_HEADS,
                    RECALL_AREA,
                    RECALL_MEMBERS,
                    ELECTED,
                    REMAINING,
                    ABSENCE,
                    BARS,
                    NOMINATORS,
                    DEPARTURES);

    private OwnersCommitteeClauses() {}
}
