package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conferences as everybody may see them, by day: parties by their role, no person and no text.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the next page, null on the last
 * @since 0.1.0
 */
public record ConferencePage(List<Item> items, @Nullable String next) implements Answer {

    /** Copies the items. */
    public ConferencePage {
        items = List.copyOf(items);
    }

    /**
     * A conference.
     *
     * @param meeting its number, for example {@code 2025-07}
     * @param heldDate the day
     * @param stage how far it has come
     * @param present the parties that came
     * @param agendaCount how many items were on the agenda
     * @param declaredCount how many of them are none of the owners' business, as the convener says
     * @param decisionCount how many decisions were taken
     */
    public record Item(
            String meeting,
            String heldDate,
            String stage,
            List<String> present,
            int agendaCount,
            int declaredCount,
            int decisionCount) {

        /** Copies the parties. */
        public Item {
            present = List.copyOf(present);
        }
    }
}
