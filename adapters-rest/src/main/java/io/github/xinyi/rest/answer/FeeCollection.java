package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Property fees billed and received, as far as their batches are published.
 *
 * @param asOf when the last record counted was recorded, null for an empty log
 * @param openingMinor fees owed before the first record
 * @param billedMinor billed less reversed
 * @param receivedMinor received less reversed
 * @param outstandingMinor opening and billed less received
 * @param months in order
 * @param batches how many batches of bills and receipts are published
 * @param minUnits how many units a batch needs
 * @since 0.1.0
 */
public record FeeCollection(
        @Nullable String asOf,
        long openingMinor,
        long billedMinor,
        long receivedMinor,
        long outstandingMinor,
        List<Month> months,
        long batches,
        int minUnits)
        implements Answer {

    /** Copies the months. */
    public FeeCollection {
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param month for example {@code 2025-01}
     * @param billedMinor billed less reversed
     * @param receivedMinor received less reversed
     */
    public record Month(String month, long billedMinor, long receivedMinor) {}
}
