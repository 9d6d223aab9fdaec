package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Income and expense by month and by account; opening balances are neither.
 *
 * @param asOf when the last record counted was recorded, null for an empty log
 * @param months in order
 * @param accounts by code
 * @since 0.1.0
 */
public record Flows(@Nullable String asOf, List<Month> months, List<Account> accounts)
        implements Answer {

    /** Copies the lists. */
    public Flows {
        months = List.copyOf(months);
        accounts = List.copyOf(accounts);
    }

    /**
     * A month.
     *
     * @param month for example {@code 2025-01}
     * @param incomeMinor earned
     * @param expenseMinor spent
     */
    public record Month(String month, long incomeMinor, long expenseMinor) {}

    /**
     * An account of income or expense.
     *
     * @param account its code
     * @param name as shown
     * @param fundClass its class of money
     * @param type {@code INCOME} or {@code EXPENSE}
     * @param amountMinor earned or spent
     */
    public record Account(
            String account, String name, String fundClass, String type, long amountMinor) {}
}
