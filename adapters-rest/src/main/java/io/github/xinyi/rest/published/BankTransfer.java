package io.github.xinyi.rest.published;

import java.time.Instant;

/**
 * How the bank carried out a payment.
 *
 * @param reference the bank's number
 * @param paidAt when the bank booked it
 * @since 0.1.0
 */
public record BankTransfer(String reference, Instant paidAt) {}
