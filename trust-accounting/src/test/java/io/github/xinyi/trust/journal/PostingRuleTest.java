package io.github.xinyi.trust.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards F2 and F4: an account of the wrong class, type or meaning has no place in an entry. */
class PostingRuleTest {

    /** One account of every sort that the library or a host charts. */
    private static final List<Account> ALL = all();

    private static List<Account> all() {
        List<Account> all = new ArrayList<>(ChartOfAccounts.standard().accounts());
        all.addAll(Dues.accountsForCosts());
        for (FundClass fundClass : FundClass.values()) {
            all.add(account(fundClass, "expense.X-1", AccountType.EXPENSE));
            all.add(account(fundClass, "written-off", AccountType.EXPENSE));
            all.add(account(fundClass, "income.parking", AccountType.INCOME));
            all.add(account(fundClass, "other-income", AccountType.INCOME));
            all.add(account(fundClass, "late-receivable", AccountType.RECEIVABLE));
            if (fundClass == FundClass.MAINTENANCE_FUND) {
                all.add(account(fundClass, "shortfall-due", AccountType.RECEIVABLE));
                all.add(account(fundClass, "shortfall-owed", AccountType.LIABILITY));
            }
            all.add(account(fundClass, "passed.P-1", AccountType.FUND_BALANCE));
            all.add(account(fundClass, "distributed.P-1", AccountType.FUND_BALANCE));
            all.add(account(fundClass, "handed-over", AccountType.FUND_BALANCE));
            all.add(account(fundClass, "due-from-trustee.2025.HT", AccountType.RECEIVABLE));
            all.add(account(fundClass, "borne-by-trustee.2025.HT", AccountType.INCOME));
        }
        return List.copyOf(all);
    }

    private static Account account(FundClass fundClass, String rest, AccountType type) {
        return new Account(
                AccountCode.of(fundClass.prefix() + "." + rest), "科目", "Account", fundClass, type);
    }

    private static Set<String> taken(EntryKind kind, Side side) {
        return ALL.stream()
                .filter(account -> PostingRule.of(kind).permits(account, side))
                .map(account -> account.code().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BILL | service.late-receivable service.receivable"
                        + " | service.income service.income.parking service.other-income",
                "FEE_RECEIPT | service.cash | service.late-receivable service.receivable",
                "WRITE_OFF | service.expense.X-1 service.written-off"
                        + " | service.late-receivable service.receivable",
                "REFUND | service.late-receivable service.receivable | service.cash",
                "PUBLIC_INCOME | maintenance.cash public.cash | maintenance.income.parking"
                        + " maintenance.other-income public.income.parking",
                "PAYMENT | deposits.expense.X-1 maintenance.expense.X-1 public.expense.X-1"
                        + " service.expense.X-1"
                        + " | deposits.cash maintenance.cash public.cash service.cash",
                "DEPOSIT_RECEIPT | deposits.cash" + " | deposits.held deposits.shortfall-owed",
                "DEPOSIT_RETURN | deposits.held deposits.shortfall-owed" + " | deposits.cash",
                "BANK_FEE | deposits.expense.X-1 deposits.written-off maintenance.expense.X-1"
                        + " maintenance.written-off public.expense.X-1 public.written-off"
                        + " service.expense.X-1 service.written-off"
                        + " | deposits.cash maintenance.cash public.cash service.cash",
                "TRANSFER | deposits.cash deposits.held deposits.passed.P-1"
                        + " deposits.shortfall-owed maintenance.cash maintenance.opening"
                        + " maintenance.passed.P-1 public.cash public.due-to-service"
                        + " public.opening public.passed.P-1 service.cash"
                        + " service.due-to-public service.opening service.passed.P-1"
                        + " | deposits.cash deposits.passed.P-1 maintenance.cash"
                        + " maintenance.opening maintenance.passed.P-1 public.cash"
                        + " public.due-from-service public.opening public.passed.P-1"
                        + " service.cash service.due-from-public service.opening"
                        + " service.passed.P-1",
                "MISPLACED_COST | public.due-from-service public.due-to-service"
                        + " public.expense.X-1 service.due-from-public"
                        + " service.due-to-public service.expense.X-1"
                        + " | public.due-from-service public.due-to-service"
                        + " public.expense.X-1 service.due-from-public"
                        + " service.due-to-public service.expense.X-1",
                "SURPLUS_DISTRIBUTION | public.distributed.P-1 service.distributed.P-1"
                        + " | public.cash service.cash",
                "REMUNERATION_DRAW | remuneration.payable service.due-to-remuneration"
                        + " | remuneration.due-from-service service.cash",
                "REMUNERATION_REPAYMENT | remuneration.due-from-service service.cash"
                        + " | remuneration.payable service.due-to-remuneration",
                "TRUSTEE_REPAYMENT | public.cash service.cash"
                        + " | public.due-from-trustee.2025.HT service.due-from-trustee.2025.HT",
            })
    void takesTheseAccountsAndNoOthers(EntryKind kind, String debits, String credits) {
        assertThat(taken(kind, Side.DEBIT)).containsExactly(debits.split(" "));
        assertThat(taken(kind, Side.CREDIT)).containsExactly(credits.split(" "));
    }

    @Test
    void whatFallsDueGoesEitherWayOnItsOwnAccounts() {
        Map<EntryKind, Set<String>> expected =
                Map.of(
                        EntryKind.REMUNERATION_ACCRUAL,
                        Set.of(
                                "service.remuneration",
                                "service.due-to-remuneration",
                                "remuneration.due-from-service",
                                "remuneration.payable"),
                        EntryKind.TRUSTEE_DEBT,
                        Set.of(
                                "service.due-from-trustee.2025.HT",
                                "service.borne-by-trustee.2025.HT",
                                "public.due-from-trustee.2025.HT",
                                "public.borne-by-trustee.2025.HT"));

        expected.forEach(
                (kind, codes) -> {
                    assertThat(taken(kind, Side.DEBIT)).isEqualTo(new TreeSet<>(codes));
                    assertThat(taken(kind, Side.CREDIT)).isEqualTo(new TreeSet<>(codes));
                });
    }

    /**
     * Cash of one account at the bank covers other cash in it, and the special account is its own.
     */
    @Test
    void theMaintenanceFundLendsToNoOtherClass() {
        for (Side side : Side.values()) {
            assertThat(taken(EntryKind.SHORTFALL, side))
                    .as("lent, and given back")
                    .containsExactly(
                            "deposits.cash",
                            "deposits.shortfall-due",
                            "deposits.shortfall-owed",
                            "maintenance.cash",
                            "public.cash",
                            "public.shortfall-due",
                            "public.shortfall-owed",
                            "service.cash",
                            "service.shortfall-due",
                            "service.shortfall-owed");
        }
    }

    @Test
    void aHandOverGivesWhatIsLeftAndPaysTheFirmWhatItEarned() {
        assertThat(taken(EntryKind.HAND_OVER, Side.DEBIT))
                .containsExactly(
                        "deposits.handed-over",
                        "maintenance.handed-over",
                        "public.handed-over",
                        "remuneration.payable",
                        "service.due-to-remuneration",
                        "service.handed-over");
        assertThat(taken(EntryKind.HAND_OVER, Side.CREDIT))
                .containsExactly(
                        "deposits.cash",
                        "maintenance.cash",
                        "public.cash",
                        "remuneration.due-from-service",
                        "service.cash");
    }

    @Test
    void whatPassesBetweenHouseholdsMovesNoCashAndIsNoCost() {
        assertThat(taken(EntryKind.REALLOCATION, Side.DEBIT))
                .isEqualTo(taken(EntryKind.REALLOCATION, Side.CREDIT))
                .contains(
                        "service.reallocation",
                        "deposits.reallocation",
                        "service.receivable",
                        "deposits.held",
                        "public.income.parking")
                .noneMatch(code -> code.endsWith(".cash"))
                .noneMatch(code -> code.contains(".expense."))
                .noneMatch(code -> code.contains("opening"));
    }

    /** Or something would be left on it, and nobody could say of whom. */
    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"REALLOCATION"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseStandsWhereMoneyPassesBetweenHouseholds(EntryKind kind) {
        assertThat(Stream.of(Side.values()).flatMap(side -> taken(kind, side).stream()))
                .noneMatch(code -> code.endsWith(".reallocation"));
    }

    /** The accounts by whose balance a plan, a hand-over or a debt is limited. */
    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {
                "TRANSFER",
                "SURPLUS_DISTRIBUTION",
                "HAND_OVER",
                "TRUSTEE_DEBT",
                "TRUSTEE_REPAYMENT"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void whatALimitCountsIsPostedByNoOtherKind(EntryKind kind) {
        assertThat(Stream.of(Side.values()).flatMap(side -> taken(kind, side).stream()))
                .noneMatch(code -> code.contains(".passed."))
                .noneMatch(code -> code.contains(".distributed."))
                .noneMatch(code -> code.contains(".handed-over"))
                .noneMatch(code -> code.contains("-trustee."));
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {
                "OPENING",
                "REMUNERATION_ACCRUAL",
                "REMUNERATION_DRAW",
                "REMUNERATION_REPAYMENT",
                "HAND_OVER"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsTheFirmsIsPostedByNoOtherKind(EntryKind kind) {
        assertThat(Stream.of(Side.values()).flatMap(side -> taken(kind, side).stream()))
                .doesNotContain("service.remuneration", "service.due-to-remuneration")
                .noneMatch(code -> code.startsWith("remuneration."));
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void takesSomethingOnEitherSide(EntryKind kind) {
        assertThat(taken(kind, Side.DEBIT)).isNotEmpty();
        assertThat(taken(kind, Side.CREDIT)).isNotEmpty();
    }

    @Test
    void openingsTakeEverythingThatNoLimitCounts() {
        assertThat(taken(EntryKind.OPENING, Side.DEBIT))
                .isEqualTo(taken(EntryKind.OPENING, Side.CREDIT))
                .contains("service.remuneration", "remuneration.payable", "public.cash")
                .hasSize(ALL.size() - 5 * 5 - 2);
    }
}
