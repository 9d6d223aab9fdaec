package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * A cost that the service fund or public income paid and the other of the two is to bear (费用归属更正),
 * for example 1,200.00 of {@code pay/E0001} that belong to the line {@code PI-03}.
 *
 * <p>The class that paid is owed what it paid for the other, and the line of the other bears it.
 * Source: Trust Law art. 29, an interpretation.
 *
 * @param passing the payment, and the how-maniest passing of its cost this is
 * @param line the code of the budget line that is to bear it
 * @param amount at most what was paid
 * @param day the day to which it belongs: in the payment's year, not before it, not in the future
 * @param reason what the slip was (更正说明), at most 500 characters; it is public and names nobody
 * @param salt hides what may have to be erased
 * @since 0.1.0
 */
public record MisplacedCost(
        PassedCost passing, String line, Money amount, LocalDate day, String reason, Salt salt) {

    /** Refuses a cost of which nobody says why it is another class's. */
    public MisplacedCost {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("no reason to move the cost of " + passing);
        }
    }
}
