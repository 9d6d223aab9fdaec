package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.Proceeding.Standing;
import io.github.xinyi.governance.proceeding.Term.Kind;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a first owners' meeting (首次业主大会会议) is due, how it is prepared, and what it must bring about,
 * for example due in Hangzhou with 30% of the area handed over for two years.
 *
 * @since 0.1.0
 */
public final class FirstMeeting {

    /** The findings of this class. */
    enum FirstMeetingRule implements Rule {
        /** The members of the preparatory group are put up in time. */
        GROUP_PUBLISHED("proceeding.first-group-published"),
        /** The first meeting opens in time after the group was formed. */
        HELD_WITHIN("proceeding.first-held-within"),
        /** It adopts the rules of procedure. */
        RULES_ADOPTED("proceeding.first-rules-adopted", Statutes.GUIDANCE_RULES.unverified(15)),
        /** It adopts the covenant. */
        COVENANT_ADOPTED(
                "proceeding.first-covenant-adopted", Statutes.GUIDANCE_RULES.unverified(15)),
        /** It elects the committee. */
        COMMITTEE_ELECTED(
                "proceeding.first-committee-elected", Statutes.GUIDANCE_RULES.unverified(15));

        private final RuleCode code;
        private final List<Citation> basis;

        FirstMeetingRule(String code, Citation... basis) {
            this.code = new RuleCode(code);
            this.basis = List.of(basis);
        }

        @Override
        public RuleCode code() {
            return code;
        }

        @Override
        public List<Citation> basis() {
            return basis;
        }
    }

    private FirstMeeting() {}

    /**
     * What has been handed over.
     *
     * @param area exclusive area handed over to owners
     * @param allArea all
     * @param heads owners to whom was handed over
     * @param allHeads all
     * @param first the day of the first handing over; {@link LocalDate#MAX} before it
     */
    public record Delivery(
            FloorArea area,
            FloorArea allArea,
            HeadCount heads,
            HeadCount allHeads,
            LocalDate first) {

        /** Refuses a part above its whole. */
        public Delivery {
            if (area.compareTo(allArea) > 0 || heads.compareTo(allHeads) > 0) {
                throw new IllegalArgumentException(
                        area + " of " + allArea + " m², " + heads + " of " + allHeads);
            }
        }
    }

    /**
     * Whether the meeting is due: one trigger of the place suffices.
     *
     * @param delivery what has been handed over
     * @param today the day asked about
     * @param profile the clauses of the place
     * @return every trigger with its figures, where one is met the others are not applicable; then
     *     the notices of the profile
     */
    public static Ruling due(Delivery delivery, LocalDate today, RegionProfile profile) {
        List<Finding> findings = new ArrayList<>(triggers(delivery, today, profile));
        findings.addAll(profile.notices());
        return new Ruling(findings);
    }

    /**
     * The findings of {@link #due} without the notices, for a ruling that has more to say.
     *
     * @param delivery what has been handed over
     * @param today the day asked about
     * @param profile the clauses of the place, whose notices the caller shows
     * @return one finding for each trigger
     */
    public static List<Finding> triggers(
            Delivery delivery, LocalDate today, RegionProfile profile) {
        List<FirstMeetingTrigger> triggers = FirstMeetingTrigger.under(profile);
        boolean any = triggers.stream().anyMatch(trigger -> trigger.isMetBy(delivery, today));
        return triggers.stream()
                .<Finding>map(trigger -> new Due(trigger, delivery, today, any))
                .toList();
    }

    /**
     * How it was prepared.
     *
     * @param formed the day on which the preparatory group was formed
     * @param published the day on which its members were put up
     * @param opens the day on which the voting opens
     * @param terms the terms of the place
     * @return one finding for each term that the place has, at least one, and the notices of its
     *     profile
     */
    public static Ruling preparation(
            LocalDate formed, LocalDate published, LocalDate opens, ProceedingTerms terms) {
        List<Finding> findings = new ArrayList<>();
        terms.term(Kind.GROUP_PUBLICATION)
                .map(
                        term ->
                                terms.within(
                                        FirstMeetingRule.GROUP_PUBLISHED, formed, published, term))
                .ifPresent(findings::add);
        terms.term(Kind.FIRST_MEETING)
                .map(term -> terms.within(FirstMeetingRule.HELD_WITHIN, formed, opens, term))
                .ifPresent(findings::add);
        findings.addAll(terms.notices());
        return new Ruling(findings);
    }

    /**
     * Whether the owners' meeting has come into being: rules of procedure and covenant adopted, and
     * the committee elected, all by the count recorded of this meeting.
     *
     * @param first the first meeting
     * @return three findings, pending before the count and while the election is left to a run-off
     * @throws IllegalArgumentException if it is not a first meeting
     */
    public static Ruling founding(Proceeding first) {
        if (first.trigger() != Trigger.FIRST_MEETING) {
            throw new IllegalArgumentException("not a first meeting: " + first);
        }
        return Ruling.of(
                adopted(FirstMeetingRule.RULES_ADOPTED, first, Matter.RULES_OF_PROCEDURE),
                adopted(FirstMeetingRule.COVENANT_ADOPTED, first, Matter.MANAGEMENT_COVENANT),
                adopted(FirstMeetingRule.COMMITTEE_ELECTED, first, Matter.COMMITTEE_ELECTION));
    }

    private static Finding adopted(FirstMeetingRule rule, Proceeding first, Matter matter) {
        List<Standing> standings =
                first.agenda().stream()
                        .filter(motion -> motion.matter() == matter)
                        .map(motion -> first.standing(motion.id()))
                        .toList();
        Verdict open = standings.contains(Standing.UNDECIDED) ? Verdict.PENDING : Verdict.NOT_MET;
        return new RuleCheck(
                rule,
                standings.contains(Standing.BINDING) ? Verdict.MET : open,
                Map.of("topics", Integer.toString(standings.size())));
    }

    /**
     * One trigger with its figures.
     *
     * @param trigger the trigger
     * @param delivery what has been handed over
     * @param today the day asked about
     * @param any whether some trigger is met
     */
    private record Due(FirstMeetingTrigger trigger, Delivery delivery, LocalDate today, boolean any)
            implements Finding {

        static final RuleCode CODE = new RuleCode("proceeding.first-due");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            if (trigger.isMetBy(delivery, today)) {
                return Verdict.MET;
            }
            return any ? Verdict.NOT_APPLICABLE : Verdict.NOT_MET;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("area", delivery.area())
                    .and("allArea", delivery.allArea())
                    .and("areaShare", trigger.area())
                    .and("heads", delivery.heads())
                    .and("allHeads", delivery.allHeads())
                    .and("headShare", trigger.heads())
                    .and("first", delivery.first())
                    .and("years", trigger.years())
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return trigger.basis();
        }
    }
}
