package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.measure.Threshold.AtLeast;
import io.github.xinyi.governance.measure.Threshold.MoreThan;
import java.util.List;
import java.util.stream.Stream;

/**
 * All clauses that a profile may have, section by section, for example {@code
 * profile.clause(Clauses.Notice.REGULAR_DAYS)}; lengths are in the unit that their name says.
 *
 * @since 0.1.0
 */
public final class Clauses {

    private Clauses() {}

    /**
     * Every key there is.
     *
     * @return section by section
     */
    public static List<ClauseKey<?>> all() {
        return Stream.of(
                        FirstMeeting.ALL,
                        Notice.ALL,
                        Committee.ALL,
                        ManagementCommittee.ALL,
                        PublicIncome.ALL,
                        Disclosure.ALL,
                        Handover.ALL,
                        PartyBranches.ALL,
                        Guarantees.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** When and how owners first meet (首次业主大会会议). */
    public static final class FirstMeeting {

        /** Who leads the preparatory group. */
        public enum GroupHead {
            /** A member of the neighbourhood or village committee (居民委员会、村民委员会). */
            NEIGHBOURHOOD_COMMITTEE,
            /** A representative of the street or township office. */
            STREET_OFFICE,
            /** Any member, as the street or township office decides. */
            CHOSEN_BY_OFFICE
        }

        /** When owners may go without an owners' meeting and act together; a single owner may. */
        public enum Together {
            /** They are few and all agree (业主人数较少且经全体业主一致同意). */
            FEW_AND_ALL,
            /** All agree, however many they are (全体业主一致同意); less than the nation asks. */
            ALL
        }

        /** Delivered area that makes a first meeting possible. */
        public static final ClauseKey<Threshold> DELIVERED_AREA =
                ClauseKey.threshold("first-meeting.delivered-area").everywhere();

        /** Share of units' owners delivered to that makes it possible too. */
        public static final ClauseKey<Threshold> DELIVERED_HEADS =
                ClauseKey.threshold("first-meeting.delivered-heads");

        /** Years since the first delivery, together with a lower share. */
        public static final ClauseKey<Integer> YEARS = ClauseKey.number("first-meeting.years");

        /** Delivered area that suffices after those years. */
        public static final ClauseKey<Threshold> AREA_AFTER_YEARS =
                ClauseKey.threshold("first-meeting.area-after-years");

        /** Owners delivered to that suffice after those years. */
        public static final ClauseKey<Threshold> HEADS_AFTER_YEARS =
                ClauseKey.threshold("first-meeting.heads-after-years");

        /** Owners who may apply. */
        public static final ClauseKey<Threshold> APPLICANT_HEADS =
                ClauseKey.threshold("first-meeting.applicant-heads");

        /** Area whose owners may apply. */
        public static final ClauseKey<Threshold> APPLICANT_AREA =
                ClauseKey.threshold("first-meeting.applicant-area");

        /** Days in which the office reviews an application. */
        public static final ClauseKey<Integer> REVIEW_DAYS =
                ClauseKey.number("first-meeting.review-days");

        /** Days in which the office forms the preparatory group (筹备组). */
        public static final ClauseKey<Integer> OFFICE_DAYS =
                ClauseKey.number("first-meeting.office-days").everywhere();

        /** Fewest members of the group. */
        public static final ClauseKey<Integer> GROUP_LEAST =
                ClauseKey.number("first-meeting.group-least");

        /** Most members of the group. */
        public static final ClauseKey<Integer> GROUP_MOST =
                ClauseKey.number("first-meeting.group-most");

        /** Whether the group is odd. */
        public static final ClauseKey<Parity> GROUP_PARITY =
                ClauseKey.word("first-meeting.group-parity", Parity.class).everywhere();

        /** Share of owners in the group. */
        public static final ClauseKey<Threshold> GROUP_OWNERS =
                ClauseKey.threshold("first-meeting.group-owners").everywhere();

        /** Who leads it. */
        public static final ClauseKey<GroupHead> GROUP_HEAD =
                ClauseKey.word("first-meeting.group-head", GroupHead.class).everywhere();

        /** Days in which its members are published. */
        public static final ClauseKey<Integer> GROUP_PUBLISH_DAYS =
                ClauseKey.number("first-meeting.group-publish-days");

        /** Days before the meeting at which its contents are published. */
        public static final ClauseKey<Integer> AGENDA_DAYS =
                ClauseKey.number("first-meeting.agenda-days").everywhere();

        /** Days from the group's formation to the meeting. */
        public static final ClauseKey<Integer> HOLD_DAYS =
                ClauseKey.number("first-meeting.hold-days").everywhere();

        /** When owners may go without a meeting and exercise its duties together. */
        public static final ClauseKey<Together> TOGETHER =
                ClauseKey.word("first-meeting.together", Together.class)
                        .everywhere()
                        .floor(
                                RegionRule.LOCAL_BELOW_NATION,
                                asked -> asked == Together.FEW_AND_ALL,
                                "FEW_AND_ALL");

        /** Up to how many owners are few; no text that was read says it, so hosts set it. */
        public static final ClauseKey<Integer> FEW_OWNERS =
                ClauseKey.number("first-meeting.few-owners");

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        DELIVERED_AREA,
                        DELIVERED_HEADS,
                        YEARS,
                        AREA_AFTER_YEARS,
                        HEADS_AFTER_YEARS,
                        APPLICANT_HEADS,
                        APPLICANT_AREA,
                        REVIEW_DAYS,
                        OFFICE_DAYS,
                        GROUP_LEAST,
                        GROUP_MOST,
                        GROUP_PARITY,
                        GROUP_OWNERS,
                        GROUP_HEAD,
                        GROUP_PUBLISH_DAYS,
                        AGENDA_DAYS,
                        HOLD_DAYS,
                        TOGETHER,
                        FEW_OWNERS);

        private FirstMeeting() {}
    }

    /** How owners' meetings are called. */
    public static final class Notice {

        /** Days' notice of a regular meeting. */
        public static final ClauseKey<Integer> REGULAR_DAYS =
                ClauseKey.number("notice.regular-days")
                        .everywhere()
                        .floor(RegionRule.FLOOR_NOTICE, days -> days >= 15, "≥15");

        /** Days' notice of an extraordinary meeting. */
        public static final ClauseKey<Integer> EXTRAORDINARY_DAYS =
                ClauseKey.number("notice.extraordinary-days")
                        .everywhere()
                        .floor(RegionRule.LOCAL_BELOW_NATION, days -> days >= 15, "≥15");

        /** Shortest time for voting. */
        public static final ClauseKey<Integer> VOTING_LEAST_DAYS =
                ClauseKey.number("notice.voting-least-days");

        /** Longest time for voting. */
        public static final ClauseKey<Integer> VOTING_MOST_DAYS =
                ClauseKey.number("notice.voting-most-days");

        /** Owners whose proposal obliges the committee to call a meeting. */
        public static final ClauseKey<Threshold> PROPOSAL_HEADS =
                ClauseKey.threshold("notice.proposal-heads")
                        .everywhere()
                        .floor(
                                RegionRule.FLOOR_PROPOSAL,
                                share ->
                                        ClauseKey.asStrictAs(share)
                                                .test(new AtLeast(Ratio.of(1, 5))),
                                "≤ ≥1/5");

        /** Days that the office gives the committee to hold a meeting that it owes. */
        public static final ClauseKey<Integer> CONVENING_DAYS =
                ClauseKey.number("notice.convening-days");

        /** Most months between regular meetings of the owners. */
        public static final ClauseKey<Integer> MEETING_MONTHS =
                ClauseKey.number("notice.meeting-months");

        /** Most principals for whom one proxy may vote, at least 1. */
        public static final ClauseKey<Integer> PROXY_PRINCIPALS =
                ClauseKey.number("notice.proxy-principals");

        /** Days in which a decision is published. */
        public static final ClauseKey<Integer> RESULT_PUBLISH_DAYS =
                ClauseKey.number("notice.result-publish-days");

        /** Days from the count until the result is put before the owners for comment, at most. */
        public static final ClauseKey<Integer> RESULT_COMMENT_DAYS =
                ClauseKey.number("notice.result-comment-days");

        /** Days for which what owners said of the result is shown, at least. */
        public static final ClauseKey<Integer> RESULT_DISPLAY_DAYS =
                ClauseKey.number("notice.result-display-days");

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        REGULAR_DAYS,
                        EXTRAORDINARY_DAYS,
                        VOTING_LEAST_DAYS,
                        VOTING_MOST_DAYS,
                        PROPOSAL_HEADS,
                        CONVENING_DAYS,
                        MEETING_MONTHS,
                        PROXY_PRINCIPALS,
                        RESULT_PUBLISH_DAYS,
                        RESULT_COMMENT_DAYS,
                        RESULT_DISPLAY_DAYS);

        private Notice() {}
    }

    /** The owners' committee (业主委员会). */
    public static final class Committee {

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
        public static final ClauseKey<Integer> MOST =
                ClauseKey.number("committee.most").everywhere();

        /** Whether it is odd. */
        public static final ClauseKey<Parity> PARITY =
                ClauseKey.word("committee.parity", Parity.class).everywhere();

        /** Fewest members in a small community. */
        public static final ClauseKey<Integer> SMALL_LEAST =
                ClauseKey.number("committee.small-least");

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

        /** Owners who may propose a recall. */
        public static final ClauseKey<Threshold> RECALL_HEADS =
                ClauseKey.threshold("committee.recall-heads").everywhere();

        /** Area whose owners may propose a recall. */
        public static final ClauseKey<Threshold> RECALL_AREA =
                ClauseKey.threshold("committee.recall-area");

        /** Members who may propose a recall. */
        public static final ClauseKey<Threshold> RECALL_MEMBERS =
                ClauseKey.threshold("committee.recall-members");

        /** Elected, of the agreed number, with whom a partial election is valid. */
        public static final ClauseKey<Threshold> ELECTED = ClauseKey.threshold("committee.elected");

        /** Left, of the agreed number, without whom the whole committee is elected anew. */
        public static final ClauseKey<Threshold> REMAINING =
                ClauseKey.threshold("committee.remaining");

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

        private Committee() {}
    }

    /** The property management committee (物业管理委员会). */
    public static final class ManagementCommittee {

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
                ClauseKey.words(
                        "management-committee.bars",
                        "NOT_AN_OWNER",
                        "NO_FULL_CAPACITY",
                        "INTEREST_IN_FIRM",
                        "DISHONEST_DEBTOR",
                        "FORBIDDEN_USE",
                        "ARREARS",
                        "RESIDENCE_TOO_SHORT");

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
                ClauseKey.threshold("management-committee.owners-quorum").everywhere();

        /** How its owner members attend. */
        public static final ClauseKey<Committee.Attendance> ATTENDANCE =
                ClauseKey.word("management-committee.attendance", Committee.Attendance.class)
                        .everywhere();

        /** For what its seal is used. */
        public static final ClauseKey<Committee.SealPurpose> SEAL_USE =
                ClauseKey.word("management-committee.seal-use", Committee.SealPurpose.class);

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

        private ManagementCommittee() {}
    }

    /**
     * Income of common parts (公共收益); shown to a host, decided on by no rule of this library: what
     * the books do with income follows the trust contract and the owners' resolutions.
     */
    public static final class PublicIncome {

        /** Share for the maintenance fund while owners decided nothing. */
        public static final ClauseKey<Ratio> UNDECIDED_TO_FUND =
                ClauseKey.ratio("income.undecided-to-fund").everywhere();

        /** Share for the fund where income mainly supplements it. */
        public static final ClauseKey<Threshold> TO_FUND = ClauseKey.threshold("income.to-fund");

        /** A fund below this share of the first payment comes first. */
        public static final ClauseKey<Ratio> LOW_WATER = ClauseKey.ratio("income.low-water");

        /** Share of income that a low fund takes first. */
        public static final ClauseKey<Threshold> LOW_WATER_TO_FUND =
                ClauseKey.threshold("income.low-water-to-fund");

        /** Months between payments into the fund. */
        public static final ClauseKey<Integer> FUND_MONTHS = ClauseKey.number("income.fund-months");

        /** Working days in which early income is paid into the fund. */
        public static final ClauseKey<Integer> DEPOSIT_WORKING_DAYS =
                ClauseKey.number("income.deposit-working-days");

        /** Most months between publications. */
        public static final ClauseKey<Integer> PUBLISH_MONTHS =
                ClauseKey.number("income.publish-months");

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        UNDECIDED_TO_FUND,
                        TO_FUND,
                        LOW_WATER,
                        LOW_WATER_TO_FUND,
                        FUND_MONTHS,
                        DEPOSIT_WORKING_DAYS,
                        PUBLISH_MONTHS);

        private PublicIncome() {}
    }

    /**
     * What is shown to owners, and how often; but for {@link #SEAL_MONTHS}, a duty of the
     * committee, shown to a host and decided on by no rule of this library.
     */
    public static final class Disclosure {

        /** Most months between publications of the maintenance fund. */
        public static final ClauseKey<Integer> FUND_MONTHS =
                ClauseKey.number("disclosure.fund-months");

        /** Most months between accounts of the service. */
        public static final ClauseKey<Integer> ACCOUNTS_MONTHS =
                ClauseKey.number("disclosure.accounts-months").everywhere();

        /** Days for which an audit result is shown. */
        public static final ClauseKey<Integer> AUDIT_DISPLAY_DAYS =
                ClauseKey.number("disclosure.audit-display-days");

        /** Fewest days for which information is shown. */
        public static final ClauseKey<Integer> DISPLAY_DAYS =
                ClauseKey.number("disclosure.display-days");

        /** Most months between publications of the use of seals. */
        public static final ClauseKey<Integer> SEAL_MONTHS =
                ClauseKey.number("disclosure.seal-months");

        /** Most months between publications of members' own fees. */
        public static final ClauseKey<Integer> MEMBER_FEES_MONTHS =
                ClauseKey.number("disclosure.member-fees-months");

        /** Days in which an owner's question is answered. */
        public static final ClauseKey<Integer> QUERY_REPLY_DAYS =
                ClauseKey.number("disclosure.query-reply-days").everywhere();

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        FUND_MONTHS,
                        ACCOUNTS_MONTHS,
                        AUDIT_DISPLAY_DAYS,
                        DISPLAY_DAYS,
                        SEAL_MONTHS,
                        MEMBER_FEES_MONTHS,
                        QUERY_REPLY_DAYS);

        private Disclosure() {}
    }

    /**
     * The end of a property service; shown to a host, decided on by no rule of this library: the
     * days of a contract's end stand in the contract.
     */
    public static final class Handover {

        /** From when the days to leave run. */
        public enum ExitFrom {
            /** The end of the contract. */
            TERMINATION,
            /** The notice of dismissal. */
            NOTICE
        }

        /** Days' written notice of dismissal. */
        public static final ClauseKey<Integer> DISMISSAL_NOTICE_DAYS =
                ClauseKey.number("handover.dismissal-notice-days").everywhere();

        /** Days before expiry at which a firm says that it will not renew. */
        public static final ClauseKey<Integer> REFUSAL_NOTICE_DAYS =
                ClauseKey.number("handover.refusal-notice-days").everywhere();

        /** Days' written notice of an open-ended contract. */
        public static final ClauseKey<Integer> OPEN_ENDED_NOTICE_DAYS =
                ClauseKey.number("handover.open-ended-notice-days").everywhere();

        /** Days in which the firm leaves. */
        public static final ClauseKey<Integer> EXIT_DAYS = ClauseKey.number("handover.exit-days");

        /** From when those days run. */
        public static final ClauseKey<ExitFrom> EXIT_FROM =
                ClauseKey.word("handover.exit-from", ExitFrom.class);

        /** Days in which the firm hands over papers and balances. */
        public static final ClauseKey<Integer> RECORDS_DAYS =
                ClauseKey.number("handover.records-days");

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        DISMISSAL_NOTICE_DAYS,
                        REFUSAL_NOTICE_DAYS,
                        OPEN_ENDED_NOTICE_DAYS,
                        EXIT_DAYS,
                        EXIT_FROM,
                        RECORDS_DAYS);

        private Handover() {}
    }

    /** How Party members of a community are organised; policy, not statute. */
    public static final class PartyBranches {

        /** Full members who form a branch. */
        public static final ClauseKey<Integer> SEPARATE_MEMBERS =
                ClauseKey.number("party.separate-members").everywhere();

        /** Fewest communities of a joint branch. */
        public static final ClauseKey<Integer> JOINT_COMMUNITIES =
                ClauseKey.number("party.joint-communities").everywhere();

        /** Full members from whom a branch has a committee. */
        public static final ClauseKey<Integer> COMMITTEE_MEMBERS =
                ClauseKey.number("party.committee-members").everywhere();

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(SEPARATE_MEMBERS, JOINT_COMMUNITIES, COMMITTEE_MEMBERS);

        private PartyBranches() {}
    }

    /**
     * What no region can lower. A count is judged by the statute's own shares ({@code
     * voting.RuleSet}) and by a higher one that the region writes ({@code bylaw.LocalTerms}). The
     * other guarantees are rules of the packages that keep them; here a profile that gives one up
     * is refused.
     */
    public static final class Guarantees {

        /** Whether a guarantee stands. */
        public enum Guarantee {
            /** It stands. */
            KEPT,
            /** It is given up, which no profile may do. */
            WAIVED
        }

        /** Owners and area taking part in a decision. */
        public static final ClauseKey<Threshold> PARTICIPATION =
                ClauseKey.threshold("guarantee.participation")
                        .everywhere()
                        .floor(
                                RegionRule.FLOOR_PARTICIPATION,
                                ClauseKey.asStrictAs(new AtLeast(Ratio.of(2, 3))),
                                "≥2/3");

        /** Of those taking part, for an ordinary matter. */
        public static final ClauseKey<Threshold> ORDINARY =
                ClauseKey.threshold("guarantee.ordinary")
                        .everywhere()
                        .floor(
                                RegionRule.FLOOR_ORDINARY,
                                ClauseKey.asStrictAs(new MoreThan(Ratio.of(1, 2))),
                                ">1/2");

        /** Of those taking part, for a special matter. */
        public static final ClauseKey<Threshold> SPECIAL =
                ClauseKey.threshold("guarantee.special")
                        .everywhere()
                        .floor(
                                RegionRule.FLOOR_SPECIAL,
                                ClauseKey.asStrictAs(new AtLeast(Ratio.of(3, 4))),
                                "≥3/4");

        /** Keys to every outflow. */
        public static final ClauseKey<Integer> PAYMENT_KEYS =
                ClauseKey.number("guarantee.payment-keys")
                        .everywhere()
                        .floor(RegionRule.FLOOR_TWO_KEYS, keys -> keys >= 2, "≥2");

        /** No cutting of power, water, heat or gas to collect fees. */
        public static final ClauseKey<Guarantee> NO_CUT_OFF =
                ClauseKey.word("guarantee.no-cut-off", Guarantee.class)
                        .everywhere()
                        .floor(RegionRule.FLOOR_NO_CUT_OFF, Guarantee.KEPT::equals, "KEPT");

        /** The maintenance fund is never mixed with other money. */
        public static final ClauseKey<Guarantee> SEPARATE_FUNDS =
                ClauseKey.word("guarantee.separate-funds", Guarantee.class)
                        .everywhere()
                        .floor(RegionRule.FLOOR_SEPARATE_FUNDS, Guarantee.KEPT::equals, "KEPT");

        /** No remuneration that was not agreed. */
        public static final ClauseKey<Guarantee> AGREED_REMUNERATION =
                ClauseKey.word("guarantee.agreed-remuneration", Guarantee.class)
                        .everywhere()
                        .floor(
                                RegionRule.FLOOR_AGREED_REMUNERATION,
                                Guarantee.KEPT::equals,
                                "KEPT");

        /** No personal data in public views. */
        public static final ClauseKey<Guarantee> NO_NAMES =
                ClauseKey.word("guarantee.no-names", Guarantee.class)
                        .floor(RegionRule.FLOOR_NO_NAMES, Guarantee.KEPT::equals, "KEPT");

        /** Nobody decides the nine matters in the owners' place. */
        public static final ClauseKey<Guarantee> OWNERS_VOTE =
                ClauseKey.word("guarantee.owners-vote", Guarantee.class)
                        .everywhere()
                        .floor(RegionRule.FLOOR_OWNERS_VOTE, Guarantee.KEPT::equals, "KEPT");

        /** No mediation that one side refuses. */
        public static final ClauseKey<Guarantee> MEDIATION_BY_CONSENT =
                ClauseKey.word("guarantee.mediation-by-consent", Guarantee.class)
                        .everywhere()
                        .floor(RegionRule.FLOOR_MEDIATION, Guarantee.KEPT::equals, "KEPT");

        /** The statutory count decides. */
        public static final ClauseKey<Guarantee> STATUTORY_COUNT =
                ClauseKey.word("guarantee.statutory-count", Guarantee.class)
                        .everywhere()
                        .floor(RegionRule.FLOOR_STATUTORY_COUNT, Guarantee.KEPT::equals, "KEPT");

        static final List<ClauseKey<?>> ALL =
                ClauseKey.list(
                        PARTICIPATION,
                        ORDINARY,
                        SPECIAL,
                        PAYMENT_KEYS,
                        NO_CUT_OFF,
                        SEPARATE_FUNDS,
                        AGREED_REMUNERATION,
                        NO_NAMES,
                        OWNERS_VOTE,
                        MEDIATION_BY_CONSENT,
                        STATUTORY_COUNT);

        private Guarantees() {}
    }
}
