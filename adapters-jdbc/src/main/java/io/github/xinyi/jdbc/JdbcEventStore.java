package io.github.xinyi.jdbc;

import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.JointAppend;
import io.github.xinyi.governance.event.Page;
import io.github.xinyi.governance.event.StoredEvent;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Events as text; added under the lock of the row that the community has in {@code event_log}. */
final class JdbcEventStore implements EventStore {

    private static final String LOCK = "SELECT community FROM {event_log} WHERE community = ?";
    private static final String SELECT =
            "SELECT stream_kind, stream_id, stream_version, log_sequence, command_id, body"
                    + " FROM {event} WHERE community = ?";
    private static final String OF_STREAM = " AND stream_kind = ? AND stream_id = ?";

    private final Transactions transactions;
    private final Docket docket;
    private final Outbox outbox;
    private final EventCodec codec;

    JdbcEventStore(Transactions transactions, Docket docket, Outbox outbox, EventCodec codec) {
        this.transactions = transactions;
        this.docket = docket;
        this.outbox = outbox;
        this.codec = codec;
    }

    @Override
    public Outcome<List<StoredEvent>> append(JointAppend append) {
        List<String> texts = append.events().stream().map(codec::encode).toList();
        return docket.run(
                transactions,
                "EventStore.append",
                append.community(),
                sql -> {
                    lock(sql, append.community());
                    List<StoredEvent> before = ofCommand(sql, append);
                    if (!before.isEmpty()) {
                        return append.again(before);
                    }
                    Map<StreamName, Long> versions = new HashMap<>();
                    for (Append part : append.parts()) {
                        versions.put(part.stream(), version(sql, part.stream()));
                    }
                    Outcome<JointAppend> fits =
                            append.to(stream -> versions.getOrDefault(stream, 0L));
                    if (!fits.isAccepted()) {
                        return fits.then(joint -> Outcome.accepted(List.of()));
                    }
                    insert(sql, append, texts);
                    return Outcome.accepted(ofCommand(sql, append));
                });
    }

    private List<StoredEvent> ofCommand(Statements sql, JointAppend append) throws SQLException {
        return sql.query(SELECT + " AND command_id = ? ORDER BY log_sequence")
                .with(append.community())
                .with(append.command().value())
                .list(row -> stored(append.community(), row));
    }

    private void insert(Statements sql, JointAppend append, List<String> texts)
            throws SQLException {
        long sequence =
                sql.query("SELECT MAX(log_sequence) FROM {event} WHERE community = ?")
                        .with(append.community())
                        .first(Row::number)
                        .orElse(0L);
        outbox.add(sql, append.community(), sequence + 1, append.events(), texts);
        Query insert =
                sql.query(
                        "INSERT INTO {event} (community, log_sequence, stream_kind, stream_id,"
                            + " stream_version, command_id, body) VALUES (?, ?, ?, ?, ?, ?, ?)");
        Iterator<String> text = texts.iterator();
        for (Append part : append.parts()) {
            StreamName stream = part.stream();
            for (int i = 1; i <= part.events().size(); i++) {
                insert.with(stream.community())
                        .with(++sequence)
                        .with(stream.kind())
                        .with(stream.id())
                        .with(part.expectedVersion() + i)
                        .with(append.command().value())
                        .with(text.next())
                        .addBatch();
            }
        }
        insert.runBatch();
        List<Docket.Entry> entries = new ArrayList<>();
        for (long number = sequence - texts.size() + 1; number <= sequence; number++) {
            entries.add(Docket.Entry.of(DocketKind.EVENT, number));
        }
        docket.enter(sql, append.community(), entries);
    }

    /** The greatest number is 0 where there is none, as a NULL is read. */
    private static long version(Statements sql, StreamName stream) throws SQLException {
        return sql.query("SELECT MAX(stream_version) FROM {event} WHERE community = ?" + OF_STREAM)
                .with(stream.community())
                .with(stream.kind())
                .with(stream.id())
                .first(Row::number)
                .orElse(0L);
    }

    @Override
    public List<StoredEvent> read(StreamName stream, Page page) {
        return transactions.run("EventStore.read", sql -> page(sql, stream, page));
    }

    private List<StoredEvent> page(Statements sql, StreamName stream, Page page)
            throws SQLException {
        return sql.query(
                        SELECT
                                + OF_STREAM
                                + " AND stream_version > ? ORDER BY stream_version LIMIT ?")
                .with(stream.community())
                .with(stream.kind())
                .with(stream.id())
                .with(page.after())
                .with(page.limit())
                .list(row -> stored(stream.community(), row));
    }

    @Override
    public List<StreamName> streams(CommunityId community, String kind, Page page) {
        return transactions.run(
                "EventStore.streams",
                sql ->
                        sql.query(
                                        "SELECT stream_id FROM {event} WHERE community = ? AND"
                                                + " stream_kind = ? AND stream_version = 1"
                                                + " ORDER BY log_sequence LIMIT ? OFFSET ?")
                                .with(community)
                                .with(kind)
                                .with(page.limit())
                                .with(page.after())
                                .list(row -> new StreamName(community, kind, row.text())));
    }

    @Override
    public List<StoredEvent> feed(CommunityId community, Page page) {
        return transactions.run(
                "EventStore.feed",
                sql ->
                        sql.query(SELECT + " AND log_sequence > ? ORDER BY log_sequence LIMIT ?")
                                .with(community)
                                .with(page.after())
                                .with(page.limit())
                                .list(row -> stored(community, row)));
    }

    private StoredEvent stored(CommunityId community, Row row) throws SQLException {
        return new StoredEvent(
                new StreamName(community, row.text(), row.text()),
                row.number(),
                row.number(),
                CommandId.of(row.text()),
                codec.decode(row.text())
                        .orElseThrow(ruling -> new IllegalArgumentException(ruling.toString())));
    }

    private static void lock(Statements sql, CommunityId community) throws SQLException {
        if (sql.locking(LOCK).with(community).hasRow()) {
            return;
        }
        sql.insertUnlessThere(
                () ->
                        sql.query("INSERT INTO {event_log} (community) VALUES (?)")
                                .with(community)
                                .runOnce());
        // Others who make the same row wait for this one no longer than it takes to make it.
        sql.settle();
        lock(sql, community);
    }
}
