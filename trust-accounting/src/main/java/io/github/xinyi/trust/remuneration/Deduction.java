package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * What the contract takes off the remuneration, or gives back of what it took (考核扣减), for example
 * 2,000.00 off for a satisfaction of 71 of 100 in the second quarter.
 *
 * @param id its number, once in the contract
 * @param day the day from which it counts
 * @param amount above zero to take off, below zero to give back
 * @param evaluation the evaluated result on which it stands
 * @since 0.1.0
 */
public record Deduction(String id, LocalDate day, Money amount, SourceDocument evaluation) {

    /** Refuses a deduction of nothing, or without a number. */
    public Deduction {
        if (id.isBlank() || id.length() > 64 || amount.minor() == 0) {
            throw new IllegalArgumentException("not a deduction: " + id + " " + amount);
        }
    }
}
