package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureFollowed;
import io.github.xinyi.governance.casework.CaseworkEvent.SpendingReturned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Which ends a case has, from every state that random commands reach: closed, handed on, or not
 * adopted by the owners, and no other.
 */
class CaseEndsProperties {

    private static final int COMMANDS = 60;

    /**
     * While it runs it can be closed and be handed on, and be declined where the owners have a word
     * in it. What is handed on or declined stays so, whatever of a payment still comes back. What
     * is closed is opened again, or goes back to the owners by a court, and so comes to each of the
     * ends once more.
     */
    @Property(tries = 150)
    void everyStateLeadsToEachEndThatTheLawLeavesIt(@ForAll Random random) {
        judge(CaseCourse.of(random));
    }

    private static void judge(CaseCourse course) {
        Casework state = course.state();
        assertThat(Casework.from(state.history())).isEqualTo(state);
        switch (state.stage()) {
            case REJECTED, ESCALATED -> assertNothingGoesOn(course);
            case CLOSED -> assertGoesOnByReopeningOrRevocationAlone(course);
            case OPINIONS, CONSULTATION, DECISION, IMPLEMENTATION, EVALUATION ->
                    assertEveryEndIsOpen(course);
        }
    }

    private static void assertEveryEndIsOpen(CaseCourse course) {
        assertThat(end(course, Stage.CLOSED)).isEqualTo(Stage.CLOSED);
        assertThat(end(course, Stage.ESCALATED)).isEqualTo(Stage.ESCALATED);
        if (course.isTheOwners()) {
            assertThat(end(course, Stage.REJECTED)).isEqualTo(Stage.REJECTED);
        } else {
            assertThat(course.declined().isAccepted()).isFalse();
        }
    }

    /** On a way of its own; all that was recorded before stands there too. */
    private static Stage end(CaseCourse from, Stage wanted) {
        CaseCourse course = from.copy();
        Stage end =
                switch (wanted) {
                    case CLOSED -> course.closed();
                    case ESCALATED -> course.escalated();
                    case REJECTED -> course.rejected();
                    default -> throw new IllegalArgumentException(wanted.name());
                };
        List<CaseworkEvent> before = from.state().history();
        assertThat(course.state().history()).startsWith(before.toArray(CaseworkEvent[]::new));
        assertThat(Casework.from(course.state().history())).isEqualTo(course.state());
        return end;
    }

    private static void assertNothingGoesOn(CaseCourse course) {
        CaseCourse trying = course.copy();
        for (int i = 0; i < COMMANDS; i++) {
            if (trying.note(trying.any())) {
                assertThat(last(trying)).isInstanceOf(SpendingReturned.class);
                assertThat(trying.state().stage()).isEqualTo(course.state().stage());
            }
        }
        assertThat(course.towardsClosing()).isEmpty();
    }

    private static void assertGoesOnByReopeningOrRevocationAlone(CaseCourse course) {
        for (int i = 0; i < COMMANDS; i++) {
            CaseCourse trying = course.copy();
            if (trying.note(trying.any()) && trying.state().stage() != Stage.CLOSED) {
                assertThat(last(trying))
                        .isInstanceOfAny(CaseReopened.class, OwnersDecisionRevoked.class);
                assertEveryEndIsOpen(trying);
                break;
            } else if (!trying.state().equals(course.state())) {
                assertThat(last(trying)).isInstanceOf(SpendingReturned.class);
            }
        }
    }

    private static CaseworkEvent last(CaseCourse course) {
        List<CaseworkEvent> history = course.state().history();
        return history.get(history.size() - 1);
    }

    /** A case is closed once for each opening, and each time it begins anew nothing is lost. */
    @Property(tries = 150)
    void aCaseIsClosedOnceForEachTimeItIsOpened(@ForAll Random random) {
        int running = 1;
        for (CaseworkEvent event : CaseCourse.of(random).state().history()) {
            if (event instanceof CaseClosed) {
                assertThat(running--).isEqualTo(1);
            } else if (event instanceof CaseReopened) {
                assertThat(running++).isZero();
            } else if (event instanceof OwnersDecisionRevoked) {
                running = 1;
            }
        }
    }

    /** Of states and ends, nothing is said of nothing. */
    @Property(tries = 1)
    void theCoursesReachEveryEventStageAndWay() {
        Map<String, Integer> reached = new TreeMap<>();
        for (int seed = 0; seed < 400; seed++) {
            CaseCourse course = CaseCourse.of(new Random(seed));
            for (String one : reached(course)) {
                reached.merge(one, 1, Integer::sum);
            }
            if (course.isStuck()) {
                judge(course);
            }
        }

        List<String> every = new ArrayList<>(List.of("stuck", "left a procedure", "body alone"));
        for (Class<?> kind : CaseworkEvent.class.getPermittedSubclasses()) {
            every.add(kind.getSimpleName());
        }
        for (Stage stage : Stage.values()) {
            every.add(stage.name());
        }
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 3, reached.toString());
    }

    private static Set<String> reached(CaseCourse course) {
        Set<String> reached = new HashSet<>(Set.of(course.state().stage().name()));
        Set<Object> followed = new HashSet<>();
        for (CaseworkEvent event : course.state().history()) {
            reached.add(event.getClass().getSimpleName());
            if (event instanceof ProcedureFollowed one && !followed.add(one.matter())) {
                reached.add("left a procedure");
            }
        }
        if (course.isStuck()) {
            reached.add("stuck");
        }
        if (!course.isTheOwners()) {
            reached.add("body alone");
        }
        return reached;
    }
}
