package io.github.xinyi.governance.bylaw;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How ballots are read where the law leaves room, for example {@link #statutory()}. The defaults
 * are our reading of Civil Code art. 278 para. 2 and always decide; anything else needs an {@link
 * AdoptedClause} and only stands beside them.
 *
 * @param abstention whether a returned abstention takes part (I01)
 * @param silence what becomes of those who return nothing (I02)
 * @param invalid what becomes of a ballot unsigned or over-voted (I03)
 * @param repeated which of several valid ballots for a unit stands (I04)
 * @param mixed one holder whose units answer differently (I05)
 * @param partial one holder of whose units only some answer (I06)
 * @param arrears owners who owe property fees (I45)
 * @since 0.1.0
 */
public record CountPolicy(
        Abstention abstention,
        Silence silence,
        InvalidBallots invalid,
        RepeatedBallots repeated,
        MixedAnswers mixed,
        PartialReturns partial,
        Arrears arrears) {

    /** Whether a returned abstention takes part. */
    public enum Abstention {
        /** It takes part and does not consent; the default. */
        PARTICIPATES,
        /** It is as if nothing had been returned. */
        DOES_NOT_PARTICIPATE
    }

    /**
     * What becomes of a head that returns nothing although the ballot reached it. To follow the
     * majority is to join the side with strictly more area and more heads; where there is none,
     * nobody is moved.
     */
    public enum Silence {
        /** It does not take part; the default. */
        NOT_PARTICIPATING,
        /** It takes part and abstains. */
        COUNT_IN_QUORUM_AS_ABSTAIN,
        /** It does not take part; ticked abstentions join the majority. */
        FOLLOW_MAJORITY_ABSTAIN_ONLY,
        /** It joins the majority, and so do ticked abstentions. */
        FOLLOW_MAJORITY_ALL_DELIVERED;

        /**
         * Whether heads are counted that returned nothing.
         *
         * @return true if proof of delivery is needed
         */
        public boolean countsSilence() {
            return this == COUNT_IN_QUORUM_AS_ABSTAIN || this == FOLLOW_MAJORITY_ALL_DELIVERED;
        }

        /**
         * Whether ticked abstentions join the majority.
         *
         * @return true for both ways to follow it
         */
        public boolean followsMajority() {
            return this == FOLLOW_MAJORITY_ABSTAIN_ONLY || this == FOLLOW_MAJORITY_ALL_DELIVERED;
        }
    }

    /** A unit that returned in time, by an entitled voter, only what is unsigned or over-voted. */
    public enum InvalidBallots {
        /** It does not take part; the default. */
        NOT_PARTICIPATING,
        /** It takes part and abstains. */
        COUNT_AS_ABSTENTION
    }

    /** Which of several valid ballots for a unit stands. */
    public enum RepeatedBallots {
        /** The first; the default. */
        FIRST_VALID_WINS,
        /** The last before the voting closes. */
        LAST_BEFORE_CLOSE_WINS
    }

    /** One head whose units answer differently. */
    public enum MixedAnswers {
        /** It abstains with all the area returned; the default. */
        REQUIRE_CONSISTENT,
        /** Its area counts unit by unit, and its head abstains. */
        SPLIT_AREA_HEAD_ABSTAIN,
        /** It does not take part. */
        REJECT_ALL
    }

    /** One head of whose units only some answer. */
    public enum PartialReturns {
        /** One head with the area returned; the default. */
        RETURNED_AREA,
        /** One head with all its area. */
        WHOLE_AREA,
        /** It does not take part. */
        REJECT_ALL
    }

    /** Units on which property fees are owed. */
    public enum Arrears {
        /** They vote as any other; the default. */
        NOT_RESTRICTED,
        /** They are left out of the votes and of the totals; whether that holds is contested. */
        EXCLUDED
    }

    private static final CountPolicy STATUTORY =
            new CountPolicy(
                    Abstention.PARTICIPATES,
                    Silence.NOT_PARTICIPATING,
                    InvalidBallots.NOT_PARTICIPATING,
                    RepeatedBallots.FIRST_VALID_WINS,
                    MixedAnswers.REQUIRE_CONSISTENT,
                    PartialReturns.RETURNED_AREA,
                    Arrears.NOT_RESTRICTED);

    /**
     * All defaults.
     *
     * @return the policy of every statutory count
     */
    public static CountPolicy statutory() {
        return STATUTORY;
    }

    /**
     * With another reading of abstentions.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withAbstention(Abstention other) {
        return new CountPolicy(other, silence, invalid, repeated, mixed, partial, arrears);
    }

    /**
     * With another reading of silence.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withSilence(Silence other) {
        return new CountPolicy(abstention, other, invalid, repeated, mixed, partial, arrears);
    }

    /**
     * With another reading of invalid ballots.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withInvalid(InvalidBallots other) {
        return new CountPolicy(abstention, silence, other, repeated, mixed, partial, arrears);
    }

    /**
     * With another reading of repeated ballots.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withRepeated(RepeatedBallots other) {
        return new CountPolicy(abstention, silence, invalid, other, mixed, partial, arrears);
    }

    /**
     * With another reading of mixed answers.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withMixed(MixedAnswers other) {
        return new CountPolicy(abstention, silence, invalid, repeated, other, partial, arrears);
    }

    /**
     * With another reading of partial returns.
     *
     * @param other the reading
     * @return a changed copy
     */
    public CountPolicy withPartial(PartialReturns other) {
        return new CountPolicy(abstention, silence, invalid, repeated, mixed, other, arrears);
    }

    /**
     * With another treatment of arrears.
     *
     * @param other the treatment
     * @return a changed copy
     */
    public CountPolicy withArrears(Arrears other) {
        return new CountPolicy(abstention, silence, invalid, repeated, mixed, partial, other);
    }

    /** The seven readings in their order, for example {@code PARTICIPATES NOT_PARTICIPATING …}. */
    @Override
    public String toString() {
        return Stream.of(abstention, silence, invalid, repeated, mixed, partial, arrears)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }
}
