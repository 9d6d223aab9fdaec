package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * What one class gives another back of what it lent for a debit by the bank (归还垫款), for example
 * 30.00 of the service fund to public income.
 *
 * @param id the caller's name for the entry
 * @param from the class that owes
 * @param to another class, which is owed
 * @param amount above zero, in the book's currency, at most what the one owes and the other is owed
 * @param paper what says so, for example a note of the accountant
 * @param day the day on which it is recorded, that of the moment
 * @param salt hides what may have to be erased
 * @since 0.1.0
 */
public record RepaidShortfall(
        EntryId id,
        FundClass from,
        FundClass to,
        Money amount,
        SourceDocument paper,
        LocalDate day,
        Salt salt) {

    /** Refuses a class that pays itself. */
    public RepaidShortfall {
        if (from == to) {
            throw new IllegalArgumentException("a class owes itself nothing: " + from);
        }
    }
}
