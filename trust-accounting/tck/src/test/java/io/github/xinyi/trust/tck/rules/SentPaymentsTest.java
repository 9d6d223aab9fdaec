package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.ID;
import static io.github.xinyi.trust.tck.rules.Village.LAST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static io.github.xinyi.trust.tck.rules.Village.plan;
import static io.github.xinyi.trust.tck.rules.Village.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.account.TransferEdge;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.Step;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.fund.Deposit;
import io.github.xinyi.trust.fund.FundRule;
import io.github.xinyi.trust.fund.FundUse;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.DisbursementPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Guards F3, F4, D4 and D5: what the bank may have paid can always be recorded, once, and nothing
 * else takes its place meanwhile.
 */
class SentPaymentsTest {

    private static final SourceDocument PAPER = new SourceDocument("notice", "ZL-1");
    private static final Instant SENT = AT.plusSeconds(1);
    private static final FundUse SHARED =
            new FundUse.Distribution(FundClass.PUBLIC_INCOME, LocalDate.of(2024, 11, 30));
    private static final FundUse TO_FUND = new FundUse.Transfer(TransferEdge.PUBLIC_TO_MAINTENANCE);

    private static Village village(AdoptedPlan... plans) {
        Village village = new Village(Ratio.of(1, 3), List.of(plans), Village.USUAL_PAYMENTS);
        for (FundClass fundClass : FundClass.values()) {
            if (fundClass != FundClass.REMUNERATION) {
                village.post(
                        new OpeningBalance(fundClass, DAY, Money.ofFen(100_000))
                                .entry(SampleBook.salt(fundClass.prefix())));
            }
        }
        return village;
    }

    private static void send(Village village, PaymentRequest request) {
        village.authorise(request);
        accept(village.disbursements.send(request.order().id(), PAPER, SENT));
    }

    private static Money cash(Village village, FundClass fundClass) {
        return village.net(AccountCode.of(fundClass.prefix() + ".cash"));
    }

    /**
     * A part of a surplus as it was asked for before each unit was paid its own: it names the plan
     * and no unit, and shows a name that nobody signed.
     */
    private static Disbursement before(Village village, String id, long fen, Status status) {
        PaymentRequest now = village.outflow(id, OutflowKind.SURPLUS_DISTRIBUTION, "FP-1", fen);
        OutflowOrder order = now.order().naming("");
        Disbursement there =
                new Disbursement(
                        new PaymentRequest(
                                order, now.payeeName(), "", now.vouchers(), now.requestedAt()),
                        Stream.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)
                                .map(key -> TestKeys.approval(key.id(), order, AT))
                                .toList(),
                        status,
                        status == Status.SENT
                                ? List.of(new Step(Status.SENT, SENT, PAPER))
                                : List.of());
        assertThat(village.payments.insert(there)).isTrue();
        return there;
    }

    /** The defect: what the bank had paid so could be neither recorded nor ended. */
    @Test
    void recordsASurplusThatWentToTheBankBeforeEachUnitWasPaidItsOwn() {
        Village village = village(plan("FP-1", SHARED, 10_001));
        Disbursement there = before(village, "old", 4_000, Status.SENT);

        Acknowledgement paid = accept(village.payAt("old", SENT.plusSeconds(1), DAY));

        assertThat(paid.entry().draft().visibility()).isEqualTo(Visibility.open());
        assertThat(there.isHouseholds()).isFalse();
        assertThat(cash(village, FundClass.PUBLIC_INCOME)).isEqualTo(Money.ofFen(96_000));
        assertThat(village.net(AccountCode.of("public.distributed.FP-1")))
                .isEqualTo(Money.ofFen(4_000));
        assertThat(accept(village.payAt("old", SENT.plusSeconds(1), DAY)).repeated()).isTrue();
        assertThat(village.disbursements.unaccounted()).isEmpty();
    }

    @Test
    void endsSuchASurplusThatTheBankDidNotPay() {
        Village village = village(plan("FP-1", SHARED, 10_001));
        before(village, "old", 4_000, Status.SENT);

        accept(village.disbursements.fail("old", PAPER, SENT.plusSeconds(1)));

        assertThat(cash(village, FundClass.PUBLIC_INCOME)).isEqualTo(Money.ofFen(100_000));
        accept(village.authoriseAndPay(part(village, "new", 2, 1)));
    }

    /** Nothing has left yet: it is asked for anew, unit by unit. */
    @Test
    void neitherSendsNorPaysSuchASurplusThatIsNotAtTheBank() {
        Village village = village(plan("FP-1", SHARED, 10_001));
        before(village, "old", 4_000, Status.AUTHORISED);

        assertRefused(village.disbursements.send("old", PAPER, SENT), FundRule.CHARGED_TO_PART);
        assertRefused(village.pay("old"), FundRule.CHARGED_TO_PART);
        accept(village.disbursements.withdraw("old", TestKeys.STEWARD, PAPER, SENT));
        assertRefused(
                village.disbursements.request(
                        village.outflow("anew", OutflowKind.SURPLUS_DISTRIBUTION, "FP-1", 1)),
                FundRule.CHARGED_TO_PART);
    }

    @Test
    void suchASurplusHoldsItsCashAndItsShareOfThePlan() {
        AdoptedPlan plan = plan("FP-1", SHARED, 90_000);
        Village village = village(plan);
        long second = plan.part(unit(2)).orElseThrow().part().minor();
        before(village, "old", 90_000 - second + 1, Status.SENT);

        assertRefused(
                village.disbursements.request(part(village, "cash", 6, 10_001 + second)),
                DisbursementRule.CASH_AVAILABLE,
                FundRule.WITHIN_PART);
        assertRefused(
                village.authoriseAndPay(part(village, "S2", 2, second)),
                DisbursementRule.BESIDE_OTHERS);
        accept(village.disbursements.withdraw("S2", TestKeys.STEWARD, PAPER, AT));
        accept(village.authoriseAndPay(part(village, "S1", 2, second - 1)));
        accept(village.payAt("old", SENT.plusSeconds(1), DAY));
        assertThat(village.net(AccountCode.of("public.distributed.FP-1")))
                .isEqualTo(Money.ofFen(90_000));
    }

    private static PaymentRequest part(Village village, String id, int unit, long fen) {
        return village.outflow(id, OutflowKind.SURPLUS_DISTRIBUTION, "FP-1/" + unit(unit), fen);
    }

    /** The defect: two transfers under one plan could both go, and one not be recorded. */
    @Test
    void sendsNoMoreUnderAPlanThanItHas() {
        Village village = village(plan("GY-1", TO_FUND, 100));
        send(village, village.outflow("T1", OutflowKind.TRANSFER, "GY-1", 60));
        village.authorise(village.outflow("T2", OutflowKind.TRANSFER, "GY-1", 41));
        village.authorise(village.outflow("T3", OutflowKind.TRANSFER, "GY-1", 40));

        assertRefused(
                village.disbursements.send("T2", PAPER, SENT), DisbursementRule.BESIDE_OTHERS);
        assertRefused(village.payAt("T2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        accept(village.disbursements.send("T3", PAPER, SENT));
        accept(village.payAt("T3", SENT, DAY));
        accept(village.payAt("T1", SENT, DAY));

        assertThat(cash(village, FundClass.MAINTENANCE_FUND)).isEqualTo(Money.ofFen(100_100));
    }

    @Test
    void setsFreeWhatTheBankDidNotPay() {
        Village village = village(plan("GY-1", TO_FUND, 100));
        send(village, village.outflow("T1", OutflowKind.TRANSFER, "GY-1", 60));
        village.authorise(village.outflow("T2", OutflowKind.TRANSFER, "GY-1", 100));
        assertRefused(village.payAt("T2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);

        accept(village.disbursements.fail("T1", PAPER, SENT.plusSeconds(1)));

        accept(village.payAt("T2", SENT.plusSeconds(1), DAY));
    }

    /** The defect: the base fell while the bank paid, and the draw could not be recorded. */
    @Test
    void recordsADrawThatWasSentBeforeTheBaseFellAndDrawsNothingMore() {
        Village village = village();
        village.collect("R1", DAY, 900);
        Acknowledgement bounced = village.collect("R2", DAY, 90);
        send(village, village.draw("W1", 330));
        village.authorise(village.draw("W2", 1));
        assertRefused(village.payAt("W2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);

        village.force(
                EntryDraft.reversalOf(
                        bounced.entry(), EntryId.of("undo"), DAY, SampleBook.salt("undo")));

        accept(village.payAt("W1", SENT.plusSeconds(1), DAY));
        Money available = village.book.read(reader -> village.remuneration.available(reader, DAY));
        assertThat(available).isEqualTo(Money.ofFen(-30));
        assertRefused(
                village.payAt("W2", SENT.plusSeconds(1), DAY), RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void countsADrawAtTheBankAgainstTheNextOneToTheFen() {
        Village village = village();
        village.collect("R1", DAY, 900);
        send(village, village.draw("W1", 200));
        village.authorise(village.draw("W2", 101));
        village.authorise(village.draw("W3", 100));

        assertRefused(village.payAt("W2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        accept(village.payAt("W3", SENT, DAY));
        accept(village.payAt("W1", SENT, DAY));
    }

    /** The defect: interest that came in meanwhile left more than the whole. */
    @Test
    void recordsAHandOverThatWasSentBeforeMoreCameIn() {
        Village village = village();
        LocalDate over = LAST_DAY.plusDays(1);
        village.takenOver(over);
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        over,
                                        PersonId.of("committee"),
                                        noon(over))));
        PaymentRequest whole =
                village.at(
                        village.outflow("H", OutflowKind.HAND_OVER, "DEPOSITS", 100_000),
                        noon(over));
        accept(village.disbursements.request(whole));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            "H", TestKeys.approval(key.id(), whole.order(), noon(over))));
        }
        accept(village.disbursements.send("H", PAPER, noon(over)));

        accept(village.book.post(deposit("D1", 1, 5), noon(over).plusSeconds(1)));

        accept(village.payAt("H", noon(over).plusSeconds(2), over));
        assertThat(cash(village, FundClass.DEPOSITS)).isEqualTo(Money.ofFen(5));
    }

    private static EntryDraft deposit(String number, int unit, long fen) {
        return new Deposit(
                        number, unit(unit), SourceDocument.bankLine(number), DAY, Money.ofFen(fen))
                .entry(SampleBook.salt(number));
    }

    /** A deposit that goes back at the bank is not kept meanwhile, though other rules keep it. */
    @Test
    void keepsNoDepositThatIsOnItsWayBack() {
        Village village = village(plan("MS-1", new FundUse.Forfeiture(unit(1)), 3_000));
        village.post(deposit("D1", 1, 2_000));
        send(village, village.outflow("back", OutflowKind.DEPOSIT_RETURN, unit(1).value(), 1_500));
        village.authorise(village.outflow("above", OutflowKind.FORFEITURE, "MS-1", 501));
        village.authorise(village.outflow("at", OutflowKind.FORFEITURE, "MS-1", 500));
        village.authorise(
                village.outflow("again", OutflowKind.DEPOSIT_RETURN, unit(1).value(), 501));

        assertRefused(village.payAt("above", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        assertRefused(village.payAt("again", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        accept(village.payAt("at", SENT, DAY));
        accept(village.payAt("back", SENT, DAY));
    }

    /** The defect: a bill of the next month came while the bank paid, and nothing was owed then. */
    @Test
    void recordsARefundThatWasSentBeforeTheHouseholdWasBilledAgain() {
        Village village = village();
        village.receive("R1", 1, DAY, 2_000);
        send(village, village.outflow("E1", OutflowKind.REFUND, unit(1).value(), 2_000));
        village.authorise(village.outflow("E2", OutflowKind.REFUND, unit(1).value(), 1));

        assertRefused(village.payAt("E2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        village.post(SampleBook.bill("B1", unit(1).value(), 5_000));

        accept(village.payAt("E1", SENT, DAY));
        assertRefused(
                village.payAt("E2", SENT, DAY),
                DisbursementRule.OWED_TO_HOUSEHOLD,
                LedgerRule.REFUND_WITHIN_OWED);
        assertThat(village.net(ChartOfAccounts.FEES_RECEIVABLE)).isEqualTo(Money.ofFen(5_000));
    }

    /** A rule that is agreed after both keys were given is asked before the money goes. */
    @Test
    void sendsNothingThatARuleOfNowRefuses() {
        Village village = village();
        village.authorise(village.lights("here", 100));
        send(village, village.lights("gone", 100));
        DisbursementPolicy related =
                Village.USUAL_PAYMENTS.withRelations(
                        List.of(
                                new DisbursementPolicy.Relation(
                                        Village.FIRM, Village.ELECTRICIAN)));
        accept(
                village.trusteeship.amendPayments(
                        village.command(),
                        related,
                        OwnersDecision.of(
                                Village.resolution(
                                        ID, Matter.MANAGER_APPOINTMENT, related.document())),
                        AT.plusSeconds(2)));

        assertRefused(
                village.disbursements.send("here", PAPER, AT.plusSeconds(3)),
                DisbursementRule.RELATED_PARTY_SHOWN);
        accept(village.payAt("gone", AT.plusSeconds(3), DAY));
    }

    /** The defect: with nothing else at the bank, no cash was asked for when money went there. */
    @Test
    void sendsNothingForWhichOneFenIsMissing() {
        Village village = village();
        village.authorise(village.lights("E1", 100_000));
        village.force(
                SampleBook.draft("fee", EntryKind.BANK_FEE, DAY)
                        .postings(
                                Posting.debit(LIGHTS.expenseAccount(), Money.ofFen(1)),
                                Posting.credit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(1))));

        assertRefused(
                village.disbursements.send("E1", PAPER, SENT), DisbursementRule.CASH_AVAILABLE);
        village.post(SampleBook.opening("more", 1));
        accept(village.disbursements.send("E1", PAPER, SENT));
        accept(village.payAt("E1", SENT, DAY));
        assertThat(cash(village, FundClass.SERVICE_FUND)).isEqualTo(Money.ofFen(0));
    }

    /** The defect: a promise made since took the part of the line that was at the bank. */
    @Test
    void aPromiseTakesNothingOfTheLineThatIsAtTheBank() {
        Village village = village();
        village.post(SampleBook.opening("more", 2_000_000));
        send(village, village.lights("E1", 600_000));
        promise(village, "YD-1", 500_000);
        village.authorise(onPromise(village, "E2", "YD-1", 400_000));

        assertRefused(village.payAt("E2", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        accept(village.payAt("E1", SENT, DAY));
        accept(village.payAt("E2", SENT, DAY));
        assertThat(village.net(LIGHTS.expenseAccount())).isEqualTo(LIGHTS.amount());
    }

    /** The defect: a payment of the rest released the promise on which another was at the bank. */
    @Test
    void whatIsAtTheBankOnAPromiseHoldsTheLineOnceThePromiseIsReleased() {
        Village village = village();
        village.post(SampleBook.opening("more", 2_000_000));
        promise(village, "YD-1", 500_000);
        send(village, onPromise(village, "E1", "YD-1", 300_000));
        village.authorise(onPromise(village, "above", "YD-1", 200_000));
        accept(village.payAt("above", SENT, DAY));
        village.authorise(village.lights("E3", 500_001));

        assertRefused(village.payAt("E3", SENT, DAY), DisbursementRule.BESIDE_OTHERS);
        accept(village.disbursements.withdraw("E3", TestKeys.STEWARD, PAPER, SENT));
        village.authorise(village.lights("E4", 499_999));
        accept(village.payAt("E4", SENT, DAY));
        accept(village.payAt("E1", SENT, DAY));
        assertThat(village.net(LIGHTS.expenseAccount())).isEqualTo(Money.ofFen(999_999));
    }

    private static void promise(Village village, String id, long fen) {
        accept(
                village.execute(
                        (year, book) ->
                                year.commit(
                                        id,
                                        LIGHTS.code(),
                                        Money.ofFen(fen),
                                        year.budget().spent(book, LIGHTS),
                                        year.notBeforeLast(AT))));
    }

    private static PaymentRequest onPromise(Village village, String id, String promise, long fen) {
        return village.request(
                id,
                OutflowKind.PAYMENT,
                Village.ELECTRICIAN,
                fen,
                LIGHTS.code() + "/" + promise,
                List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    /** The defect: a draw that the bank paid after the take-over was paid again as a settlement. */
    @Test
    void settlesNothingThatWasDrawnAtTheBankWhenTheTrustWasTakenOver() {
        Village village = village();
        LocalDate over = LAST_DAY.plusDays(1);
        village.collect("R1", DAY, 900);
        PaymentRequest draw = village.at(village.draw("W1", 200), noon(LAST_DAY));
        signed(village, draw, noon(LAST_DAY));
        accept(village.disbursements.send("W1", PAPER, noon(LAST_DAY)));
        village.takenOver(over);
        accept(
                village.change(
                        life ->
                                life.handOver(
                                        HandOverItem.FINAL_STATEMENT,
                                        over,
                                        PersonId.of("committee"),
                                        noon(over))));
        signed(village, settlement(village, "S1", 101, over), noon(over));
        signed(village, settlement(village, "S2", 100, over), noon(over));

        assertRefused(village.payAt("S1", noon(over), over), DisbursementRule.BESIDE_OTHERS);
        accept(village.payAt("W1", noon(over), over));
        assertRefused(village.payAt("S1", noon(over), over), RemunerationRule.WITHIN_ENTITLEMENT);
        accept(village.payAt("S2", noon(over), over));
    }

    private static PaymentRequest settlement(Village village, String id, long fen, LocalDate day) {
        return village.at(
                village.request(
                        id, OutflowKind.HAND_OVER, Village.FIRM, fen, "REMUNERATION", List.of()),
                noon(day));
    }

    private static void signed(Village village, PaymentRequest request, Instant at) {
        accept(village.disbursements.request(request));
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            accept(
                    village.disbursements.approve(
                            request.order().id(),
                            TestKeys.approval(key.id(), request.order(), at)));
        }
    }

    /** Of many that go to the bank at once, no more go than the plan has. */
    @Test
    void whatGoesToTheBankAtOnceComesToNoMoreThanThePlan() throws Exception {
        Village village = village(plan("GY-1", TO_FUND, 100));
        for (int i = 0; i < 20; i++) {
            village.authorise(village.outflow("T" + i, OutflowKind.TRANSFER, "GY-1", 30));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> work =
                IntStream.range(0, 20)
                        .<Callable<Boolean>>mapToObj(
                                i ->
                                        () ->
                                                village.disbursements
                                                        .send("T" + i, PAPER, SENT)
                                                        .isAccepted())
                        .toList();

        int sent = 0;
        for (Future<Boolean> one : threads.invokeAll(work)) {
            sent += one.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(sent).isEqualTo(3);
        for (Disbursement one : village.payments.open(ID, SENT)) {
            if (one.status() == Status.SENT) {
                accept(village.payAt(one.id(), SENT, DAY));
            }
        }
        assertThat(cash(village, FundClass.MAINTENANCE_FUND)).isEqualTo(Money.ofFen(100_090));
    }

    @Test
    void paysNothingOfALineThatWhatIsAtTheBankMayNeed() {
        Village village = village();
        village.post(SampleBook.opening("more", 2_000_000));
        send(village, village.lights("E1", LIGHTS.amount().minor()));

        assertRefused(
                village.disbursements.request(village.lights("E2", 1)),
                DisbursementRule.LINE_AVAILABLE);
        accept(village.payAt("E1", SENT, DAY));
        assertThat(village.net(LIGHTS.expenseAccount())).isEqualTo(LIGHTS.amount());
        assertThat(village.payments.find(ID, "E1").orElseThrow().status()).isEqualTo(Status.PAID);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(1_100_000));
    }
}
