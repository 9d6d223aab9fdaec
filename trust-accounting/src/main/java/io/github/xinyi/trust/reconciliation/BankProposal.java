package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.BankEvidence;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.merkle.Hash;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the book may record of a line that the bank made by itself (F3): fees, interest and returned
 * items enter only so, each on its line, once somebody has decided; nothing is posted here.
 *
 * @since 0.1.0
 */
public sealed interface BankProposal {

    /**
     * The bank's line.
     *
     * @return what the bank did
     */
    BankLine line();

    /**
     * The line as the book asks for it before it records what the bank did.
     *
     * @param bankAccount the host's short name of the account at the bank, for example {@code
     *     joint}
     * @param cash the cash accounts that are kept in it
     * @param statement the SHA-256 of the file that was read
     * @param zone in which the bank's moment is a day
     * @return the evidence, for a {@code BankDebit}
     * @throws IllegalArgumentException if the bank's number is not 1 to 48 letters, digits or
     *     hyphens, or the short name is of another form
     */
    default BankEvidence evidence(
            String bankAccount, Set<AccountCode> cash, Hash statement, ZoneId zone) {
        return new BankEvidence(
                bankAccount,
                cash,
                line().reference(),
                LocalDate.ofInstant(line().at(), zone),
                line().amount(),
                statement);
    }

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
     * Interest that the bank paid: income from the owners' money, and so theirs (Trust Law art.
     * 14).
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

        /**
         * The receipt that the bank took back.
         *
         * @return empty if money came in, or not exactly one entry could be the original
         */
        public Optional<EntryId> receipt() {
            return line.amount().isNegative() && originals.size() == 1
                    ? Optional.of(originals.get(0))
                    : Optional.empty();
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
    <R> R fold(Function<Fee, R> fee, Function<Interest, R> interest, Function<Returned, R> back);
}
