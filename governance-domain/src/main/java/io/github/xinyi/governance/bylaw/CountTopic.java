package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.community.HeadPolicy;
import java.util.function.UnaryOperator;

/**
 * A point on which rules of procedure may ask for another count than the statutory one; each needs
 * a clause of its own.
 *
 * @since 0.1.0
 */
public enum CountTopic {
    /** Whether abstentions take part (I01). */
    ABSTENTION(b -> b.with(b.counting().withAbstention(defaults().abstention()))),
    /** Silence and followers of the majority (I02). */
    SILENCE(b -> b.with(b.counting().withSilence(defaults().silence()))),
    /** Invalid ballots (I03). */
    INVALID_BALLOTS(b -> b.with(b.counting().withInvalid(defaults().invalid()))),
    /** Repeated ballots (I04). */
    REPEATED_BALLOTS(b -> b.with(b.counting().withRepeated(defaults().repeated()))),
    /** Mixed answers of one head (I05). */
    MIXED_ANSWERS(b -> b.with(b.counting().withMixed(defaults().mixed()))),
    /** Partial returns of one head (I06). */
    PARTIAL_RETURNS(b -> b.with(b.counting().withPartial(defaults().partial()))),
    /** Owners in arrears (I45). */
    ARREARS(b -> b.with(b.counting().withArrears(defaults().arrears()))),
    /** Parking spaces, co-owners and developers as heads (I07 to I10). */
    HEADS(b -> b.with(HeadPolicy.statutory()));

    private final UnaryOperator<Bylaws> toDefault;

    CountTopic(UnaryOperator<Bylaws> toDefault) {
        this.toDefault = toDefault;
    }

    private static CountPolicy defaults() {
        return CountPolicy.statutory();
    }

    Bylaws without(Bylaws bylaws) {
        return toDefault.apply(bylaws);
    }

    boolean isAskedBy(Bylaws bylaws) {
        return !without(bylaws).equals(bylaws);
    }
}
