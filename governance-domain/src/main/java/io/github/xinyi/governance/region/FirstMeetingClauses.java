package io.github.xinyi.governance.region;

import io.github.xinyi.governance.measure.Threshold;
import java.util.List;

/**
 * The clauses on when and how owners first meet (首次业主大会会议), for example {@link #OFFICE_DAYS}.
 *
 * @since 0.1.0
 */
public final class FirstMeetingClauses {

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

    private FirstMeetingClauses() {}
}
