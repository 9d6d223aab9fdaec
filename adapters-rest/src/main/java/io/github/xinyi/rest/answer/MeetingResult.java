package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * What a meeting came to.
 *
 * @param meeting its number
 * @param decisions one for each motion, in the order announced
 * @param sha256 the hash of the stored text of the count, by which it is known for ever
 * @since 0.1.0
 */
public record MeetingResult(String meeting, List<DecisionList.Decision> decisions, String sha256)
        implements Answer {

    /** Copies the list. */
    public MeetingResult {
        decisions = List.copyOf(decisions);
    }
}
