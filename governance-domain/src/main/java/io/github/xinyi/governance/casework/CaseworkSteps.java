package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.step.LocalSteps;
import io.github.xinyi.governance.voting.Matter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which steps a place asks of a case of many homes, who decides what is not the owners', and by
 * when, for example consultation first, the owners' money through the place's procedure, and 30
 * days for the visits.
 *
 * @param required the steps that may not be left out
 * @param throughProcedure the owners' matters that a procedure has to bring before them; a
 *     resolution without one does not decide such a matter in a case
 * @param bodies who may decide what is no owners' matter, at most {@link #MAX_BODIES} names; empty
 *     where any body may
 * @param surveyDays the days for the visits from the opening on, at most {@link #MAX_DAYS}; 0 for
 *     none
 * @param ratingDays the days for the ratings from the end of the work on, likewise
 * @param local the steps that the place adds before {@link #GATES}; none is before an escalation
 * @since 0.1.0
 */
public record CaseworkSteps(
        SortedSet<CaseworkStep> required,
        SortedSet<Matter> throughProcedure,
        List<String> bodies,
        int surveyDays,
        int ratingDays,
        LocalSteps local) {

    /** Before something is consulted on. */
    static final String CONSULTATION = "协商";

    /** Before a plan is drawn up, on which alone anybody decides. */
    static final String PLAN = "方案";

    /** Before work is reported. */
    static final String WORK = "实施";

    /** Before the case is closed. */
    static final String CLOSE = "结案";

    /** Before what a place may add steps: 协商, 方案, 实施 and 结案. */
    public static final List<String> GATES = List.of(CONSULTATION, PLAN, WORK, CLOSE);

    /** The most bodies. */
    public static final int MAX_BODIES = 10;

    /** The longest time, in days. */
    public static final int MAX_DAYS = 366;

    /** Consultation first; any resolution and any body decides, and nothing has a last day. */
    public static final CaseworkSteps USUAL =
            new CaseworkSteps(
                    new TreeSet<>(Set.of(CaseworkStep.CONSULTATION)),
                    new TreeSet<>(),
                    List.of(),
                    0,
                    0);

    /** Copies the sets, and refuses names and days out of bounds, and other gates. */
    public CaseworkSteps {
        required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
        throughProcedure = Collections.unmodifiableSortedSet(new TreeSet<>(throughProcedure));
        bodies = List.copyOf(bodies);
        if (bodies.size() > MAX_BODIES || !bodies.stream().allMatch(CaseworkSteps::isBody)) {
            throw new IllegalArgumentException("no names of bodies: " + bodies);
        }
        if (surveyDays < 0 || surveyDays > MAX_DAYS || ratingDays < 0 || ratingDays > MAX_DAYS) {
            throw new IllegalArgumentException("days: " + surveyDays + ", " + ratingDays);
        }
        if (!local.areBefore(GATES)) {
            throw new IllegalArgumentException("before no gate of a case: " + local);
        }
    }

    /**
     * Steps of a place that adds none of its own.
     *
     * @param required the steps that may not be left out
     * @param throughProcedure the owners' matters that a procedure has to bring before them
     * @param bodies who may decide what is no owners' matter
     * @param surveyDays the days for the visits
     * @param ratingDays the days for the ratings
     */
    public CaseworkSteps(
            SortedSet<CaseworkStep> required,
            SortedSet<Matter> throughProcedure,
            List<String> bodies,
            int surveyDays,
            int ratingDays) {
        this(required, throughProcedure, bodies, surveyDays, ratingDays, LocalSteps.NONE);
    }

    static boolean isBody(String name) {
        return PublicText.isName(name, 64);
    }

    boolean asks(CaseworkStep step) {
        return required.contains(step);
    }

    boolean lets(String body) {
        return bodies.isEmpty() || bodies.contains(body);
    }

    /**
     * The last day of a stage that began on a day; that day is not counted (Civil Code art. 201).
     */
    Optional<LocalDate> lastDay(Stage stage, LocalDate begun) {
        int days =
                switch (stage) {
                    case OPINIONS -> surveyDays;
                    case EVALUATION -> ratingDays;
                    case CONSULTATION, DECISION, IMPLEMENTATION, CLOSED, REJECTED, ESCALATED -> 0;
                };
        return days == 0 ? Optional.empty() : Optional.of(begun.plusDays(days));
    }
}
