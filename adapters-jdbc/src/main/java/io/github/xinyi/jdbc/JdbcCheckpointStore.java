package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.TreeHead;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checkpoints, numbered from 0 in each book; added under the lock of the book's head row. */
final class JdbcCheckpointStore implements CheckpointStore {

    private static final String SELECT =
            "SELECT community, log_size, root, published_at, note FROM {checkpoint}"
                    + " WHERE community = ?";
    private static final String LATEST_FIRST =
            " ORDER BY community DESC, checkpoint_number DESC LIMIT ? OFFSET ?";

    private final Transactions transactions;
    private final Docket docket;

    JdbcCheckpointStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public boolean append(PublishedCheckpoint checkpoint) {
        return docket.run(
                transactions,
                "CheckpointStore.append",
                checkpoint.book(),
                sql -> {
                    BookHead.lock(sql, checkpoint.book());
                    Optional<PublishedCheckpoint> latest =
                            list(sql, checkpoint.book(), 0, 1).stream().findFirst();
                    boolean follows = latest.filter(last -> !isAfter(checkpoint, last)).isEmpty();
                    if (follows) {
                        insert(sql, checkpoint);
                    }
                    return follows;
                });
    }

    private static boolean isAfter(PublishedCheckpoint next, PublishedCheckpoint last) {
        return next.publishedAt().isAfter(last.publishedAt())
                && next.head().size() >= last.head().size();
    }

    private void insert(Statements sql, PublishedCheckpoint checkpoint) throws SQLException {
        long number =
                sql.query("SELECT COUNT(*) FROM {checkpoint} WHERE community = ?")
                        .with(checkpoint.book())
                        .first(Row::number)
                        .orElse(0L);
        sql.query(
                        "INSERT INTO {checkpoint} (community, checkpoint_number, log_size, root,"
                                + " published_at, note) VALUES (?, ?, ?, ?, ?, ?)")
                .with(checkpoint.book())
                .with(number)
                .with(checkpoint.head().size())
                .with(checkpoint.head().root())
                .with(checkpoint.publishedAt().toEpochMilli())
                .with(checkpoint.note())
                .runOnce();
        docket.enter(sql, checkpoint.book(), DocketKind.CHECKPOINT, number);
    }

    @Override
    public Optional<PublishedCheckpoint> latest(CommunityId book) {
        return list(book, 0, 1).stream().findFirst();
    }

    @Override
    public List<PublishedCheckpoint> list(CommunityId book, int offset, int limit) {
        Pages.require(offset, limit);
        return transactions.run("CheckpointStore.list", sql -> list(sql, book, offset, limit));
    }

    private static List<PublishedCheckpoint> list(
            Statements sql, CommunityId book, int offset, int limit) throws SQLException {
        return List.copyOf(
                sql.query(SELECT + LATEST_FIRST)
                        .with(book)
                        .with(limit)
                        .with(offset)
                        .list(JdbcCheckpointStore::checkpoint));
    }

    @Override
    public Optional<PublishedCheckpoint> covering(CommunityId book, long index) {
        return transactions.run(
                "CheckpointStore.covering",
                sql ->
                        sql.query(
                                        SELECT
                                                + " AND log_size > ? ORDER BY community, log_size,"
                                                + " checkpoint_number LIMIT 1")
                                .with(book)
                                .with(index)
                                .first(JdbcCheckpointStore::checkpoint));
    }

    /** All checkpoints of a book, the earliest first. */
    static List<PublishedCheckpoint> all(Statements sql, CommunityId book) throws SQLException {
        return sql.query(SELECT + " ORDER BY community, checkpoint_number")
                .with(book)
                .list(JdbcCheckpointStore::checkpoint);
    }

    private static PublishedCheckpoint checkpoint(Row row) throws SQLException {
        return new PublishedCheckpoint(
                row.community(), new TreeHead(row.number(), row.hash()), row.millis(), row.text());
    }
}
