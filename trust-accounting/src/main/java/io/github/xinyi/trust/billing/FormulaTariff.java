package io.github.xinyi.trust.billing;

import io.github.xinyi.trust.formula.Formula;
import java.time.LocalDate;

/**
 * A charge that a formula computes from a day on, with fixed and metered parts as agreed, for
 * example {@code 热水}: {@code 10[yuan/month] * months + 4.5[yuan/reading] * (current - previous)}.
 *
 * @param item what is charged, 1 to 64 characters
 * @param formula how
 * @param from the first day on which it applies
 * @since 0.1.0
 */
public record FormulaTariff(String item, Formula formula, LocalDate from) {

    /** Refuses an item without a name with {@link IllegalArgumentException}. */
    public FormulaTariff {
        if (item.isBlank() || item.length() > 64) {
            throw new IllegalArgumentException("an item has 1 to 64 characters: " + item);
        }
    }
}
