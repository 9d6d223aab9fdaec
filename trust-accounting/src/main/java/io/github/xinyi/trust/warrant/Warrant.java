package io.github.xinyi.trust.warrant;

import io.github.xinyi.trust.keys.TwoKeyProof;

/**
 * The right to post an entry that the book takes from nobody by hand (记账授权): a payment, or what
 * falls due to the firm or from it, or from one class to another.
 *
 * <p>Example: {@code new Warrant.Payment(proof)}, made by {@code Disbursements} after it has opened
 * the proof under the contract's own keys. A host reads this type and cannot name it, since its
 * package is not exported to it; on the class path that is a convention, as for every such package.
 * Source: invariants F4, F5, F9 and D1, which are judged above the book.
 *
 * @since 0.1.0
 */
public sealed interface Warrant {

    /**
     * Two keys given for one payment, under the register of its contract.
     *
     * @param keys the proof of both signatures
     * @param isSent whether it went to the bank under the rules of that moment, and may be paid
     */
    record Payment(TwoKeyProof keys, boolean isSent) implements Warrant {

        /**
         * Two keys given for a payment that is made as it is recorded.
         *
         * @param keys the proof of both signatures
         */
        public Payment(TwoKeyProof keys) {
            this(keys, false);
        }
    }

    /**
     * That a rule of the trust has reckoned what falls due, and judges it again as it is posted.
     */
    record Accrual() implements Warrant {}
}
