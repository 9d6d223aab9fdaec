package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The docket of each community (存证簿): every record that is kept beside the book, in the order in
 * which it was kept, as the leaves of a tree like that of the book's log. A record is entered in
 * the transaction that keeps it, under the lock of the docket's head, which is always taken last.
 */
final class Docket {

    static final String SELECT_HEAD =
            "SELECT docket_size, frontier FROM {docket} WHERE community = ?";
    private static final String THERE = "SELECT community FROM {docket} WHERE community = ?";

    private final Function<CommunityId, MerkleDigest> digests;

    Docket(Function<CommunityId, MerkleDigest> digests) {
        this.digests = digests;
    }

    /** A record by what its rows are found by. */
    record Entry(DocketKind kind, List<String> key) {
        static Entry of(DocketKind kind, Object... key) {
            List<String> values = new ArrayList<>();
            for (Object value : key) {
                values.add(String.valueOf(value));
            }
            return new Entry(kind, List.copyOf(values));
        }
    }

    MerkleDigest digest(CommunityId community) {
        return digests.apply(community);
    }

    /**
     * Runs work that may enter something. The docket is opened before, in a transaction of its own,
     * so that nobody waits for another's whole work to make the same row.
     */
    <T> T run(
            Transactions transactions,
            String operation,
            CommunityId community,
            Statements.Work<T> work) {
        transactions.run(
                operation,
                sql ->
                        sql.query(THERE).with(community).hasRow()
                                || sql.insertUnlessThere(() -> open(sql, community)));
        return transactions.run(operation, work);
    }

    private static void open(Statements sql, CommunityId community) throws SQLException {
        sql.query("INSERT INTO {docket} (community, docket_size, frontier) VALUES (?, 0, ?)")
                .with(community)
                .with(BookHead.bytes(Frontier.empty()))
                .runOnce();
    }

    /** The head as it is committed, if the docket was opened. */
    static Optional<Frontier> head(Statements sql, CommunityId community) throws SQLException {
        return sql.query(SELECT_HEAD).with(community).first(BookHead::frontier);
    }

    /** The same, and nobody enters anything until the transaction ends. */
    static Optional<Frontier> lock(Statements sql, CommunityId community) throws SQLException {
        return sql.locking(SELECT_HEAD).with(community).first(BookHead::frontier);
    }

    /** Enters a record whose rows have been written. */
    void enter(Statements sql, CommunityId community, DocketKind kind, Object... key)
            throws SQLException {
        enter(sql, community, List.of(Entry.of(kind, key)));
    }

    /** Enters records whose rows have been written, in their order. */
    void enter(Statements sql, CommunityId community, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        MerkleDigest digest = digest(community);
        Frontier before = lock(sql, community).orElseThrow();
        Frontier after = before;
        Query items =
                sql.insert(
                        "{docket_item}",
                        "community, docket_index, kind, record_key, locator, content, leaf");
        for (Entry entry : entries) {
            DocketContent content =
                    DocketContent.read(sql, community, entry.kind(), entry.key(), digest);
            String key = entry.kind().text(entry.key());
            DocketItem item =
                    DocketItem.of(community, after.size(), entry.kind().name(), key, content);
            Hash leaf = item.hash(digest);
            items.with(community)
                    .with(item.index())
                    .with(item.kind())
                    .with(key)
                    .with(item.locator().toByteArray())
                    .with(item.content())
                    .with(leaf)
                    .addBatch();
            after = after.append(leaf, digest).frontier();
        }
        items.runBatch();
        sql.query(
                        "UPDATE {docket} SET docket_size = ?, frontier = ? WHERE community = ? AND"
                                + " docket_size = ?")
                .with(after.size())
                .with(BookHead.bytes(after))
                .with(community)
                .with(before.size())
                .runOnce();
    }
}
