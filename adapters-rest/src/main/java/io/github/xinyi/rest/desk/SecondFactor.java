package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.merkle.Hash;
import java.time.Instant;

/**
 * Asks a key-holder once more who he is, for each approval anew: you implement this. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface SecondFactor {

    /** What was found. */
    enum Proof {
        /** It is the holder, and he means this order. */
        GIVEN,
        /** It is not shown to be. */
        NOT_GIVEN
    }

    /**
     * Judges what a holder sent.
     *
     * @param holder who approves
     * @param order the digest of the order that is approved; a code given for another proves
     *     nothing
     * @param code what he sent, 1 to 256 characters; it is never logged
     * @param at the moment
     * @return whether it proves him
     */
    Proof judge(PersonId holder, Hash order, String code, Instant at);
}
