package io.github.xinyi.jdbc;

import io.github.xinyi.trust.merkle.TreeHead;
import java.util.Comparator;
import java.util.List;

/**
 * Heads of the two logs of a community that somebody else has kept, for example on the notice
 * board. Without them nobody can tell a database that was rewritten as a whole, or cut short as a
 * whole, from one that was not.
 *
 * @param book heads of the book's log, from its checkpoints
 * @param docket heads of the docket, from {@link JdbcStores#docketHead}
 * @since 0.1.0
 */
public record OutsideHeads(List<TreeHead> book, List<TreeHead> docket) {

    private static final Comparator<TreeHead> BY_SIZE = Comparator.comparingLong(TreeHead::size);

    /** Puts them in order of their sizes. */
    public OutsideHeads {
        book = book.stream().sorted(BY_SIZE).toList();
        docket = docket.stream().sorted(BY_SIZE).toList();
    }

    /**
     * Nothing was kept outside.
     *
     * @return no heads
     */
    public static OutsideHeads none() {
        return new OutsideHeads(List.of(), List.of());
    }
}
