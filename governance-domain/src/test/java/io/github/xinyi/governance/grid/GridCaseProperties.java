package io.github.xinyi.governance.grid;

import static io.github.xinyi.governance.grid.Steps.AT;
import static io.github.xinyi.governance.grid.Steps.DESK;
import static io.github.xinyi.governance.grid.Steps.OFFICER;
import static io.github.xinyi.governance.grid.Steps.PHOTO;
import static io.github.xinyi.governance.grid.Steps.STATION;
import static io.github.xinyi.governance.grid.Steps.USUAL;
import static io.github.xinyi.governance.grid.Steps.WORKER;
import static io.github.xinyi.governance.mediation.Dispute.CALENDAR;
import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseAccepted;
import io.github.xinyi.governance.grid.CaseEvent.CaseClosed;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.grid.PublicCase.Progress;
import io.github.xinyi.governance.grid.PublicCase.Result;
import io.github.xinyi.governance.grid.PublicCase.Step;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
        GridCase state = anyCase(random);

        assertThat(GridCase.from(state.history())).isEqualTo(state);
        assertOrder(state.history(), state);
        assertThat(goneOn(state).stage()).isEqualTo(Stage.CLOSED);
    }

    @Property(tries = 30)
    void aCaseThatIsFullOfEventsStillEndsClosed(@ForAll Random random) {
        GridCase state = anyCase(random);
        while (state.answer(state.holder(), last(state)).isAccepted()) {
            state = state.after(accepted(state.answer(state.holder(), last(state))));
        }

        assertThat(goneOn(state).stage()).isEqualTo(Stage.CLOSED);
    }

    @Property(tries = 500)
    void publicViewHoldsNoTextPersonUnitOrIdentifier(@ForAll Random random) {
        GridCase state = anyCase(random);

        String shown = state.publicView(CALENDAR).toString();

        assertThat(shown)
                .doesNotContain("3号楼", "3-1-201", "3-1-301", "YUJING", "C-1", "BROKEN")
                .doesNotContain("吠叫", "转办", "不属职责", "外出", "走访", "不成", "满意", "反复", "告知", "督办", PHOTO)
                .doesNotContain(Dispute.agreed(1).proposalDigest().value());
        PERSONS.forEach(person -> assertThat(shown).doesNotContain(person.value()));
        assertThat(shown).doesNotContain(OFFICER.value(), Dispute.DOG_OWNER.value());
    }

    @Property(tries = 100)
    void publicViewOfAnyFindingIsItsCategoryAndDay(@ForAll("findings") CaseFound found) {
        GridCase state = GridCase.from(List.of(found));

        PublicCase shown = state.publicView(CALENDAR);

        assertThat(shown)
                .isEqualTo(
                        new PublicCase(
                                found.category(),
                                Progress.RECEIVED,
                                Result.NONE,
                                List.of(new Step(Progress.RECEIVED, Dispute.DAY)),
                                List.of()));
        assertThat(shown.toString())
                .doesNotContain(found.text(), found.reporter().value(), found.place().building());
        found.place()
                .units()
                .forEach(unit -> assertThat(shown.toString()).doesNotContain(unit.value()));
    }

    private static GridCase anyCase(Random random) {
        CaseCategory category =
                List.of(CaseCategory.values()).get(random.nextInt(CaseCategory.values().length));
        GridCase state = Steps.found(category);
        for (int i = 0; i < 40; i++) {
            GridCase before = state;
            Outcome<? extends CaseEvent> outcome =
                    random.nextInt(3) == 0 ? usual(state) : anyCommand(state, random);
            state = outcome.fold(before::after, ruling -> before);
        }
        return state;
    }

    /** What those who handle it would do next if nothing came in between. */
    private static Outcome<? extends CaseEvent> usual(GridCase c) {
        PersonId holder = c.holder();
        Instant at = last(c);
        return switch (c.stage()) {
            case FOUND -> c.report(DESK, USUAL, "复杂", at);
            case REPORTED -> c.accept(holder, at);
            case ASSIGNED -> c.visit(Set.of(holder), "走访", at);
            case VISITED, BROKEN ->
                    c.found().category().isDispute()
                            ? c.mediate(Dispute.proposed(c.rounds() + 1), at)
                            : c.dispatch(WORKER, at);
            case MEDIATION -> c.conclude(Dispute.agreed(c.rounds()), at);
            case AT_WORK -> c.finish(WORKER, PHOTO, at);
            case AGREED, DONE, ESCALATED -> c.followUp(holder, Answer.CONTENT, "满意", at);
            case FOLLOWED_UP -> c.close(holder, at);
            case CLOSED -> c.reopen(holder, "反复", at);
        };
    }

    /** Of what the order has to say, nothing is said of nothing. */
    @Property(tries = 1)
    void theCommandsReachAgreementsThatAreFollowedUpClosedAndOpenedAgain() {
        List<GridCase> cases =
                IntStream.range(0, 200).mapToObj(seed -> anyCase(new Random(seed))).toList();

        for (Class<?> kind :
                List.of(
                        AgreementReached.class,
                        PerformanceChecked.class,
                        WorkDone.class,
                        CaseEscalated.class,
                        CaseReopened.class)) {
            assertThat(cases)
                    .as(kind.getSimpleName())
                    .filteredOn(c -> c.history().stream().anyMatch(kind::isInstance))
                    .filteredOn(c -> c.history().stream().anyMatch(CaseClosed.class::isInstance))
                    .hasSizeGreaterThan(5);
        }
    }

    private static Instant last(GridCase state) {
        return state.at(state.history().size() - 1);
    }

    @Provide
    Arbitrary<CaseFound> findings() {
        Arbitrary<String> secret =
                Arbitraries.strings().alpha().ofMinLength(9).ofMaxLength(20).map(s -> "秘" + s);
        return Combinators.combine(
                        Arbitraries.of(CaseCategory.class), secret, secret, secret, secret)
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
        boolean unchecked = false;
        int asked = 0;
        for (CaseEvent event : history) {
            if (event instanceof CaseReported reported) {
                holder = reported.receiver();
                open++;
            } else if (event instanceof CaseReopened reopened) {
                open += reopened.cause() == CaseReopened.Cause.DISCONTENT ? 0 : 1;
                visited = false;
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
                unchecked = true;
                asked = 0;
            } else if (event instanceof WorkDone || event instanceof CaseEscalated) {
                unchecked = false;
                asked = 0;
            } else if (event instanceof PerformanceChecked) {
                unchecked = false;
            } else if (event instanceof FollowedUp) {
                assertThat(unchecked).isFalse();
                asked++;
            } else if (event instanceof CaseClosed) {
                assertThat(asked).isPositive();
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
        Instant at = last(now);
        return switch (now.stage()) {
            case FOUND -> now.report(DESK, USUAL, "复杂", at);
            case REPORTED -> takeUp(now);
            case ASSIGNED, VISITED, AT_WORK, AGREED, BROKEN ->
                    now.escalate(Route.ADMINISTRATIVE, holder, "移送", at);
            case MEDIATION -> now.conclude(Dispute.refused(now.rounds()), at);
            case DONE, ESCALATED -> now.followUp(holder, Answer.NOT_REACHED, "未接通", at);
            case FOLLOWED_UP ->
                    now.isDiscontent()
                            ? now.closeOver(holder, "已告知", Set.of(Way.SUIT), at)
                            : now.close(holder, at);
            case CLOSED -> throw new IllegalStateException();
        };
    }

    /** With an offer open, whoever it was offered to declines, or the holder takes it up. */
    private static Outcome<? extends CaseEvent> takeUp(GridCase state) {
        for (PersonId person : PERSONS) {
            Outcome<? extends CaseEvent> declined = state.decline(person, "不属职责", last(state));
            if (declined.isAccepted()) {
                return declined;
            }
        }
        return state.accept(state.holder(), last(state));
    }

    private static Outcome<? extends CaseEvent> anyCommand(GridCase c, Random random) {
        PersonId person = random.nextInt(3) == 0 ? any(random) : c.holder();
        int round = Math.max(1, c.rounds() + random.nextInt(2));
        Instant at = random.nextInt(8) == 0 ? Dispute.after(random.nextInt(40)) : last(c);
        return switch (random.nextInt(27)) {
            case 0, 1 -> c.report(DESK, USUAL, "复杂", at);
            case 2 -> c.offer(person, any(random), "转办", at);
            case 3 -> c.decline(any(random), "不属职责", at);
            case 4, 5 -> c.accept(any(random), at);
            case 6 -> c.answer(person, at);
            case 7 -> c.extend(person, "外出", CALENDAR, at);
            case 8, 9 -> c.visit(Set.of(person), "走访", at);
            case 10, 11 -> c.mediate(anyMediation(round, random), at);
            case 12, 13 -> c.conclude(anyMediation(round, random), at);
            case 14 -> c.dispatch(WORKER, at);
            case 15 -> c.finish(WORKER, PHOTO, at);
            case 16, 17 ->
                    c.followUp(
                            person,
                            random.nextBoolean() ? Answer.CONTENT : Answer.NOT_CONTENT,
                            "满意",
                            at);
            case 18 -> c.escalate(Route.JUDICIAL, person, "不成", at);
            case 19 ->
                    random.nextBoolean()
                            ? c.close(person, at)
                            : c.closeOver(person, "已告知", Set.of(Way.SUIT), at);
            case 20, 21, 22 -> c.checkPerformance(anyMediation(c.rounds(), random), person, at);
            case 23 -> c.remind(any(random), anyDuty(random), CALENDAR, at);
            case 24 ->
                    c.supervise(
                            any(random),
                            anyDuty(random),
                            GridCase.dayOf(at).plusDays(random.nextInt(3)),
                            "督办",
                            at);
            case 25 -> c.takeUpAgain(person, "反复", at);
            default ->
                    random.nextBoolean()
                            ? c.reopen(person, "反复", at)
                            : c.reopen(anyMediation(c.rounds(), random), person, "反复", at);
        };
    }

    private static DutyDue.Kind anyDuty(Random random) {
        return List.of(DutyDue.Kind.values()).get(random.nextInt(DutyDue.Kind.values().length));
    }

    private static Mediation anyMediation(int rounds, Random random) {
        int round = Math.max(1, rounds);
        return switch (random.nextInt(6)) {
            case 0 -> Dispute.proposed(round);
            case 1 -> Dispute.consented(round);
            case 2 -> Dispute.agreed(round);
            case 3 -> Dispute.broken(round);
            case 4 -> Dispute.brokenOff(round);
            default -> Dispute.refused(round);
        };
    }

    private static PersonId any(Random random) {
        return PERSONS.get(random.nextInt(PERSONS.size()));
    }
}
