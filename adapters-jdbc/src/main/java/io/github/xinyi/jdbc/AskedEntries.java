package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.journal.EntryId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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

    /** The number of parameters is a power of two, so that few statements are prepared. */
    private static List<EntryId> there(Statements sql, CommunityId book, List<EntryId> ids)
            throws SQLException {
        int slots = Integer.highestOneBit(2 * ids.size() - 1);
        Query query =
                sql.query(
                                "SELECT entry_id FROM {entry} WHERE community = ? AND entry_id IN ("
                                        + String.join(", ", Collections.nCopies(slots, "?"))
                                        + ")")
                        .with(book);
        for (int slot = 0; slot < slots; slot++) {
            query.with(ids.get(Math.min(slot, ids.size() - 1)).value());
        }
        return query.list(row -> EntryId.of(row.text()));
    }
}
