package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sits in teams on a day, for those who lead them; never public.
 *
 * @param day on which they stand so
 * @param items in the order in which they were formed
 * @param next the cursor of the next page, null on the last
 * @since 0.1.0
 */
public record TeamRoll(String day, List<Item> items, @Nullable String next) implements Answer {

    /** Copies the items. */
    public TeamRoll {
        items = List.copyOf(items);
    }

    /**
     * A team.
     *
     * @param team its identifier
     * @param pattern the name of its pattern
     * @param households of its cell, 0 before the first count
     * @param members in the order assigned, those in reserve too
     */
    public record Item(String team, String pattern, int households, List<Member> members) {

        /** Copies the members. */
        public Item {
            members = List.copyOf(members);
        }
    }

    /**
     * Somebody in a slot.
     *
     * @param slot the slot
     * @param kind of the seat, empty where seats do not differ
     * @param person the host's id
     * @param capacity for example {@code PART_TIME}
     * @param serves whether this person does the work on the day: the holder of a seat, or who
     *     stands in for one
     * @param startInclusive the first day of the assignment
     * @param endInclusive the last day, null if it is open
     */
    public record Member(
            String slot,
            String kind,
            String person,
            String capacity,
            boolean serves,
            String startInclusive,
            @Nullable String endInclusive) {}
}
