package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.OutgoingEvent.Stream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Passes on what the outbox holds, each event at least once, in the order of its stream.
 *
 * <p>Example: {@code OutboxRelay relay = stores.withOutbox().outboxRelay(sink); relay.relay(now)},
 * again and again, by a timer of the host. An event that was not taken holds up its stream and no
 * other; it is tried again after one second, then two, four and so on, at most an hour. Several
 * processes may relay: a stream is passed on by one at a time, which holds its rows while the sink
 * takes them. After a crash between taking and noting it, an event is passed on again.
 *
 * <p>Throws {@link io.github.xinyi.governance.store.StoreException} when the database fails.
 * Thread-safe if the sink is.
 *
 * @since 0.1.0
 */
public final class OutboxRelay {

    /** So many events of a stream are passed on in one transaction. */
    static final int MAX_TOGETHER = 100;

    private static final int MAX_STREAMS = 1_000;
    private static final int MAX_FAILURE_LENGTH = 200;
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private final Transactions transactions;
    private final EventSink sink;

    OutboxRelay(Transactions transactions, EventSink sink) {
        this.transactions = transactions;
        this.sink = sink;
    }

    /** A stream of a community. */
    private record Source(CommunityId community, Stream stream) {}

    /** An event that was not passed on yet. */
    private record Waiting(OutgoingEvent event, int attempts, Instant dueAt) {}

    /**
     * Passes on what is due, at most 100 events of each stream and 1,000 streams.
     *
     * @param now the moment, by which failed events are tried again
     * @return how many events were taken
     */
    public int relay(Instant now) {
        int taken = 0;
        for (Source source : sources()) {
            taken += relay(source, now);
        }
        return taken;
    }

    /**
     * Passes on what is due of one community, at most 100 events of each of its streams: for stores
     * {@linkplain JdbcStores#withSeparateStatements over many servers}, of which no statement asks
     * more than one.
     *
     * @param community whose
     * @param now the moment, by which failed events are tried again
     * @return how many events were taken
     */
    public int relay(CommunityId community, Instant now) {
        int taken = 0;
        for (Stream stream : Stream.values()) {
            taken += relay(new Source(community, stream), now);
        }
        return taken;
    }

    private List<Source> sources() {
        return transactions.run(
                "OutboxRelay.relay",
                sql ->
                        sql.query(
                                        "SELECT DISTINCT community, stream FROM {outbox} WHERE"
                                                + " state IN (?, ?) ORDER BY community, stream"
                                                + " LIMIT ?")
                                .with(OutboxState.PENDING)
                                .with(OutboxState.FAILED)
                                .with(MAX_STREAMS)
                                .list(
                                        row ->
                                                new Source(
                                                        row.community(),
                                                        row.constant(Stream.class))));
    }

    private int relay(Source source, Instant now) {
        return transactions.run(
                "OutboxRelay.relay",
                sql -> {
                    List<OutgoingEvent> taken = new ArrayList<>();
                    for (Waiting waiting : waiting(sql, source)) {
                        if (waiting.dueAt().isAfter(now) || !isTaken(sql, waiting, now)) {
                            break;
                        }
                        taken.add(waiting.event());
                    }
                    noteTaken(sql, taken, now);
                    return taken.size();
                });
    }

    /** The first that were not passed on, locked so that nobody else passes them on meanwhile. */
    private static List<Waiting> waiting(Statements sql, Source source) throws SQLException {
        return sql.locking(
                        "SELECT sequence_number, body, attempts, due_at FROM {outbox} WHERE"
                                + " community = ? AND stream = ? AND state <> 'SENT'"
                                + " ORDER BY sequence_number LIMIT "
                                + MAX_TOGETHER)
                .with(source.community())
                .with(source.stream())
                .list(
                        row ->
                                new Waiting(
                                        new OutgoingEvent(
                                                source.community(),
                                                source.stream(),
                                                row.number(),
                                                row.text()),
                                        row.smallNumber(),
                                        row.millis()));
    }

    private boolean isTaken(Statements sql, Waiting waiting, Instant now) throws SQLException {
        try {
            sink.deliver(waiting.event());
            return true;
        } catch (
                RuntimeException
                        e) { // a host's sink may throw anything; it is kept and tried again
            int attempts = waiting.attempts() + 1;
            sql.query(
                            "UPDATE {outbox} SET state = ?, attempts = ?, due_at = ?, failure = ?"
                                    + " WHERE community = ? AND stream = ? AND sequence_number = ?")
                    .with(OutboxState.FAILED)
                    .with(attempts)
                    .with(now.plus(delay(attempts)).toEpochMilli())
                    .with(shortened(e.toString()))
                    .with(waiting.event().community())
                    .with(waiting.event().stream())
                    .with(waiting.event().sequence())
                    .runOnce();
            return false;
        }
    }

    private static Duration delay(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= MAX_FAILURE_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_FAILURE_LENGTH));
    }

    private static void noteTaken(Statements sql, List<OutgoingEvent> taken, Instant now)
            throws SQLException {
        Query updates =
                sql.query(
                        "UPDATE {outbox} SET state = ?, attempts = attempts + 1, sent_at = ?,"
                                + " failure = '' WHERE community = ? AND stream = ?"
                                + " AND sequence_number = ?");
        for (OutgoingEvent event : taken) {
            updates.with(OutboxState.SENT)
                    .with(now.toEpochMilli())
                    .with(event.community())
                    .with(event.stream())
                    .with(event.sequence())
                    .addBatch();
        }
        updates.runBatch();
    }

    /**
     * How many events of a community are in each state.
     *
     * @param community whose
     * @return a count for each state, of discarded events none
     */
    public Map<OutboxState, Long> counts(CommunityId community) {
        Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
        for (OutboxState state : OutboxState.values()) {
            counts.put(state, 0L);
        }
        transactions
                .run(
                        "OutboxRelay.counts",
                        sql ->
                                sql.query(
                                                "SELECT state, COUNT(*) FROM {outbox} WHERE"
                                                        + " community = ? GROUP BY state")
                                        .with(community)
                                        .list(
                                                row ->
                                                        Map.entry(
                                                                row.constant(OutboxState.class),
                                                                row.number())))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /**
     * Forgets events that the receiver has had for some time, so that the table does not grow for
     * ever. What they told of stays where it is.
     *
     * @param community whose
     * @param before those sent earlier are forgotten
     * @return how many
     */
    public int discardSent(CommunityId community, Instant before) {
        return transactions.run(
                "OutboxRelay.discardSent",
                sql ->
                        sql.query(
                                        "DELETE FROM {outbox} WHERE state = ? AND community = ?"
                                                + " AND sent_at < ?")
                                .with(OutboxState.SENT)
                                .with(community)
                                .with(before.toEpochMilli())
                                .run());
    }
}
