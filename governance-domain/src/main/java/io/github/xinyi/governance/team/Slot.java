package io.github.xinyi.governance.team;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One role of a pattern (岗位), for example exactly three 专业顾问.
 *
 * @param id the word by which the pattern knows it, at most {@link #MAX_WORD_LENGTH} characters
 * @param seats how many people
 * @param admission which people
 * @param source where the row comes from
 * @since 0.1.0
 */
public record Slot(String id, Seats seats, Admission admission, Source source) {

    /** The longest word for a slot, quality or kind, in characters. */
    public static final int MAX_WORD_LENGTH = 32;

    /** Refuses an unusable word, and more kinds than there are seats. */
    public Slot {
        if (!isWord(id)) {
            throw new IllegalArgumentException("not a word for a slot: " + id);
        }
        if (admission.kinds().size() > seats.most()) {
            throw new IllegalArgumentException("more kinds than seats in " + id);
        }
    }

    /** The same set, copied, or an exception where it is too large or has an unusable word. */
    static SortedSet<String> words(SortedSet<String> given, int limit) {
        if (given.size() > limit || !given.stream().allMatch(Slot::isWord)) {
            throw new IllegalArgumentException("not up to " + limit + " words: " + given.size());
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(given));
    }

    static boolean isWord(String text) {
        return isText(text, MAX_WORD_LENGTH);
    }

    /** Whether a text is one that can be kept: no control character and no half of a pair. */
    static boolean isText(String text, int limit) {
        return !text.isBlank()
                && text.length() <= limit
                && text.codePoints()
                        .noneMatch(
                                c ->
                                        Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE);
    }

    boolean excludes(Slot other) {
        return admission.exclusiveWith().contains(other.id)
                || other.admission.exclusiveWith().contains(id);
    }
}
