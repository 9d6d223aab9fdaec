package io.github.xinyi.rest.answer;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Procedures as everybody may see them, in the order in which they were opened: no person, no text
 * that people wrote and no number of the host.
 *
 * @param items at most as many as were asked for
 * @param next the cursor of the next page, null on the last
 * @since 0.1.0
 */
public record ProcedurePage(List<Item> items, @Nullable String next) implements Answer {

    /** Copies the items. */
    public ProcedurePage {
        items = List.copyOf(items);
    }

    /**
     * A procedure.
     *
     * @param matter which of the owners' matters, for example {@code MAINTENANCE_FUND_USE}
     * @param status how far it is
     * @param stages in the order in which they are taken
     * @param taken the day on which a stage was taken, by stage
     * @param onDisplay the day from which something hangs, by stage
     * @param objectionCount how many were raised
     * @param answeredCount how many of them were answered
     * @param duties what is owed after a declined repair
     */
    public record Item(
            String matter,
            String status,
            List<String> stages,
            Map<String, String> taken,
            Map<String, String> onDisplay,
            int objectionCount,
            int answeredCount,
            List<String> duties) {

        /** Copies lists and maps, which are sorted. */
        public Item {
            stages = List.copyOf(stages);
            taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
            onDisplay = Collections.unmodifiableSortedMap(new TreeMap<>(onDisplay));
            duties = List.copyOf(duties);
        }
    }
}
