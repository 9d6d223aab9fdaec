package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.money.Money;
import java.util.List;

/**
 * All balances of a book by account (试算平衡表); it cannot be made if a class does not balance.
 *
 * @since 0.1.0
 */
public final class TrialBalance {

    private final ChartOfAccounts chart;
    private final List<Balance> balances;

    private TrialBalance(ChartOfAccounts chart, List<Balance> balances) {
        this.chart = chart;
        this.balances = List.copyOf(balances);
    }

    /**
     * The trial balance of some balances.
     *
     * @param chart the accounts
     * @param balances one an account
     * @return the trial balance
     * @throws IllegalStateException if debits and credits of a class differ, or an account is not
     *     in the chart: the book was changed by other hands
     */
    public static TrialBalance of(ChartOfAccounts chart, List<Balance> balances) {
        if (balances.stream().map(Balance::account).distinct().count() != balances.size()) {
            throw new IllegalArgumentException("an account has two balances");
        }
        TrialBalance trial = new TrialBalance(chart, balances);
        for (FundClass fundClass : FundClass.values()) {
            Money difference =
                    balances.stream()
                            .filter(b -> trial.account(b).fundClass() == fundClass)
                            .map(Balance::net)
                            .reduce(Money.ofFen(0), Money::plus);
            if (difference.minor() != 0) {
                throw new IllegalStateException(fundClass + " is out of balance by " + difference);
            }
        }
        return trial;
    }

    private Account account(Balance balance) {
        return chart.find(balance.account())
                .orElseThrow(() -> new IllegalStateException("no account " + balance.account()));
    }

    /**
     * The balances.
     *
     * @return as given
     */
    public List<Balance> balances() {
        return balances;
    }

    /**
     * The sum of the accounts of a class and type, on the side on which they grow.
     *
     * @param fundClass the class
     * @param type the type
     * @return for example what public income received
     */
    public Money total(FundClass fundClass, AccountType type) {
        Money net =
                balances.stream()
                        .filter(b -> account(b).fundClass() == fundClass)
                        .filter(b -> account(b).type() == type)
                        .map(Balance::net)
                        .reduce(Money.ofFen(0), Money::plus);
        return type.isDebitNormal() ? net : net.negated();
    }
}
