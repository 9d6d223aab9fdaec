package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Money that a bank took out by itself (银行主动扣款): the only way for cash to leave without two keys,
 * and only on the evidence of a line of its statement.
 *
 * <p>Source: interpretation (invariants F1 and F3); nobody signs for what a bank has done already.
 *
 * @since 0.1.0
 */
public sealed interface BankDebit {

    /**
     * A fee (手续费), for example 15.00 for transfers.
     *
     * @param line the bank's line, of the fee's amount
     * @param cash the cash that pays it
     * @param cost the cost it is, of the same fund class
     * @param day the day to which it belongs, not before the bank's
     * @param salt hides what may have to be erased
     */
    record Fee(BankEvidence line, AccountCode cash, AccountCode cost, LocalDate day, Salt salt)
            implements BankDebit {
        @Override
        public <R> R fold(Function<Fee, R> fee, Function<ReturnedItem, R> returned) {
            return fee.apply(this);
        }
    }

    /**
     * A receipt that the bank took back (退票), for example a payment by a cheque without cover.
     *
     * @param line the bank's line, of the receipt's amount
     * @param receipt the receipt, which is reversed whole
     * @param day the day to which it belongs, not before the bank's
     * @param salt hides the household's postings
     */
    record ReturnedItem(BankEvidence line, EntryId receipt, LocalDate day, Salt salt)
            implements BankDebit {
        @Override
        public <R> R fold(Function<Fee, R> fee, Function<ReturnedItem, R> returned) {
            return returned.apply(this);
        }
    }

    /**
     * The line of the bank that shows it.
     *
     * @return the evidence
     */
    BankEvidence line();

    /**
     * One answer for each case.
     *
     * @param fee for a fee
     * @param returned for a returned item
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<Fee, R> fee, Function<ReturnedItem, R> returned);
}
