package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.voting.Matter;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One stage of a pattern: a row of its table, for example {@code examination}, 审议, by 党员会议, at
 * least 2/3 present, at least 1/2 of those due in favour.
 *
 * @param id once within its pattern: lower-case letters, digits and hyphens, 1 to 32
 * @param name as people call it, 1 to {@link #MAX_NAME_LENGTH} characters
 * @param kind what must be shown
 * @param actors the bodies that may take it, 1 to {@link #MAX_ACTORS}
 * @param papers what must be handed in
 * @param attendance the share of members due that must be present; {@link Share#NONE} except for
 *     {@link Kind#BODY}
 * @param consent the share that must agree; {@link Share#NONE} except for {@link Kind#BODY}
 * @param base of whom that share is
 * @param leastDays the days on display for a disclosure, else the days since the stage before
 * @param withinDays the days after the stage before within which it should be taken; 0 for none
 * @param makeUpDays the days after an urgent repair within which it should be made up; 0 where the
 *     table sets none
 * @param matters for which of the nine matters the stage is taken, at least one
 * @param source where the row comes from, 1 to {@link #MAX_SOURCE_LENGTH} characters
 * @param standing how far that can be relied on
 * @since 0.1.0
 */
public record Stage(
        String id,
        String name,
        Kind kind,
        List<String> actors,
        List<Paper.Kind> papers,
        Share attendance,
        Share consent,
        Base base,
        int leastDays,
        int withinDays,
        int makeUpDays,
        SortedSet<Matter> matters,
        String source,
        Standing standing) {

    /** What must be shown for a stage. */
    public enum Kind {
        /** Papers alone. */
        PAPERS,
        /** Papers and the count of a body. */
        BODY,
        /** A resolution of the owners, and nothing else. */
        OWNERS_VOTE,
        /** A display for all to see. */
        DISCLOSURE,
        /** What was decided is carried out. */
        EXECUTION
    }

    /** Of whom a share must agree. */
    public enum Base {
        /** Of the members due (应到). */
        DUE,
        /** Of those present (实到). */
        PRESENT
    }

    /** The longest name of a stage or a body, in characters. */
    public static final int MAX_NAME_LENGTH = 40;

    /** The most bodies that may take a stage. */
    public static final int MAX_ACTORS = 10;

    /** The longest source, in characters. */
    public static final int MAX_SOURCE_LENGTH = 200;

    /** The longest time, in days. */
    public static final int MAX_DAYS = 366;

    /** Checks every part, and copies the lists. */
    public Stage {
        actors = List.copyOf(actors);
        papers = List.copyOf(papers);
        matters = Collections.unmodifiableSortedSet(new TreeSet<>(matters));
        if (!id.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("not the id of a stage: " + id);
        }
        requireText("name", name, MAX_NAME_LENGTH);
        requireText("source", source, MAX_SOURCE_LENGTH);
        actors.forEach(actor -> requireText("actor", actor, MAX_NAME_LENGTH));
        requireSize("actors", actors.size(), 1, MAX_ACTORS);
        requireSize("papers", papers.size(), 0, Paper.Kind.values().length);
        requireSize("days", leastDays, 0, MAX_DAYS);
        requireSize("days", withinDays, 0, MAX_DAYS);
        requireSize("days", makeUpDays, 0, MAX_DAYS);
        requireSize("matters", matters.size(), 1, Matter.values().length);
    }

    static void requireText(String what, String text, int limit) {
        if (text.isBlank()
                || text.length() > limit
                || text.codePoints().anyMatch(Stage::cannotBeKept)) {
            throw new IllegalArgumentException(
                    what + " needs 1 to " + limit + " characters, got " + text.length());
        }
    }

    /** Control characters, and half of a pair. */
    static boolean cannotBeKept(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static void requireSize(String what, int size, int least, int most) {
        if (size < least || size > most) {
            throw new IllegalArgumentException(
                    what + " are " + least + " to " + most + ", not " + size);
        }
    }

    boolean isFor(Matter matter) {
        return matters.contains(matter);
    }
}
