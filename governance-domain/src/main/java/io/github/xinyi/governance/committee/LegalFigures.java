package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.DisclosureClauses;
import io.github.xinyi.governance.region.ManagementCommitteeClauses;
import io.github.xinyi.governance.region.ManagementCommitteeClauses.DayCount;
import io.github.xinyi.governance.region.OwnersCommitteeClauses;
import io.github.xinyi.governance.region.RegionProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which clause of a region's profile sets which number and share of a kind of body, for example
 * {@code committee.filing-days} the {@link LegalNumber#FILING_DAYS} of an owners' committee.
 *
 * @param numbers the clause of each number that is one figure of a profile
 * @param shares the clause of each share
 */
record LegalFigures(
        Map<LegalNumber, ClauseKey<Integer>> numbers,
        Map<LegalShare, ClauseKey<Threshold>> shares) {

    private static final LegalFigures OWNERS_COMMITTEE =
            new LegalFigures(
                    Map.ofEntries(
                            Map.entry(LegalNumber.MIN_MEMBERS, OwnersCommitteeClauses.LEAST),
                            Map.entry(LegalNumber.MAX_MEMBERS, OwnersCommitteeClauses.MOST),
                            Map.entry(
                                    LegalNumber.SMALL_MIN_MEMBERS,
                                    OwnersCommitteeClauses.SMALL_LEAST),
                            Map.entry(
                                    LegalNumber.SMALL_HOUSEHOLDS,
                                    OwnersCommitteeClauses.SMALL_HOUSEHOLDS),
                            Map.entry(
                                    LegalNumber.TERM_MIN_YEARS,
                                    OwnersCommitteeClauses.TERM_LEAST_YEARS),
                            Map.entry(
                                    LegalNumber.TERM_MAX_YEARS,
                                    OwnersCommitteeClauses.TERM_MOST_YEARS),
                            Map.entry(
                                    LegalNumber.NOTICE_DAYS,
                                    OwnersCommitteeClauses.SESSION_NOTICE_DAYS),
                            Map.entry(LegalNumber.CALL_DAYS, OwnersCommitteeClauses.CALL_DAYS),
                            Map.entry(
                                    LegalNumber.MEETING_MONTHS,
                                    OwnersCommitteeClauses.MEETING_MONTHS),
                            Map.entry(
                                    LegalNumber.OFFICERS_DAYS,
                                    OwnersCommitteeClauses.FIRST_MEETING_DAYS),
                            Map.entry(LegalNumber.FILING_DAYS, OwnersCommitteeClauses.FILING_DAYS),
                            Map.entry(
                                    LegalNumber.CHANGE_FILING_DAYS,
                                    OwnersCommitteeClauses.CHANGE_FILING_DAYS),
                            Map.entry(
                                    LegalNumber.PUBLISH_DAYS, OwnersCommitteeClauses.PUBLISH_DAYS),
                            Map.entry(
                                    LegalNumber.SEAL_PUBLICATION_MONTHS,
                                    DisclosureClauses.SEAL_MONTHS),
                            Map.entry(
                                    LegalNumber.REPORT_MONTHS,
                                    OwnersCommitteeClauses.TERM_REPORT_MONTHS),
                            Map.entry(
                                    LegalNumber.ELECTION_DAYS,
                                    OwnersCommitteeClauses.TERM_ELECTION_DAYS),
                            Map.entry(
                                    LegalNumber.LEAVER_HANDOVER_DAYS,
                                    OwnersCommitteeClauses.MEMBER_HANDOVER_DAYS),
                            Map.entry(
                                    LegalNumber.HANDOVER_DAYS,
                                    OwnersCommitteeClauses.HANDOVER_DAYS)),
                    Map.of(
                            LegalShare.QUORUM, OwnersCommitteeClauses.QUORUM,
                            LegalShare.DECISION, OwnersCommitteeClauses.DECISION,
                            LegalShare.CALL, OwnersCommitteeClauses.CALL,
                            LegalShare.SEAL_SIGNATURES, OwnersCommitteeClauses.SEAL_SIGNATURES,
                            LegalShare.ELECTED, OwnersCommitteeClauses.ELECTED,
                            LegalShare.REMAINING, OwnersCommitteeClauses.REMAINING,
                            LegalShare.ABSENCE, OwnersCommitteeClauses.ABSENCE,
                            LegalShare.RECALL_BY_MEMBERS, OwnersCommitteeClauses.RECALL_MEMBERS,
                            LegalShare.RECALL_BY_OWNERS, OwnersCommitteeClauses.RECALL_HEADS,
                            LegalShare.RECALL_BY_AREA, OwnersCommitteeClauses.RECALL_AREA));

    private static final LegalFigures MANAGEMENT_COMMITTEE =
            new LegalFigures(
                    Map.ofEntries(
                            Map.entry(LegalNumber.MIN_MEMBERS, ManagementCommitteeClauses.LEAST),
                            Map.entry(LegalNumber.MAX_MEMBERS, ManagementCommitteeClauses.MOST),
                            Map.entry(LegalNumber.SIDE_MOST, ManagementCommitteeClauses.SIDE_MOST),
                            Map.entry(
                                    LegalNumber.TERM_MAX_YEARS,
                                    ManagementCommitteeClauses.TERM_MOST_YEARS),
                            Map.entry(
                                    LegalNumber.LIST_SHOWN_DAYS,
                                    ManagementCommitteeClauses.LIST_NOTICE_DAYS),
                            Map.entry(
                                    LegalNumber.REPLACEMENT_DISPLAY_DAYS,
                                    ManagementCommitteeClauses.REPLACEMENT_DISPLAY_DAYS),
                            Map.entry(
                                    LegalNumber.PUBLISH_DAYS,
                                    ManagementCommitteeClauses.PUBLISH_DAYS),
                            Map.entry(
                                    LegalNumber.DISSOLUTION_DAYS,
                                    ManagementCommitteeClauses.DISSOLVE_DAYS),
                            Map.entry(
                                    LegalNumber.FORMATION_MONTHS,
                                    ManagementCommitteeClauses.OFFICE_MONTHS),
                            Map.entry(
                                    LegalNumber.FILING_DAYS,
                                    ManagementCommitteeClauses.FILING_DAYS),
                            Map.entry(
                                    LegalNumber.HANDOVER_DAYS,
                                    ManagementCommitteeClauses.HANDOVER_DAYS)),
                    Map.of(
                            LegalShare.APPLICATION, ManagementCommitteeClauses.APPLICANT_HEADS,
                            LegalShare.OWNER_SEATS, ManagementCommitteeClauses.OWNERS,
                            LegalShare.QUORUM, ManagementCommitteeClauses.QUORUM,
                            LegalShare.OWNER_QUORUM, ManagementCommitteeClauses.OWNERS_QUORUM,
                            LegalShare.DECISION, ManagementCommitteeClauses.DECISION,
                            LegalShare.SEAL_SIGNATURES, OwnersCommitteeClauses.SEAL_SIGNATURES,
                            LegalShare.CALL, ManagementCommitteeClauses.CALL));

    static LegalFigures of(Kind kind) {
        return switch (kind) {
            case OWNERS_COMMITTEE -> OWNERS_COMMITTEE;
            case PROPERTY_MANAGEMENT_COMMITTEE -> MANAGEMENT_COMMITTEE;
        };
    }

    /** The law with every number and share that a profile has laid over it. */
    CommitteeClauses laid(CommitteeClauses law, RegionProfile profile) {
        CommitteeClauses laid = law;
        for (Map.Entry<LegalNumber, ClauseKey<Integer>> number : numbers.entrySet()) {
            laid = number(laid, number.getKey(), profile, number.getValue(), 1);
        }
        for (Map.Entry<LegalShare, ClauseKey<Threshold>> share : shares.entrySet()) {
            CommitteeClauses before = laid;
            laid =
                    profile.find(share.getValue())
                            .map(c -> before.with(share.getKey(), c.value(), sources(law, c)))
                            .orElse(before);
        }
        return switch (law.kind()) {
            case OWNERS_COMMITTEE -> smallArea(laid, profile);
            case PROPERTY_MANAGEMENT_COMMITTEE -> display(laid, profile);
        };
    }

    /**
     * A text on the seal of an owners' committee (Beijing art. 43 para. 4) says nothing of another
     * body's: that it is asked of both is our reading.
     */
    private static List<Citation> sources(CommitteeClauses law, Clause<Threshold> clause) {
        return law.kind() == Kind.PROPERTY_MANAGEMENT_COMMITTEE
                        && clause.key().equals(OwnersCommitteeClauses.SEAL_SIGNATURES)
                ? clause.basis().stream().map(Citation::asInterpretation).toList()
                : clause.basis();
    }

    private static CommitteeClauses number(
            CommitteeClauses law,
            LegalNumber number,
            RegionProfile profile,
            ClauseKey<Integer> key,
            int scale) {
        return profile.find(key)
                .map(c -> law.with(number, Math.multiplyExact(c.value(), scale), c.basis()))
                .orElse(law);
    }

    /** A profile counts in m², a roster in 0.01 m². */
    private static CommitteeClauses smallArea(CommitteeClauses law, RegionProfile profile) {
        return number(
                law,
                LegalNumber.SMALL_AREA_SQUARE_DECIMETRES,
                profile,
                OwnersCommitteeClauses.SMALL_SQUARE_METRES,
                100);
    }

    /** A region counts a display in working days or in plain days, never in both. */
    private static CommitteeClauses display(CommitteeClauses law, RegionProfile profile) {
        boolean plain =
                profile.find(ManagementCommitteeClauses.DISPLAY_COUNT)
                        .filter(c -> c.value() == DayCount.CALENDAR)
                        .isPresent();
        LegalNumber figure = plain ? LegalNumber.DISPLAY_DAYS : LegalNumber.DISPLAY_WORKING_DAYS;
        LegalNumber other = plain ? LegalNumber.DISPLAY_WORKING_DAYS : LegalNumber.DISPLAY_DAYS;
        return profile.find(ManagementCommitteeClauses.DISPLAY_DAYS)
                .map(c -> law.without(other).with(figure, c.value(), c.basis()))
                .orElse(law);
    }

    /** Whatever its source, no number goes below what no profile may go below. */
    void requireFloor(LegalNumber number, int value) {
        requireFloor(numbers.get(number), value);
    }

    /** Nor does a share. */
    void requireFloor(LegalShare share, Threshold value) {
        requireFloor(shares.get(share), value);
    }

    private static <T> void requireFloor(@Nullable ClauseKey<T> key, T value) {
        if (key != null && !key.keepsFloors(value)) {
            throw new IllegalArgumentException(key + " below the nation's: " + value);
        }
    }
}
