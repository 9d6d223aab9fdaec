package io.github.xinyi.trust.fund;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Public income of some time: what came in, what it cost, and what went into the maintenance fund.
 *
 * <p>Only payments are cost, since each of them has vouchers of its whole amount (F6); whatever
 * else is posted to an expense is not taken off. Source: Civil Code art. 282; what is reasonable
 * cost, SPC Interpretation on Condominium Ownership art. 14.
 *
 * @param gross received less reversed
 * @param documentedCost paid from public income under vouchers
 * @param passed given to the maintenance fund
 * @since 0.1.0
 */
public record PublicIncomeAccount(Money gross, Money documentedCost, Money passed) {

    /**
     * Reads the account.
     *
     * @param book the book as it stands
     * @param fromInclusive the first effective date
     * @param toInclusive the last effective date
     * @return the three sums
     */
    public static PublicIncomeAccount of(
            BookReader book, LocalDate fromInclusive, LocalDate toInclusive) {
        Set<AccountCode> accounts =
                book.balances().stream().map(Balance::account).collect(Collectors.toSet());
        Money gross = Money.ofFen(0);
        Money cost = Money.ofFen(0);
        Money passed = Money.ofFen(0);
        for (AccountCode account : accounts) {
            String code = account.value();
            if (code.startsWith("public.income.")) {
                gross =
                        gross.minus(
                                net(
                                        book,
                                        account,
                                        EntryKind.PUBLIC_INCOME,
                                        fromInclusive,
                                        toInclusive));
            } else if (code.startsWith("public.expense.")) {
                for (EntryKind kind : List.of(EntryKind.PAYMENT, EntryKind.MISPLACED_COST)) {
                    cost = cost.plus(net(book, account, kind, fromInclusive, toInclusive));
                }
            } else if (code.startsWith("public.passed.")
                    && accounts.contains(AccountCode.of("maintenance" + code.substring(6)))) {
                passed =
                        passed.plus(
                                net(book, account, EntryKind.TRANSFER, fromInclusive, toInclusive));
            }
        }
        return new PublicIncomeAccount(gross, cost, passed);
    }

    private static Money net(
            BookReader book, AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
        return book.turnover(account, kind, from, to).net();
    }

    /**
     * What is the owners' to use.
     *
     * @return gross less documented cost; below zero where more was spent than received
     */
    public Money net() {
        return gross.minus(documentedCost);
    }
}
