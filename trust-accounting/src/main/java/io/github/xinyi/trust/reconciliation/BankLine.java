package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.money.Money;
import java.time.Instant;

/**
 * One line of a bank statement (银行对账单), for example {@code BK7}, 133.65 in, balance 274,979.18.
 *
 * <p>Party and text may name a person: they serve matching alone, are never published, and are left
 * out of {@link #toString}.
 *
 * @param reference the bank's number, unique in the account
 * @param at when the bank booked it
 * @param amount in above zero, out below
 * @param balanceAfter the balance that the bank shows after it
 * @param party who paid or was paid, as far as the bank names one; may be empty
 * @param text what the bank or the payer wrote; may be empty
 * @param kind what kind of line it is
 * @since 0.1.0
 */
public record BankLine(
        String reference,
        Instant at,
        Money amount,
        Money balanceAfter,
        String party,
        String text,
        BankLineKind kind) {

    /**
     * A line of which no more is known than its amount.
     *
     * @param reference the bank's number, unique in the account
     * @param at when the bank booked it
     * @param amount in above zero, out below
     * @param balanceAfter the balance that the bank shows after it
     */
    public BankLine(String reference, Instant at, Money amount, Money balanceAfter) {
        this(reference, at, amount, balanceAfter, "", "", BankLineKind.PAYMENT);
    }

    /** For example {@code BK7 133.65}; never a party or a text. */
    @Override
    public String toString() {
        return reference + " " + amount;
    }
}
