package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shares that the law asks for in a vote, by the day on which the voting opens: {@link
 * #CIVIL_CODE_2021}, and one older set for old records. None can be configured.
 *
 * @since 0.1.0
 */
public enum RuleSet {
    /**
     * From 2021-01-01: two thirds or more of all take part, and of those more than half consent, or
     * three quarters or more. Source: Civil Code art. 278 para. 2.
     */
    CIVIL_CODE_2021(
            new EffectivePeriod(LocalDate.of(2021, 1, 1), LocalDate.MAX),
            new Threshold.AtLeast(Ratio.of(2, 3)),
            Statutes.CIVIL_CODE.at(278, 2),
            Statutes.CIVIL_CODE.at(278, 2),
            List.of(Statutes.SPC_OWNERSHIP.at(8)),
            List.of(Statutes.SPC_OWNERSHIP.at(9))) {
        @Override
        public Share consent(Matter matter) {
            return new Share(matter.voteClass().consent(), Base.PARTICIPANTS);
        }
    },
    /**
     * From 2007-10-01 until before 2021-01-01: more than half of all attend, and of all owners two
     * thirds or more consent to raise or use the maintenance fund and to rebuild, more than half to
     * anything else. Source: Property Management Regulation art. 12 paras. 1 and 3 in the text of
     * 2018; that the earlier text and the Property Law said the same was not re-checked.
     */
    LEGACY_PROPERTY_LAW_2007(
            new EffectivePeriod(LocalDate.of(2007, 10, 1), LocalDate.of(2021, 1, 1)),
            new Threshold.MoreThan(Ratio.of(1, 2)),
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(12, 1),
            Statutes.PROPERTY_MANAGEMENT_REGULATION.at(12, 3),
            List.of(),
            List.of()) {
        @Override
        public Share consent(Matter matter) {
            boolean fundOrRebuilding =
                    matter == Matter.MAINTENANCE_FUND_USE
                            || matter == Matter.MAINTENANCE_FUND_RAISING
                            || matter == Matter.REBUILDING;
            return new Share(
                    fundOrRebuilding
                            ? new Threshold.AtLeast(Ratio.of(2, 3))
                            : new Threshold.MoreThan(Ratio.of(1, 2)),
                    Base.ALL);
        }
    };

    /** What a share is measured against. */
    public enum Base {
        /** Everybody who carries a vote, whether or not they take part. */
        ALL,
        /** Those who take part (参与表决): in favour, against and abstaining. */
        PARTICIPANTS
    }

    /**
     * A share with its base, for example more than half of those taking part.
     *
     * @param threshold the share to be reached, by area and by heads alike
     * @param base what it is a share of
     */
    public record Share(Threshold threshold, Base base) {

        MotionCount.Votes baseOf(MotionCount count) {
            return switch (base) {
                case ALL -> count.total();
                case PARTICIPANTS -> count.participating();
            };
        }
    }

    private final EffectivePeriod period;
    private final Share quorum;
    private final List<Citation> areaQuorumBasis;
    private final List<Citation> headQuorumBasis;
    private final List<Citation> areaConsentBasis;
    private final List<Citation> headConsentBasis;

    /** How area and heads are taken is read from the interpretation in force since 2021 only. */
    RuleSet(
            EffectivePeriod period,
            Threshold quorum,
            Citation quorumSource,
            Citation consentSource,
            List<Citation> ofArea,
            List<Citation> ofHeads) {
        this.period = period;
        this.quorum = new Share(quorum, Base.ALL);
        this.areaQuorumBasis = both(quorumSource, ofArea);
        this.headQuorumBasis = both(quorumSource, ofHeads);
        this.areaConsentBasis = both(consentSource, ofArea);
        this.headConsentBasis = both(consentSource, ofHeads);
    }

    private static List<Citation> both(Citation share, List<Citation> measure) {
        return Stream.concat(Stream.of(share), measure.stream()).toList();
    }

    /**
     * The set for a meeting.
     *
     * @param opening the day on which the voting opens
     * @return the set in force on that day; refused before 2007-10-01, for which none is built in
     */
    public static Outcome<RuleSet> on(LocalDate opening) {
        return Arrays.stream(values())
                .filter(rules -> rules.period.contains(opening))
                .findFirst()
                .map(Outcome::accepted)
                .orElseGet(() -> LEGACY_PROPERTY_LAW_2007.forMeetingOn(opening));
    }

    /**
     * This set, if it is the one for the day; an older or a later one is never a choice.
     *
     * @param opening the day on which the voting opens
     * @return this set; refused with {@link VotingFinding.RuleSetDate} on a day of another
     */
    public Outcome<RuleSet> forMeetingOn(LocalDate opening) {
        return period.contains(opening)
                ? Outcome.accepted(this)
                : Outcome.refused(
                        Ruling.of(
                                VotingFinding.OnDay.of(
                                        new VotingFinding.RuleSetDate(this, opening), opening)));
    }

    /**
     * The days on which voting under this set opens.
     *
     * @return from the first day in force
     */
    public EffectivePeriod period() {
        return period;
    }

    /**
     * What must take part.
     *
     * @return a share of {@link Base#ALL}, for every matter the same
     */
    public Share quorum() {
        return quorum;
    }

    /**
     * What must consent.
     *
     * @param matter the matter decided
     * @return the share and what it is measured against
     */
    public abstract Share consent(Matter matter);

    /**
     * The name under which every finding tells the rules it was measured by.
     *
     * @return for example {@code CIVIL_CODE_2021/1}
     */
    public String version() {
        return name() + "/1";
    }

    List<Citation> areaQuorumBasis() {
        return areaQuorumBasis;
    }

    List<Citation> headQuorumBasis() {
        return headQuorumBasis;
    }

    List<Citation> areaConsentBasis() {
        return areaConsentBasis;
    }

    List<Citation> headConsentBasis() {
        return headConsentBasis;
    }

    /** Where the law leaves room: who takes part, area, heads, parking, and the item itself. */
    List<Citation> readings(Matter matter) {
        return Stream.concat(
                        areaConsentBasis.stream().limit(1),
                        Stream.of(
                                Statutes.SPC_OWNERSHIP.at(2),
                                Statutes.SPC_OWNERSHIP.at(8),
                                Statutes.SPC_OWNERSHIP.at(9),
                                matter.citation()))
                .map(Citation::asInterpretation)
                .toList();
    }
}
