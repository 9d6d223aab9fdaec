package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.measure.Threshold;

/**
 * Which share of those taking part must consent, by area and by heads alike. Source: Civil Code
 * art. 278 para. 2.
 *
 * @since 0.1.0
 */
public enum VoteClass {
    /** More than half (过半数) of those taking part. */
    ORDINARY(new Threshold.MoreThan(Ratio.of(1, 2))),
    /** Three quarters or more (四分之三以上) of those taking part. */
    SPECIAL(new Threshold.AtLeast(Ratio.of(3, 4)));

    private final Threshold consent;

    VoteClass(Threshold consent) {
        this.consent = consent;
    }

    /**
     * The share that must consent.
     *
     * @return measured against those taking part, never against all owners
     */
    public Threshold consent() {
        return consent;
    }

    /** Under which name a region asks for more of it. */
    LocalTerms.Share.Kind localShare() {
        return switch (this) {
            case ORDINARY -> LocalTerms.Share.Kind.ORDINARY;
            case SPECIAL -> LocalTerms.Share.Kind.SPECIAL;
        };
    }
}
