package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.identity.MeetingId;
import java.time.LocalDate;
import java.util.Collections;
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
}
