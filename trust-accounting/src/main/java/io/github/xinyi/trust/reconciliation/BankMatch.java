package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.money.Money;
import java.util.List;

/**
 * Lines of the bank and entries of the book that are the same money, and by which rule, for example
 * one line of 300.00 and two receipts of 100.00 and 200.00 by {@code sum}.
 *
 * @param rule the rule's name
 * @param lines the bank's lines
 * @param entries the book's entries; one of the two sides is a single one
 * @since 0.1.0
 */
public record BankMatch(String rule, List<BankLine> lines, List<BookMovement> entries) {

    /** Copies the lists and asserts that both sides are the same money. */
    public BankMatch {
        lines = List.copyOf(lines);
        entries = List.copyOf(entries);
        Money there = lines.stream().map(BankLine::amount).reduce(Money.ofFen(0), Money::plus);
        Money here = entries.stream().map(BookMovement::amount).reduce(Money.ofFen(0), Money::plus);
        boolean single = lines.size() == 1 || entries.size() == 1;
        if (!there.equals(here) || !single || lines.isEmpty() || entries.isEmpty()) {
            throw new IllegalStateException(there + " of the bank is not " + here + " of the book");
        }
    }
}
