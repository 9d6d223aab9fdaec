package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.budget.BudgetPaper;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards F8 and F9 where payments ask the budget in execution: promises, transfers, overruns, and
 * emergencies that lapse and become the firm's debt.
 */
class TrusteeDebtTest {

    private static final AccountCode CLAIM =
            AccountCode.of("service.due-from-trustee.2025.HT-2025-01");
    private static final AccountCode BORNE =
            AccountCode.of("service.borne-by-trustee.2025.HT-2025-01");

    /** The last day to confirm what was declared on the day of payments. */
    private static final LocalDate LAST_TO_CONFIRM = DAY.plusDays(7);

    private static final LocalDate LAPSED = LAST_TO_CONFIRM.plusDays(1);

    private final Village village = new Village(Ratio.of(1, 10));
    private final TrusteeDebt debt = new TrusteeDebt(village.trusteeship);

    TrusteeDebtTest() {
        village.collect("R1", DAY, 5_000_000);
    }

    private static BudgetPaper.Overrun overrun(String id, long fen) {
        return new BudgetPaper.Overrun(Village.ID, 2025, id, LIGHTS.code(), fen, "水管爆裂");
    }

    private Outcome<Acknowledgement> payLights(String id, long fen) {
        return village.authoriseAndPay(village.lights(id, fen));
    }

    private void declareAndSpend(long above) {
        accept(village.execute((year, book) -> year.declareEmergency(overrun("JJ-1", above), AT)));
        accept(payLights("E1", LIGHTS.amount().minor() + above));
    }

    private Outcome<Optional<Acknowledgement>> charge(String id, LocalDate day) {
        return debt.charge(2025, EntryId.of(id), noon(day), day, SampleBook.salt(id));
    }

    private Outcome<Acknowledgement> repay(String number, long fen) {
        return repay(number, Money.ofFen(fen));
    }

    private Outcome<Acknowledgement> repay(String number, Money amount) {
        return debt.repay(
                2025,
                FundClass.SERVICE_FUND,
                amount,
                SourceDocument.bankLine(number),
                noon(LAPSED),
                LAPSED,
                SampleBook.salt(number));
    }

    private List<String> notMet(LocalDate day) {
        return village.book.read(
                reader ->
                        village
                                .remuneration
                                .judge(reader, Village.FIRM, Money.ofFen(1), day)
                                .stream()
                                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }

    private Money outstanding(LocalDate day) {
        return village.book.read(reader -> debt.outstanding(reader, noon(day)));
    }

    @ParameterizedTest
    @CsvSource({"1049999, true", "1050000, true", "1050001, false"})
    void paysAnOverrunUpToWhatItsAuthorityGranted(long fen, boolean paid) {
        BudgetPaper.Overrun paper = overrun("CB-1", 50_000);
        accept(village.execute((year, book) -> year.grant(paper, village.owners(paper), AT)));

        assertThat(payLights("E1", fen).isAccepted()).isEqualTo(paid);
    }

    @Test
    void refusesAnOverrunWhoseAuthorityCameAfterTheRequestWasRefused() {
        assertRefused(payLights("E1", 1_000_001), DisbursementRule.LINE_AVAILABLE);
        BudgetPaper.Overrun paper = overrun("CB-1", 1);
        accept(village.execute((year, book) -> year.grant(paper, village.owners(paper), AT)));

        accept(payLights("E1", 1_000_001));
    }

    @Test
    void aTransferTakesFromALineWhatAnAuthorisedPaymentThenNoLongerHas() {
        BudgetPaper.Transfer paper =
                new BudgetPaper.Transfer(
                        Village.ID, 2025, "TJ-1", Village.GREENERY.code(), "PI-04", 1);
        assertRefused(
                village.execute(
                        (year, book) ->
                                year.transfer(
                                        paper,
                                        village.owners(paper),
                                        year.budget().spent(book, Village.GREENERY),
                                        AT)),
                BudgetRule.LINE_KNOWN);
        village.authorise(village.lights("E1", 1_000_000));
        accept(
                village.execute(
                        (year, book) ->
                                year.commit(
                                        "YD-1",
                                        LIGHTS.code(),
                                        Money.ofFen(1),
                                        year.budget().spent(book, LIGHTS),
                                        AT)));

        assertRefused(village.pay("E1"), BudgetRule.WITHIN_LIMIT);
    }

    private PaymentRequest promised(String id, String charge, long fen) {
        return village.request(
                id,
                OutflowKind.PAYMENT,
                Village.ELECTRICIAN,
                fen,
                charge,
                List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    private void promise(String id, long fen) {
        accept(
                village.execute(
                        (year, book) ->
                                year.commit(
                                        id,
                                        LIGHTS.code(),
                                        Money.ofFen(fen),
                                        year.budget().spent(book, LIGHTS),
                                        AT)));
    }

    @ParameterizedTest
    @CsvSource({"39999, true", "40000, true", "40001, false"})
    void paysAPromiseUpToItsAmount(long fen, boolean paid) {
        promise("YD-1", 40_000);

        Outcome<Acknowledgement> answer =
                village.authoriseAndPay(promised("E1", "SF-03/YD-1", fen));

        assertThat(answer.isAccepted()).isEqualTo(paid);
        assertThat(village.trusteeship.year(2025).orElseThrow().isPromised("YD-1"))
                .isEqualTo(!paid);
    }

    @Test
    void aPromiseIsKeptOnceAndHeldFromEveryoneElse() {
        promise("YD-1", 40_000);
        assertRefused(payLights("E0", 960_001), DisbursementRule.LINE_AVAILABLE);
        accept(payLights("E1", 960_000));
        accept(village.authoriseAndPay(promised("E2", "SF-03/YD-1", 30_000)));

        assertRefused(
                village.authoriseAndPay(promised("E3", "SF-03/YD-1", 1)),
                DisbursementRule.LINE_AVAILABLE);
        accept(payLights("E4", 10_000));
        assertRefused(payLights("E5", 1), DisbursementRule.LINE_AVAILABLE);
    }

    @Test
    void aPromiseOfOneLinePaysNothingOfAnother() {
        promise("YD-1", 40_000);

        assertRefused(
                village.authoriseAndPay(promised("E1", "PI-03/YD-1", 1)),
                DisbursementRule.LINE_AVAILABLE,
                DisbursementRule.CASH_AVAILABLE);
    }

    @Test
    void anEmergencyThatWasConfirmedInTimeIsNobodysDebt() {
        declareAndSpend(2_000);
        BudgetPaper.Overrun paper = overrun("JJ-1", 2_000);
        accept(
                village.execute(
                        (year, book) ->
                                year.confirmEmergency(
                                        paper, village.owners(paper), noon(LAST_TO_CONFIRM))));

        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(0));
        assertThat(accept(charge("D1", LAPSED))).isEmpty();
        assertThat(notMet(LAPSED)).isEmpty();
    }

    @Test
    void aLapsedEmergencyBecomesTheFirmsDebtToTheFenByTrustLaw37() {
        declareAndSpend(2_000);
        assertThat(accept(charge("D0", LAST_TO_CONFIRM))).isEmpty();

        Acknowledgement charged = accept(charge("D1", LAPSED)).orElseThrow();

        assertThat(charged.entry().draft().postings())
                .containsExactly(
                        Posting.debit(CLAIM, Money.ofFen(2_000)),
                        Posting.credit(BORNE, Money.ofFen(2_000)));
        assertThat(accept(charge("D2", LAPSED.plusDays(1)))).isEmpty();
        Money spent =
                village.book.read(
                        reader ->
                                village.trusteeship
                                        .year(2025)
                                        .orElseThrow()
                                        .budget()
                                        .spent(reader, LIGHTS));
        assertThat(spent).isEqualTo(Money.ofFen(1_002_000));
    }

    @Test
    void whatWasSpentWithinTheLineIsNotTheFirmsThoughTheEmergencyLapsed() {
        accept(village.execute((year, book) -> year.declareEmergency(overrun("JJ-1", 2_000), AT)));
        accept(payLights("E1", 1_000_500));

        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void blocksDrawsFromTheLapseUntilTheDebtIsPaidInByTrustLaw36() {
        declareAndSpend(2_000);
        assertThat(notMet(LAST_TO_CONFIRM)).isEmpty();
        assertThat(notMet(LAPSED)).containsExactly("remuneration.trustee-debt-paid");
        accept(charge("D1", LAPSED));
        assertThat(notMet(LAPSED)).containsExactly("remuneration.trustee-debt-paid");

        accept(repay("TR-1", 1_999));
        assertThat(notMet(LAPSED)).containsExactly("remuneration.trustee-debt-paid");
        accept(repay("TR-2", 1));

        assertThat(notMet(LAPSED)).isEmpty();
        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void refusesADrawUnderBothKeysWhileTheDebtStands() {
        declareAndSpend(2_000);

        accept(village.drawOn(LAST_TO_CONFIRM, 1));
        assertRefused(village.drawOn(LAPSED, 1), RemunerationRule.TRUSTEE_DEBT_PAID);
        accept(charge("D1", LAPSED));
        accept(repay("TR-1", 2_000));

        accept(village.drawOn(LAPSED.plusDays(1), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1_999, 2_000})
    void takesWhatIsPaidInUpToTheDebt(long fen) {
        declareAndSpend(2_000);
        accept(charge("D1", LAPSED));

        accept(repay("TR-1", fen));

        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(2_000 - fen));
    }

    @Test
    void takesNoFenMoreThanTheDebtAndNothingBeforeItIsCharged() {
        declareAndSpend(2_000);
        assertRefused(repay("TR-0", 1), TrusteeshipRule.REPAID_WITHIN_DEBT);
        accept(charge("D1", LAPSED));

        assertRefused(repay("TR-1", 2_001), TrusteeshipRule.REPAID_WITHIN_DEBT);
    }

    /** The defect: the comparison of two currencies was thrown at the caller. */
    @Test
    void takesNothingInAnotherCurrencyThanTheBooks() {
        declareAndSpend(2_000);
        accept(charge("D1", LAPSED));

        assertRefused(
                repay("TR-1", Money.ofMinor(1, Currency.getInstance("USD"))),
                LedgerRule.CURRENCY_OF_BOOK,
                LedgerRule.CURRENCY_OF_BOOK);
    }

    /** Neither is taken off the other, although both are between the same two (F8). */
    @Test
    void theDebtIsNotSetOffAgainstWhatIsDueToTheFirmByTrustLaw18() {
        declareAndSpend(2_000);
        Money due = village.book.read(reader -> village.remuneration.available(reader, LAPSED));

        accept(charge("D1", LAPSED));

        assertThat(village.book.<Money>read(r -> village.remuneration.available(r, LAPSED)))
                .isEqualTo(due);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(0));
        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(2_000));
    }

    @Test
    void takesBackWhatTheOwnersHaveGrantedSince() {
        declareAndSpend(2_000);
        accept(charge("D1", LAPSED));
        BudgetPaper.Overrun paper = overrun("CB-9", 1_500);
        accept(
                village.execute(
                        (year, book) -> year.grant(paper, village.owners(paper), noon(LAPSED))));

        accept(charge("D2", LAPSED));

        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(500));
        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void takesBackNoMoreThanIsStillOwedSinceNothingPaysTheFirmBack() {
        declareAndSpend(2_000);
        accept(charge("D1", LAPSED));
        accept(repay("TR-1", 1_200));
        BudgetPaper.Overrun paper = overrun("CB-9", 2_000);
        accept(
                village.execute(
                        (year, book) -> year.grant(paper, village.owners(paper), noon(LAPSED))));

        accept(charge("D2", LAPSED));

        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(0));
        assertThat(village.net(BORNE)).isEqualTo(Money.ofFen(-1_200));
        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(0));
        assertThat(accept(charge("D3", LAPSED))).isEmpty();
    }

    @Test
    void chargesNoFenThatTheOwnersGrantedMeanwhile() {
        BudgetPaper.Overrun paper = overrun("CB-9", 1_500);
        declareAndSpend(2_000);
        accept(
                village.execute(
                        (year, book) -> year.grant(paper, village.owners(paper), noon(LAPSED))));
        StoredEvent granted = village.events.last();

        Set<List<String>> refusals = new HashSet<>();
        for (int reads = 1; reads <= 8; reads++) {
            TrusteeDebtTest other = new TrusteeDebtTest();
            other.declareAndSpend(2_000);
            other.village.owners(paper);
            other.village.events.beforeRead(
                    reads, () -> other.village.events.forge(granted.stream(), granted.event()));

            refusals.add(
                    other.charge("D1", LAPSED)
                            .fold(
                                    charged -> List.of(),
                                    ruling ->
                                            ruling.notMet().stream()
                                                    .map(finding -> finding.rule().value())
                                                    .toList()));
            assertThat(other.village.net(CLAIM).minor()).isIn(0L, 500L, 2_000L);
        }

        assertThat(refusals)
                .containsExactlyInAnyOrder(
                        List.of(), List.of(TrusteeshipRule.DEBT_AS_IT_STANDS.code().value()));
    }

    @Test
    void oneFundsDebtIsNotMetByAnothers() {
        village.post(
                SampleBook.draft("PI", EntryKind.PUBLIC_INCOME, DAY)
                        .postings(
                                Posting.debit(ChartOfAccounts.PUBLIC_CASH, Money.ofFen(400_000)),
                                Posting.credit(
                                        PublicIncome.Source.VENUE.account(),
                                        Money.ofFen(400_000))));
        BudgetPaper.Overrun paper =
                new BudgetPaper.Overrun(
                        Village.ID, 2025, "JJ-2", Village.GREENERY.code(), 700, "倒伏树木");
        accept(village.execute((year, book) -> year.declareEmergency(paper, AT)));
        accept(village.authoriseAndPay(promised("E9", Village.GREENERY.code(), 300_700)));
        declareAndSpend(2_000);

        accept(charge("D1", LAPSED));

        assertThat(village.net(CLAIM)).isEqualTo(Money.ofFen(2_000));
        assertThat(village.net(AccountCode.of("public.due-from-trustee.2025.HT-2025-01")))
                .isEqualTo(Money.ofFen(700));
        accept(repay("TR-1", 2_000));
        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(700));
    }

    @Test
    void theDebtIsThatOfTheFirmThatPaidAndNoSuccessorIsBlockedByIt() {
        LocalDate from = LocalDate.of(2025, 6, 1);
        declareAndSpend(2_000);
        accept(charge("D1", LAPSED));
        village.takenOver(from);
        Trusteeship next = village.successor(from);
        TrusteeDebt theirs = new TrusteeDebt(next);

        assertThat(outstanding(from)).isEqualTo(Money.ofFen(2_000));
        assertThat(village.book.<Money>read(r -> theirs.outstanding(r, noon(from))))
                .isEqualTo(Money.ofFen(0));
        assertThat(
                        accept(
                                theirs.charge(
                                        2025,
                                        EntryId.of("D2"),
                                        noon(from),
                                        from,
                                        SampleBook.salt("D2"))))
                .isEmpty();
        assertThat(
                        village.book.<List<String>>read(
                                reader ->
                                        new Remuneration(next, draw -> Optional.empty())
                                                        .judge(
                                                                reader,
                                                                Village.NEXT_FIRM,
                                                                Money.ofFen(1),
                                                                from)
                                                        .stream()
                                                        .filter(f -> f.verdict() == Verdict.NOT_MET)
                                                        .map(f -> f.rule().value())
                                                        .toList()))
                .doesNotContain("remuneration.trustee-debt-paid");
        accept(repay("TR-1", 2_000));
        assertThat(outstanding(from)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void whatWasPaidAboveALineIsSharedByDaysWithoutGapOrOverlap() {
        declareAndSpend(2_000);
        BudgetYear year = village.trusteeship.year(2025).orElseThrow();
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);

        for (LocalDate split : List.of(first, DAY.minusDays(1), DAY, DAY.plusDays(1), last)) {
            Money before = share(year, first.minusYears(1), split);
            Money after = share(year, split.plusDays(1), last.plusYears(1));

            assertThat(before.plus(after)).as("%s", split).isEqualTo(Money.ofFen(2_000));
            assertThat(before.isPositive()).as("%s", split).isEqualTo(!split.isBefore(DAY));
        }
    }

    private Money share(BudgetYear year, LocalDate from, LocalDate to) {
        return village.book.read(
                reader ->
                        year.trusteesShare(reader, FundClass.SERVICE_FUND, from, to, noon(LAPSED)));
    }

    @Test
    void namesTheContractInTheAccountsByItsNumberOrByADigest() {
        assertThat(codes("HT-2025-01"))
                .contains(CLAIM.value(), BORNE.value())
                .doesNotContainAnyElementsOf(codes("HT-2025-02"));
        assertThat(codes("合同2025第1号"))
                .doesNotContainAnyElementsOf(codes("合同2025第2号"))
                .allMatch(code -> code.length() <= 64);
    }

    private static List<String> codes(String contract) {
        return TrusteeDebt.accounts(2025, contract).stream()
                .map(account -> account.code().value())
                .toList();
    }

    @Test
    void aFeeOfTheBankIsSpentOfItsLineAndIsNeitherRefusedNorTheFirmsDebt() {
        accept(payLights("E1", LIGHTS.amount().minor() - 10));

        accept(
                village.book.recordBankDebit(
                        new BankDebit.Fee(
                                SampleBook.bankLine("SXF1", -4),
                                ChartOfAccounts.SERVICE_CASH,
                                LIGHTS.expenseAccount(),
                                DAY,
                                SampleBook.salt("SXF1")),
                        AT,
                        (reader, same) -> List.of()));

        assertRefused(payLights("above", 7), DisbursementRule.LINE_AVAILABLE);
        accept(payLights("at", 6));
        accept(
                village.book.recordBankDebit(
                        new BankDebit.Fee(
                                SampleBook.bankLine("SXF2", -3),
                                ChartOfAccounts.SERVICE_CASH,
                                LIGHTS.expenseAccount(),
                                DAY,
                                SampleBook.salt("SXF2")),
                        AT,
                        (reader, same) -> List.of()));
        BudgetYear year = village.trusteeship.year(2025).orElseThrow();
        assertThat(village.book.<Money>read(r -> year.budget().spent(r, LIGHTS)))
                .isEqualTo(LIGHTS.amount().plus(Money.ofFen(3)));
        assertThat(village.book.<Money>read(r -> year.trusteesShare(r, AT)))
                .isEqualTo(Money.ofFen(0));
        assertThat(outstanding(LAPSED)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void asksForAYearThatWasOpened() {
        assertRefused(
                debt.charge(2026, EntryId.of("D1"), noon(LAPSED), LAPSED, SampleBook.salt("D1")),
                TrusteeshipRule.YEAR_OPEN);
    }
}
