package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.budget.LineExecution;
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.ApprovalLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards D4 and D5 where many ask, sign, take back and pay at once. */
class ConcurrentDrawsTest {

    private static final int THREADS = 8;
    private static final int OPERATIONS = 10_000;
    private static final SourceDocument PAPER = new SourceDocument("notice", "N-1");

    private final Village village = new Village(Ratio.of(8, 100));

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                done.add(future.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fiftyOfAHundredRequestsOfOneYuanHoldFiftyYuan() throws Exception {
        village.post(SampleBook.opening("opening", 5_000));

        List<Boolean> paid =
                together(
                        IntStream.range(0, 100)
                                .<Callable<Boolean>>mapToObj(
                                        i ->
                                                () ->
                                                        village.authoriseAndPay(
                                                                        village.lights(
                                                                                "E" + i, 100))
                                                                .isAccepted())
                                .toList());

        assertThat(paid.stream().filter(done -> done)).hasSize(50);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(0));
    }

    /** Past the reserve: a hundred that already have both keys, as an import may bring. */
    @Test
    void fiftyOfAHundredAuthorisedPaymentsOfOneYuanLeaveFiftyYuan() throws Exception {
        village.post(SampleBook.opening("opening", 5_000));
        for (int i = 0; i < 100; i++) {
            PaymentRequest request = village.lights("E" + i, 100);
            village.payments.insert(
                    new Disbursement(request, bothKeys(request), Status.AUTHORISED));
        }

        List<Boolean> paid =
                together(
                        IntStream.range(0, 200)
                                .<Callable<Boolean>>mapToObj(
                                        i -> () -> village.pay("E" + i % 100).isAccepted())
                                .toList());

        assertThat(paid).contains(true);
        assertThat(village.net(ChartOfAccounts.SERVICE_CASH)).isEqualTo(Money.ofFen(0));
        assertThat(paidOnes()).hasSize(50);
    }

    private static List<Approval> bothKeys(PaymentRequest request) {
        return List.of(
                TestKeys.approval(TestKeys.FIRM_KEY.id(), request.order(), AT),
                TestKeys.approval(TestKeys.OWNERS_KEY.id(), request.order(), AT));
    }

    private List<Disbursement> paidOnes() {
        return village.payments.list(Village.ID, 0, 10_000).stream()
                .filter(one -> one.status() == Status.PAID)
                .toList();
    }

    /**
     * Ten thousand operations on forty orders: whatever the order in which they came, the history
     * that remains is one that a model with a single thread could have made.
     */
    @Test
    void everyHistoryOfEightThreadsIsOneOfTheModel() throws Exception {
        village.post(SampleBook.opening("opening", 5_000));
        List<PaymentRequest> requests =
                IntStream.range(0, 40)
                        .mapToObj(i -> village.lights("E" + i, 100L + 10L * (i % 7)))
                        .toList();
        List<List<Approval>> keys = requests.stream().map(ConcurrentDrawsTest::bothKeys).toList();

        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            work.add(
                    () -> {
                        int accepted = 0;
                        for (int i = 0; i < OPERATIONS / THREADS; i++) {
                            int order = random.nextInt(requests.size());
                            accepted +=
                                    operate(
                                                            random.nextInt(16),
                                                            requests.get(order),
                                                            keys.get(order))
                                                    .isAccepted()
                                            ? 1
                                            : 0;
                        }
                        return accepted;
                    });
        }
        int accepted = together(work).stream().mapToInt(Integer::intValue).sum();

        long left = village.net(ChartOfAccounts.SERVICE_CASH).minor();
        long spent = 0;
        for (Disbursement one : village.payments.list(Village.ID, 0, 100)) {
            boolean isInBook = village.book.find(Book.paymentId(one.request().order())).isPresent();
            assertThat(one.status() == Status.PAID).as(one.id()).isEqualTo(isInBook);
            spent += isInBook ? one.request().order().amount().minor() : 0;
        }
        System.out.printf("draws: %d operations, %d accepted%n", OPERATIONS, accepted);
        assertThat(left).isNotNegative().isEqualTo(5_000 - spent);
        assertThat(accepted).isGreaterThan(100);
    }

    private Outcome<?> operate(int action, PaymentRequest request, List<Approval> keys) {
        String id = request.order().id();
        return switch (action) {
            case 0, 1, 2, 3, 4 -> village.disbursements.request(request);
            case 5, 6, 7 -> village.disbursements.approve(id, keys.get(0));
            case 8, 9, 10 -> village.disbursements.approve(id, keys.get(1));
            case 11, 12 -> village.pay(id);
            case 13 -> village.disbursements.send(id, PAPER, AT.plusSeconds(1));
            case 14 -> village.disbursements.fail(id, PAPER, AT.plusSeconds(2));
            default -> village.disbursements.withdraw(id, TestKeys.STEWARD, PAPER, AT);
        };
    }

    @Test
    void aRequestRepeatedByManyIsKeptOnce() throws Exception {
        village.post(SampleBook.opening("opening", 5_000));
        PaymentRequest request = village.lights("E1", 5_000);

        List<Disbursement> asked =
                together(
                        IntStream.range(0, 16)
                                .<Callable<Disbursement>>mapToObj(
                                        i -> () -> accept(village.disbursements.request(request)))
                                .toList());

        assertThat(asked).containsOnly(asked.get(0));
        assertThat(village.payments.list(Village.ID, 0, 10)).hasSize(1);
    }

    /** Whatever the threads do, nothing is recorded as paid once the revocation has returned. */
    @Test
    void nothingIsPaidOnceARevocationHasReturned() throws Exception {
        Village there = TrusteeshipTest.village();
        for (int i = 0; i < 60; i++) {
            there.authorise(there.lights("E" + i, 100));
        }
        Instant revoked = AT.plusSeconds(1);
        AtomicLong atRevocation = new AtomicLong();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "E" + i;
            work.add(() -> there.payAt(id, AT, Village.DAY).isAccepted());
            if (i == 20) {
                work.add(
                        () -> {
                            accept(
                                    TrusteeshipTest.change(
                                            there.trusteeship,
                                            TrusteeshipTest.revocation("MY-1"),
                                            revoked));
                            atRevocation.set(there.head().size());
                            return true;
                        });
            }
        }

        List<Boolean> done = together(work);

        assertThat(done).contains(true, false);
        assertThat(there.head().size()).isEqualTo(atRevocation.get());
    }

    /** However an amount is split among threads, no more leaves by two keys than the limit. */
    @Test
    void splittingAmongThreadsPassesUnderNoLimitOfPayeeOrLine() throws Exception {
        for (ApprovalLimit.Scope scope :
                List.of(ApprovalLimit.Scope.PAYEE, ApprovalLimit.Scope.LINE)) {
            Village there =
                    new Village(
                            Ratio.of(8, 100),
                            List.of(),
                            Village.USUAL_PAYMENTS.withLimits(
                                    List.of(new ApprovalLimit(scope, 500, 30))));
            there.post(SampleBook.opening("opening", 100_000));
            accept(there.authoriseAndPay(there.lights("first", 100)));

            together(
                    IntStream.range(0, 40)
                            .<Callable<Boolean>>mapToObj(
                                    i ->
                                            () ->
                                                    there.authoriseAndPay(
                                                                    there.lights("E" + i, 100))
                                                            .isAccepted())
                            .toList());

            assertThat(100_000 - there.net(ChartOfAccounts.SERVICE_CASH).minor())
                    .as("%s", scope)
                    .isBetween(100L, 500L);
        }
    }

    /** Payments and promises of one line at the same time never come to more than the line. */
    @Test
    void paymentsAndPromisesTogetherStayWithinTheLine() throws Exception {
        village.post(SampleBook.opening("opening", 5_000_000));
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "P" + i;
            work.add(() -> village.authoriseAndPay(village.lights("E" + id, 40_000)).isAccepted());
            work.add(
                    () ->
                            village.trusteeship
                                    .execute(
                                            2025,
                                            CommandId.of(id),
                                            (year, book) ->
                                                    year.commit(
                                                            id,
                                                            Village.LIGHTS.code(),
                                                            Money.ofFen(30_000),
                                                            year.budget()
                                                                    .spent(book, Village.LIGHTS),
                                                            year.notBeforeLast(AT)))
                                    .isAccepted());
        }

        together(work);

        LineExecution line =
                village.book.read(
                        reader ->
                                village.trusteeship
                                        .year(2025)
                                        .orElseThrow()
                                        .execution(reader, Village.LIGHTS, AT));
        assertThat(line.left().isNegative()).isFalse();
        assertThat(line.spent().isPositive()).isTrue();
        assertThat(line.committed().isPositive()).isTrue();
    }
}
