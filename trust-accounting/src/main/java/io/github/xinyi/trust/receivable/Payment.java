package io.github.xinyi.trust.receivable;

import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.LocalDate;

/**
 * Money that came from a payer, for example {@code R000001} of 367.23 on 2025-01-01.
 *
 * @param number the receipt's number, unique in the community
 * @param bankLine the bank's number of the line
 * @param day the day on which it came
 * @param amountMinor in fen, 1 to {@link Charge#MAX_MINOR}
 * @since 0.1.0
 */
public record Payment(String number, String bankLine, LocalDate day, long amountMinor) {

    /** Refuses what no receipt can be with {@link IllegalArgumentException}. */
    public Payment {
        SourceDocument.number(number);
        if (bankLine.isBlank() || bankLine.length() > 64 || !Charge.isAmount(amountMinor)) {
            throw new IllegalArgumentException("not a receipt: " + number + ", " + amountMinor);
        }
    }

    static Payment of(FeeReceipt receipt) {
        return new Payment(
                receipt.number(), receipt.bankLine().id(), receipt.day(), receipt.amount().minor());
    }
}
