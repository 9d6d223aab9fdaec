package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.ReturnedPayment;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guards D4, D5 and F9 where two commands that exclude each other come at the same moment. */
class RacesAtTheBankTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 100;
    private static final SourceDocument PAPER = new SourceDocument("notice", "N-1");
    private static final Dues OWED = Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND);

    private final Village village = new Village(Ratio.of(8, 100));
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void open() {
        for (FundClass fundClass : List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)) {
            village.post(
                    new OpeningBalance(fundClass, DAY, Money.ofFen(5_000_000))
                            .entry(SampleBook.salt(fundClass.prefix())));
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** All begin at once: as many threads as there are, each with one of the commands in turn. */
    private List<Boolean> atOnce(List<Callable<Outcome<?>>> commands) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Boolean>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Callable<Outcome<?>> command = commands.get(i % commands.size());
            running.add(
                    threads.submit(
                            () -> {
                                start.await();
                                return command.call().isAccepted();
                            }));
        }
        List<Boolean> accepted = new ArrayList<>();
        for (Future<Boolean> one : running) {
            accepted.add(one.get());
        }
        return accepted;
    }

    private Status status(String id) {
        return village.payments.find(Village.ID, id).orElseThrow().status();
    }

    private PaymentRequest payment(String id, String charge, long fen) {
        return village.request(
                id,
                OutflowKind.PAYMENT,
                Village.ELECTRICIAN,
                fen,
                charge,
                List.of(Village.voucher("P-" + id, Voucher.Kind.INVOICE, fen)));
    }

    private static PassedCost passed(String payment) {
        return new PassedCost(EntryId.of("pay/" + payment), 1);
    }

    private Outcome<?> pass(String payment, long fen) {
        return village.disbursements.passCost(
                new MisplacedCost(
                        passed(payment),
                        GREENERY.code(),
                        Money.ofFen(fen),
                        DAY,
                        "错列科目",
                        SampleBook.salt("c")),
                AT);
    }

    @Test
    void anOrderAtTheBankIsEitherPaidOnceOrFailed() throws Exception {
        long left = village.net(ChartOfAccounts.SERVICE_CASH).minor();
        int paid = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String id = "E" + round;
            PaymentRequest request = village.lights(id, 100);
            village.authorise(request);
            accept(village.disbursements.send(id, PAPER, AT));
            long before = village.head().size();

            List<Boolean> accepted =
                    atOnce(
                            List.of(
                                    () -> village.payAt(id, AT, DAY),
                                    () -> village.disbursements.fail(id, PAPER, AT)));

            boolean isPaid = village.book.find(Book.paymentId(request.order())).isPresent();
            assertThat(status(id)).isEqualTo(isPaid ? Status.PAID : Status.FAILED);
            assertThat(village.head().size() - before).isEqualTo(isPaid ? 1 : 0);
            for (int i = 0; i < THREADS; i++) {
                assertThat(accepted.get(i)).isEqualTo((i % 2 == 0) == isPaid);
            }
            paid += isPaid ? 1 : 0;
        }
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor()).isEqualTo(left - 100L * paid);
    }

    /** The defect: the second of two that paid told that it had not, though it had. */
    @Test
    void everyCallThatPaysAPromisedOrderSaysSo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "E" + round;
            String promise = "YD-" + round;
            accept(
                    village.execute(
                            (year, book) ->
                                    year.commit(
                                            promise,
                                            LIGHTS.code(),
                                            Money.ofFen(100),
                                            year.budget().spent(book, LIGHTS),
                                            year.notBeforeLast(AT))));
            village.authorise(payment(id, LIGHTS.code() + "/" + promise, 100));

            assertThat(atOnce(List.of(() -> village.payAt(id, AT, DAY)))).containsOnly(true);

            assertThat(village.trusteeship.year(2025).orElseThrow().isPromised(promise)).isFalse();
        }
    }

    /** Past the reserve: two that already have both keys, as an import may bring. */
    @Test
    void ofTwoSettlementsOfOneDebtOneGoesToTheBank() throws Exception {
        accept(village.authoriseAndPay(village.lights("L", ROUNDS * 100L)));
        for (int round = 0; round < ROUNDS; round++) {
            String cost = "C" + round;
            accept(village.authoriseAndPay(village.lights(cost, 100)));
            accept(pass(cost, 100));
            List<String> ids = List.of("S" + round, "T" + round);
            for (String id : ids) {
                PaymentRequest asked =
                        village.outflow(id, OutflowKind.TRANSFER, "dues/public-service", 100);
                village.payments.insert(
                        new Disbursement(
                                asked,
                                List.of(
                                        TestKeys.approval(
                                                TestKeys.FIRM_KEY.id(), asked.order(), AT),
                                        TestKeys.approval(
                                                TestKeys.OWNERS_KEY.id(), asked.order(), AT)),
                                Status.AUTHORISED));
            }

            atOnce(
                    ids.stream()
                            .<Callable<Outcome<?>>>map(
                                    id -> () -> village.disbursements.send(id, PAPER, AT))
                            .toList());

            List<String> sent = ids.stream().filter(id -> status(id) == Status.SENT).toList();
            assertThat(sent).hasSize(1);
            accept(village.payAt(sent.get(0), AT.plusSeconds(1), DAY));
            assertThat(village.net(OWED.claim()).minor()).isZero();
            for (String id : ids) {
                if (!sent.contains(id)) {
                    accept(village.disbursements.withdraw(id, TestKeys.STEWARD, PAPER, AT));
                }
            }
        }
    }

    @Test
    void theLastFenOfALineIsOfACostOrOfAnOrder() throws Exception {
        accept(village.authoriseAndPay(village.lights("L", 100)));
        accept(
                village.authoriseAndPay(
                        payment("G", GREENERY.code(), GREENERY.amount().minor() - 100)));
        int time = 1;
        for (int round = 0; round < ROUNDS / 2; round++) {
            String id = "E" + round;
            PassedCost passing = new PassedCost(EntryId.of("pay/L"), time);

            atOnce(
                    List.of(
                            () -> signAndSend(payment(id, GREENERY.code(), 100)),
                            () ->
                                    village.disbursements.passCost(
                                            new MisplacedCost(
                                                    passing,
                                                    GREENERY.code(),
                                                    Money.ofFen(100),
                                                    DAY,
                                                    "错列科目",
                                                    SampleBook.salt("c")),
                                            AT)));

            boolean isPassed = village.book.find(passing.passing()).isPresent();
            boolean isSent =
                    village.payments
                            .find(Village.ID, id)
                            .filter(there -> there.status() == Status.SENT)
                            .isPresent();
            assertThat(isPassed && isSent).isFalse();
            if (isPassed) {
                accept(village.disbursements.takeBackCost(passing, DAY, SampleBook.salt("b"), AT));
                time++;
            }
            free(id);
        }
    }

    /** Asks, signs twice and sends, as far as nobody else has done so already. */
    private Outcome<?> signAndSend(PaymentRequest request) {
        Outcome<Disbursement> step = village.disbursements.request(request);
        for (Credential key : List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
            step =
                    step.then(
                            there ->
                                    village.disbursements.approve(
                                            there.id(),
                                            TestKeys.approval(key.id(), request.order(), AT)));
        }
        return step.then(there -> village.disbursements.send(there.id(), PAPER, AT));
    }

    private void free(String id) {
        village.payments
                .find(Village.ID, id)
                .ifPresent(
                        there ->
                                accept(
                                        there.status() == Status.SENT
                                                ? village.disbursements.fail(id, PAPER, AT)
                                                : village.disbursements.withdraw(
                                                        id, TestKeys.STEWARD, PAPER, AT)));
    }

    @Test
    void aCostComesBackOnceThoughItIsTakenBackAndReturned() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "E" + round;
            accept(village.authoriseAndPay(village.lights(id, 100)));
            accept(pass(id, 100));
            long before = village.head().size();

            List<Boolean> accepted =
                    atOnce(
                            List.of(
                                    () ->
                                            village.disbursements.recordReturn(
                                                    new ReturnedPayment(
                                                            EntryId.of("pay/" + id),
                                                            EntryId.of("returned/" + id),
                                                            SourceDocument.bankLine("TH-" + id),
                                                            DAY,
                                                            SampleBook.salt("r")),
                                                    AT),
                                    () ->
                                            village.disbursements.takeBackCost(
                                                    passed(id), DAY, SampleBook.salt("b"), AT)));

            assertThat(accepted.get(0)).isTrue();
            assertThat(village.head().size() - before).isEqualTo(2);
            assertThat(village.book.find(passed(id).takingBack())).isPresent();
            assertThat(village.net(OWED.claim()).minor()).isZero();
            assertThat(village.net(GREENERY.expenseAccount()).minor()).isZero();
        }
        assertThat(village.net(LIGHTS.expenseAccount()).minor()).isZero();
    }
}
