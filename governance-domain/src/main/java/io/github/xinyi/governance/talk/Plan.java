package io.github.xinyi.governance.talk;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a talk came to: small matters are settled on the spot, hard ones by a day (小事当场决、难事限期办).
 *
 * @param pace which of the two
 * @param text what is to be done; 1 to {@link TalkEvent#MAX_TEXT_LENGTH} characters
 * @param due the last day; the day of the talk for {@link Pace#ON_THE_SPOT}
 * @param responsible who does it
 * @param touches the matters of Civil Code art. 278 that it would decide; must be empty for a plan
 *     that neighbours make among themselves
 * @since 0.1.0
 */
public record Plan(
        Pace pace, String text, LocalDate due, PersonId responsible, SortedSet<Matter> touches) {

    /** How fast. */
    public enum Pace {
        /** At once (当场决). */
        ON_THE_SPOT,
        /** By a day (限期办). */
        BY_A_DAY
    }

    /** Copies the matters, and checks the text. */
    public Plan {
        touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
        TalkText.require(text);
    }
}
