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
import io.github.xinyi.governance.grid.CaseEvent.CaseOffered;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.MediationEnded;
import io.github.xinyi.governance.grid.CaseEvent.MediationOpened;
import io.github.xinyi.governance.grid.CaseEvent.OfferDeclined;
import io.github.xinyi.governance.grid.CaseEvent.PerformanceChecked;
import io.github.xinyi.governance.grid.CaseEvent.TeamCalled;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDispatched;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.grid.PublicCase.Progress;
import io.github.xinyi.governance.grid.PublicCase.Result;
import io.github.xinyi.governance.grid.PublicCase.Step;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.mediation.Dispute;
import io.github.xinyi.governance.mediation.Mediation;
import io.github.xinyi.governance.mediation.Route;
import io.github.xinyi.governance.mediation.Way;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.team.Posts;
import io.github.xinyi.governance.team.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked of a case, its order holds and it can be brought to an end. */
class GridCaseProperties {

    private static final List<PersonId> PERSONS = List.of(DESK, STATION, WORKER, Dispute.MOTHER);

    private static final PersonId VOLUNTEER = PersonId.of("P-VOLUNTEER");

    private static final List<PersonId> VIEWERS = List.of(DESK, STATION, WORKER, VOLUNTEER);

    /** One from long ago, one from the second day of the case on, and one of another community. */
    private static final List<Team> TEAMS =
            List.of(
                    team(Dispute.COMMUNITY, "T-1", -10, Map.of("志愿者", VOLUNTEER, "巡逻员", WORKER)),
                    team(Dispute.COMMUNITY, "T-2", 1, Map.of("志愿者", VOLUNTEER, "巡逻员", STATION)),
                    team(CommunityId.of("ELSEWHERE"), "T-3", -10, Map.of("志愿者", DESK)));

    private static Team team(
            CommunityId community, String id, int days, Map<String, PersonId> holders) {
        return Posts.of(community, id, Dispute.DAY.plusDays(days), new TreeMap<>(holders));
    }

    @Property(tries = 500)
    void everyCaseReplaysAndEndsClosedUnderAnyScheduleThatGoesOn(@ForAll Random random) {
        GridCase state = anyCase(random);

        assertThat(GridCase.from(state.history())).isEqualTo(state);
        assertOrder(state.history(), state);
        assertThat(goneOn(state).stage()).isEqualTo(Stage.CLOSED);
    }

    /** Whoever is called serves in the team that day, in this community, and reads the record. */
    @Property(tries = 200)
    void everyTeamThatIsCalledIsOfItsRecordAndReadsTheCaseWhileItIsOpen(@ForAll Random random) {
        GridCase state = anyCase(random);
        List<TeamCalled> calls =
                state.history().stream()
                        .filter(TeamCalled.class::isInstance)
                        .map(TeamCalled.class::cast)
                        .toList();

        assertThat(state.compareTeams(TEAMS))
                .hasSameSizeAs(calls)
                .allMatch(finding -> finding.verdict() == Verdict.MET);
        assertThat(state.compareTeams(List.of()))
                .hasSameSizeAs(calls)
                .noneMatch(finding -> finding.verdict() == Verdict.MET);
        Set<PersonId> team = new TreeSet<>();
        for (CaseEvent event : state.history()) {
            if (event instanceof TeamCalled called) {
                team.clear();
                called.members().forEach(member -> team.add(member.person()));
                LocalDate day = GridCase.dayOf(called.occurredAt());
                assertThat(TEAMS)
                        .filteredOn(t -> t.community().equals(state.community()))
                        .extracting(t -> t.serving(day))
                        .contains(new TreeSet<>(team));
            } else if (event instanceof CaseReopened || event instanceof CaseClosed) {
                team.clear();
            }
        }
        team.add(state.holder());
        team.add(Dispute.MOTHER);
        for (PersonId person : VIEWERS) {
            assertThat(state.recordFor(person).isAccepted()).isEqualTo(team.contains(person));
        }
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
        assertThat(shown).doesNotContain(VOLUNTEER.value(), "T-1", "T-2", "巡逻员");
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

    /** Whatever 60 random commands come to, of which a third are what would usually come next. */
    static GridCase anyCase(Random random) {
        CaseCategory category =
                List.of(CaseCategory.values()).get(random.nextInt(CaseCategory.values().length));
        GridCase state = Steps.found(category);
        for (int i = 0; i < 60; i++) {
            GridCase before = state;
            Outcome<? extends CaseEvent> outcome =
                    random.nextInt(3) == 0 ? usual(state, random) : anyCommand(state, random);
            state = outcome.fold(before::after, ruling -> before);
        }
        return state;
    }

    /** What those who handle it would do next if nothing came in between. */
    private static Outcome<? extends CaseEvent> usual(GridCase c, Random random) {
        PersonId holder = c.holder();
        Instant at = last(c);
        return switch (c.stage()) {
            case FOUND -> c.report(DESK, USUAL, "复杂", at);
            case REPORTED -> c.accept(holder, at);
            case ASSIGNED ->
                    random.nextBoolean()
                            ? c.call(TEAMS.get(0), Set.of(), at)
                            : c.visit(Set.of(random.nextBoolean() ? holder : VOLUNTEER), "走访", at);
            case VISITED, BROKEN ->
                    c.found().category().isDispute()
                            ? c.mediate(Dispute.proposed(c.rounds() + 1), at)
                            : c.dispatch(WORKER, at);
            case MEDIATION -> c.conclude(Dispute.agreed(c.rounds()), at);
            case AT_WORK -> c.finish(WORKER, PHOTO, at);
            case AGREED ->
                    c.isPerformanceChecked()
                            ? c.followUp(holder, anyAnswer(random), "满意", at)
                            : c.checkPerformance(Dispute.agreed(c.rounds()), holder, at);
            case DONE ->
                    random.nextBoolean()
                            ? c.rate(Dispute.MOTHER, 1 + random.nextInt(5), at)
                            : c.followUp(holder, anyAnswer(random), "满意", at);
            case ESCALATED -> c.followUp(holder, anyAnswer(random), "满意", at);
            case FOLLOWED_UP ->
                    c.isDiscontent() ? c.takeUpAgain(holder, "反复", at) : c.close(holder, at);
            case CLOSED ->
                    c.agreement().isPresent()
                            ? c.reopen(Dispute.broken(c.rounds()), holder, "反复", fourDaysOn(c))
                            : c.reopen(holder, "反复", at);
        };
    }

    /** When the agreement of any round can be found broken: not before its third day. */
    private static Instant fourDaysOn(GridCase state) {
        Instant fourth = Dispute.after(4);
        return last(state).isAfter(fourth) ? last(state) : fourth;
    }

    private static Answer anyAnswer(Random random) {
        return random.nextInt(3) == 0 ? Answer.NOT_CONTENT : Answer.CONTENT;
    }

    /** Of what the order has to say, nothing is said of nothing. */
    @Property(tries = 1)
    void theCommandsReachAgreementsThatAreFollowedUpClosedAndOpenedAgain() {
        List<GridCase> cases =
                IntStream.range(0, 400).mapToObj(seed -> anyCase(new Random(seed))).toList();

        for (Class<?> kind :
                List.of(
                        AgreementReached.class,
                        PerformanceChecked.class,
                        WorkDone.class,
                        CaseEscalated.class,
                        CaseOffered.class,
                        OfferDeclined.class,
                        TeamCalled.class,
                        CaseReopened.class)) {
            assertThat(cases)
                    .as(kind.getSimpleName())
                    .filteredOn(c -> count(c, kind) > 0)
                    .filteredOn(c -> count(c, CaseClosed.class) > 0)
                    .hasSizeGreaterThan(5);
        }
        for (CaseReopened.Cause cause : CaseReopened.Cause.values()) {
            for (Class<?> kind : List.of(VisitMade.class, FollowedUp.class, CaseClosed.class)) {
                assertThat(cases)
                        .as("opened again for %s, then %s", cause, kind.getSimpleName())
                        .filteredOn(c -> isAfterReopening(c, cause, kind))
                        .hasSizeGreaterThan(5);
            }
        }
        for (Class<?> kind :
                List.of(MediationOpened.class, AgreementReached.class, TeamCalled.class)) {
            assertThat(cases)
                    .as("opened again, then %s", kind.getSimpleName())
                    .filteredOn(
                            c ->
                                    Stream.of(CaseReopened.Cause.values())
                                            .anyMatch(cause -> isAfterReopening(c, cause, kind)))
                    .hasSizeGreaterThan(5);
        }
        assertThat(cases)
                .as("closed by somebody else than who received it first")
                .filteredOn(
                        c ->
                                c.history().stream()
                                        .anyMatch(
                                                e ->
                                                        e instanceof CaseClosed closed
                                                                && !closed.by().equals(DESK)))
                .hasSizeGreaterThan(5);
        assertThat(cases)
                .as("visited by somebody of the team who never has the case")
                .filteredOn(
                        c ->
                                c.history().stream()
                                        .anyMatch(
                                                e ->
                                                        e instanceof VisitMade visit
                                                                && visit.visitors()
                                                                        .contains(VOLUNTEER)))
                .hasSizeGreaterThan(5);
    }

    private static long count(GridCase state, Class<?> kind) {
        return state.history().stream().filter(kind::isInstance).count();
    }

    private static boolean isAfterReopening(
            GridCase state, CaseReopened.Cause cause, Class<?> kind) {
        List<CaseEvent> history = state.history();
        return IntStream.range(0, history.size())
                .filter(i -> history.get(i) instanceof CaseReopened r && r.cause() == cause)
                .anyMatch(
                        i ->
                                history.subList(i, history.size()).stream()
                                        .anyMatch(kind::isInstance));
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
        Order order = new Order();
        history.forEach(order::next);
        assertThat(state.holder()).isEqualTo(order.holder);
        assertThat(order.isOpen)
                .isEqualTo(state.stage() != Stage.CLOSED && state.stage() != Stage.FOUND);
    }

    /**
     * What must have come before each event, by rules written a second time. Whoever takes a case
     * up again begins anew: with a visit, a round of mediation, and those concerned asked. Who
     * received it works on it or offers it; nobody else has it, asks afterwards or closes it.
     */
    private static final class Order {

        private PersonId holder = OFFICER;
        private final Set<PersonId> offered = new TreeSet<>();
        private final Set<PersonId> team = new TreeSet<>();
        private boolean isOpen;
        private boolean isAccepted;
        private boolean isVisited;
        private boolean isMediated;
        private boolean isAtWork;
        private boolean isSettled;
        private boolean isUnchecked;
        private boolean isDiscontent;
        private int asked;

        void next(CaseEvent event) {
            if (event instanceof CaseReported reported) {
                assertThat(isOpen).isFalse();
                begin();
                holder = reported.receiver();
            } else if (event instanceof CaseReopened reopened) {
                boolean goesOn = reopened.cause() == CaseReopened.Cause.DISCONTENT;
                assertThat(isOpen).isEqualTo(goesOn);
                assertThat(isDiscontent || !goesOn).isTrue();
                begin();
            } else if (event instanceof CaseOffered || event instanceof OfferDeclined) {
                offered(event);
            } else if (event instanceof CaseAccepted accepted) {
                assertThat(isOpen && !(isAccepted && offered.isEmpty())).isTrue();
                assertThat(offered.isEmpty() ? Set.of(holder) : offered).contains(accepted.by());
                offered.clear();
                holder = accepted.by();
                isAccepted = true;
            } else if (event instanceof CaseClosed closed) {
                assertThat(closed.by()).isEqualTo(holder);
                assertThat(isOpen && isSettled && !isUnchecked && asked > 0).isTrue();
                assertThat(closed.over() == CaseClosed.Over.DISCONTENT).isEqualTo(isDiscontent);
                isOpen = false;
                offered.clear();
                team.clear();
            } else if (event instanceof FollowedUp followed) {
                assertThat(followed.by()).isEqualTo(holder);
                assertThat(isOpen && isSettled && !isUnchecked).isTrue();
                asked++;
                isDiscontent =
                        followed.answer() == Answer.NOT_CONTENT
                                || (isDiscontent && followed.answer() == Answer.NOT_REACHED);
            } else {
                handled(event);
            }
        }

        /** One offer at a time, by who has the case to somebody else, who alone declines it. */
        private void offered(CaseEvent event) {
            if (event instanceof CaseOffered offer) {
                assertThat(isOpen && offered.isEmpty()).isTrue();
                assertThat(offer.from()).isEqualTo(holder).isNotEqualTo(offer.to());
                offered.add(offer.to());
            } else if (event instanceof OfferDeclined declined) {
                assertThat(offered).contains(declined.by());
                offered.clear();
            }
        }

        private void handled(CaseEvent event) {
            if (event instanceof TeamCalled called) {
                assertThat(isAccepted && !isSettled).isTrue();
                team.clear();
                called.members().forEach(member -> team.add(member.person()));
            } else if (event instanceof VisitMade visit) {
                assertThat(isAccepted && !isSettled).isTrue();
                Set<PersonId> admitted = new TreeSet<>(team);
                admitted.add(holder);
                assertThat(admitted).containsAll(visit.visitors());
                isVisited = true;
            } else if (event instanceof MediationOpened) {
                assertThat(isVisited && !isMediated && !isSettled).isTrue();
                isMediated = true;
            } else if (event instanceof MediationEnded) {
                assertThat(isMediated).isTrue();
                isMediated = false;
            } else if (event instanceof AgreementReached) {
                assertThat(isMediated).isTrue();
                settled();
                isUnchecked = true;
            } else if (event instanceof WorkDispatched) {
                assertThat(isAccepted && !isSettled).isTrue();
                isAtWork = true;
            } else if (event instanceof WorkDone) {
                assertThat(isAtWork).isTrue();
                settled();
            } else if (event instanceof CaseEscalated escalated) {
                assertThat(escalated.by()).isEqualTo(holder);
                assertThat(isAccepted && !isMediated).isTrue();
                settled();
            } else if (event instanceof PerformanceChecked checked) {
                isUnchecked = false;
                isSettled = !checked.performance().isFailed();
                asked = isSettled ? asked : 0;
            }
        }

        private void begin() {
            isOpen = true;
            isAccepted = false;
            isVisited = false;
            isSettled = false;
            team.clear();
            nothingIsUnderWay();
        }

        private void settled() {
            isSettled = true;
            nothingIsUnderWay();
        }

        private void nothingIsUnderWay() {
            isMediated = false;
            isAtWork = false;
            isUnchecked = false;
            isDiscontent = false;
            asked = 0;
        }
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
    static Outcome<? extends CaseEvent> takeUp(GridCase state) {
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
        return switch (random.nextInt(32)) {
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
            case 26, 27 -> c.call(TEAMS.get(random.nextInt(TEAMS.size())), Set.of(), at);
            case 28 -> c.visit(Set.of(VOLUNTEER, person), "走访", at);
            case 29 -> c.rate(Dispute.MOTHER, 1 + random.nextInt(5), at);
            case 30 -> c.followUp(person, Answer.NOT_REACHED, "未接通", at);
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
