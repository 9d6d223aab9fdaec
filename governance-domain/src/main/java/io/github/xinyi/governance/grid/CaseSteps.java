package io.github.xinyi.governance.grid;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which steps a place asks of a case of one grade, for example a visit before mediation and one
 * follow-up. Without follow-up a case is closed once it is settled.
 *
 * @param required the steps that may not be left out
 * @param followUps how often those concerned are asked afterwards, 0 to {@link #MAX_FOLLOW_UPS}
 * @since 0.1.0
 */
public record CaseSteps(SortedSet<CaseStep> required, int followUps) {

    /** How often those concerned are asked at most. */
    public static final int MAX_FOLLOW_UPS = 5;

    /** Our reading of common practice: a visit before mediation, and one follow-up. */
    public static final CaseSteps USUAL =
            new CaseSteps(new TreeSet<>(Set.of(CaseStep.VISIT_BEFORE_MEDIATION)), 1);

    /** Copies the steps, and refuses a number of follow-ups out of bounds. */
    public CaseSteps {
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        if (followUps < 0 || followUps > MAX_FOLLOW_UPS) {
            throw new IllegalArgumentException("follow-ups: " + followUps);
        }
    }

    boolean asks(CaseStep step) {
        return required.contains(step);
    }
}
