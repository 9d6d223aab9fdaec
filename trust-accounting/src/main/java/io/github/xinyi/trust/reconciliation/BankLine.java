package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.money.Money;
import java.time.Instant;

/**
 * One line of a bank statement (银行对账单).
 *
 * @param reference the bank's number, unique in the account
 * @param at when the bank booked it
 * @param amount in above zero, out below
 * @param balanceAfter the balance that the bank shows after it
 * @since 0.1.0
 */
public record BankLine(String reference, Instant at, Money amount, Money balanceAfter) {}
