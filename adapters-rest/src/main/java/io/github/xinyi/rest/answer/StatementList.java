package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * Which statements there are.
 *
 * @param items in the order in which they are shown
 * @since 0.1.0
 */
public record StatementList(List<Item> items) implements Answer {

    /** Copies the items. */
    public StatementList {
        items = List.copyOf(items);
    }

    /**
     * A statement.
     *
     * @param statement what to ask for it by, for example {@code balance-sheet}
     * @param name in the language of the answer
     */
    public record Item(String statement, String name) {}
}
