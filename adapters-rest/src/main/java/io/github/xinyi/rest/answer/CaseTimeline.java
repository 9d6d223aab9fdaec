package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * What everybody may see of a case: no text, person, unit, building or identifier.
 *
 * @param category what it is about
 * @param progress how far it is
 * @param result what it led to
 * @param steps what it went through, in order
 * @param deadlines what is due
 * @since 0.1.0
 */
public record CaseTimeline(
        String category, String progress, String result, List<Step> steps, List<Deadline> deadlines)
        implements Answer {

    /** Copies the lists. */
    public CaseTimeline {
        steps = List.copyOf(steps);
        deadlines = List.copyOf(deadlines);
    }

    /**
     * A step.
     *
     * @param progress how far it came
     * @param on the day
     */
    public record Step(String progress, String on) {}

    /**
     * What is due.
     *
     * @param kind what
     * @param day the last day for it
     */
    public record Deadline(String kind, String day) {}
}
