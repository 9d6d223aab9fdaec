package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.merkle.Frontier;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for many entries in one question. */
final class AskedEntries {

    private static final int MAX_TOGETHER = 512;

    private AskedEntries() {}

    /** Those of some entries that are not in the book. */
    static Set<EntryId> absent(Statements sql, CommunityId book, Collection<EntryId> asked)
            throws SQLException {
        Set<EntryId> absent = new HashSet<>(asked);
        List<EntryId> all = List.copyOf(absent);
        for (int from = 0; from < all.size(); from += MAX_TOGETHER) {
            int to = Math.min(from + MAX_TOGETHER, all.size());
            there(sql, book, all.subList(from, to)).forEach(absent::remove);
        }
        return absent;
    }

    private static List<EntryId> there(Statements sql, CommunityId book, List<EntryId> ids)
            throws SQLException {
        return with(sql.query(select(ids.size())), book, ids).list(row -> EntryId.of(row.text()));
    }

    /** The number of parameters is a power of two, so that few statements are prepared. */
    private static String select(int ids) {
        return "SELECT entry_id FROM {entry} WHERE community = ? AND entry_id IN ("
                + String.join(", ", Collections.nCopies(slots(ids), "?"))
                + ")";
    }

    private static int slots(int ids) {
        return Integer.highestOneBit(2 * ids - 1);
    }

    private static Query with(Query query, CommunityId book, List<EntryId> ids)
            throws SQLException {
        query.with(book);
        for (int slot = 0; slot < slots(ids.size()); slot++) {
            query.with(ids.get(Math.min(slot, ids.size() - 1)).value());
        }
        return query;
    }

    /**
     * A book whose head is locked.
     *
     * @param head the head
     * @param absent those of the entries asked for that the book has not
     */
    record Locked(Frontier head, Set<EntryId> absent) {}

    /** Locks a book and looks for entries, in one message where the database takes that. */
    static Locked lock(Statements sql, CommunityId book, Collection<EntryId> asked)
            throws SQLException {
        List<EntryId> ids = List.copyOf(new HashSet<>(asked));
        if (!ids.isEmpty() && ids.size() <= MAX_TOGETHER && sql.beginsWithLock()) {
            Query both = sql.lockingFirst(BookHead.SELECT, select(ids.size())).with(book);
            Optional<Frontier> head = with(both, book, ids).first(BookHead::frontier);
            if (head.isPresent()) {
                Set<EntryId> absent = new HashSet<>(ids);
                both.nextList(row -> EntryId.of(row.text())).forEach(absent::remove);
                return new Locked(head.get(), absent);
            }
        }
        return new Locked(BookHead.lock(sql, book), absent(sql, book, ids));
    }
}
