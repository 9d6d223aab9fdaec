package io.github.xinyi.trust.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartOfAccountsTest {

    private static final Account CLEANING =
            new Account(
                    AccountCode.of("service.expense.SF-01"),
                    "保洁费",
                    "Cleaning",
                    FundClass.SERVICE_FUND,
                    AccountType.EXPENSE);

    @Test
    void everyClassOfTheOwnersMoneyHasItsOwnCashAndTheFirmsHasNone() {
        Stream<FundClass> withCash =
                ChartOfAccounts.standard().accounts().stream()
                        .filter(account -> account.type() == AccountType.CASH)
                        .map(Account::fundClass);

        assertThat(withCash)
                .containsExactlyInAnyOrder(
                        FundClass.SERVICE_FUND,
                        FundClass.PUBLIC_INCOME,
                        FundClass.MAINTENANCE_FUND,
                        FundClass.DEPOSITS);
    }

    @Test
    void everyCodeNamesTheClassOfItsAccount() {
        assertThat(ChartOfAccounts.standard().accounts())
                .allSatisfy(
                        account ->
                                assertThat(account.code().value())
                                        .startsWith(account.fundClass().prefix() + "."));
        assertThatThrownBy(
                        () ->
                                new Account(
                                        AccountCode.of("public.x"),
                                        "",
                                        "",
                                        FundClass.SERVICE_FUND,
                                        AccountType.CASH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void growsByDataAndLeavesTheOldChartAsItWas() {
        ChartOfAccounts standard = ChartOfAccounts.standard();

        ChartOfAccounts larger = standard.with(List.of(CLEANING));

        assertThat(larger.find(CLEANING.code())).contains(CLEANING);
        assertThat(standard.find(CLEANING.code())).isEmpty();
        assertThat(larger.with(List.of(CLEANING)).accounts()).hasSameSizeAs(larger.accounts());
    }

    @Test
    void neverGivesACodeToTwoAccounts() {
        Account other =
                new Account(
                        CLEANING.code(),
                        "保安费",
                        "Guards",
                        FundClass.SERVICE_FUND,
                        AccountType.EXPENSE);
        ChartOfAccounts chart = ChartOfAccounts.standard().with(List.of(CLEANING));

        assertThatThrownBy(() -> chart.with(List.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("service.expense.SF-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "service", "service.", ".cash", "a..b", "a.b ", "a.现金", "a.b\n"})
    void refusesACodeOfAnotherForm(String code) {
        assertThatThrownBy(() -> AccountCode.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesACodeOf64CharactersAndNot65() {
        assertThat(AccountCode.of("a." + "b".repeat(62)).value()).hasSize(64);
        assertThatThrownBy(() -> AccountCode.of("a." + "b".repeat(63)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothSidesOfDuesBetweenTwoClassesHaveOneName() {
        ChartOfAccounts chart = ChartOfAccounts.standard().with(List.of(CLEANING, due("public")));

        assertThat(chart.dues(ChartOfAccounts.DUE_TO_REMUNERATION))
                .isEqualTo(chart.dues(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE))
                .contains(Dues.between(FundClass.SERVICE_FUND, FundClass.REMUNERATION));
        assertThat(chart.dues(due("public").code()))
                .contains(Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND));
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.DEPOSITS)) {
            assertThat(chart.dues(ChartOfAccounts.shortfallDue(fundClass)))
                    .isEqualTo(chart.dues(ChartOfAccounts.shortfallOwed(fundClass)))
                    .contains(Dues.SHORTFALLS);
        }
    }

    @Test
    void accountsOfOneClassAloneShowNoDues() {
        ChartOfAccounts chart =
                ChartOfAccounts.standard().with(List.of(CLEANING, due("trustee.2025")));

        assertThat(chart.dues(CLEANING.code())).isEmpty();
        assertThat(chart.dues(due("trustee.2025").code())).isEmpty();
        assertThat(chart.dues(due("public").code())).isEmpty();
        assertThat(chart.dues(ChartOfAccounts.SERVICE_CASH)).isEmpty();
    }

    @Test
    void noClassOwesItself() {
        assertThatThrownBy(() -> due("service")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dues.between(FundClass.DEPOSITS, FundClass.DEPOSITS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Account(
                                        AccountCode.of("public.due-to-public"),
                                        "",
                                        "",
                                        FundClass.PUBLIC_INCOME,
                                        AccountType.LIABILITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "service-", "service-public-deposits", "Service"})
    void refusesDuesOfAnotherName(String name) {
        assertThatThrownBy(() -> new Dues(name)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the service fund is owed by somebody. */
    private static Account due(String debtor) {
        return new Account(
                AccountCode.of("service.due-from-" + debtor),
                "应收",
                "Due",
                FundClass.SERVICE_FUND,
                AccountType.RECEIVABLE);
    }
}
