package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.RuleTexts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What everybody may see of a conference; persons and free text stay out (Personal Information
 * Protection Law art. 25).
 *
 * @param meeting its identifier
 * @param heldOn the day
 * @param stage how far it has come
 * @param present the parties that came
 * @param agendaItems how many items were on the agenda
 * @param declaredItems how many of them are none of the owners' business, by the declaration of the
 *     convener
 * @param decisions how many decisions were taken
 * @since 0.1.0
 */
public record PublicSitting(
        MeetingId meeting,
        LocalDate heldOn,
        Sitting.Stage stage,
        SortedSet<Party> present,
        int agendaItems,
        int declaredItems,
        int decisions) {

    /** Copies the parties. */
    public PublicSitting {
        present = Collections.unmodifiableSortedSet(new TreeSet<>(present));
    }

    /**
     * How far it is, for people, for example {@code Conference F1 on 2025-05-20: called; present:
     * none; items: 2; decisions: 0}.
     *
     * @param texts those of the language wanted
     * @return one line of text
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        return texts.line(
                "conference.about",
                Map.of(
                        "meeting", meeting.value(),
                        "day", heldOn.toString(),
                        "stage", stage.name(),
                        "present", present.toString(),
                        "items", "" + agendaItems,
                        "decisions", "" + decisions));
    }
}
