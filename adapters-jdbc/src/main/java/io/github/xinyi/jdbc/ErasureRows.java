package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.merkle.Hash;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of erasures of one book, and the one change that an entry's row goes through. */
final class ErasureRows {

    private static final String COLUMNS =
            "log_index, recorded_at, erased_on, entry_index, ground, ordered_by, salt,"
                    + " text_commitment, entry_commitment, remains";

    private final Statements sql;
    private final CommunityId book;

    ErasureRows(Statements sql, CommunityId book) {
        this.sql = sql;
        this.book = book;
    }

    /** What vouches for an entry whose text was erased. */
    record Remains(Salt salt, Hash hash) {}

    /** What is left of the texts of a range of entries that were erased, by their index. */
    Map<Long, ErasedText> left(long fromInclusive, long toExclusive) throws SQLException {
        Map<Long, ErasedText> left = new HashMap<>();
        ofEntries("log_index, text_commitment, entry_commitment", fromInclusive, toExclusive)
                .list(
                        row -> {
                            long entry = row.number();
                            ErasedText text = left(row.number(), row.hash(), row.optionalHash());
                            return left.put(entry, text) == null;
                        });
        return left;
    }

    /** What vouches for the entries of a range that were erased, by their index. */
    Map<Long, Remains> remains(long fromInclusive, long toExclusive) throws SQLException {
        Map<Long, Remains> remains = new HashMap<>();
        ofEntries("salt, remains", fromInclusive, toExclusive)
                .list(
                        row -> {
                            long entry = row.number();
                            Remains of = new Remains(Salt.of(row.bytes()), row.hash());
                            return remains.put(entry, of) == null;
                        });
        return remains;
    }

    private Query ofEntries(String columns, long fromInclusive, long toExclusive)
            throws SQLException {
        return sql.query(
                        "SELECT entry_index, "
                                + columns
                                + " FROM {erasure} WHERE community = ? AND entry_index >= ? AND"
                                + " entry_index < ?")
                .with(book)
                .with(fromInclusive)
                .with(toExclusive);
    }

    private static ErasedText left(long erasedBy, Hash text, Optional<Hash> entry) {
        return entry.map(whole -> ErasedText.ofHousehold(erasedBy, text, whole))
                .orElseGet(() -> ErasedText.ofOpen(erasedBy, text));
    }

    List<LogRecord.OfErasure> records(long fromInclusive, long toExclusive) throws SQLException {
        return sql.query(
                        "SELECT "
                                + COLUMNS
                                + ", leaf FROM {erasure} WHERE community = ? AND log_index >= ?"
                                + " AND log_index < ?")
                .with(book)
                .with(fromInclusive)
                .with(toExclusive)
                .list(row -> new LogRecord.OfErasure(erasure(row), row.hash()));
    }

    private Erasure erasure(Row row) throws SQLException {
        long index = row.number();
        Instant recordedAt = row.millis();
        LocalDate day = row.date();
        long entryIndex = row.number();
        ErasureGround ground = row.constant(ErasureGround.class);
        PersonId by = PersonId.of(row.text());
        Salt salt = Salt.of(row.bytes());
        ErasedText left = left(index, row.hash(), row.optionalHash());
        return new Erasure(
                book, index, recordedAt, day, entryIndex, ground, by, salt, left, row.hash());
    }

    /** Keeps the record, and then takes text and salt away: the trigger asks for this order. */
    void insert(LogRecord.OfErasure record) throws SQLException {
        Erasure erasure = record.erasure();
        sql.query(
                        "INSERT INTO {erasure} (community, "
                                + COLUMNS
                                + ", leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(book)
                .with(erasure.index())
                .with(erasure.recordedAt().toEpochMilli())
                .with(erasure.day())
                .with(erasure.entryIndex())
                .with(erasure.ground())
                .with(erasure.by().value())
                .with(erasure.salt().toByteArray())
                .with(erasure.left().narrative())
                .withHash(erasure.left().household())
                .with(erasure.remains())
                .with(record.leaf())
                .runOnce();
        sql.query(
                        "UPDATE {entry} SET salt = ?, narrative = '' WHERE community = ? AND"
                                + " log_index = ?")
                .with(new byte[0])
                .with(book)
                .with(erasure.entryIndex())
                .runOnce();
    }
}
