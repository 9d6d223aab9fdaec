package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that act for a community's owners, without a name: seats and offices, and who of them
 * are taken.
 *
 * @param day on which they stand so
 * @param inOffice whether one of them is in office, as coverage counts it
 * @param items in the order in which they began
 * @since 0.1.0
 */
public record CommitteeList(String day, boolean inOffice, List<Item> items) implements Answer {

    /** Copies the items. */
    public CommitteeList {
        items = List.copyOf(items);
    }

    /**
     * A body.
     *
     * @param kind for example {@code OWNERS_COMMITTEE}
     * @param state how it stands, for example {@code IN_OFFICE}
     * @param startInclusive the first day of its term
     * @param endInclusive the last day of its term, null if it is open
     * @param seatCount how many members it has by right
     * @param memberCount how many it has
     * @param alternateCount who would follow
     * @param chairTaken whether somebody takes the chair
     * @param deputyCount who stand in for the chair
     */
    public record Item(
            String kind,
            String state,
            String startInclusive,
            @Nullable String endInclusive,
            int seatCount,
            int memberCount,
            int alternateCount,
            boolean chairTaken,
            int deputyCount) {}
}
