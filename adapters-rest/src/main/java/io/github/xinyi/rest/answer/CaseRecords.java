package io.github.xinyi.rest.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The full record of a case, for who reported it and who works on it.
 *
 * @param state how far it is
 * @param records every event in order
 * @since 0.1.0
 */
public record CaseRecords(CaseState state, List<Item> records) implements Answer {

    /** Copies the list. */
    public CaseRecords {
        records = List.copyOf(records);
    }

    /**
     * One event.
     *
     * @param kind for example {@code VisitMade}
     * @param at when
     * @param members what else it says, by the names of its components
     */
    public record Item(String kind, String at, Map<String, String> members) {

        /** Copies the members in their order. */
        public Item {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }
}
