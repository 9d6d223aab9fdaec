package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What a count finds: the five rules that every motion is measured by, with their exact figures,
 * and the ballots that do not count.
 *
 * @since 0.1.0
 */
public sealed interface VotingFinding extends Finding {

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }

    /**
     * All owners were told 15 calendar days before the meeting; the day of notice does not count.
     *
     * <p>Source: Property Management Regulation art. 14; the count of days is our reading of it.
     *
     * @param notified the day of notice
     * @param opening the day on which voting opens
     * @param rules the rule set of that day
     */
    record NoticeDays(LocalDate notified, LocalDate opening, RuleSet rules)
            implements VotingFinding {

        /** {@code voting.notice-days}. */
        public static final RuleCode CODE = new RuleCode("voting.notice-days");

        /** The days needed. */
        public static final int REQUIRED_DAYS = 15;

        /**
         * The days of notice given.
         *
         * @return negative if notice was given after the opening
         */
        public long days() {
            return ChronoUnit.DAYS.between(notified, opening);
        }

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(days() >= REQUIRED_DAYS);
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("notified", notified)
                    .and("opening", opening)
                    .and("days", days())
                    .and("required", REQUIRED_DAYS)
                    .and("policy", rules.version())
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of(Statutes.PROPERTY_MANAGEMENT_REGULATION.at(14, 1).asInterpretation());
        }
    }

    /**
     * Enough area takes part, measured against all units that carry a vote.
     *
     * @param participating the area taking part
     * @param total the area of all
     * @param rules the share needed
     */
    record AreaQuorum(FloorArea participating, FloorArea total, RuleSet rules)
            implements VotingFinding {

        /** {@code voting.area-quorum}. */
        public static final RuleCode CODE = new RuleCode("voting.area-quorum");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(
                    rules.quorum()
                            .threshold()
                            .isMetBy(participating.squareDecimetres(), total.squareDecimetres()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(
                    Evidence.of("participating", participating).and("total", total),
                    rules.quorum(),
                    rules);
        }

        @Override
        public List<Citation> basis() {
            return rules.areaQuorumBasis();
        }
    }

    /**
     * Enough heads take part, measured against all that carry a vote.
     *
     * @param participating the heads taking part
     * @param total all heads
     * @param rules the share needed
     */
    record HeadQuorum(HeadCount participating, HeadCount total, RuleSet rules)
            implements VotingFinding {

        /** {@code voting.head-quorum}. */
        public static final RuleCode CODE = new RuleCode("voting.head-quorum");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(
                    rules.quorum().threshold().isMetBy(participating.value(), total.value()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(
                    Evidence.of("participating", participating).and("total", total),
                    rules.quorum(),
                    rules);
        }

        @Override
        public List<Citation> basis() {
            return rules.headQuorumBasis();
        }
    }

    /**
     * Enough area consents, measured against the area that the rule set names.
     *
     * @param consenting the area in favour
     * @param base the area of all, or of those taking part
     * @param rules the share needed and its base
     * @param matter the matter decided
     */
    record AreaConsent(FloorArea consenting, FloorArea base, RuleSet rules, Matter matter)
            implements VotingFinding {

        /** {@code voting.area-consent}. */
        public static final RuleCode CODE = new RuleCode("voting.area-consent");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(
                    rules.consent(matter)
                            .threshold()
                            .isMetBy(consenting.squareDecimetres(), base.squareDecimetres()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(
                    Evidence.of("consenting", consenting).and("base", base),
                    rules.consent(matter),
                    rules);
        }

        @Override
        public List<Citation> basis() {
            return rules.areaConsentBasis();
        }
    }

    /**
     * Enough heads consent, measured against the heads that the rule set names.
     *
     * @param consenting the heads in favour
     * @param base the heads of all, or of those taking part
     * @param rules the share needed and its base
     * @param matter the matter decided
     */
    record HeadConsent(HeadCount consenting, HeadCount base, RuleSet rules, Matter matter)
            implements VotingFinding {

        /** {@code voting.head-consent}. */
        public static final RuleCode CODE = new RuleCode("voting.head-consent");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(
                    rules.consent(matter).threshold().isMetBy(consenting.value(), base.value()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures(
                    Evidence.of("consenting", consenting).and("base", base),
                    rules.consent(matter),
                    rules);
        }

        @Override
        public List<Citation> basis() {
            return rules.headConsentBasis();
        }
    }

    /**
     * A ballot does not count on a motion, for one reason.
     *
     * @param ballot the ballot
     * @param unit the unit it names
     * @param reason why
     * @param grounds what the reason was measured by
     */
    record BallotSetAside(BallotId ballot, UnitId unit, SetAside.Reason reason, Grounds grounds)
            implements VotingFinding {

        @Override
        public RuleCode rule() {
            return reason.code();
        }

        @Override
        public Verdict verdict() {
            return Verdict.NOT_MET;
        }

        @Override
        public Map<String, String> evidence() {
            return grounds.of(reason, Evidence.of("ballot", ballot).and("unit", unit))
                    .and("policy", Tally.POLICY_VERSION)
                    .toMap();
        }

        /** How ballots are read is our reading where the law leaves room. */
        @Override
        public List<Citation> basis() {
            return grounds.basis(reason);
        }
    }

    /**
     * A rule measured while the voting is open, with the figures so far.
     *
     * @param measured the finding if the voting closed now
     */
    record SoFar(Finding measured) implements VotingFinding {

        @Override
        public RuleCode rule() {
            return measured.rule();
        }

        @Override
        public Verdict verdict() {
            return Verdict.PENDING;
        }

        @Override
        public Map<String, String> evidence() {
            return measured.evidence();
        }

        @Override
        public List<Citation> basis() {
            return measured.basis();
        }
    }

    /**
     * A finding on a meeting of an earlier day than some text that it cites.
     *
     * @param measured the finding
     * @param day the day on which the voting opens
     */
    record OnDay(Finding measured, LocalDate day) implements VotingFinding {

        /**
         * A finding as it is told of a day.
         *
         * @param finding any finding
         * @param day the day whose law governs it
         * @return the finding itself where every text that it cites was in force or is marked
         *     already
         */
        public static Finding of(Finding finding, LocalDate day) {
            boolean dated =
                    finding.basis().stream().allMatch(source -> source.equals(source.on(day)));
            return dated ? finding : new OnDay(finding, day);
        }

        /**
         * The same of many findings.
         *
         * @param findings any findings
         * @param day the day whose law governs them
         * @return in the same order
         */
        public static List<Finding> of(List<? extends Finding> findings, LocalDate day) {
            return findings.stream().<Finding>map(finding -> of(finding, day)).toList();
        }

        @Override
        public RuleCode rule() {
            return measured.rule();
        }

        @Override
        public Verdict verdict() {
            return measured.verdict();
        }

        @Override
        public Map<String, String> evidence() {
            return measured.evidence();
        }

        @Override
        public List<Citation> basis() {
            return measured.basis().stream().map(source -> source.on(day)).toList();
        }
    }

    /**
     * What in a count is our reading of the law and not its text; it decides nothing.
     *
     * @param rules the rule set
     * @param matter under which item the convener put the question
     */
    record Readings(RuleSet rules, Matter matter) implements VotingFinding {

        /** {@code voting.readings}. */
        public static final RuleCode CODE = new RuleCode("voting.readings");

        /** The readings by their numbers in the table of the law. */
        public static final String ITEMS = "I01-I10, I45";

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("items", ITEMS)
                    .and("item", matter.item())
                    .and("policy", Tally.POLICY_VERSION)
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return rules.readings(matter);
        }
    }

    /**
     * The rule set is the one in force on the day on which the voting opens.
     *
     * @param rules the rule set asked for
     * @param opening the day on which voting opens
     */
    record RuleSetDate(RuleSet rules, LocalDate opening) implements VotingFinding {

        /** {@code voting.rule-set-date}. */
        public static final RuleCode CODE = new RuleCode("voting.rule-set-date");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(rules.period().contains(opening));
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("policy", rules.version())
                    .and("opening", opening)
                    .and("start", rules.period().startInclusive())
                    .toMap();
        }

        /** Which of two laws governs a vote that is under way when one ends is our reading. */
        @Override
        public List<Citation> basis() {
            return List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
        }
    }

    /**
     * The community's own rules come to another result than the law; the law's stands.
     *
     * @param statutory what the statutory count comes to
     * @param byRules what the count of the rules comes to
     */
    record Contested(MotionResult.Result statutory, MotionResult.Result byRules)
            implements VotingFinding {

        /** {@code voting.contested}. */
        public static final RuleCode CODE = new RuleCode("voting.contested");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        /** It decides nothing. */
        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("statutory", statutory).and("byRules", byRules).toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
        }
    }

    /**
     * One identifier stands for one ballot.
     *
     * @param ballot the identifier under which different ballots came in
     */
    record BallotTwice(BallotId ballot) implements VotingFinding {

        /** {@code voting.ballot-twice}. */
        public static final RuleCode CODE = new RuleCode("voting.ballot-twice");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return Verdict.NOT_MET;
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("ballot", ballot).toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    /**
     * No ballot is later than the count.
     *
     * @param ballot the ballot
     * @param receivedAt when it is said to have come in
     * @param countedAt when the count is made
     */
    record BallotAfterCount(BallotId ballot, Instant receivedAt, Instant countedAt)
            implements VotingFinding {

        /** {@code voting.ballot-after-count}. */
        public static final RuleCode CODE = new RuleCode("voting.ballot-after-count");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(!receivedAt.isAfter(countedAt));
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("ballot", ballot)
                    .and("received", receivedAt)
                    .and("counted", countedAt)
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    /**
     * No withdrawal is later than the count.
     *
     * @param withdrawal the withdrawal
     * @param countedAt when the count is made
     */
    record WithdrawalAfterCount(Withdrawal withdrawal, Instant countedAt) implements VotingFinding {

        /** {@code voting.withdrawal-after-count}. */
        public static final RuleCode CODE = new RuleCode("voting.withdrawal-after-count");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(!withdrawal.at().isAfter(countedAt));
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("principal", withdrawal.principal())
                    .and("proxy", withdrawal.proxy())
                    .and("withdrawn", withdrawal.at())
                    .and("counted", countedAt)
                    .toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    /**
     * Who votes stands fixed when the voting opens; no later roster weighs the ballots.
     *
     * @param roster the record date of the roster
     * @param opening the day on which voting opens
     */
    record RosterDay(LocalDate roster, LocalDate opening) implements VotingFinding {

        /** {@code voting.roster-day}. */
        public static final RuleCode CODE = new RuleCode("voting.roster-day");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(!roster.isAfter(opening));
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("roster", roster).and("opening", opening).toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
        }
    }

    /**
     * Not more came in than a count takes.
     *
     * @param received how many ballots, withdrawals, deliveries or requests for paper
     * @param limit how many are taken
     */
    record BoxSize(long received, long limit) implements VotingFinding {

        /** {@code voting.box-size}. */
        public static final RuleCode CODE = new RuleCode("voting.box-size");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(received <= limit);
        }

        @Override
        public Map<String, String> evidence() {
            return Evidence.of("received", received).and("limit", limit).toMap();
        }

        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    private static Map<String, String> figures(
            Evidence figures, RuleSet.Share required, RuleSet rules) {
        return figures.and("threshold", required.threshold())
                .and("policy", rules.version())
                .toMap();
    }
}
