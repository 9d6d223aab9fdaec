package io.github.xinyi.jdbc;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.LogRecord;
import java.sql.SQLException;
import java.util.List;

/** Keeps what is to be passed on, in the transaction that keeps what it tells of, or nothing. */
enum Outbox {
    /** Nothing is passed on. */
    NONE,
    /** Everything is passed on. */
    KEPT;

    void add(Statements sql, List<LogRecord> records) throws SQLException {
        if (this == NONE) {
            return;
        }
        Query rows = rows(sql);
        for (LogRecord record : records) {
            add(
                    rows,
                    record.book(),
                    OutgoingEvent.Stream.BOOK,
                    record.index(),
                    CloudEventText.of(record));
        }
        rows.runBatch();
    }

    /** Adds events whose texts stand in the same order, the first at a sequence. */
    void add(
            Statements sql,
            CommunityId community,
            long firstSequence,
            List<? extends DomainEvent> events,
            List<String> texts)
            throws SQLException {
        if (this == NONE) {
            return;
        }
        Query rows = rows(sql);
        for (int i = 0; i < events.size(); i++) {
            long sequence = firstSequence + i;
            add(
                    rows,
                    community,
                    OutgoingEvent.Stream.EVENT,
                    sequence,
                    CloudEventText.of(
                            community, sequence, events.get(i).occurredAt(), texts.get(i)));
        }
        rows.runBatch();
    }

    private static Query rows(Statements sql) throws SQLException {
        return sql.insert(
                "{outbox}",
                "community, stream, sequence_number, body, state, attempts, due_at, failure");
    }

    private static void add(
            Query rows,
            CommunityId community,
            OutgoingEvent.Stream stream,
            long sequence,
            String body)
            throws SQLException {
        rows.with(community)
                .with(stream)
                .with(sequence)
                .with(body)
                .with(OutboxState.PENDING)
                .with(0)
                .with(0)
                .with("")
                .addBatch();
    }
}
