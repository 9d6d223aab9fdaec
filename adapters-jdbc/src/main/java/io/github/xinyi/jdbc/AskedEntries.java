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

    /** Finds each by its key, whatever the planner thinks of the size of the table. */
    static final String OF_ARRAY =
            "SELECT a.id FROM unnest(?) AS a (id) WHERE (SELECT e.entry_id FROM {entry} AS e"
                    + " WHERE e.community = ? AND e.entry_id = a.id) IS NOT NULL";

    private AskedEntries() {}

    /** Those of some entries that are not in the book. */
    static Set<EntryId> absent(Statements sql, CommunityId book, Collection<EntryId> asked)
            throws SQLException {
        Set<EntryId> absent = new HashSet<>(asked);
        List<EntryId> all = List.copyOf(absent);
        for (int from = 0; from < all.size(); from += MAX_TOGETHER) {
            List<EntryId> some = all.subList(from, Math.min(from + MAX_TOGETHER, all.size()));
            with(sql, sql.query(select(sql, some.size())), book, some)
                    .list(row -> EntryId.of(row.text()))
                    .forEach(absent::remove);
        }
        return absent;
    }

    /**
     * Without arrays the number of parameters is a power of two, so that few texts are prepared.
     */
    private static String select(Statements sql, int ids) {
        return sql.takesArrays()
                ? OF_ARRAY
                : "SELECT entry_id FROM {entry} WHERE community = ? AND entry_id IN ("
                        + String.join(", ", Collections.nCopies(slots(ids), "?"))
                        + ")";
    }

    private static int slots(int ids) {
        return Integer.highestOneBit(2 * ids - 1);
    }

    private static Query with(Statements sql, Query query, CommunityId book, List<EntryId> ids)
            throws SQLException {
        if (sql.takesArrays()) {
            return query.withAll(ids.stream().map(EntryId::value).toList()).with(book);
        }
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
            Query both = sql.lockingFirst(BookHead.SELECT, select(sql, ids.size())).with(book);
            Optional<Frontier> head = with(sql, both, book, ids).first(BookHead::frontier);
            if (head.isPresent()) {
                Set<EntryId> absent = new HashSet<>(ids);
                both.nextList(row -> EntryId.of(row.text())).forEach(absent::remove);
                return new Locked(head.get(), absent);
            }
        }
        return new Locked(BookHead.lock(sql, book), absent(sql, book, ids));
    }
}
