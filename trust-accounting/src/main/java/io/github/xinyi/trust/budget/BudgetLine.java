package io.github.xinyi.trust.budget;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.money.Money;

/**
 * One line of a budget (预算科目), for example {@code SF-03}, 保洁, 168,000.00 of the service fund.
 *
 * @param code letters, digits and hyphens, at most 16
 * @param name what people call it, at most 100 characters
 * @param fundClass the money it is paid from
 * @param amount at most so much in the year, at least zero
 * @since 0.1.0
 */
public record BudgetLine(String code, String name, FundClass fundClass, Money amount) {

    /** Refuses a line that cannot be spent from or against. */
    public BudgetLine {
        if (!code.matches("[A-Za-z0-9-]{1,16}") || name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("not a budget line: " + code);
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("line " + code + " is negative");
        }
        if (fundClass != FundClass.SERVICE_FUND && fundClass != FundClass.PUBLIC_INCOME) {
            throw new IllegalArgumentException("no budget of " + fundClass);
        }
    }

    /**
     * The account to which its cost is posted.
     *
     * @return for example {@code service.expense.SF-03}
     */
    public AccountCode expenseAccount() {
        return AccountCode.of(fundClass.prefix() + ".expense." + code);
    }

    /**
     * The cash from which it is paid.
     *
     * @return for example {@code service.cash}
     */
    public AccountCode cashAccount() {
        return AccountCode.of(fundClass.prefix() + ".cash");
    }

    Account account() {
        return new Account(expenseAccount(), name, name, fundClass, AccountType.EXPENSE);
    }
}
