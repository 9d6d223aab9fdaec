package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.journal.EntryId;
import java.util.List;
import java.util.function.Function;

/**
 * What the book may record of a line that the bank made by itself (F3): fees, interest and returned
 * items enter only so, each on its line, once somebody has decided; nothing is posted here.
 *
 * @since 0.1.0
 */
public sealed interface BankProposal {

    /** The bank's line. */
    BankLine line();

    /**
     * A fee that the bank took.
     *
     * @param line the line, money going out
     */
    record Fee(BankLine line) implements BankProposal {
        @Override
        public <R> R fold(
                Function<Fee, R> fee, Function<Interest, R> interest, Function<Returned, R> back) {
            return fee.apply(this);
        }
    }

    /**
     * Interest that the bank paid: income from the owners' money, and so theirs (Trust Law art. 14).
     *
     * @param line the line, money coming in
     */
    record Interest(BankLine line) implements BankProposal {
        @Override
        public <R> R fold(
                Function<Fee, R> fee, Function<Interest, R> interest, Function<Returned, R> back) {
            return interest.apply(this);
        }
    }

    /**
     * A receipt or payment that the bank took back.
     *
     * @param line the line, in the direction opposite to the original
     * @param originals entries of the opposite amount, not reversed, that took effect on the day of
     *     the line or in the 31 days before; if there is exactly one it is the original
     */
    record Returned(BankLine line, List<EntryId> originals) implements BankProposal {
        /** Copies the originals. */
        public Returned {
            originals = List.copyOf(originals);
        }

        @Override
        public <R> R fold(
                Function<Fee, R> fee, Function<Interest, R> interest, Function<Returned, R> back) {
            return back.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param fee for a fee
     * @param interest for interest
     * @param back for a returned item
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<Fee, R> fee, Function<Interest, R> interest, Function<Returned, R> back);
}
