package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.published.Announcement;
import io.github.xinyi.governance.published.Days;
import io.github.xinyi.governance.published.Figure;
import io.github.xinyi.governance.published.MeasuredFigures;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractClauses.Party;
import io.github.xinyi.trust.contract.ContractClauses.Role;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.ExternalMandate;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.ReturnedPayment;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.records.TrustEvents;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Decisions;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards F4 and F9 on databases: costs that move, and payments that the bank brings back. */
@ParameterizedClass
@EnumSource(Server.class)
class MovedCostsOnStoresTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 1, 10);
    private static final PersonId FIRM = PersonId.of("firm");
    private static final PassedCost FIRST = new PassedCost(EntryId.of("pay/E1"), 1);
    private static final BudgetLine LIGHTS =
            new BudgetLine("SF-03", "照明", FundClass.SERVICE_FUND, Money.ofFen(10_000));
    private static final BudgetLine GREENERY =
            new BudgetLine("PI-03", "绿化", FundClass.PUBLIC_INCOME, Money.ofFen(5_000));

    private final TestDatabase database;
    private Trusteeship trusteeship;
    private Disbursements payments;

    MovedCostsOnStoresTest(Server server) {
        this.database = server.database();
        database.stores().migrate();
        this.trusteeship = open();
        this.payments = payments();
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            accept(
                    trusteeship
                            .book()
                            .post(
                                    new OpeningBalance(fundClass, DAY, Money.ofFen(100_000))
                                            .entry(SampleBook.salt(fundClass.prefix())),
                                    noon(DAY)));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Everything is read from the database again. */
    private void reopen() {
        database.reopen();
        trusteeship = open();
        payments = payments();
    }

    private Trusteeship open() {
        ContractTerms terms = Samples.terms("HT-2025-01", 8);
        ContractClauses clauses =
                new ContractClauses(
                        Samples.COMMUNITY,
                        terms.id(),
                        "小区物业服务",
                        List.of(
                                new Party(PersonId.of("owners-meeting"), Role.SETTLOR),
                                new Party(FIRM, Role.TRUSTEE),
                                new Party(PersonId.of("all-owners"), Role.BENEFICIARIES)),
                        60,
                        90,
                        30);
        TrustContract contract =
                accept(
                        TrustContract.adopt(
                                terms,
                                mandate(
                                        Matter.MANAGER_APPOINTMENT,
                                        terms.document(),
                                        clauses.document())));
        Instant adopted = noon(LocalDate.of(2024, 12, 27));
        Trusteeship opened =
                accept(
                        Trusteeship.open(
                                Agreement.of(contract, clauses),
                                new Book(
                                        Samples.COMMUNITY,
                                        SampleBook.chart().with(budget(2025).accounts()),
                                        database.stores().books()),
                                database.stores().events(TrustEvents.codec()),
                                Decisions.none(),
                                adopted));
        for (int year : List.of(2025, 2026)) {
            accept(opened.openYear(budget(year), policy(year), adopted));
        }
        return opened;
    }

    private Disbursements payments() {
        return new Disbursements(trusteeship, List.of(), database.stores().disbursements());
    }

    private static BudgetPolicy policy(int year) {
        return BudgetPolicy.usual(Samples.COMMUNITY, year, 0);
    }

    private static AdoptedBudget budget(int year) {
        DraftBudget draft = new DraftBudget(Samples.COMMUNITY, year, List.of(LIGHTS, GREENERY));
        return accept(
                draft.adopt(
                        mandate(
                                Matter.OTHER_MAJOR_MATTER,
                                draft.document(),
                                policy(year).document())));
    }

    /** A vote held elsewhere, in which all of 300 owners took part and agreed. */
    private static ExternalMandate mandate(Matter matter, Motion.Document... papers) {
        Figure heads = Figure.of(HeadCount.of(300));
        Figure area = Figure.of(FloorArea.parse("30000.00"));
        LocalDate opened = LocalDate.of(2024, 12, 18);
        return accept(
                ExternalMandate.enter(
                        new ExternalMandate.Notice(
                                Samples.COMMUNITY,
                                "公告2024-07",
                                opened.plusDays(8),
                                new Announcement(
                                        matter,
                                        Days.on(LocalDate.of(2024, 12, 1)),
                                        Days.on(opened),
                                        MeasuredFigures.of(area, area, area),
                                        MeasuredFigures.of(heads, heads, heads)),
                                List.of(papers),
                                new Motion.Document("ab".repeat(32)))));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();
    }

    private static <T> T accept(Outcome<T> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    private PaymentRequest request(
            LocalDate day,
            String id,
            OutflowKind kind,
            PersonId payee,
            long fen,
            String charge,
            Voucher... vouchers) {
        OutflowOrder order =
                new OutflowOrder(
                        Samples.COMMUNITY,
                        id,
                        kind,
                        payee,
                        Money.ofFen(fen),
                        "更换路灯",
                        charge,
                        List.of(vouchers).stream().map(Voucher::digest).toList(),
                        TestKeys.STEWARD,
                        "HT-2025-01",
                        payments.expiry(noon(day)));
        return new PaymentRequest(order.naming("收款方"), "收款方", "", List.of(vouchers), noon(day));
    }

    private PaymentRequest lights(LocalDate day, String id, long fen) {
        Voucher invoice =
                new Voucher(
                        "P-" + id,
                        Voucher.Kind.INVOICE,
                        day,
                        Money.ofFen(fen),
                        Hash.of(SampleBook.salt(id).toByteArray()));
        return request(
                day, id, OutflowKind.PAYMENT, PersonId.of("shop"), fen, LIGHTS.code(), invoice);
    }

    private Acknowledgement pay(LocalDate day, PaymentRequest request) {
        OutflowOrder order = request.order();
        accept(payments.request(request));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(payments.approve(order.id(), TestKeys.approval(key.id(), order, noon(day))));
        }
        return accept(
                payments.pay(
                        order.id(),
                        SourceDocument.bankLine("BK-" + order.id()),
                        noon(day),
                        day,
                        SampleBook.salt(order.id())));
    }

    private Outcome<Acknowledgement> pass(PassedCost passing, long fen) {
        return payments.passCost(
                new MisplacedCost(
                        passing,
                        GREENERY.code(),
                        Money.ofFen(fen),
                        DAY,
                        "绿化用电错列",
                        SampleBook.salt("c")),
                noon(DAY));
    }

    private Outcome<Acknowledgement> giveBack(String payment, LocalDate day) {
        return payments.recordReturn(
                new ReturnedPayment(
                        EntryId.of("pay/" + payment),
                        EntryId.of("returned/" + payment),
                        SourceDocument.bankLine("TH-" + payment),
                        day,
                        SampleBook.salt("r" + payment)),
                noon(day));
    }

    private List<Long> spent(int year) {
        return List.of(LIGHTS, GREENERY).stream()
                .map(
                        line ->
                                trusteeship
                                        .book()
                                        .<Money>read(reader -> budget(year).spent(reader, line))
                                        .minor())
                .toList();
    }

    private long cash() {
        return trusteeship
                .book()
                .<Money>read(reader -> reader.balance(ChartOfAccounts.SERVICE_CASH).net())
                .minor();
    }

    @Test
    void aCostPassesAndIsTakenBackAndPassesAgainOnceEach() {
        pay(DAY, lights(DAY, "E1", 4_000));
        accept(pass(FIRST, 3_000));
        reopen();
        assertThat(accept(pass(FIRST, 3_000)).repeated()).isTrue();
        assertThat(spent(2025)).containsExactly(4_000L, 3_000L);

        accept(payments.takeBackCost(FIRST, DAY, SampleBook.salt("b"), noon(DAY)));
        reopen();
        assertThat(spent(2025)).containsExactly(4_000L, 0L);
        assertThat(accept(payments.takeBackCost(FIRST, DAY, SampleBook.salt("b"), noon(DAY))))
                .matches(Acknowledgement::repeated);

        assertThat(pass(new PassedCost(FIRST.payment(), 2), 5_001).isAccepted())
                .as("above the line and the payment, and nothing is kept of it")
                .isFalse();
        accept(pass(new PassedCost(FIRST.payment(), 2), 4_000));
        pay(
                DAY,
                request(
                        DAY,
                        "T1",
                        OutflowKind.TRANSFER,
                        PersonId.of("payee"),
                        4_000,
                        "dues/public-service"));
        reopen();

        assertThat(spent(2025)).containsExactly(0L, 4_000L);
        assertThat(cash()).isEqualTo(100_000);
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aPassedCostThatComesBackInALaterYearFreesNoLineThere() {
        pay(DAY, lights(DAY, "E1", 4_000));
        accept(pass(FIRST, 3_000));
        pay(NEXT_YEAR, lights(NEXT_YEAR, "E2", 10_000));

        accept(giveBack("E1", NEXT_YEAR));
        reopen();

        assertThat(accept(giveBack("E1", NEXT_YEAR)).repeated()).isTrue();
        assertThat(isPassed()).isFalse();
        assertThat(spent(2026)).containsExactly(10_000L, 0L);
        assertThat(payments.request(lights(NEXT_YEAR, "E3", 1)).isAccepted()).isFalse();
        assertThat(cash()).isEqualTo(90_000);
        assertThat(database.stores().verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aDrawThatComesBackIsDrawnAgainAndNotTwice() {
        EntryDraft fee =
                SampleBook.draft("R1", EntryKind.FEE_RECEIPT, DAY)
                        .source(SourceDocument.bankLine("YHR1"))
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(10_000)),
                                Posting.credit(
                                        ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(10_000)));
        accept(trusteeship.book().post(fee, noon(DAY)));
        Acknowledgement draw = pay(DAY, draw("W1", 800));
        assertThat(available()).isZero();

        EntryDraft back =
                EntryDraft.reversalOf(
                                draw.entry(), EntryId.of("TH-W1"), DAY, SampleBook.salt("back"))
                        .source(SourceDocument.bankLine("TH-W1"));
        accept(trusteeship.book().post(back, noon(DAY)));
        reopen();

        assertThat(available()).isEqualTo(800);
        pay(DAY, draw("W2", 800));
        assertThat(available()).isZero();
    }

    private PaymentRequest draw(String id, long fen) {
        return request(DAY, id, OutflowKind.REMUNERATION, FIRM, fen, "");
    }

    private long available() {
        Remuneration remuneration =
                new Remuneration(
                        trusteeship,
                        new SignedDraws(Samples.COMMUNITY, database.stores().disbursements()));
        return trusteeship
                .book()
                .<Money>read(reader -> remuneration.available(reader, DAY))
                .minor();
    }

    private boolean isPassed() {
        return trusteeship.book().<Boolean>read(reader -> FIRST.stands(reader));
    }
}
