package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.step.LocalSteps;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which steps a place asks of a case of one grade, for example a visit before mediation, one
 * follow-up, and a talk in the street office before the close. Without follow-up a case is closed
 * once it is settled.
 *
 * @param required the steps that may not be left out
 * @param followUps how often those concerned are asked afterwards, 0 to {@link #MAX_FOLLOW_UPS}
 * @param local the steps that the place adds before {@link #GATES}. No gate is before an
 *     escalation: whoever can do no more must be able to hand a case on
 * @since 0.1.0
 */
public record CaseSteps(SortedSet<CaseStep> required, int followUps, LocalSteps local) {

    /** Before a round of mediation is opened. */
    static final String MEDIATION = "调解";

    /** Before somebody is sent to do the work. */
    static final String WORK = "派工";

    /** Before the case is closed. */
    static final String CLOSE = "结案";

    /** Before what a place may add steps: 调解, 派工 and 结案. */
    public static final List<String> GATES = List.of(MEDIATION, WORK, CLOSE);

    /** How often those concerned are asked at most. */
    public static final int MAX_FOLLOW_UPS = 5;

    /** Our reading of common practice: a visit before mediation, and one follow-up. */
    public static final CaseSteps USUAL =
            new CaseSteps(new TreeSet<>(Set.of(CaseStep.VISIT_BEFORE_MEDIATION)), 1);

    /** Copies the steps, and refuses a number of follow-ups out of bounds and other gates. */
    public CaseSteps {
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        if (followUps < 0 || followUps > MAX_FOLLOW_UPS) {
            throw new IllegalArgumentException("follow-ups: " + followUps);
        }
        if (!local.areBefore(GATES)) {
            throw new IllegalArgumentException("before no gate of a case: " + local);
        }
    }

    /**
     * Steps of a place that adds none of its own.
     *
     * @param required the steps that may not be left out
     * @param followUps how often those concerned are asked afterwards
     */
    public CaseSteps(SortedSet<CaseStep> required, int followUps) {
        this(required, followUps, LocalSteps.NONE);
    }

    boolean asks(CaseStep step) {
        return required.contains(step);
    }
}
