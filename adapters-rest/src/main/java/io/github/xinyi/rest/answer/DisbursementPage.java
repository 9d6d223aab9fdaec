package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments, the latest request first.
 *
 * @param items a page
 * @param next the cursor of the next page, null at the end
 * @since 0.1.0
 */
public record DisbursementPage(List<Item> items, @Nullable String next) implements Answer {

    /** Copies the items. */
    public DisbursementPage {
        items = List.copyOf(items);
    }

    /**
     * A payment in short.
     *
     * @param id its number
     * @param kind {@code PAYMENT} or {@code REMUNERATION}
     * @param status where it stands
     * @param amountMinor how much
     * @param purpose what for
     * @param payeeName to whom, by the name that the keys sign; empty where they sign none
     * @param budgetLine the line charged
     * @param requestedAt when it was asked for
     * @param entryIndex the record of its payment, null before
     */
    public record Item(
            String id,
            String kind,
            String status,
            long amountMinor,
            String purpose,
            String payeeName,
            String budgetLine,
            String requestedAt,
            @Nullable Long entryIndex) {}
}
