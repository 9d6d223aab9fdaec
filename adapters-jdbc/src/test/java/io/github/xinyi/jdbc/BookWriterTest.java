package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.store.StoreException;
import io.github.xinyi.governance.tck.TrialEvent;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that come together to one book. */
class BookWriterTest {

    private static final int CALLERS = 8;

    private final TestDatabase database = TestDatabase.inMemory();
    private final CountedCommits counted = new CountedCommits(database.source());
    private final JdbcStores stores = JdbcStores.on(counted.source()).migrate();
    private final BookWriter writer = stores.bookWriter();
    private final SampleBook sample = new SampleBook(Samples.COMMUNITY, writer);
    private final EventStore events = stores.events(EventCodec.of(TrialEvent.class));
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void close() {
        callers.shutdownNow();
        writer.close();
        database.close();
    }

    /** Lets calls queue up behind a lock in the order given, and then go on together. */
    private List<Future<?>> together(List<? extends Callable<?>> calls) throws SQLException {
        List<Future<?>> futures = new ArrayList<>();
        HeldBook held = new HeldBook(database.source(), Samples.COMMUNITY);
        try {
            for (Callable<?> call : calls) {
                futures.add(BlockedThread.submit(callers, call));
            }
        } finally {
            held.close();
        }
        return futures;
    }

    private Callable<Outcome<Acknowledgement>> post(String id, long fen) {
        return () -> sample.post(SampleBook.opening(id, fen));
    }

    private void assertSound(long records) {
        assertThat(Samples.head(stores).size()).isEqualTo(records);
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }

    private static boolean isAccepted(Future<?> answer) throws Exception {
        return ((Outcome<?>) answer.get()).isAccepted();
    }

    private static Acknowledgement acknowledged(Future<?> answer) throws Exception {
        return (Acknowledgement)
                ((Outcome<?>) answer.get())
                        .orElseThrow(r -> new IllegalStateException(r.toString()));
    }

    private static Throwable failure(Future<?> future) throws InterruptedException {
        try {
            return new AssertionError("did not fail but answered " + future.get());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void callsThatComeTogetherShareOneTransactionInTheirOrder() throws Exception {
        List<Callable<Outcome<Acknowledgement>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(post("o" + i, 1));
        }
        int before = counted.commits();

        List<Future<?>> answers = together(calls);

        for (int i = 0; i < CALLERS; i++) {
            Acknowledgement answer = acknowledged(answers.get(i));
            assertThat(answer.entry().index()).isEqualTo(i);
            assertThat(answer.balancesAfter().get(0).net().minor()).isEqualTo(i + 1);
        }
        assertThat(counted.commits() - before).isEqualTo(1);
        assertSound(CALLERS);
    }

    @Test
    void aCallToAnIdleBookRunsInItsOwnThread() {
        Thread thread = writer.write(Samples.COMMUNITY, session -> Thread.currentThread());

        assertThat(thread).isSameAs(Thread.currentThread());
    }

    @Test
    void eachCallIsRefusedByItself() throws Exception {
        List<Future<?>> answers =
                together(List.of(post("o1", 10), post("o2", 0), post("o1", 11), post("o1", 10)));

        assertThat(isAccepted(answers.get(0))).isTrue();
        assertThat(isAccepted(answers.get(1))).as("an amount of zero").isFalse();
        assertThat(isAccepted(answers.get(2))).as("same id, other content").isFalse();
        assertThat(acknowledged(answers.get(3)).repeated()).isTrue();
        assertSound(1);
    }

    @Test
    void aCallThatThrowsIsUndoneAlone() throws Exception {
        Callable<Outcome<Acknowledgement>> batch =
                () ->
                        sample.book()
                                .postAll(
                                        List.of(
                                                SampleBook.opening("o2", 5),
                                                SampleBook.opening("bad", -1)),
                                        SampleBook.MOMENT)
                                .then(all -> Outcome.accepted(all.get(0)));

        List<Future<?>> answers = together(List.of(post("o1", 10), batch, post("o3", 7)));

        assertThat(isAccepted(answers.get(1))).isFalse();
        assertThat(acknowledged(answers.get(2)).entry().index()).isEqualTo(1);
        assertThat(sample.book().find(EntryId.of("o2"))).isEmpty();
        assertSound(2);
    }

    @Test
    void aCallThatThrowsAfterItsRecordsWentToTheDatabaseIsUndoneAlone() throws Exception {
        Callable<Object> thrown =
                () ->
                        writer.write(
                                Samples.COMMUNITY,
                                session -> {
                                    Outcome<Acknowledgement> posted =
                                            sample.post(SampleBook.opening("o2", 5));
                                    assertThat(posted.isAccepted()).isTrue();
                                    throw new IllegalArgumentException("after writing");
                                });

        List<Future<?>> answers = together(List.of(post("o1", 10), thrown, post("o3", 7)));

        assertThat(failure(answers.get(1))).hasMessage("after writing");
        assertThat(acknowledged(answers.get(2)).entry().index()).isEqualTo(1);
        assertSound(2);
    }

    @Test
    void whatAnotherStoreKeptWithinACallIsKeptOrUndoneWithIt() throws Exception {
        Callable<Object> undone =
                () ->
                        writer.write(
                                Samples.COMMUNITY,
                                session -> {
                                    assertThat(events.append(Samples.said()).isAccepted()).isTrue();
                                    throw new IllegalArgumentException("undone");
                                });
        Callable<Outcome<Acknowledgement>> kept =
                () ->
                        sample.book()
                                .post(
                                        SampleBook.opening("o2", 1),
                                        SampleBook.MOMENT,
                                        (book, draft) -> {
                                            assertThat(events.append(Samples.said()).isAccepted())
                                                    .isTrue();
                                            return List.of();
                                        });

        List<Future<?>> answers = together(List.of(post("o1", 1), undone, kept));

        assertThat(failure(answers.get(1))).hasMessage("undone");
        assertThat(isAccepted(answers.get(2))).isTrue();
        assertThat(events.read(Samples.said().stream(), Page.after(0))).hasSize(1);
        assertSound(2);
    }

    @Test
    void aReadWithinACallSeesTheCallsBeforeIt() throws Exception {
        Callable<Long> reads =
                () ->
                        writer.write(
                                Samples.COMMUNITY,
                                session -> {
                                    assertThat(session.records(0, 10)).hasSize(1);
                                    assertThat(session.balances()).hasSize(2);
                                    return writer.read(
                                            Samples.COMMUNITY, book -> book.frontier().size());
                                });

        List<Future<?>> answers = together(List.of(post("o1", 1), reads));

        assertThat(isAccepted(answers.get(0))).isTrue();
        assertThat(answers.get(1).get()).isEqualTo(1L);
        assertSound(1);
    }

    @Test
    void whatTheDatabaseRefusesIsTheFaultOfOneCallAlone() throws Exception {
        database.execute(
                "ALTER TABLE xy_entry ADD CONSTRAINT host_rule CHECK (source_id <> 'T-bad')");

        List<Future<?>> answers = together(List.of(post("o1", 10), post("bad", 5), post("o3", 7)));

        assertThat(isAccepted(answers.get(0))).isTrue();
        assertThat(isAccepted(answers.get(2))).isTrue();
        assertThat(failure(answers.get(1)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(JdbcStores.isRetryable(e)).as(e.toString()).isFalse());
        assertSound(2);
    }

    @Test
    void aSwallowedFailureUndoesItsCallAlone() throws Exception {
        database.execute("DROP TABLE xy_batch");
        Callable<Outcome<Acknowledgement>> swallows =
                () ->
                        sample.book()
                                .post(
                                        SampleBook.opening("o2", 1),
                                        SampleBook.MOMENT,
                                        (book, draft) -> {
                                            assertThatThrownBy(() -> book.lastBatch(EntryKind.BILL))
                                                    .isInstanceOf(StoreException.class);
                                            return List.of();
                                        });

        List<Future<?>> answers = together(List.of(post("o1", 10), swallows, post("o3", 7)));

        assertThat(isAccepted(answers.get(0))).isTrue();
        assertThat(failure(answers.get(1))).isInstanceOf(StoreException.class);
        assertThat(isAccepted(answers.get(2))).isTrue();
        assertThat(Samples.head(stores).size()).isEqualTo(2);
    }

    @Test
    void remembersABookOnlyWhileNobodyElseHasWritten() throws SQLException {
        assertThat(sample.post(SampleBook.opening("o1", 10)).isAccepted()).isTrue();
        new SampleBook(Samples.COMMUNITY, database.stores().books())
                .post(SampleBook.opening("theirs", 5));
        try (HeldBook held = new HeldBook(database.source(), Samples.COMMUNITY)) {
            new SampleBook(Samples.COMMUNITY, held.stores().books())
                    .post(SampleBook.parking("host", 3));
        }

        Acknowledgement answer =
                sample.post(SampleBook.opening("o2", 1))
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(answer.entry().index()).isEqualTo(3);
        assertThat(answer.balancesAfter().get(0).net().minor()).isEqualTo(16);
        assertSound(4);
    }

    @Test
    void remembersNothingOfATransactionThatFailed() throws SQLException {
        assertThat(sample.post(SampleBook.opening("o1", 10)).isAccepted()).isTrue();
        database.execute(
                "ALTER TABLE xy_entry ADD CONSTRAINT host_rule CHECK (source_id <> 'T-bad')");
        assertThatThrownBy(() -> sample.post(SampleBook.opening("bad", 5)))
                .isInstanceOf(StoreException.class);

        Acknowledgement answer =
                sample.post(SampleBook.opening("o2", 1))
                        .orElseThrow(r -> new IllegalStateException(r.toString()));

        assertThat(answer.balancesAfter().get(0).net().minor()).isEqualTo(11);
        assertSound(2);
    }

    @Test
    void aCallWithinACallJoinsIt() {
        Book book = sample.book();

        boolean posted =
                stores.books()
                        .read(
                                Samples.COMMUNITY,
                                reader -> book.post(SampleBook.opening("o1", 1), SampleBook.MOMENT))
                        .isAccepted();

        assertThat(posted).isTrue();
        assertSound(1);
    }

    @Test
    void anEntryThatComesTwiceInOneLongCallIsRecordedOnce() {
        List<EntryDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            drafts.add(SampleBook.opening("o" + i, 1));
        }
        drafts.add(drafts.get(0));

        List<Outcome<Acknowledgement>> each = sample.book().postEach(drafts, SampleBook.MOMENT);

        assertThat(
                        each.get(500)
                                .orElseThrow(r -> new IllegalStateException(r.toString()))
                                .repeated())
                .isTrue();
        assertSound(500);
    }

    @Test
    void aCallThatComesWhileOthersRunFindsWhatTheyPosted() throws Exception {
        CompletableFuture<Thread> late = new CompletableFuture<>();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        Future<?> first =
                callers.submit(
                        () ->
                                sample.book()
                                        .post(
                                                SampleBook.opening("o1", 1),
                                                SampleBook.MOMENT,
                                                (book, draft) -> {
                                                    begun.complete(true);
                                                    BlockedThread.await(late.join());
                                                    return List.of();
                                                }));
        assertThat(begun.get()).isTrue();
        Future<Boolean> second =
                callers.submit(
                        () -> {
                            late.complete(Thread.currentThread());
                            return writer.write(
                                    Samples.COMMUNITY,
                                    Set.of(EntryId.of("o1")),
                                    session -> {
                                        assertThat(session.records(0, 1)).hasSize(1);
                                        return session.entry(EntryId.of("o1")).isPresent();
                                    });
                        });

        assertThat(isAccepted(first)).isTrue();
        assertThat(second.get()).isTrue();
    }

    @Test
    void readsOneMomentOfTheBook() {
        sample.post(SampleBook.opening("o1", 10));

        assertThat(
                        writer.read(
                                        Samples.COMMUNITY,
                                        book -> book.balance(ChartOfAccounts.SERVICE_CASH))
                                .net()
                                .minor())
                .isEqualTo(10);
    }
}
