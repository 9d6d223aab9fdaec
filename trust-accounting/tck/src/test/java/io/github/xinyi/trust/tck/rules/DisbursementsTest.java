package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ELECTRICIAN;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.budget.DraftBudget;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.DisbursementStore;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeyRule;
import io.github.xinyi.trust.keys.KeySide;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F1, F6, F9 and D1 to D4. */
class DisbursementsTest {

    private static final long CASH = 5_000_000;

    private final Village village = new Village(Ratio.of(8, 100));

    @BeforeEach
    void fillTheServiceFund() {
        village.post(SampleBook.opening("opening", CASH));
    }

    private Disbursement find(String id) {
        return village.payments.find(Village.ID, id).orElseThrow();
    }

    private long cash() {
        return village.net(ChartOfAccounts.SERVICE_CASH).minor();
    }

    private long size() {
        return village.book.read(reader -> reader.frontier().size());
    }

    private static PaymentRequest with(PaymentRequest request, OutflowOrder order) {
        return new PaymentRequest(
                order,
                request.payeeName(),
                request.report(),
                request.vouchers(),
                request.requestedAt());
    }

    private static OutflowOrder orderOf(OutflowOrder order, Money amount, Instant expiresAt) {
        return new OutflowOrder(
                order.community(),
                order.id(),
                order.kind(),
                order.payee(),
                amount,
                order.purpose(),
                order.budgetLine(),
                order.vouchers(),
                order.initiator(),
                order.policy(),
                expiresAt,
                order.payeeName());
    }

    @Test
    void leadsARequestThroughTwoKeysToOneEntryInTheBook() {
        PaymentRequest request = village.lights("E1", 12_345);
        accept(village.disbursements.request(request));
        assertThat(find("E1").status()).isEqualTo(Disbursement.Status.REQUESTED);
        village.approve(request.order(), TestKeys.FIRM_KEY);
        assertThat(find("E1").status()).isEqualTo(Disbursement.Status.REQUESTED);
        village.approve(request.order(), TestKeys.OWNERS_KEY);
        assertThat(find("E1").status()).isEqualTo(Disbursement.Status.AUTHORISED);
        assertThat(cash()).isEqualTo(CASH);

        Acknowledgement paid = accept(village.pay("E1"));

        assertThat(find("E1").status()).isEqualTo(Disbursement.Status.PAID);
        assertThat(paid.entry().draft().kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(paid.entry().draft().effectiveDate()).isEqualTo(DAY);
        assertThat(cash()).isEqualTo(CASH - 12_345);
        assertThat(village.net(LIGHTS.expenseAccount())).isEqualTo(Money.ofFen(12_345));
    }

    @ParameterizedTest
    @ValueSource(longs = {9_999, 10_001})
    void refusesVouchersOneFenOffTheAmount(long shown) {
        var asked =
                village.disbursements.request(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                ELECTRICIAN,
                                10_000,
                                LIGHTS.code(),
                                List.of(voucher("P1", Voucher.Kind.INVOICE, shown))));

        assertRefused(asked, DisbursementRule.VOUCHERS_SHOW_AMOUNT);
        assertThat(village.payments.find(Village.ID, "E1")).isEmpty();
    }

    @Test
    void addsInvoicesAndReceiptsAndNotContractsOrPhotos() {
        List<Voucher> vouchers =
                List.of(
                        voucher("P1", Voucher.Kind.INVOICE, 6_000),
                        voucher("P2", Voucher.Kind.RECEIPT, 4_000),
                        voucher("P3", Voucher.Kind.CONTRACT, 10_000),
                        voucher("P4", Voucher.Kind.PHOTO, 1));

        accept(
                village.disbursements.request(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                ELECTRICIAN,
                                10_000,
                                LIGHTS.code(),
                                vouchers)));
    }

    @Test
    void refusesAPaymentWithoutAnyVoucher() {
        assertRefused(
                village.disbursements.request(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                ELECTRICIAN,
                                1,
                                LIGHTS.code(),
                                List.of())),
                DisbursementRule.VOUCHERS_SHOW_AMOUNT);
    }

    @Test
    void refusesALineThatTheBudgetDoesNotHave() {
        assertRefused(
                village.disbursements.request(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                ELECTRICIAN,
                                1,
                                "SF-99",
                                List.of(voucher("P1", Voucher.Kind.INVOICE, 1)))),
                BudgetRule.LINE_KNOWN);
    }

    @Test
    void paysUpToTheBudgetLineAndNotOneFenMore() {
        accept(village.authoriseAndPay(village.lights("below", 999_999)));
        assertRefused(
                village.authoriseAndPay(village.lights("above", 2)),
                DisbursementRule.LINE_AVAILABLE);
        accept(village.authoriseAndPay(village.lights("at", 1)));
        assertRefused(
                village.authoriseAndPay(village.lights("more", 1)),
                DisbursementRule.LINE_AVAILABLE);
        assertThat(cash()).isEqualTo(CASH - 1_000_000);
    }

    @Test
    void refusesAPaymentOneFenAboveTheWholeLine() {
        assertRefused(
                village.authoriseAndPay(village.lights("E1", 1_000_001)),
                DisbursementRule.LINE_AVAILABLE);
        assertThat(cash()).isEqualTo(CASH);
    }

    private BudgetYear year() {
        return village.trusteeship.year(2025).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"999999, true", "1000000, true", "1000001, false"})
    void theBudgetItselfPaysUpToItsLine(long fen, boolean spent) {
        List<Finding> findings =
                village.book.read(
                        reader ->
                                year().judge(
                                                reader,
                                                LIGHTS.code(),
                                                Money.ofFen(fen),
                                                LocalDate.of(2025, 3, 1),
                                                AT));

        assertThat(new Ruling(findings).refuses(BudgetRule.WITHIN_LIMIT.code())).isEqualTo(!spent);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, false", "2025-01-01, true", "2025-12-31, true", "2026-01-01, false"})
    void spendsABudgetOnDaysOfItsYearOnly(LocalDate day, boolean spent) {
        List<Finding> findings =
                village.book.read(
                        reader -> year().judge(reader, LIGHTS.code(), Money.ofFen(1), day, AT));

        assertThat(new Ruling(findings).refuses(BudgetRule.YEAR_OF_BUDGET.code()))
                .isEqualTo(!spent);
    }

    @Test
    void paysOnTheDayOfPaymentInShanghaiAndNoOther() {
        village.authorise(village.lights("E1", 1));
        village.authorise(village.lights("E2", 1));
        Instant midnight = Instant.parse("2025-03-01T16:00:00Z");

        assertRefused(
                village.payAt("E1", midnight.minusNanos(1), DAY.plusDays(1)),
                DisbursementRule.DAY_OF_PAYMENT);
        assertRefused(village.payAt("E1", midnight, DAY), DisbursementRule.DAY_OF_PAYMENT);
        assertRefused(village.payAt("E1", AT, DAY.minusDays(1)), DisbursementRule.DAY_OF_PAYMENT);
        accept(village.payAt("E1", midnight.minusNanos(1), DAY));
        accept(village.payAt("E2", midnight, DAY.plusDays(1)));
    }

    @Test
    void refusesToPayTheFirmAnythingButItsRemuneration() {
        assertRefused(
                village.disbursements.request(
                        village.request(
                                "E1",
                                OutflowKind.PAYMENT,
                                Village.FIRM,
                                1,
                                LIGHTS.code(),
                                List.of(voucher("P1", Voucher.Kind.INVOICE, 1)))),
                DisbursementRule.PAYEE_NOT_TRUSTEE);
        assertThat(village.payments.find(Village.ID, "E1")).isEmpty();
    }

    @Test
    void refusesABudgetOrABookOfAnotherCommunity() {
        DraftBudget foreign = new DraftBudget(Village.OTHER, 2025, List.of(LIGHTS));
        AdoptedBudget budget =
                accept(
                        foreign.adopt(
                                Village.resolution(
                                        Village.OTHER,
                                        Matter.OTHER_MAJOR_MATTER,
                                        foreign.document())));
        Book book = new Book(Village.OTHER, village.book.chart(), village.books);

        assertThatThrownBy(
                        () ->
                                village.trusteeship.openYear(
                                        budget, Village.BUDGET_POLICY, Village.ADOPTED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                Trusteeship.open(
                                        village.trusteeship.agreement(),
                                        book,
                                        village.events,
                                        village.decisions(),
                                        Village.ADOPTED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnOverdraftOfOneFenAndLeavesTheBookUnchanged() {
        Village poor = new Village(Ratio.of(8, 100));
        poor.post(SampleBook.opening("opening", 10_000));
        PaymentRequest request = poor.lights("E1", 10_001);
        poor.payments.insert(
                new Disbursement(
                        request,
                        List.of(
                                TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), AT),
                                TestKeys.approval(TestKeys.OWNERS_KEY.id(), request.order(), AT)),
                        Disbursement.Status.AUTHORISED));
        var balances = poor.balances();
        var head = poor.head();

        assertRefused(poor.pay("E1"), LedgerRule.FUNDS_SUFFICIENT);

        assertThat(poor.balances()).isEqualTo(balances);
        assertThat(poor.head()).isEqualTo(head);
        assertThat(poor.payments.find(Village.ID, "E1").orElseThrow().status())
                .isEqualTo(Disbursement.Status.AUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(longs = {9_999, 10_000})
    void paysOneFenLessThanAndAllOfTheCash(long fen) {
        Village poor = new Village(Ratio.of(8, 100));
        poor.post(SampleBook.opening("opening", 10_000));

        accept(poor.authoriseAndPay(poor.lights("E1", fen)));

        assertThat(poor.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(10_000 - fen));
    }

    @Test
    void answersTheSameRequestAgainAndRefusesOtherContentUnderItsId() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);

        assertThat(accept(village.disbursements.request(request))).isEqualTo(find("E1"));
        assertRefused(
                village.disbursements.request(village.lights("E1", 10_001)),
                DisbursementRule.NEW_ID);
        assertThat(find("E1").approvals()).hasSize(1);
    }

    @Test
    void refusesAnOrderOfAnotherCommunityOrAnotherContract() {
        PaymentRequest request = village.lights("E1", 10_000);
        OutflowOrder order = request.order();

        for (OutflowOrder other :
                List.of(
                        of(order, Village.OTHER, order.policy()),
                        of(order, order.community(), "HT-2024-09"))) {
            assertRefused(
                    village.disbursements.request(with(request, other)),
                    DisbursementRule.OF_CONTRACT);
        }
        assertThat(village.payments.find(Village.ID, "E1")).isEmpty();
        assertThat(village.payments.find(Village.OTHER, "E1")).isEmpty();
        accept(village.disbursements.request(request));
    }

    @Test
    void takesNoNewRequestThatShowsANameWhichTheKeysDoNotSign() {
        PaymentRequest request = village.lights("E1", 10_000);
        PaymentRequest unsigned = with(request, request.order().naming(""));

        assertRefused(village.disbursements.request(unsigned), DisbursementRule.PAYEE_NAME_SIGNED);
        assertThat(village.payments.find(Village.ID, "E1")).isEmpty();
        assertThatThrownBy(() -> with(request, request.order().naming("另一家")))
                .isInstanceOf(IllegalArgumentException.class);
        accept(village.disbursements.request(request));
    }

    @Test
    void paysWhatWasAskedForBeforeOrdersNamedTheirPayeeByTheFormThenSigned() {
        PaymentRequest request = village.lights("E1", 10_000);
        PaymentRequest earlier = with(request, request.order().naming(""));
        assertThat(
                        village.payments.insert(
                                new Disbursement(
                                        earlier, List.of(), Disbursement.Status.REQUESTED)))
                .isTrue();

        assertRefused(
                village.disbursements.approve(
                        "E1",
                        TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), Village.AT)),
                KeyRule.SIGNATURE_VALID);
        village.approve(earlier.order(), TestKeys.FIRM_KEY);
        village.approve(earlier.order(), TestKeys.OWNERS_KEY);
        accept(village.pay("E1"));

        assertThat(cash()).isEqualTo(CASH - 10_000);
    }

    /** The defect: who asked again was told that the number had been used for something else. */
    @Test
    void aRequestFromBeforeOrdersNamedTheirPayeeIsFoundByOneThatNamesIt() {
        PaymentRequest request = village.lights("E1", 10_000);
        Disbursement earlier =
                new Disbursement(
                        with(request, request.order().naming("")),
                        List.of(),
                        Disbursement.Status.REQUESTED);
        assertThat(village.payments.insert(earlier)).isTrue();

        assertThat(accept(village.disbursements.request(request))).isEqualTo(earlier);
        assertThat(accept(village.disbursements.request(earlier.request()))).isEqualTo(earlier);
        assertRefused(
                village.disbursements.request(village.lights("E1", 10_001)),
                DisbursementRule.NEW_ID);
        assertRefused(
                village.disbursements.request(
                        new PaymentRequest(
                                request.order().naming("另一家"),
                                "另一家",
                                request.report(),
                                request.vouchers(),
                                request.requestedAt())),
                DisbursementRule.NEW_ID);
        assertThat(village.payments.list(Village.ID, 0, 10)).containsExactly(earlier);
    }

    @Test
    void aRequestThatNamesItsPayeeIsNotFoundByOneThatDoesNot() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));

        assertRefused(
                village.disbursements.request(with(request, request.order().naming(""))),
                DisbursementRule.NEW_ID);
    }

    private static OutflowOrder of(OutflowOrder order, CommunityId community, String policy) {
        return new OutflowOrder(
                community,
                order.id(),
                order.kind(),
                order.payee(),
                order.amount(),
                order.purpose(),
                order.budgetLine(),
                order.vouchers(),
                order.initiator(),
                policy,
                order.expiresAt(),
                order.payeeName());
    }

    @Test
    void refusesAKeyForADisbursementThatAnotherChangedInBetween() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        Approval firm = TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), AT);
        Approval owners = TestKeys.approval(TestKeys.OWNERS_KEY.id(), request.order(), AT);
        Disbursements late =
                new Disbursements(
                        village.trusteeship,
                        List.of(),
                        new Overtaken(
                                village.payments,
                                new Disbursement(
                                        request, List.of(owners), Disbursement.Status.REQUESTED)));

        assertRefused(late.approve("E1", firm), DisbursementRule.UNCHANGED_SINCE_READ);
        assertThat(find("E1").approvals()).containsExactly(owners);

        accept(village.disbursements.approve("E1", firm));
        assertThat(find("E1").status()).isEqualTo(Disbursement.Status.AUTHORISED);
    }

    /** A store in which somebody else's change always comes first. */
    private record Overtaken(DisbursementStore kept, Disbursement first)
            implements DisbursementStore {

        @Override
        public boolean insert(Disbursement disbursement) {
            return kept.insert(disbursement);
        }

        @Override
        public boolean insertBeside(Disbursement disbursement, List<Disbursement> open) {
            return kept.insertBeside(disbursement, open);
        }

        @Override
        public List<Disbursement> open(CommunityId community, Instant at) {
            return kept.open(community, at);
        }

        @Override
        public boolean advance(Disbursement expected, Disbursement next) {
            return kept.advance(expected, first) && kept.advance(expected, next);
        }

        @Override
        public Optional<Disbursement> find(CommunityId community, String id) {
            return kept.find(community, id);
        }

        @Override
        public List<Disbursement> list(CommunityId community, int offset, int limit) {
            return kept.list(community, offset, limit);
        }
    }

    @Test
    void refusesAThirdKeyAfterTwo() {
        PaymentRequest request = village.lights("E1", 10_000);
        village.authorise(request);

        assertRefused(
                village.disbursements.approve(
                        "E1",
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), request.order(), AT.plusSeconds(1))),
                DisbursementRule.OPEN_FOR_APPROVAL);
    }

    @Test
    void takesTheSameApprovalTwiceAsOne() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);
        village.approve(request.order(), TestKeys.FIRM_KEY);

        assertThat(find("E1").approvals()).hasSize(1);
        assertRefused(village.pay("E1"), KeyRule.TWO_APPROVALS);
        assertThat(cash()).isEqualTo(CASH);
    }

    @Test
    void refusesASecondSignatureOfOnePerson() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        village.approve(request.order(), TestKeys.FIRM_KEY);

        assertRefused(
                village.disbursements.approve(
                        "E1",
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), request.order(), AT.plusSeconds(1))),
                KeyRule.TWO_PERSONS,
                KeyRule.TWO_SIDES);
    }

    @Test
    void refusesASignatureOverAnotherAmount() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        OutflowOrder altered =
                orderOf(request.order(), Money.ofFen(10_001), request.order().expiresAt());

        assertRefused(
                village.disbursements.approve(
                        "E1", TestKeys.approval(TestKeys.FIRM_KEY.id(), altered, AT)),
                KeyRule.SIGNATURE_VALID);
    }

    @Test
    void opensForNothingIfAStoreAltersTheAmountAfterBothKeys() {
        PaymentRequest request = village.lights("E1", 10_000);
        village.authorise(request);
        Disbursement there = find("E1");
        PaymentRequest altered =
                with(
                        request,
                        orderOf(request.order(), Money.ofFen(10_001), request.order().expiresAt()));
        Village tampered = new Village(Ratio.of(8, 100));
        tampered.post(SampleBook.opening("opening", CASH));
        tampered.payments.insert(
                new Disbursement(altered, there.approvals(), Disbursement.Status.AUTHORISED));

        assertRefused(
                tampered.pay("E1"),
                DisbursementRule.VOUCHERS_SHOW_AMOUNT,
                KeyRule.SIGNATURE_VALID,
                KeyRule.SIGNATURE_VALID);
    }

    @Test
    void refusesAnUnknownKeyAndAnUnknownRequest() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        Credential stranger = TestKeys.credential("K-STRANGER", ELECTRICIAN, KeySide.OWNER_BODY);

        assertRefused(
                village.disbursements.approve(
                        "E1", TestKeys.approval(stranger.id(), request.order(), AT)),
                KeyRule.CREDENTIAL_KNOWN,
                KeyRule.CREDENTIAL_VALID,
                KeyRule.SIGNATURE_VALID);
        assertRefused(
                village.disbursements.approve(
                        "E2", TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), AT)),
                DisbursementRule.KNOWN);
        assertRefused(village.pay("E2"), DisbursementRule.KNOWN);
    }

    @Test
    void refusesAKeyGivenBeforeThePaymentWasAskedFor() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));

        assertRefused(
                village.disbursements.approve(
                        "E1",
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), request.order(), AT.minusNanos(1))),
                DisbursementRule.REQUESTED_BEFORE_SIGNED);
        village.approve(request.order(), TestKeys.FIRM_KEY);
    }

    @Test
    void takesAKeyUntilOneNanosecondBeforeTheExpiry() {
        PaymentRequest request = village.lights("E1", 10_000);
        accept(village.disbursements.request(request));
        Instant expiry = request.order().expiresAt();

        assertRefused(
                village.disbursements.approve(
                        "E1", TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), expiry)),
                KeyRule.NOT_EXPIRED);
        accept(
                village.disbursements.approve(
                        "E1",
                        TestKeys.approval(
                                TestKeys.FIRM_KEY.id(), request.order(), expiry.minusNanos(1))));
    }

    @Test
    void paysUntilOneNanosecondBeforeTheExpiry() {
        village.authorise(village.lights("E1", 10_000));
        Instant expiry = find("E1").request().order().expiresAt();

        assertRefused(village.payAt("E1", expiry, DAY), KeyRule.NOT_EXPIRED, KeyRule.NOT_EXPIRED);
        accept(village.payAt("E1", expiry.minusNanos(1), DAY.plusDays(7)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void refusesAnExpiryOneNanosecondOffTheAgreedDays(long nanos) {
        PaymentRequest request = village.lights("E1", 10_000);
        OutflowOrder order = request.order();

        assertRefused(
                village.disbursements.request(
                        with(
                                request,
                                orderOf(
                                        order,
                                        order.amount(),
                                        order.expiresAt().plusNanos(nanos)))),
                DisbursementRule.EXPIRY_AS_AGREED);
    }

    @Test
    void paysTwiceAskedOnlyOnceAndAnswersTheSameEntry() {
        village.authorise(village.lights("E1", 10_000));
        Acknowledgement first = accept(village.pay("E1"));
        long size = size();

        Acknowledgement second = accept(village.payAt("E1", AT.plusSeconds(9), DAY.plusDays(3)));

        assertThat(second.entry()).isEqualTo(first.entry());
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(size()).isEqualTo(size);
        assertThat(cash()).isEqualTo(CASH - 10_000);
    }

    @Test
    void refusesAPayeeWhoHoldsAKey() {
        PaymentRequest request =
                village.request(
                        "E1",
                        OutflowKind.PAYMENT,
                        TestKeys.CHAIR,
                        1,
                        LIGHTS.code(),
                        List.of(voucher("P1", Voucher.Kind.INVOICE, 1)));
        accept(village.disbursements.request(request));

        assertRefused(
                village.disbursements.approve(
                        "E1", TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), AT)),
                KeyRule.PAYEE_HOLDS_NO_KEY);
    }
}
