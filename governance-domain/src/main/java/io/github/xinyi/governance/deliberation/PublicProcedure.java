package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What everybody may see of a procedure: how far it is and since when. No person, no free text, no
 * identifier of the host (Personal Information Protection Law arts. 6 and 25).
 *
 * @param matter which of the nine matters
 * @param status how far it is
 * @param stages the identifiers of its stages, in the order in which they are taken
 * @param taken the days on which stages were taken, by stage
 * @param onDisplay the days from which something hangs, by stage
 * @param objections how many objections were raised
 * @param answered how many of them were answered
 * @param toMakeUp the stages that an urgent repair went before and that are not made up yet
 * @param duties what is owed after a declined repair
 * @since 0.1.0
 */
public record PublicProcedure(
        Matter matter,
        Procedure.Status status,
        List<String> stages,
        SortedMap<String, LocalDate> taken,
        SortedMap<String, LocalDate> onDisplay,
        int objections,
        int answered,
        List<String> toMakeUp,
        List<RejectionDuty> duties) {

    /** Copies the lists and maps. */
    public PublicProcedure {
        stages = List.copyOf(stages);
        taken = copy(taken);
        onDisplay = copy(onDisplay);
        toMakeUp = List.copyOf(toMakeUp);
        duties = List.copyOf(duties);
    }

    /**
     * How far it is, for people, for example {@code On using the maintenance fund: under way;
     * objections answered: 1/2}. Its stages are named by their pattern, so that of what is to be
     * made up the number is told.
     *
     * @param texts those of the language wanted
     * @return one line of text
     * @throws IllegalArgumentException if the texts are not those of this module
     */
    public String sentence(RuleTexts texts) {
        String owed = duties.isEmpty() ? "" : duties.toString();
        String madeUp = toMakeUp.isEmpty() ? "" : Integer.toString(toMakeUp.size());
        return texts.line(
                "procedure.about",
                Map.of(
                        "matter", matter.name(),
                        "status", status.name(),
                        "answered", Integer.toString(answered),
                        "objections", Integer.toString(objections),
                        "toMakeUp", madeUp,
                        "owed", owed));
    }

    private static SortedMap<String, LocalDate> copy(Map<String, LocalDate> days) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }
}
