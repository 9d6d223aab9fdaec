package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A ballot that does not count on a motion, and every reason why, for example {@code V0034},
 * unsigned.
 *
 * @param ballot the ballot
 * @param unit the unit it names
 * @param reasons at least one, in the order of {@link Reason}
 * @param openedOn the day on which the voting opened, whose law was applied
 * @param grounds what the reasons were measured by
 * @since 0.1.0
 */
public record SetAside(
        BallotId ballot, UnitId unit, Set<Reason> reasons, LocalDate openedOn, Grounds grounds) {

    /** Copies the reasons and refuses to set aside without one. */
    public SetAside {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("ballot " + ballot + " set aside without a reason");
        }
        reasons = Collections.unmodifiableSet(EnumSet.copyOf(reasons));
    }

    /**
     * The reasons as findings, for people to read.
     *
     * @return one finding a reason, none of them met, with the figures of {@link #grounds}; each
     *     says whether it is a reading of the law, and a text that was not in force on the day of
     *     the opening is cited as unverified
     */
    public Ruling ruling() {
        return new Ruling(
                reasons.stream()
                        .map(
                                reason ->
                                        VotingFinding.OnDay.of(
                                                new VotingFinding.BallotSetAside(
                                                        ballot, unit, reason, grounds),
                                                openedOn))
                        .toList());
    }

    /** For example {@code V0034 for 3-1-301: [UNSIGNED]}. */
    @Override
    public String toString() {
        return ballot + " for " + unit + ": " + reasons;
    }

    /** Why a ballot does not count on a motion. */
    public enum Reason {
        /** The roster has no such unit. */
        UNKNOWN_UNIT("unknown-unit"),
        /** The unit is a parking space and carries no vote by default. */
        PARKING_UNIT("parking-unit"),
        /** The voter does not belong to the holder of the unit. */
        NOT_AN_OWNER("not-an-owner"),
        /** The owner for whom it speaks has died, and the heirs are not known yet. */
        OWNER_DECEASED("owner-deceased"),
        /** The owner has a guardian on the day of receipt, who alone votes for the ward. */
        OWNER_IS_WARD("owner-is-ward"),
        /** The roster knows the voter as no guardian of that owner on the day of receipt. */
        NOT_THE_GUARDIAN("not-the-guardian"),
        /** The written authority is not good on the day of receipt. */
        AUTHORITY_OUT_OF_DATE("authority-out-of-date"),
        /** The principal had taken the authority back. */
        AUTHORITY_WITHDRAWN("authority-withdrawn"),
        /** The proxy votes for more principals than its region allows; the first stand. */
        TOO_MANY_PRINCIPALS("too-many-principals"),
        /** Not signed. */
        UNSIGNED("unsigned"),
        /** Received before the voting opened. */
        EARLY("early"),
        /** Received after the voting closed. */
        LATE("late"),
        /** Nothing is ticked for the motion. */
        UNANSWERED("unanswered"),
        /** More than one answer is ticked for the motion. */
        OVER_VOTED("over-voted"),
        /** The proxy answers otherwise than the principal wants. */
        AGAINST_OPINION("against-opinion"),
        /** The owner has voted, and that beats the proxy's ballot. */
        OWNER_VOTED("owner-voted"),
        /** Another valid ballot for the unit stands and says the same. */
        IDENTICAL_REPEAT("identical-repeat"),
        /** Another valid ballot for the unit stands and says otherwise; which, the rules say. */
        DIFFERING_REPEAT("differing-repeat");

        private final RuleCode code;

        Reason(String name) {
            this.code = new RuleCode("voting.ballot-" + name);
        }

        /**
         * The law it stands on; where the law leaves room, the article that does, as a reading.
         *
         * @return at least one place
         */
        List<Citation> basis() {
            return switch (this) {
                case OWNER_DECEASED -> List.of(Statutes.CIVIL_CODE.at(13).asInterpretation());
                case OWNER_IS_WARD, NOT_THE_GUARDIAN ->
                        List.of(Statutes.CIVIL_CODE.at(23).asInterpretation());
                case NOT_AN_OWNER -> List.of(Statutes.CIVIL_CODE.at(278, 1));
                case PARKING_UNIT ->
                        List.of(
                                Statutes.SPC_OWNERSHIP.at(2).asInterpretation(),
                                Statutes.SPC_OWNERSHIP.at(8).asInterpretation());
                case AUTHORITY_OUT_OF_DATE -> List.of(Statutes.CIVIL_CODE.at(165));
                case AUTHORITY_WITHDRAWN -> List.of(Statutes.CIVIL_CODE.at(173));
                case AGAINST_OPINION, OWNER_VOTED, TOO_MANY_PRINCIPALS ->
                        List.of(
                                Statutes.PROPERTY_MANAGEMENT_REGULATION
                                        .at(12, 2)
                                        .asInterpretation());
                case EARLY, LATE ->
                        List.of(
                                Statutes.PROPERTY_MANAGEMENT_REGULATION
                                        .at(14, 1)
                                        .asInterpretation(),
                                Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
                case UNKNOWN_UNIT,
                        UNSIGNED,
                        UNANSWERED,
                        OVER_VOTED,
                        IDENTICAL_REPEAT,
                        DIFFERING_REPEAT ->
                        List.of(Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
            };
        }

        /**
         * The stable name under which its text is found.
         *
         * @return for example {@code voting.ballot-unsigned}
         */
        public RuleCode code() {
            return code;
        }
    }
}
