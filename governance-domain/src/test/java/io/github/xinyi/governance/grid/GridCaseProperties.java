package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.COMPLEX;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.OFFICER;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.STATION;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.ruling.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a case, its order holds and it can be brought to an end. */
class GridCaseProperties {

    private static final List<PersonId> PERSONS = List.of(DESK, STATION, WORKER, Dispute.MOTHER);

    @Property(tries = 500)
    void everyCaseReplaysAndEndsClosedUnderAnyScheduleThatGoesOn(@ForAll Random random) {
        CaseCategory category =
                List.of(CaseCategory.values()).get(random.nextInt(CaseCategory.values().length));
        GridCase state = Steps.found(category);
        List<CaseEvent> history = new ArrayList<>(accepted(state.recordFor(Dispute.MOTHER)));
        for (int i = 0; i < 40; i++) {
            GridCase before = state;
            Outcome<? extends CaseEvent> outcome = anyCommand(state, random);
            state =
                    outcome.fold(
                            event -> {
                                history.add(event);
                                return before.after(event);
                            },
                            ruling -> before);
        }

        assertThat(GridCase.from(history)).isEqualTo(state);
        assertOrder(history, state);
        assertThat(goneOn(state).stage()).isEqualTo(Stage.CLOSED);
    }

    @Property(tries = 500)
    void publicViewHoldsNoTextPersonUnitOrIdentifier(@ForAll("findings") CaseFound found) {
        GridCase state = GridCase.from(List.of(found));

        String shown = state.publicView().toString();

        assertThat(shown)
                .isEqualTo(
                        "PublicCase[category="
                                + found.category()
                                + ", building="
                                + found.place().building()
                                + ", stage=FOUND]");
        assertThat(PublicCase.class.getRecordComponents())
                .extracting(c -> c.getName())
                .containsExactly("category", "building", "stage");
        assertThat(shown).doesNotContain(found.text()).doesNotContain(found.reporter().value());
        found.place().units().forEach(unit -> assertThat(shown).doesNotContain(unit.value()));
    }

    @Provide
    Arbitrary<CaseFound> findings() {
        Arbitrary<String> secret =
                Arbitraries.strings().alpha().ofMinLength(9).ofMaxLength(20).map(s -> "秘" + s);
        return Combinators.combine(
                        Arbitraries.of(CaseCategory.class),
                        Arbitraries.of("1号楼", "2号楼", "3号楼"),
                        secret,
                        secret,
                        secret)
                .as(
                        (category, building, unit, reporter, text) ->
                                new CaseFound(
                                        Dispute.COMMUNITY,
                                        Dispute.CASE,
                                        category,
                                        new CasePlace(
                                                building, new TreeSet<>(Set.of(UnitId.of(unit)))),
                                        PersonId.of(reporter),
                                        OFFICER,
                                        text,
                                        AT));
    }

    /** Read from the record alone, without asking the state. */
    private static void assertOrder(List<CaseEvent> history, GridCase state) {
        PersonId holder = OFFICER;
        int open = 0;
        boolean visited = false;
        boolean mediated = false;
        for (CaseEvent event : history) {
            if (event instanceof CaseReported reported) {
                holder = reported.receiver();
                open++;
            } else if (event instanceof CaseReopened) {
                open++;
            } else if (event instanceof CaseAccepted accepted) {
                holder = accepted.by();
            } else if (event instanceof VisitMade) {
                visited = true;
            } else if (event instanceof MediationOpened) {
                assertThat(visited).isTrue();
                mediated = true;
            } else if (event instanceof AgreementReached) {
                assertThat(mediated).isTrue();
                mediated = false;
            } else if (event instanceof CaseClosed) {
                open--;
            }
            assertThat(open).isBetween(0, 1);
        }
        assertThat(state.holder()).isEqualTo(holder);
        assertThat(open == 0)
                .isEqualTo(state.stage() == Stage.CLOSED || state.stage() == Stage.FOUND);
    }

    private static GridCase goneOn(GridCase from) {
        GridCase state = from;
        for (int i = 0; i < 10 && state.stage() != Stage.CLOSED; i++) {
            state = state.after(accepted(nextStep(state)));
        }
        return state;
    }

    /** From any state: what the holder can always do next, until the case is closed. */
    private static Outcome<? extends CaseEvent> nextStep(GridCase now) {
        PersonId holder = now.holder();
        return switch (now.stage()) {
            case FOUND -> now.report(DESK, COMPLEX, AT);
            case REPORTED -> takeUp(now);
            case ASSIGNED, VISITED, AT_WORK -> now.escalate(Route.ADMINISTRATIVE, holder, "移送", AT);
            case MEDIATION -> now.conclude(Dispute.refused(now.rounds()), AT);
            case AGREED, DONE, ESCALATED -> now.followUp(holder, Answer.NOT_REACHED, "未接通", AT);
            case FOLLOWED_UP -> now.close(holder, AT);
            case CLOSED -> throw new IllegalStateException();
        };
    }

    /** With an offer open, whoever it was offered to declines, or the holder takes it up. */
    private static Outcome<? extends CaseEvent> takeUp(GridCase state) {
        for (PersonId person : PERSONS) {
            Outcome<? extends CaseEvent> declined = state.decline(person, "不属职责", AT);
            if (declined.isAccepted()) {
                return declined;
            }
        }
        return state.accept(state.holder(), AT);
    }

    private static Outcome<? extends CaseEvent> anyCommand(GridCase c, Random random) {
        PersonId person = random.nextInt(3) == 0 ? any(random) : c.holder();
        int round = Math.max(1, c.rounds() + random.nextInt(2));
        return switch (random.nextInt(19)) {
            case 0, 1 -> c.report(DESK, COMPLEX, AT);
            case 2 -> c.offer(person, any(random), "转办", AT);
            case 3 -> c.decline(any(random), "不属职责", AT);
            case 4, 5 -> c.accept(any(random), AT);
            case 6 -> c.answer(person, AT);
            case 7 -> c.extend(person, "外出", CALENDAR, AT);
            case 8, 9 -> c.visit(Set.of(person), "走访", AT);
            case 10, 11 -> c.mediate(anyMediation(round, random), AT);
            case 12, 13 -> c.conclude(anyMediation(round, random), AT);
            case 14 -> c.dispatch(WORKER, AT);
            case 15 -> c.finish(WORKER, PHOTO, AT);
            case 16 -> c.followUp(person, Answer.CONTENT, "满意", AT);
            case 17 ->
                    random.nextInt(3) == 0
                            ? c.escalate(Route.JUDICIAL, person, "不成", AT)
                            : c.close(person, AT);
            default -> c.reopen(person, "反复", AT);
        };
    }

    private static Mediation anyMediation(int round, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Dispute.proposed(round);
            case 1 -> Dispute.consented(round);
            case 2 -> Dispute.agreed(round);
            default -> Dispute.refused(round);
        };
    }

    private static PersonId any(Random random) {
        return PERSONS.get(random.nextInt(PERSONS.size()));
    }
}
