package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.warrant.Warrant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards F2, F4 and F5 against entries made by hand, past the services that judge them. */
class ByHandTest {

    private static final Money SEVEN = Money.ofFen(7);

    private static final List<Posting> ACCRUED =
            List.of(
                    Posting.debit(ChartOfAccounts.REMUNERATION_COST, SEVEN),
                    Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, SEVEN),
                    Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, SEVEN),
                    Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, SEVEN));

    private static final AccountCode CLAIM =
            AccountCode.of("service.due-from-trustee.2025.HT-2025-01");
    private static final AccountCode BORNE =
            AccountCode.of("service.borne-by-trustee.2025.HT-2025-01");

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void hasCash() {
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            village.post(
                    new OpeningBalance(fundClass, DAY, Money.ofFen(100_000))
                            .entry(SampleBook.salt(fundClass.prefix())));
        }
    }

    private static EntryDraft draft(String id, EntryKind kind, List<Posting> postings) {
        return SampleBook.draft(id, kind, DAY).postings(postings);
    }

    private static EntryDraft move(EntryKind kind, AccountCode debit, AccountCode credit) {
        return draft(
                "by-hand",
                kind,
                List.of(Posting.debit(debit, SEVEN), Posting.credit(credit, SEVEN)));
    }

    private Outcome<Acknowledgement> post(EntryDraft draft) {
        return village.book.post(draft, AT);
    }

    @Test
    void anAccrualOfRemunerationIsMadeByItsRuleAlone() {
        EntryDraft accrual = draft("A", EntryKind.REMUNERATION_ACCRUAL, ACCRUED);

        assertRefused(post(accrual), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(village.book.postAll(List.of(accrual), AT), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(
                village.book.postEach(List.of(accrual), AT).get(0), LedgerRule.MADE_BY_ITS_RULE);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(0));
        village.collect("R1", DAY, 100);
        Acknowledgement made =
                Village.accept(
                                village.remuneration.accrue(
                                        EntryId.of("A"), AT, DAY, SampleBook.salt("A")))
                        .orElseThrow();
        assertThat(made.entry().draft().postings().get(0).amount()).isEqualTo(Money.ofFen(8));
    }

    @Test
    void theRightToAccrueTakesNoCashOut() {
        EntryDraft paid =
                move(
                        EntryKind.PAYMENT,
                        Village.GREENERY.expenseAccount(),
                        Village.GREENERY.cashAccount());

        assertRefused(
                village.book.accrue(new Warrant.Accrual(), paid, AT, BookGuard.none()),
                LedgerRule.OUTFLOW_UNDER_TWO_KEYS);
    }

    @Test
    void aDebtOfTheFirmAndItsRepaymentAreMadeByTheirRuleAlone() {
        assertRefused(
                post(move(EntryKind.TRUSTEE_DEBT, CLAIM, BORNE)), LedgerRule.MADE_BY_ITS_RULE);
        assertRefused(
                post(move(EntryKind.TRUSTEE_REPAYMENT, ChartOfAccounts.SERVICE_CASH, CLAIM)),
                LedgerRule.MADE_BY_ITS_RULE);
    }

    /** What was repaid is the balance of the claim: nothing but a repayment may touch it. */
    @ParameterizedTest
    @CsvSource({"OPENING", "BILL", "WRITE_OFF"})
    void noOtherEntryMeetsADebtOfTheFirm(EntryKind kind) {
        EntryDraft met = move(kind, Village.LIGHTS.expenseAccount(), CLAIM);

        assertThat(refusals(post(met))).contains(LedgerRule.ACCOUNTS_OF_KIND.code().value());
    }

    /** Two true keys, and the draw called a payment, so that no limit of draws would see it. */
    @Test
    void noPaymentStandsOnTheCostOfRemuneration() {
        assertRefused(payUnderKeys(ChartOfAccounts.REMUNERATION_COST), LedgerRule.ACCOUNTS_OF_KIND);
        assertRefused(
                payUnderKeys(ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND)),
                LedgerRule.ACCOUNTS_OF_KIND);
        assertRefused(payUnderKeys(ChartOfAccounts.FEES_RECEIVABLE), LedgerRule.ACCOUNTS_OF_KIND);
        Village.accept(payUnderKeys(Village.LIGHTS.expenseAccount()));
    }

    private Outcome<Acknowledgement> payUnderKeys(AccountCode debit) {
        OutflowOrder order = village.lights("E1", 7).order();
        EntryDraft draft =
                draft(
                        Book.paymentId(order).value(),
                        EntryKind.PAYMENT,
                        List.of(
                                Posting.debit(debit, SEVEN),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, SEVEN)));
        return village.book.pay(
                new Warrant.Payment(TestKeys.open(order, AT)), draft, AT, BookGuard.none());
    }

    /** Income charted elsewhere would be left out of the share of the maintenance fund. */
    @Test
    void publicIncomeStandsOnItsSourcesAndNowhereElse() {
        assertRefused(
                post(
                        move(
                                EntryKind.PUBLIC_INCOME,
                                ChartOfAccounts.PUBLIC_CASH,
                                ChartOfAccounts.openingBalance(FundClass.PUBLIC_INCOME))),
                LedgerRule.ACCOUNTS_OF_KIND);
        assertRefused(
                post(
                        move(
                                EntryKind.PUBLIC_INCOME,
                                ChartOfAccounts.SERVICE_CASH,
                                ChartOfAccounts.FEE_INCOME)),
                LedgerRule.ACCOUNTS_OF_KIND,
                LedgerRule.ACCOUNTS_OF_KIND);
        Village.accept(
                post(
                        move(
                                EntryKind.PUBLIC_INCOME,
                                ChartOfAccounts.PUBLIC_CASH,
                                PublicIncome.Source.VENUE.account())));
    }

    /** What was taken before there was such a rule can still be taken back. */
    @Test
    void aReversalIsNotAskedWhereItsAccountsStand() {
        EntryDraft misplaced =
                move(
                        EntryKind.BILL,
                        ChartOfAccounts.FEES_RECEIVABLE,
                        ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND));
        assertRefused(post(misplaced), LedgerRule.ACCOUNTS_OF_KIND);
        village.force(misplaced);
        Acknowledgement there = village.book.find(misplaced.id()).orElseThrow();

        Village.accept(
                post(
                        EntryDraft.reversalOf(
                                there.entry(), EntryId.of("back"), DAY, SampleBook.salt("back"))));
    }

    @Test
    void anOutflowThatNobodyAskedForIsNamed() {
        Village.accept(village.authoriseAndPay(village.lights("E2", 50)));
        assertThat(village.disbursements.unaccounted()).isEmpty();

        Village.accept(payUnderKeys(Village.LIGHTS.expenseAccount()));

        assertThat(village.disbursements.unaccounted()).containsExactly(EntryId.of("pay/E1"));
    }

    /** Asked for and signed, and then more is entered than was signed. */
    @ParameterizedTest
    @CsvSource({"49, false", "50, true", "51, false"})
    void anOutflowOfAnotherAmountThanWasSignedIsNamed(long fen, boolean accounted) {
        PaymentRequest request = village.lights("E1", 50);
        village.authorise(request);
        Money amount = Money.ofFen(fen);

        village.force(
                draft(
                        "pay/E1",
                        EntryKind.PAYMENT,
                        List.of(
                                Posting.debit(Village.LIGHTS.expenseAccount(), amount),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, amount))));

        assertThat(village.disbursements.unaccounted().isEmpty()).isEqualTo(accounted);
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return outcome.fold(
                taken -> List.of("accepted"),
                ruling -> ruling.notMet().stream().map(f -> f.rule().value()).toList());
    }
}
