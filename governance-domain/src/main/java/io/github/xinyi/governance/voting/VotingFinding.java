package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
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

    private static Citation thresholds() {
        return Statutes.CIVIL_CODE.at(278, 2);
    }

    /**
     * All owners were told 15 calendar days before the meeting; the day of notice does not count.
     *
     * <p>Source: Property Management Regulation art. 14; the count of days is our reading of it.
     *
     * @param notified the day of notice
     * @param opening the day on which voting opens
     */
    record NoticeDays(LocalDate notified, LocalDate opening) implements VotingFinding {

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
                    .and("policy", Tally.POLICY_VERSION)
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
     * @param required the share needed
     */
    record AreaQuorum(FloorArea participating, FloorArea total, Threshold required)
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
                    required.isMetBy(participating.squareDecimetres(), total.squareDecimetres()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures("participating", participating, "total", total, required);
        }

        @Override
        public List<Citation> basis() {
            return List.of(thresholds(), Statutes.SPC_OWNERSHIP.at(8));
        }
    }

    /**
     * Enough heads take part, measured against all that carry a vote.
     *
     * @param participating the heads taking part
     * @param total all heads
     * @param required the share needed
     */
    record HeadQuorum(HeadCount participating, HeadCount total, Threshold required)
            implements VotingFinding {

        /** {@code voting.head-quorum}. */
        public static final RuleCode CODE = new RuleCode("voting.head-quorum");

        @Override
        public RuleCode rule() {
            return CODE;
        }

        @Override
        public Verdict verdict() {
            return VotingFinding.verdict(required.isMetBy(participating.value(), total.value()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures("participating", participating, "total", total, required);
        }

        @Override
        public List<Citation> basis() {
            return List.of(thresholds(), Statutes.SPC_OWNERSHIP.at(9));
        }
    }

    /**
     * Enough area consents, measured against the area taking part.
     *
     * @param consenting the area in favour
     * @param participating the area taking part
     * @param required the share needed
     */
    record AreaConsent(FloorArea consenting, FloorArea participating, Threshold required)
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
                    required.isMetBy(
                            consenting.squareDecimetres(), participating.squareDecimetres()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures("consenting", consenting, "participating", participating, required);
        }

        @Override
        public List<Citation> basis() {
            return List.of(thresholds(), Statutes.SPC_OWNERSHIP.at(8));
        }
    }

    /**
     * Enough heads consent, measured against the heads taking part.
     *
     * @param consenting the heads in favour
     * @param participating the heads taking part
     * @param required the share needed
     */
    record HeadConsent(HeadCount consenting, HeadCount participating, Threshold required)
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
                    required.isMetBy(consenting.value(), participating.value()));
        }

        @Override
        public Map<String, String> evidence() {
            return figures("consenting", consenting, "participating", participating, required);
        }

        @Override
        public List<Citation> basis() {
            return List.of(thresholds(), Statutes.SPC_OWNERSHIP.at(9));
        }
    }

    /**
     * A ballot does not count on a motion, for one reason.
     *
     * @param ballot the ballot
     * @param unit the unit it names
     * @param reason why
     */
    record BallotSetAside(BallotId ballot, UnitId unit, SetAside.Reason reason)
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
            return Evidence.of("ballot", ballot)
                    .and("unit", unit)
                    .and("policy", Tally.POLICY_VERSION)
                    .toMap();
        }

        /** How ballots are read is our reading where the law is silent. */
        @Override
        public List<Citation> basis() {
            return List.of();
        }
    }

    private static Map<String, String> figures(
            String partName, Object part, String wholeName, Object whole, Threshold required) {
        return Evidence.of(partName, part)
                .and(wholeName, whole)
                .and("threshold", required)
                .and("policy", Tally.POLICY_VERSION)
                .toMap();
    }
}
