package io.github.xinyi.governance.team;

import java.util.SortedSet;

/**
 * Who may sit in a slot, for example an adviser of the kind 法律, 财务 or 工程 who does not work for the
 * firm that serves the community.
 *
 * @param qualities a person needs at least one of them; empty if everybody may sit there
 * @param kinds the kinds of seat, each to be filled at least once; empty if seats do not differ
 * @param exclusiveWith slots that the same person may not hold at the same time
 * @param independence whether the serving firm's people are kept out
 * @since 0.1.0
 */
public record Admission(
        SortedSet<String> qualities,
        SortedSet<String> kinds,
        SortedSet<String> exclusiveWith,
        Independence independence) {

    /** The greatest number of words in each of the three sets. */
    public static final int MAX_WORDS = 16;

    /** Copies the sets and checks their words. */
    public Admission {
        qualities = Slot.words(qualities, MAX_WORDS);
        kinds = Slot.words(kinds, MAX_WORDS);
        exclusiveWith = Slot.words(exclusiveWith, MAX_WORDS);
    }

    /** Whether the serving firm's people may sit in a slot. */
    public enum Independence {
        /** Nobody whom the serving firm employs. */
        FROM_SERVING_FIRM,
        /** Nothing is asked. */
        NOT_ASKED
    }
}
