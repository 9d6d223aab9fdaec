package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.trust.money.Money;

/**
 * Above how much a third person must sign (第三人审批), for example 20,000.00 to one payee within 30
 * days, however many orders it is split into.
 *
 * <p>Source: an interpretation of what owners may agree; none by default.
 *
 * @param scope what is added up
 * @param aboveMinor in fen, the greatest sum that needs no third person, at least zero
 * @param days the window in days, 1 to 366; a single order counts alone whatever it is
 * @since 0.1.0
 */
public record ApprovalLimit(Scope scope, long aboveMinor, int days) {

    /** What is added up. */
    public enum Scope {
        /** The order alone. */
        ORDER,
        /** All orders for one payee. */
        PAYEE,
        /** All orders charged to one line, and to what is promised of it. */
        LINE
    }

    /** Refuses limits that no agreement can have. */
    public ApprovalLimit {
        if (aboveMinor < 0 || days < 1 || days > 366) {
            throw new IllegalArgumentException("no limit: " + aboveMinor + " in " + days + " days");
        }
    }

    /**
     * The greatest sum that needs no third person.
     *
     * @return for example 20,000.00
     */
    public Money above() {
        return Money.ofFen(aboveMinor);
    }
}
