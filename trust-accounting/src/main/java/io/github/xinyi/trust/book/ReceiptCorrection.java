package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * A receipt that was recorded by mistake (收款更正), put right without any cash at the bank moving.
 *
 * @since 0.1.0
 */
public sealed interface ReceiptCorrection {

    /**
     * One line of the bank recorded as two receipts: the second is reversed.
     *
     * @param line the bank's line, of the amount of one of them
     * @param kept the receipt that stays
     * @param mistaken the receipt that never was
     * @param day the day to which the correction belongs
     * @param salt hides the household's postings
     */
    record RecordedTwice(
            BankEvidence line, EntryId kept, EntryId mistaken, LocalDate day, Salt salt)
            implements ReceiptCorrection {
        @Override
        public <R> R fold(Function<RecordedTwice, R> twice, Function<WrongUnit, R> wrongUnit) {
            return twice.apply(this);
        }
    }

    /**
     * A receipt recorded for another household than the one that paid: what it paid passes to that
     * one.
     *
     * @param receipt the receipt, which stays as it is
     * @param unit the unit whose money it was
     * @param day the day to which the correction belongs
     * @param saltFrom hides the postings of the household that did not pay
     * @param saltTo hides the postings of the one that did
     */
    record WrongUnit(EntryId receipt, UnitId unit, LocalDate day, Salt saltFrom, Salt saltTo)
            implements ReceiptCorrection {
        @Override
        public <R> R fold(Function<RecordedTwice, R> twice, Function<WrongUnit, R> wrongUnit) {
            return wrongUnit.apply(this);
        }
    }

    /**
     * One answer for each case.
     *
     * @param twice for a receipt recorded twice
     * @param wrongUnit for a receipt of another household
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<RecordedTwice, R> twice, Function<WrongUnit, R> wrongUnit);
}
