package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.BudgetExecution;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.TrialBalance;
import io.github.xinyi.trust.tck.SampleBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards L1 and L4: each statement asserts its own identity. */
class StatementTest {

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void fillTheBook() {
        village.post(SampleBook.opening("opening", 1_000_000));
        village.post(SampleBook.parking("parking", 50_000));
        village.post(SampleBook.bill("B1", "7-2-101", 30_000));
        village.collect("R1", Village.DAY, 20_000);
        accept(village.authoriseAndPay(village.lights("E1", 12_345)));
        accept(village.authoriseAndPay(village.draw("W1", 1_000)));
    }

    private TrialBalance trial() {
        return TrialBalance.of(village.book.chart(), village.balances());
    }

    @Test
    void statesWhatTheServiceFundHadEarnedSpentAndHas() {
        FundStatement statement = FundStatement.of(trial(), FundClass.SERVICE_FUND);

        assertThat(statement.opening()).isEqualTo(Money.ofFen(1_000_000));
        assertThat(statement.income()).isEqualTo(Money.ofFen(30_000));
        assertThat(statement.expense()).isEqualTo(Money.ofFen(12_345));
        assertThat(statement.cash()).isEqualTo(Money.ofFen(1_006_655));
        assertThat(statement.receivable()).isEqualTo(Money.ofFen(10_000));
        assertThat(statement.payable()).isEqualTo(Money.ofFen(-1_000));
        assertThat(statement.net()).isEqualTo(Money.ofFen(1_017_655));
    }

    @ParameterizedTest
    @EnumSource(FundClass.class)
    void holdsItsIdentityInEveryClassOfMoney(FundClass fundClass) {
        FundStatement statement = FundStatement.of(trial(), fundClass);

        assertThat(statement.opening().plus(statement.income()).minus(statement.expense()))
                .isEqualTo(statement.net());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void throwsOnABalanceTamperedWithByOneFen(long fen) {
        List<Balance> tampered = new ArrayList<>(village.balances());
        Balance first = tampered.get(0);
        tampered.set(
                0,
                new Balance(
                        first.account(), first.debits().plus(Money.ofFen(fen)), first.credits()));

        assertThatThrownBy(() -> TrialBalance.of(village.book.chart(), tampered))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("out of balance");
    }

    @Test
    void throwsWhereMoneyWasMovedBetweenClassesThoughTheWholeBalances() {
        List<Balance> moved =
                village.balances().stream()
                        .map(
                                b ->
                                        b.account().equals(ChartOfAccounts.SERVICE_CASH)
                                                ? plus(b, -1)
                                                : b.account().equals(ChartOfAccounts.PUBLIC_CASH)
                                                        ? plus(b, 1)
                                                        : b)
                        .toList();

        assertThatThrownBy(() -> TrialBalance.of(village.book.chart(), moved))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Balance plus(Balance balance, long fen) {
        return new Balance(
                balance.account(), balance.debits().plus(Money.ofFen(fen)), balance.credits());
    }

    @Test
    void throwsOnABalanceThatIsMissingOrOfNoKnownAccount() {
        List<Balance> missing = village.balances().subList(1, village.balances().size());
        List<Balance> foreign = new ArrayList<>(village.balances());
        foreign.add(Balance.zero(AccountCode.of("service.expense.ZZ-99")));

        assertThatThrownBy(() -> TrialBalance.of(village.book.chart(), missing))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TrialBalance.of(village.book.chart(), foreign))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sumsEachTypeOnTheSideOnWhichItGrows() {
        TrialBalance trial = trial();

        assertThat(trial.balances()).isEqualTo(village.balances());
        assertThat(trial.total(FundClass.PUBLIC_INCOME, AccountType.INCOME))
                .isEqualTo(Money.ofFen(50_000));
        assertThat(trial.total(FundClass.PUBLIC_INCOME, AccountType.CASH))
                .isEqualTo(Money.ofFen(50_000));
        assertThat(trial.total(FundClass.DEPOSITS, AccountType.CASH)).isEqualTo(Money.ofFen(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void refusesAFundStatementOneFenOff(long fen) {
        Money zero = Money.ofFen(0);

        assertThatThrownBy(
                        () ->
                                new FundStatement(
                                        FundClass.SERVICE_FUND,
                                        Money.ofFen(100),
                                        Money.ofFen(30),
                                        Money.ofFen(20),
                                        Money.ofFen(110 + fen),
                                        zero,
                                        zero))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sumsBudgetAndSpendingOverAllLines() {
        accept(village.authoriseAndPay(village.lights("E2", 655)));

        BudgetExecution execution =
                BudgetExecution.of(village.budget.content(), account -> village.net(account));

        assertThat(execution.year()).isEqualTo(2025);
        assertThat(execution.lines())
                .containsExactly(
                        new BudgetExecution.Line(Village.LIGHTS, Money.ofFen(13_000)),
                        new BudgetExecution.Line(Village.GREENERY, Money.ofFen(0)));
        assertThat(execution.totalBudget()).isEqualTo(Money.ofFen(1_300_000));
        assertThat(execution.totalSpent()).isEqualTo(Money.ofFen(13_000));
    }
}
