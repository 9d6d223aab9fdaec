package io.github.xinyi.trust.receivable;

/**
 * What one receipt pays of one bill, for example 111.93 of {@code R000001} for {@code B2025010001}.
 *
 * @param receipt the receipt's number
 * @param bill the bill's number
 * @param amountMinor in fen, above 0
 * @since 0.1.0
 */
public record Allocation(String receipt, String bill, long amountMinor) {

    /** Refuses an allocation of nothing with {@link IllegalArgumentException}. */
    public Allocation {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("nothing of " + receipt + " for " + bill);
        }
    }
}
