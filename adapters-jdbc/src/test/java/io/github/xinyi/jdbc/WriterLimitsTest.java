package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a writer does not take on, and how long it lets wait. */
class WriterLimitsTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final TestDatabase database = TestDatabase.inMemory();
    private final JdbcStores stores = database.stores().migrate();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        callers.shutdownNow();
        database.close();
    }

    private static WriterLimits limits() {
        return WriterLimits.standard();
    }

    /** Work that goes on until it is let go. */
    private static final class Held {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);

        long work() {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return 0;
        }
    }

    private Future<Long> hold(BookWriter writer, Held held) throws InterruptedException {
        Future<Long> holder =
                callers.submit(() -> writer.write(Samples.COMMUNITY, session -> held.work()));
        held.begun.await();
        return holder;
    }

    /** A call that waits in the queue, once this returns. */
    private <T> Future<T> waiting(Supplier<T> call) {
        return BlockedThread.submit(callers, call::get);
    }

    private static void assertBusy(Future<?> future, BookBusyException.Reason reason) {
        assertThatThrownBy(() -> future.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(StoreException.class, e -> assertBusy(e, reason));
    }

    private static void assertBusy(StoreException failure, BookBusyException.Reason reason) {
        assertThat(JdbcStores.isRetryable(failure)).isTrue();
        assertThat(failure.operation()).isEqualTo("BookStore.write");
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        BookBusyException.class,
                        busy -> {
                            assertThat(busy.reason()).isEqualTo(reason);
                            assertThat(busy.book()).isEqualTo(Samples.COMMUNITY);
                        });
    }

    private static long post(BookWriter writer, String id) {
        return new SampleBook(Samples.COMMUNITY, writer)
                .post(SampleBook.opening(id, 1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .entry()
                .index();
    }

    @Test
    void refusesACallMoreThanMayWait() throws Exception {
        try (BookWriter writer = stores.bookWriter(limits().withMaxWaiting(2))) {
            Held held = new Held();
            Future<Long> holder = hold(writer, held);
            Future<Long> first = waiting(() -> post(writer, "o1"));
            Future<Long> second = waiting(() -> post(writer, "o2"));

            assertBusy(
                    callers.submit(() -> post(writer, "o3")), BookBusyException.Reason.QUEUE_FULL);

            held.end.countDown();
            assertThat(holder.get()).isZero();
            assertThat(first.get()).isZero();
            assertThat(second.get()).isEqualTo(1);
            assertThat(post(writer, "o3")).isEqualTo(2);
        }
    }

    @Test
    void aCallerThatHoldsTheBookTooLongGetsOthersATimeout() throws Exception {
        try (BookWriter writer = stores.bookWriter(limits().withMaxWait(SHORT))) {
            Held held = new Held();
            Future<Long> holder = hold(writer, held);

            assertBusy(
                    callers.submit(() -> post(writer, "o1")),
                    BookBusyException.Reason.WAITED_TOO_LONG);

            held.end.countDown();
            assertThat(holder.get()).isZero();
            assertThat(post(writer, "o1")).as("nothing was done of it").isZero();
        }
    }

    @Test
    void aTransactionThatHoldsTheBookTooLongGetsOthersATimeout() throws Exception {
        try (BookWriter writer = stores.bookWriter(limits().withMaxWait(SHORT))) {
            Future<Long> leads;
            Future<Long> waits;
            try (HeldBook held = new HeldBook(database.source(), Samples.COMMUNITY)) {
                leads = waiting(() -> post(writer, "o1"));
                waits = callers.submit(() -> post(writer, "o2"));

                assertBusy(waits, BookBusyException.Reason.WAITED_TOO_LONG);
                // The first asks the database, which lets go after ten seconds.
                assertThatThrownBy(() -> leads.get(30, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(JdbcStores.isRetryable(e)).isTrue());
                assertThat(held.stores().health()).isEmpty();
            }
            assertThat(post(writer, "o3")).isZero();
        }
    }

    @Test
    void anInterruptedCallGivesUpItsPlace() throws Exception {
        try (BookWriter writer = stores.bookWriter()) {
            Held held = new Held();
            Future<Long> holder = hold(writer, held);
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread waits =
                    new Thread(
                            () -> {
                                try {
                                    post(writer, "o1");
                                    stillInterrupted.complete(false);
                                } catch (StoreException e) {
                                    assertBusy(e, BookBusyException.Reason.INTERRUPTED);
                                    stillInterrupted.complete(
                                            Thread.currentThread().isInterrupted());
                                }
                            });
            waits.start();
            BlockedThread.await(waits);
            waits.interrupt();

            assertThat(stillInterrupted.get(20, TimeUnit.SECONDS)).isTrue();
            held.end.countDown();
            assertThat(holder.get()).isZero();
            assertThat(post(writer, "o2")).isZero();
        }
    }

    @Test
    void closingWaitsForTheCallsTakenOnAndTakesNoMore() throws Exception {
        BookWriter writer = stores.bookWriter();
        Held held = new Held();
        Future<Long> holder = hold(writer, held);
        Future<Long> waits = waiting(() -> post(writer, "o1"));
        AtomicBoolean closed = new AtomicBoolean();
        Future<?> closes =
                waiting(
                        () -> {
                            writer.close();
                            closed.set(true);
                            return closed;
                        });
        assertThat(closed).isFalse();

        held.end.countDown();
        closes.get(20, TimeUnit.SECONDS);

        assertThat(Samples.head(stores).size()).as("what waited was written").isEqualTo(1);
        assertThat(holder.get(20, TimeUnit.SECONDS)).isZero();
        assertThat(waits.get(20, TimeUnit.SECONDS)).isZero();
        assertThatThrownBy(() -> post(writer, "o2"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertBusy(e, BookBusyException.Reason.CLOSED));
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }

    @Test
    void aBusyBookLetsAnotherOneInAfterOneTurn() throws Exception {
        WriterLimits narrow = limits().withMaxBooksAtOnce(1).withMaxTogether(4);
        List<String> carriedOut = Collections.synchronizedList(new ArrayList<>());
        try (BookWriter writer = stores.bookWriter(narrow)) {
            Held held = new Held();
            Future<Long> holder = hold(writer, held);
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(
                        waiting(
                                () ->
                                        writer.write(
                                                Samples.COMMUNITY,
                                                session -> carriedOut.add("busy"))));
            }
            all.add(
                    waiting(
                            () ->
                                    writer.write(
                                            CommunityId.of("quiet"),
                                            session -> carriedOut.add("quiet"))));

            held.end.countDown();
            holder.get();
            for (Future<Boolean> each : all) {
                each.get();
            }

            assertThat(carriedOut).hasSize(21);
            assertThat(carriedOut.indexOf("quiet"))
                    .as("the rest of the holder's turn goes before")
                    .isLessThan(narrow.maxTogether());
        }
    }

    @Test
    void writesNoMoreBooksAtOnceThanItMay() throws Exception {
        WriterLimits narrow = limits().withMaxBooksAtOnce(1).withMaxWait(SHORT);
        try (BookWriter writer = stores.bookWriter(narrow)) {
            Held held = new Held();
            Future<Long> holder = hold(writer, held);

            Future<Long> other =
                    callers.submit(() -> writer.write(CommunityId.of("other"), session -> 1L));

            assertThatThrownBy(() -> other.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e ->
                                    assertThat(e)
                                            .hasCauseInstanceOf(BookBusyException.class)
                                            .hasMessageContaining("WAITED_TOO_LONG"));
            held.end.countDown();
            assertThat(holder.get()).isZero();
            assertThat(writer.<Long>write(CommunityId.of("other"), session -> 1L)).isEqualTo(1);
        }
    }

    @Test
    void takesNoMoreTogetherThanItMay() throws Exception {
        CountedCommits counted = new CountedCommits(database.source());
        try (BookWriter writer =
                JdbcStores.on(counted.source()).bookWriter(limits().withMaxTogether(2))) {
            writer.write(Samples.COMMUNITY, session -> 0);
            int before = counted.commits();
            Held held = new Held();
            Future<Long> holder = hold(writer, held);
            List<Future<Long>> waiting = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                String id = "o" + i;
                waiting.add(waiting(() -> post(writer, id)));
            }
            held.end.countDown();
            holder.get();
            for (Future<Long> each : waiting) {
                each.get();
            }

            // The holder and one, two and two.
            assertThat(counted.commits() - before).isEqualTo(3);
        }
    }

    @Test
    void everyLimitHasItsBounds() {
        assertThat(new WriterLimits(1, 1, 1, Duration.ofMillis(1)))
                .isEqualTo(
                        limits().withMaxWaiting(1)
                                .withMaxTogether(1)
                                .withMaxBooksAtOnce(1)
                                .withMaxWait(Duration.ofMillis(1)));
        assertThat(new WriterLimits(100_000, 1_000, 1_000, Duration.ofHours(1)).maxTogether())
                .isEqualTo(1_000);
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxWaiting(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxWaiting(100_001));
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxTogether(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxTogether(1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxBooksAtOnce(0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits().withMaxBooksAtOnce(1_001));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().withMaxWait(Duration.ofNanos(999_999)))
                .withMessageContaining("PT0.000999999S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits().withMaxWait(Duration.ofHours(1).plusNanos(1)));
    }
}
