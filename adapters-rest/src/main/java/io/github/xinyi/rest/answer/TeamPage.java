package io.github.xinyi.rest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Teams as everybody may see them, for example one of 1+3+N: the slots of its pattern, how many
 * people are in each and when whom it lacks; no person and no number of the host.
 *
 * @param day on which they stand so
 * @param items in the order in which they were formed
 * @param next the cursor of the next page, null on the last
 * @since 0.1.0
 */
public record TeamPage(String day, List<Item> items, @Nullable String next) implements Answer {

    /** Copies the items. */
    public TeamPage {
        items = List.copyOf(items);
    }

    /**
     * A team.
     *
     * @param pattern the name of its pattern
     * @param complete whether no slot lacks anybody on the day
     * @param slots in the order of the pattern
     * @param gaps from the day on for a year, by slot and day
     */
    public record Item(String pattern, boolean complete, List<Slot> slots, List<Gap> gaps) {

        /** Copies the lists. */
        public Item {
            slots = List.copyOf(slots);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * One role of a pattern.
     *
     * @param slot the word by which the pattern knows it
     * @param leastCount how many people it needs
     * @param mostCount how many it takes, null for as many as there are
     * @param filledCount how many it has on the day
     * @param kinds the kinds of seat, each to be filled
     * @param missingCount how many it lacks
     * @param missingKinds the kinds that nobody has
     */
    public record Slot(
            String slot,
            int leastCount,
            @Nullable Integer mostCount,
            int filledCount,
            List<String> kinds,
            int missingCount,
            List<String> missingKinds) {

        /** Copies the kinds. */
        public Slot {
            kinds = List.copyOf(kinds);
            missingKinds = List.copyOf(missingKinds);
        }
    }

    /**
     * A time in which a slot lacks somebody.
     *
     * @param slot the slot
     * @param missingCount how many people it lacks
     * @param missingKinds the kinds that nobody has
     * @param startInclusive the first day
     * @param endInclusive the last day, the year's end at the latest
     */
    public record Gap(
            String slot,
            int missingCount,
            List<String> missingKinds,
            String startInclusive,
            String endInclusive) {

        /** Copies the kinds. */
        public Gap {
            missingKinds = List.copyOf(missingKinds);
        }
    }
}
