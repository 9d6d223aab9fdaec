package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.tck.TrialEvent;
import io.github.xinyi.jdbc.OutgoingEvent.Stream;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.tck.SampleBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant NOW = Instant.parse("2025-03-01T03:00:00Z");
    private static final CommunityId OTHER = CommunityId.of("other");

    private final TestDatabase database = TestDatabase.inMemory();
    private final JdbcStores stores = database.stores().migrate().withOutbox();
    private final List<String> taken = new ArrayList<>();
    private final OutboxRelay relay = stores.outboxRelay(event -> taken.add(event.id()));

    @AfterEach
    void close() {
        database.close();
    }

    private void post(CommunityId community, int entries) {
        SampleBook sample = new SampleBook(community, stores.books());
        for (int i = 0; i < entries; i++) {
            assertThat(sample.post(SampleBook.opening("o" + i, 1)).isAccepted()).isTrue();
        }
    }

    private static List<String> ids(int entries) {
        return IntStream.range(0, entries).mapToObj(i -> "book/" + i).toList();
    }

    private Map<OutboxState, Long> counts() {
        return relay.counts(Samples.COMMUNITY);
    }

    private static Map<OutboxState, Long> counts(long pending, long failed, long sent) {
        return Map.of(
                OutboxState.PENDING, pending, OutboxState.FAILED, failed, OutboxState.SENT, sent);
    }

    @Test
    void passesOnEveryRecordInItsOrderAndOnce() {
        post(Samples.COMMUNITY, 3);
        assertThat(counts()).isEqualTo(counts(3, 0, 0));

        assertThat(relay.relay(NOW)).isEqualTo(3);

        assertThat(taken).isEqualTo(ids(3));
        assertThat(counts()).isEqualTo(counts(0, 0, 3));
        assertThat(relay.relay(NOW)).isZero();
    }

    @Test
    void passesOnWhatOneCommunityHasAndNothingElse() {
        post(Samples.COMMUNITY, 2);
        post(OTHER, 1);

        assertThat(relay.relay(Samples.COMMUNITY, NOW)).isEqualTo(2);

        assertThat(taken).isEqualTo(ids(2));
        assertThat(relay.counts(OTHER)).containsEntry(OutboxState.PENDING, 1L);
    }

    @Test
    void aBookMayBeLongerThanOneTransaction() {
        int entries = OutboxRelay.MAX_TOGETHER + 1;
        post(Samples.COMMUNITY, entries);

        assertThat(relay.relay(NOW)).isEqualTo(OutboxRelay.MAX_TOGETHER);
        assertThat(relay.relay(NOW)).isEqualTo(1);

        assertThat(taken).isEqualTo(ids(entries));
    }

    @Test
    void whatTheTransactionUndoesIsNotPassedOn() throws SQLException {
        try (Connection host = database.source().getConnection()) {
            host.setAutoCommit(false);
            JdbcStores joined = JdbcStores.joining(host).withOutbox();
            new SampleBook(Samples.COMMUNITY, joined.books()).post(SampleBook.opening("o", 1));
            assertThat(relay.relay(NOW)).isZero();
            host.rollback();
        }
        assertThat(relay.relay(NOW)).isZero();
    }

    @Test
    void aRefusedEntryIsNotPassedOn() {
        assertThat(
                        new SampleBook(Samples.COMMUNITY, stores.books())
                                .post(SampleBook.opening("o", 0))
                                .isAccepted())
                .isFalse();

        assertThat(relay.relay(NOW)).isZero();
    }

    @Test
    void storesWithoutAnOutboxPutNothingIntoIt() {
        new SampleBook(Samples.COMMUNITY, database.stores().books())
                .post(SampleBook.opening("o", 1));

        assertThat(counts()).isEqualTo(counts(0, 0, 0));
    }

    @Test
    void theWriterPutsWhatItAcknowledgesIntoTheOutbox() {
        try (BookWriter writer = stores.bookWriter()) {
            SampleBook sample = new SampleBook(Samples.COMMUNITY, writer);
            sample.post(SampleBook.opening("o0", 1));
            sample.post(SampleBook.opening("o0", 1));
            sample.post(SampleBook.opening("o1", 1));
        }

        relay.relay(NOW);

        assertThat(taken).isEqualTo(ids(2));
    }

    @Test
    void aCrashBetweenTakingAndNotingBringsTheSameAgain() {
        post(Samples.COMMUNITY, 3);
        OutboxRelay crashing =
                stores.outboxRelay(
                        event -> {
                            taken.add(event.id());
                            if (event.sequence() == 1) {
                                throw new AssertionError("the process ends here");
                            }
                        });
        assertThatThrownBy(() -> crashing.relay(NOW)).hasMessage("the process ends here");
        assertThat(counts()).isEqualTo(counts(3, 0, 0));

        assertThat(relay.relay(NOW)).isEqualTo(3);

        assertThat(taken).containsExactly("book/0", "book/1", "book/0", "book/1", "book/2");
    }

    @Test
    void whatWasNotTakenHoldsUpItsStreamAlone() throws SQLException {
        post(Samples.COMMUNITY, 2);
        post(OTHER, 1);
        List<OutgoingEvent> got = new ArrayList<>();
        OutboxRelay half =
                stores.outboxRelay(
                        event -> {
                            if (event.community().equals(Samples.COMMUNITY)) {
                                throw new IllegalStateException("x".repeat(1_000));
                            }
                            got.add(event);
                        });

        assertThat(half.relay(NOW)).isEqualTo(1);

        assertThat(got.get(0).community()).isEqualTo(OTHER);
        assertThat(counts()).isEqualTo(counts(1, 1, 0));
        assertThat(database.ask("SELECT MAX(LENGTH(failure)) FROM xy_outbox")).isEqualTo("200");
    }

    @Test
    void triesAgainAfterOneSecondThenTwoThenFourAndAtMostAnHour() {
        post(Samples.COMMUNITY, 1);
        List<Instant> tried = new ArrayList<>();
        Instant[] now = {NOW};
        OutboxRelay failing =
                stores.outboxRelay(
                        event -> {
                            tried.add(now[0]);
                            throw new IllegalStateException("away");
                        });
        long expected = 1;
        failing.relay(NOW);
        for (int attempt = 1; attempt <= 14; attempt++) {
            now[0] = tried.get(tried.size() - 1).plusSeconds(expected).minusMillis(1);
            failing.relay(now[0]);
            assertThat(tried).as("not yet").hasSize(attempt);

            now[0] = now[0].plusMillis(1);
            failing.relay(now[0]);
            assertThat(tried).as("after " + expected + " s").hasSize(attempt + 1);
            expected = Math.min(2 * expected, 3_600);
        }

        assertThat(relay.relay(now[0].plusSeconds(3_600))).isEqualTo(1);
        assertThat(counts()).isEqualTo(counts(0, 0, 1));
    }

    @Test
    void severalRelaysPassEachEventOnOnceAndInOrder() throws Exception {
        post(Samples.COMMUNITY, 30);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> relays = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OutboxRelay one = database.stores().outboxRelay(event -> seen.add(event.id()));
            relays.add(threads.submit(() -> one.relay(NOW)));
        }
        int all = 0;
        for (Future<Integer> each : relays) {
            all += each.get();
        }
        threads.shutdown();

        assertThat(all).isEqualTo(30);
        assertThat(seen).isEqualTo(ids(30));
    }

    @Test
    void tellsOfARecordAsACloudEvent() {
        List<OutgoingEvent> events = new ArrayList<>();
        SampleBook sample = new SampleBook(Samples.COMMUNITY, stores.books());
        sample.post(SampleBook.opening("o/1", 1));

        stores.outboxRelay(events::add).relay(NOW);

        String leaf = sample.book().read(reader -> reader.records(0, 1).get(0).leaf().toHex());
        assertThat(events.get(0).json())
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"book/0\","
                                + "\"source\":\"/communities/%E5%AE%89%E5%92%8C%E8%8B%91\","
                                + "\"type\":\"io.github.xinyi.book.entry\","
                                + "\"time\":\"2025-03-01T02:00:00.123Z\","
                                + "\"sequence\":\"0000000000000000000\","
                                + "\"datacontenttype\":\"application/json\","
                                + "\"data\":{\"index\":0,\"kind\":\"OPENING\","
                                + "\"visibility\":\"OPEN\",\"entry\":\"o/1\","
                                + "\"effectiveDate\":\"2025-03-01\",\"leaf\":\""
                                + leaf
                                + "\"}}");
    }

    @Test
    void tellsOfAHouseholdsEntryNoMoreThanThePublicLog() {
        List<OutgoingEvent> events = new ArrayList<>();
        new SampleBook(Samples.COMMUNITY, stores.books())
                .post(SampleBook.bill("bill-3-2-1102", "3-2-1102", 123_45));

        stores.outboxRelay(events::add).relay(NOW);

        assertThat(events.get(0).json())
                .contains("\"kind\":\"BILL\",\"visibility\":\"HOUSEHOLD\",\"leaf\":\"")
                .doesNotContain("1102")
                .doesNotContain("12345")
                .doesNotContain("2025-03-01\"");
    }

    @Test
    void everyKindOfRecordHasItsType() {
        Samples.fill(stores);
        List<String> all = new ArrayList<>();

        stores.outboxRelay(event -> all.add(event.json())).relay(NOW);

        assertThat(all).hasSize(Samples.RECORDS);
        assertThat(all)
                .anyMatch(json -> json.contains("io.github.xinyi.book.batch"))
                .anyMatch(json -> json.contains("\"kind\":\"" + EntryKind.FEE_RECEIPT + "\""));
    }

    @Test
    void passesOnEventsInAnOrderOfTheirOwn() {
        EventStore events = stores.events(TrialEvent.CODEC);
        List<OutgoingEvent> got = new ArrayList<>();
        events.append(Samples.said());
        events.append(Samples.said());
        post(Samples.COMMUNITY, 1);

        stores.outboxRelay(got::add).relay(NOW);

        assertThat(got.stream().map(OutgoingEvent::id)).containsExactly("book/0", "event/1");
        OutgoingEvent said = got.get(1);
        assertThat(said.stream()).isEqualTo(Stream.EVENT);
        assertThat(said.json())
                .contains("\"type\":\"io.github.xinyi.event.tck.Said\"")
                .contains("\"time\":\"2025-03-01T02:00:00.000001Z\"")
                .contains("\"datacontenttype\":\"text/plain; charset=utf-8\"")
                .contains("三号楼漏水");
    }

    @Test
    void writesEveryCharacterAsJsonAsksForIt() {
        EventStore events = stores.events(TrialEvent.CODEC);
        Append append = Samples.said();
        events.append(
                new Append(
                        append.stream(),
                        append.command(),
                        0,
                        List.of(
                                new TrialEvent.Said(
                                        Samples.COMMUNITY, NOW, "\"a\\b\nc\u0001\u2028𠮷"))));
        List<OutgoingEvent> got = new ArrayList<>();

        stores.outboxRelay(got::add).relay(NOW);

        assertThat(got.get(0).json()).contains("\\\"a\\\\b\\u000ac\\u0001\\u2028𠮷");
    }

    @Test
    void forgetsWhatWasSentLongAgoAndNothingElse() {
        post(Samples.COMMUNITY, 2);
        relay.relay(NOW);
        new SampleBook(Samples.COMMUNITY, stores.books()).post(SampleBook.opening("later", 1));

        assertThat(relay.discardSent(Samples.COMMUNITY, NOW)).isZero();
        assertThat(relay.discardSent(OTHER, NOW.plusMillis(1))).isZero();
        assertThat(relay.discardSent(Samples.COMMUNITY, NOW.plusMillis(1))).isEqualTo(2);

        assertThat(counts()).isEqualTo(counts(1, 0, 0));
        assertThat(stores.verify(Samples.COMMUNITY)).isEmpty();
    }
}
