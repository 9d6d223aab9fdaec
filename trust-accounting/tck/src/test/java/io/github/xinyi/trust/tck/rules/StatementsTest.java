package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.fund.PublicIncomeAccount;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.AnnualReport;
import io.github.xinyi.trust.statement.BalanceSheet;
import io.github.xinyi.trust.statement.CollectionStatement;
import io.github.xinyi.trust.statement.Figure;
import io.github.xinyi.trust.statement.HandOverStatement;
import io.github.xinyi.trust.statement.IncomeAndExpense;
import io.github.xinyi.trust.statement.LedgerExtract;
import io.github.xinyi.trust.statement.PublicIncomeStatement;
import io.github.xinyi.trust.statement.RemunerationStatement;
import io.github.xinyi.trust.statement.StatementBasis;
import io.github.xinyi.trust.statement.StatementLine;
import io.github.xinyi.trust.statement.StatementRule;
import io.github.xinyi.trust.statement.StatementView;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Evaluation;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards L1, L4, F6, T5 and Trust Law art. 33, 41 and 58 for the statements of one village. */
class StatementsTest {

    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void fillTheBook() {
        village.post(SampleBook.opening("opening", 1_000_000));
        village.post(income("I1", 50_000, DAY));
        village.post(income("I2", 7_000, DAY.plusMonths(1)));
        for (int unit = 1; unit <= Village.UNITS; unit++) {
            village.post(SampleBook.bill("B" + unit, Village.unit(unit).value(), 10_000));
        }
        village.receive("R1", 1, DAY, 10_000);
        village.receive("R2", 2, DAY, 4_000);
        village.receive("R3", 3, DAY.plusDays(31), 12_500);
        accept(village.authoriseAndPay(village.lights("E1", 12_345)));
        accept(
                village.authoriseAndPay(
                        village.request(
                                "E2",
                                OutflowKind.PAYMENT,
                                Village.ELECTRICIAN,
                                8_000,
                                Village.GREENERY.code(),
                                List.of(Village.voucher("P-E2", Voucher.Kind.INVOICE, 8_000)))));
    }

    private static EntryDraft income(String number, long fen, LocalDate day) {
        return new PublicIncome(
                        number,
                        PublicIncome.Source.PARKING,
                        Visibility.open(),
                        SourceDocument.bankLine(number),
                        day,
                        Money.ofFen(fen),
                        "停车")
                .entry(SampleBook.salt(number));
    }

    private long size() {
        return village.book.read(reader -> reader.frontier().size());
    }

    private LedgerExtract extract(StatementBasis basis) {
        return village.book.read(
                reader -> LedgerExtract.of(village.book.chartIn(reader), reader, basis));
    }

    private LedgerExtract year() {
        return extract(StatementBasis.year(Village.ID, 2025, size()));
    }

    private LedgerExtract march() {
        return extract(StatementBasis.month(Village.ID, YearMonth.of(2025, 3), size()));
    }

    private static Money fen(long fen) {
        return Money.ofFen(fen);
    }

    @Test
    void statesIncomeAndExpenseOfAMonthByClassWithTheRecordsBehindThem() {
        IncomeAndExpense statement = IncomeAndExpense.of(march());

        IncomeAndExpense.Section service = statement.section(FundClass.SERVICE_FUND);
        assertThat(service.totalIncome().amount()).isEqualTo(fen(60_000));
        assertThat(service.totalExpense().amount()).isEqualTo(fen(12_345));
        assertThat(service.surplus().amount()).isEqualTo(fen(47_655));
        assertThat(service.totalExpense().records()).containsExactly("pay/E1");
        IncomeAndExpense.Section common = statement.section(FundClass.PUBLIC_INCOME);
        assertThat(common.totalIncome().records()).containsExactly("income/I1");
        assertThat(common.surplus().amount()).isEqualTo(fen(42_000));
        assertThat(common.income()).extracting(StatementLine::nameZh).containsExactly("停车收入");
    }

    @Test
    void statesWhatEachClassHasAndHowTheMonthChangedIt() {
        BalanceSheet sheet = BalanceSheet.of(march());

        BalanceSheet.Section service = sheet.section(FundClass.SERVICE_FUND);
        assertThat(service.cash().amount()).isEqualTo(fen(1_000_000 + 14_000 - 12_345));
        assertThat(service.assets().amount()).isEqualTo(fen(1_000_000 + 60_000 - 12_345));
        assertThat(service.fundBalance().amount()).isEqualTo(fen(1_000_000));
        assertThat(service.earlierSurplus().amount()).isEqualTo(fen(0));
        assertThat(service.netWorth().amount()).isEqualTo(service.assets().amount());
        BalanceSheet.Row fees =
                service.rows().stream()
                        .filter(r -> r.account().code().equals(ChartOfAccounts.FEES_RECEIVABLE))
                        .findFirst()
                        .orElseThrow();
        assertThat(fees.increase().amount()).isEqualTo(fen(60_000));
        assertThat(fees.decrease().records()).containsExactly("receipt/R1", "receipt/R2");
        assertThat(BalanceSheet.of(extract(april())).section(FundClass.SERVICE_FUND))
                .satisfies(
                        april -> {
                            assertThat(april.earlierSurplus().amount()).isEqualTo(fen(47_655));
                            assertThat(april.surplus().amount()).isEqualTo(fen(0));
                        });
    }

    private StatementBasis april() {
        return StatementBasis.month(Village.ID, YearMonth.of(2025, 4), size());
    }

    @Test
    void statesWhatWasBilledReceivedAndIsOutstandingAndTheExactRate() {
        CollectionStatement summary = CollectionStatement.of(year());

        assertThat(summary.billed().amount()).isEqualTo(fen(60_000));
        assertThat(summary.received().amount()).isEqualTo(fen(26_500));
        assertThat(summary.closing().amount()).isEqualTo(fen(33_500));
        assertThat(summary.receivedOverBilled()).contains(Ratio.of(53, 120));
        assertThat(summary.months().keySet())
                .containsExactly(YearMonth.of(2025, 3), YearMonth.of(2025, 4));
        assertThat(summary.months().get(YearMonth.of(2025, 4)))
                .extracting(month -> month.received().records())
                .isEqualTo(List.of("receipt/R3"));
        assertThat(summary.owed().get(Village.unit(2)))
                .extracting(Figure::amount)
                .isEqualTo(fen(6_000));
        assertThat(summary.owed().get(Village.unit(3)))
                .extracting(Figure::amount)
                .isEqualTo(fen(-2_500));
        assertThat(summary.owed()).doesNotContainKey(Village.unit(1));
        assertThat(summary.lines())
                .noneMatch(line -> line.code().contains("7-2-") || line.nameZh().contains("7-2-"));
    }

    @Test
    void hasNoRateWhereNothingWasBilledOrMoreCameBackThanIn() {
        LedgerExtract nothing =
                extract(StatementBasis.month(Village.ID, YearMonth.of(2025, 1), size()));

        assertThat(CollectionStatement.of(nothing).receivedOverBilled()).isEmpty();
        assertThat(CollectionStatement.of(nothing).notes()).isEmpty();
        assertThat(CollectionStatement.of(extract(april())).receivedOverBilled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 4, true", "8, 5, false", "7, 4, false"})
    void tellsACountOnlyWhereEnoughUnitsStandOnEitherSide(int units, int least, boolean told) {
        CollectionStatement summary = CollectionStatement.of(year());

        assertThat(summary.count(units, least).isPresent()).isEqualTo(told);
        summary.count(8, 4).ifPresent(count -> assertThat(count.behind()).isEqualTo(4));
    }

    @Test
    void refusesToHideBehindAGroupOfOneAndCountsNothingInThePublicView() {
        assertThatThrownBy(() -> CollectionStatement.of(year()).count(8, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        CollectionStatement.of(
                                        extract(
                                                StatementBasis.year(Village.ID, 2025, size())
                                                        .seenBy(StatementView.PUBLIC)))
                                .count(100, 2))
                .isEmpty();
    }

    @Test
    void showsThePublicHouseholdsInBatchesAloneOnTheDayOfPublication() {
        LocalDate day = LocalDate.of(2025, 5, 2);
        StatementBasis basis =
                StatementBasis.year(Village.ID, 2025, size()).seenBy(StatementView.PUBLIC);
        assertThat(CollectionStatement.of(extract(basis)).closing()).isEqualTo(Figure.none());
        long before = size();
        accept(village.book.publishBatch(EntryKind.BILL, 5, Village.AT.plusSeconds(9), day));

        CollectionStatement summary =
                CollectionStatement.of(
                        extract(
                                StatementBasis.year(Village.ID, 2025, before + 1)
                                        .seenBy(StatementView.PUBLIC)));

        assertThat(summary.months().keySet()).containsExactly(YearMonth.of(2025, 5));
        assertThat(summary.billed().amount()).isEqualTo(fen(60_000));
        assertThat(summary.billed().records()).containsExactly("batch/" + before);
        assertThat(summary.received()).isEqualTo(Figure.none());
        assertThat(summary.owed()).isEmpty();
    }

    @Test
    void statesPublicIncomeBySourceAndLineAsTheFundsOwnAccountHasIt() {
        accept(village.book.post(income("I3", 1_111, LocalDate.of(2026, 1, 1)), Village.AT));

        village.post(
                SampleBook.draft("by-hand", EntryKind.OPENING, DAY)
                        .postings(
                                Posting.debit(Village.GREENERY.expenseAccount(), fen(5_000)),
                                Posting.credit(PublicIncome.Source.VENUE.account(), fen(5_000))));

        PublicIncomeStatement statement = PublicIncomeStatement.of(year());

        PublicIncomeAccount there =
                village.book.read(
                        r -> PublicIncomeAccount.of(r, LocalDate.of(2025, 1, 1), YEAR_END));
        assertThat(statement.gross().amount()).isEqualTo(fen(57_000)).isEqualTo(there.gross());
        assertThat(statement.documentedCost().amount())
                .isEqualTo(fen(8_000))
                .isEqualTo(there.documentedCost());
        assertThat(statement.net().amount()).isEqualTo(there.net());
        assertThat(statement.closingCash().amount()).isEqualTo(fen(49_000));
        assertThat(statement.costs().get(0).figure().records()).containsExactly("pay/E2");
    }

    /** From April on a third, and 1.00 taken off for a bad result. */
    private Village judged() {
        RemunerationClauses clauses =
                new RemunerationClauses(
                        Village.ID,
                        Village.CONTRACT,
                        RemunerationClauses.Rounding.CUMULATIVE_FLOOR,
                        List.of(new RemunerationClauses.Step(Ratio.of(60, 100), 100)),
                        RemunerationClauses.Release.NEVER);
        Village judged =
                new Village(
                        Village.terms(Ratio.of(8, 100), TestKeys.register()),
                        clauses,
                        List.of(),
                        Village.USUAL_PAYMENTS);
        LocalDate april = LocalDate.of(2025, 4, 1);
        ContractPaper.RatioAmendment third =
                new ContractPaper.RatioAmendment(
                        Village.ID,
                        Village.CONTRACT,
                        Ratio.of(1, 3),
                        RemunerationBase.FEES_RECEIVED,
                        april);
        accept(
                judged.change(
                        life ->
                                life.agreeRatio(
                                        third, Village.onFirm(third), Village.noon(april))));
        Evaluation bad = new Evaluation("K1", DAY, 59, 100, new Motion.Document("ab".repeat(32)));
        accept(judged.judge(course -> course.evaluate(bad, Village.noon(DAY))));
        return judged;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-28", "2025-03-31", "2025-04-01", "2025-12-31"})
    void recomputesWhatTheFirmMayEarnAsTheRulesThatPayItDo(LocalDate day) {
        Village judged = judged();
        judged.collect("R1", DAY, 10_000);
        judged.collect("R2", DAY.plusDays(10), 4_000);
        judged.collect("R3", DAY.plusDays(31), 12_500);
        long size = judged.book.read(reader -> reader.frontier().size());
        StatementBasis basis =
                new StatementBasis(
                        Village.ID, Village.FIRST_DAY, day, size, StatementView.INTERNAL);
        LedgerExtract extract =
                judged.book.read(reader -> LedgerExtract.of(judged.book.chart(), reader, basis));

        RemunerationStatement statement =
                RemunerationStatement.of(
                        extract,
                        judged.trusteeship.life(),
                        judged.trusteeship.remuneration().deducted(day));

        Money available = judged.book.read(reader -> judged.remuneration.available(reader, day));
        assertThat(statement.left()).contains(available);
    }

    @Test
    void statesWhatWasDueWhenTheBookBeganAsLeftToDraw() {
        Village opened = new Village(Ratio.of(8, 100));
        opened.post(RemunerationTest.openingDue(Village.FIRST_DAY, 500));
        opened.collect("R1", DAY, 10_000);
        accept(opened.authoriseAndPay(opened.draw("W1", 900)));
        StatementBasis basis =
                new StatementBasis(
                        Village.ID,
                        DAY,
                        DAY,
                        opened.book.<Long>read(reader -> reader.frontier().size()),
                        StatementView.INTERNAL);

        RemunerationStatement statement =
                RemunerationStatement.of(
                        opened.book.read(
                                reader -> LedgerExtract.of(opened.book.chart(), reader, basis)),
                        opened.trusteeship.life(),
                        fen(0));

        assertThat(statement.entitled()).contains(fen(800));
        assertThat(statement.left()).contains(fen(400));
        assertThat(opened.book.<Money>read(r -> opened.remuneration.available(r, DAY)))
                .isEqualTo(fen(400));
    }

    @Test
    void statesWhatWasAccruedDrawnAndIsPayable() {
        for (int unit = 4; unit <= Village.UNITS; unit++) {
            village.receive("R" + unit, unit, DAY, 10_000);
        }
        accept(village.book.publishBatch(EntryKind.FEE_RECEIPT, 5, Village.AT, DAY));
        accept(
                village.remuneration.accrue(
                        EntryId.of("accrual"), Village.AT, DAY, SampleBook.salt("a")));
        accept(village.authoriseAndPay(village.draw("W1", 1_000)));

        RemunerationStatement statement =
                RemunerationStatement.of(year(), village.trusteeship.life(), fen(0));

        assertThat(statement.accrued().amount()).isEqualTo(fen(3_520));
        assertThat(statement.drawn().amount()).isEqualTo(fen(1_000));
        assertThat(statement.payable().amount()).isEqualTo(fen(2_520));
        assertThat(statement.entitled()).contains(fen((56_500 * 8) / 100));
        assertThat(statement.left()).contains(fen(3_520));
        assertThat(statement.lines()).extracting(StatementLine::code).doesNotHaveDuplicates();
        assertThat(statement.notes()).extracting("value").contains("HT-2025-01", "2/25");
    }

    @Test
    void countsADrawAfterTheTermWhileTheContractGoesOn() {
        Village going = new Village(Ratio.of(1, 3));
        LocalDate later = Village.LAST_DAY.plusDays(20);
        going.collect("R1", later, 300);
        accept(going.drawOn(later, 40));
        LedgerExtract extract =
                going.book.read(
                        reader ->
                                LedgerExtract.of(
                                        going.book.chart(),
                                        reader,
                                        new StatementBasis(
                                                Village.ID,
                                                Village.FIRST_DAY,
                                                later,
                                                reader.frontier().size(),
                                                StatementView.INTERNAL)));

        RemunerationStatement statement =
                RemunerationStatement.of(extract, going.trusteeship.life(), fen(0));

        assertThat(statement.drawnInTerm().amount()).isEqualTo(fen(40));
        assertThat(statement.left()).contains(fen(60));
    }

    @Test
    void entitlesToNothingItCannotReadFromTheBook() {
        ContractTerms terms =
                new ContractTerms(
                        Village.CONTRACT,
                        Village.ID,
                        Village.FIRM,
                        Ratio.of(8, 100),
                        RemunerationBase.BUDGET_EXPENDITURE,
                        Village.FIRST_DAY,
                        Village.LAST_DAY,
                        7,
                        5,
                        TestKeys.register());
        Village byBudget =
                new Village(
                        terms,
                        RemunerationClauses.usual(Village.ID, Village.CONTRACT),
                        List.of(),
                        Village.USUAL_PAYMENTS);

        RemunerationStatement statement =
                RemunerationStatement.of(year(), byBudget.trusteeship.life(), fen(0));

        assertThat(statement.entitled()).isEmpty();
        assertThat(statement.left()).isEmpty();
    }

    private Outcome<AnnualReport> report(LocalDate from, LocalDate to) {
        return report(from, to, village.budget);
    }

    private Outcome<AnnualReport> report(LocalDate from, LocalDate to, AdoptedBudget budget) {
        return AnnualReport.of(
                extract(new StatementBasis(Village.ID, from, to, size(), StatementView.INTERNAL)),
                budget,
                village.trusteeship.life(),
                fen(0));
    }

    private void close(LocalDate through) {
        accept(
                village.book.close(
                        through, Instant.parse("2027-06-01T00:00:00Z"), through.plusDays(1)));
    }

    @Test
    void reportsAYearThatIsClosedAsTrustLaw33Asks() {
        close(YEAR_END);

        AnnualReport report = accept(report(Village.FIRST_DAY, YEAR_END));

        assertThat(report.execution())
                .extracting(StatementLine::code, l -> l.amount().minor())
                .containsExactly(
                        tuple("SF-03.spent", 12_345L),
                        tuple("SF-03.left", 987_655L),
                        tuple("PI-03.spent", 8_000L),
                        tuple("PI-03.left", 292_000L));
        assertThat(report.outflows())
                .extracting(StatementLine::code, l -> l.amount().minor())
                .containsExactly(
                        tuple("SERVICE_FUND.PAYMENT", 12_345L),
                        tuple("PUBLIC_INCOME.PAYMENT", 8_000L));
        assertThat(report.lines()).extracting(StatementLine::code).doesNotHaveDuplicates();
        assertThat(report.lines()).hasSizeGreaterThan(60);
        assertThat(report.notes()).extracting("code").contains("received-over-billed", "contract");
    }

    private static AdoptedBudget adopted(CommunityId community, int year) {
        DraftBudget draft = new DraftBudget(community, year, List.of(Village.LIGHTS));
        return accept(
                draft.adopt(
                        Village.resolution(
                                community, Matter.OTHER_MAJOR_MATTER, draft.document())));
    }

    @Test
    void tellsWhetherTheVotesBehindItWereCountedHereOrElsewhere() {
        close(YEAR_END);
        DraftBudget draft = Village.draftBudget();
        AdoptedBudget external =
                accept(
                        draft.adopt(
                                ExternalMandateTest.mandate(
                                        Matter.OTHER_MAJOR_MATTER, draft.document())));

        assertThat(accept(report(Village.FIRST_DAY, YEAR_END)).notes())
                .extracting("code", "value")
                .contains(
                        tuple("contract-decided", "COUNTED 2024-OM-01 M1"),
                        tuple("budget-decided", "COUNTED 2024-OM-01 M1"));
        assertThat(accept(report(Village.FIRST_DAY, YEAR_END, external)).notes())
                .extracting("code", "value")
                .contains(tuple("budget-decided", "EXTERNAL 公告2024-07"));
    }

    @ParameterizedTest
    @CsvSource({"2024, false", "2025, true", "2026, true", "2027, false"})
    void reportsUnderABudgetOfItsPeriodAlone(int year, boolean reported) {
        LocalDate to = LocalDate.of(2026, 2, 28);
        close(to);

        if (reported) {
            accept(report(DAY, to, adopted(Village.ID, year)));
        } else {
            assertThatThrownBy(() -> report(DAY, to, adopted(Village.ID, year)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> report(DAY, to, adopted(Village.OTHER, 2025)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-30, false", "2025-12-31, true", "2026-01-31, true"})
    void reportsOnlyAPeriodThatIsClosedThroughItsEnd(LocalDate closed, boolean reported) {
        close(closed);

        Outcome<AnnualReport> outcome = report(Village.FIRST_DAY, YEAR_END);

        assertThat(outcome.isAccepted()).isEqualTo(reported);
        if (!reported) {
            assertRefused(outcome, StatementRule.PERIOD_CLOSED);
        }
    }

    @Test
    void aCloseThatWasNotKnownYetClosesNothing() {
        long before = size();
        close(YEAR_END);

        LedgerExtract extract = extract(StatementBasis.year(Village.ID, 2025, before));

        assertThat(extract.closedThrough()).isEmpty();
        assertThat(extract(StatementBasis.year(Village.ID, 2025, before + 1)).closedThrough())
                .contains(YEAR_END);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-30, true", "2025-12-31, true", "2026-01-01, false"})
    void reportsAYearAtMost(LocalDate to, boolean reported) {
        close(LocalDate.of(2026, 1, 31));

        Outcome<AnnualReport> outcome = report(Village.FIRST_DAY, to);

        assertThat(outcome.isAccepted()).isEqualTo(reported);
        if (!reported) {
            assertRefused(outcome, StatementRule.WITHIN_YEAR);
        }
    }

    @Test
    void namesEveryRuleInTheWayOfAReport() {
        assertRefused(
                report(Village.FIRST_DAY, LocalDate.of(2026, 1, 1)),
                StatementRule.PERIOD_CLOSED,
                StatementRule.WITHIN_YEAR);
    }

    private Outcome<HandOverStatement> handOver(LocalDate from, LocalDate day) {
        return HandOverStatement.of(
                extract(new StatementBasis(Village.ID, from, day, size(), StatementView.INTERNAL)),
                village.trusteeship.life());
    }

    @ParameterizedTest
    @CsvSource({"2027-12-30, false", "2027-12-31, false", "2028-01-01, true"})
    void statesAHandOverOnlyAfterTheLastDay(LocalDate day, boolean stated) {
        village.takenOver(Village.LAST_DAY.plusDays(1));
        LocalDate from = stated ? day : Village.FIRST_DAY;

        Outcome<HandOverStatement> outcome = handOver(from, day);

        assertThat(outcome.isAccepted()).isEqualTo(stated);
        if (!stated) {
            assertRefused(outcome, StatementRule.AFTER_TERM);
        }
    }

    @Test
    void statesWhatIsLeftToHandOverUntilNothingIs() {
        village.takenOver(Village.LAST_DAY.plusDays(1));
        LocalDate after = Village.LAST_DAY.plusDays(1);
        HandOverStatement before = accept(handOver(after, after));
        assertThat(before.judge().verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(before.judge().notMet())
                .hasSize(2)
                .allMatch(f -> f.rule().equals(StatementRule.HANDED_OVER_WHOLE.code()));
        long service = village.net(ChartOfAccounts.SERVICE_CASH).minor();

        handOver("H1", FundClass.SERVICE_FUND, service);
        handOver("H2", FundClass.PUBLIC_INCOME, 49_000);
        HandOverStatement statement = accept(handOver(after, after));

        HandOverStatement.Section fund = statement.sections().get(0);
        assertThat(fund.atEnd().amount()).isEqualTo(fen(service));
        assertThat(fund.handedOver().records()).containsExactly("H1");
        assertThat(fund.left().amount()).isEqualTo(fen(0));
        assertThat(fund.since().amount()).isEqualTo(fen(0));
        assertThat(fund.claims()).extracting(l -> l.amount().minor()).containsExactly(33_500L);
        assertThat(statement.judge().verdict()).isEqualTo(Verdict.MET);
        assertThat(statement.notes())
                .extracting("value")
                .containsExactly(Village.CONTRACT, "COUNTED 2024-OM-01 M1");
        assertThat(statement.lines()).extracting(StatementLine::code).doesNotHaveDuplicates();
        assertThatThrownBy(() -> handOver(after.plusDays(1), after.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A second account at the bank is money of its class as the first one is. */
    @Test
    void countsWhatLiesOnAFurtherAccountOfAClass() {
        AccountCode building = second(FundClass.MAINTENANCE_FUND, 700);
        second(FundClass.PUBLIC_INCOME, 30);
        village.force(
                SampleBook.draft("repair", EntryKind.PAYMENT, DAY)
                        .postings(
                                Posting.debit(AccountCode.of("maintenance.expense.W-1"), fen(200)),
                                Posting.credit(building, fen(200))));
        close(YEAR_END);

        AnnualReport report = accept(report(Village.FIRST_DAY, YEAR_END));
        village.takenOver(Village.LAST_DAY.plusDays(1));
        LocalDate after = Village.LAST_DAY.plusDays(1);
        handOver("H1", FundClass.SERVICE_FUND, village.net(ChartOfAccounts.SERVICE_CASH).minor());
        handOver("H2", FundClass.PUBLIC_INCOME, 49_000);
        HandOverStatement statement = accept(handOver(after, after));

        assertThat(report.publicIncome().closingCash().amount()).isEqualTo(fen(49_030));
        assertThat(report.outflows())
                .extracting(StatementLine::code, l -> l.amount().minor())
                .contains(tuple("MAINTENANCE_FUND.PAYMENT", 200L));
        HandOverStatement.Section fund = statement.sections().get(2);
        assertThat(fund.fundClass()).isEqualTo(FundClass.MAINTENANCE_FUND);
        assertThat(fund.atEnd().amount()).isEqualTo(fen(500));
        assertThat(fund.left().amount()).isEqualTo(fen(500));
        assertThat(statement.judge().notMet()).hasSize(2);
    }

    private AccountCode second(FundClass fundClass, long fen) {
        AccountCode code = AccountCode.of(fundClass.prefix() + ".cash-of-another-bank");
        open(new Account(code, "另一专户", "Another account", fundClass, AccountType.CASH));
        if (fundClass == FundClass.MAINTENANCE_FUND) {
            open(
                    new Account(
                            AccountCode.of("maintenance.expense.W-1"),
                            "维修",
                            "Repair",
                            fundClass,
                            AccountType.EXPENSE));
        }
        village.post(
                SampleBook.draft("second-" + fundClass.prefix(), EntryKind.OPENING, DAY)
                        .postings(
                                Posting.debit(code, fen(fen)),
                                Posting.credit(
                                        ChartOfAccounts.openingBalance(fundClass), fen(fen))));
        return code;
    }

    private void open(Account account) {
        accept(village.book.openAccount(account, Village.FIRST_DAY, Village.AT));
    }

    private void handOver(String id, FundClass fundClass, long fen) {
        String prefix = fundClass.prefix();
        village.force(
                SampleBook.draft(id, EntryKind.HAND_OVER, Village.LAST_DAY.plusDays(1))
                        .postings(
                                Posting.debit(AccountCode.of(prefix + ".handed-over"), fen(fen)),
                                Posting.credit(AccountCode.of(prefix + ".cash"), fen(fen))));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void noStatementIsMadeOneFenOff(long off) {
        Figure ten = Figure.of(List.of(new Figure.Part(0, "e", fen(10))));
        Figure wrong = Figure.of(List.of(new Figure.Part(0, "e", fen(10 + off))));
        StatementBasis basis = StatementBasis.year(Village.ID, 2025, size());

        assertThatThrownBy(() -> new Figure(fen(10 + off), ten.parts()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new StatementLine(
                                        "a",
                                        "a",
                                        "a",
                                        fen(10 + off),
                                        ten,
                                        StatementLine.Relation.SUM))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new IncomeAndExpense.Section(
                                        FundClass.SERVICE_FUND, List.of(), List.of(), wrong))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new BalanceSheet.Section(
                                        FundClass.SERVICE_FUND,
                                        List.of(),
                                        ten,
                                        wrong.negated(),
                                        Figure.none()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new BalanceSheet.Row(
                                        village.book
                                                .chart()
                                                .find(ChartOfAccounts.SERVICE_CASH)
                                                .orElseThrow(),
                                        ten,
                                        ten,
                                        ten,
                                        wrong))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new CollectionStatement(
                                        basis,
                                        ten,
                                        new TreeMap<>(),
                                        Figure.none(),
                                        wrong,
                                        new TreeMap<>()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new HandOverStatement.Section(
                                        FundClass.SERVICE_FUND,
                                        ten,
                                        ten,
                                        Figure.none(),
                                        wrong,
                                        ten,
                                        List.of(),
                                        List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () ->
                                new PublicIncomeStatement(
                                        basis, List.of(), List.of(), List.of(), List.of(), wrong,
                                        ten, ten))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsNeitherMoreThanThereIsNorAnotherCommunitysBook() {
        assertThatThrownBy(() -> extract(StatementBasis.year(Village.ID, 2025, size() + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> extract(StatementBasis.year(Village.OTHER, 2025, size())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new StatementBasis(
                                        Village.ID, DAY, DAY.minusDays(1), 0, StatementView.PUBLIC))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        new StatementBasis(Village.ID, DAY, DAY, 0, StatementView.PUBLIC)
                                .seenBy(StatementView.INTERNAL)
                                .view())
                .isEqualTo(StatementView.INTERNAL);
    }
}
