package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.DIGEST;
import static io.github.xinyi.governance.casework.Village.SQUAD;
import static io.github.xinyi.governance.casework.Village.VISITOR;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDeclined;
import io.github.xinyi.governance.casework.CaseworkEvent.PlanDrawn;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried in whatever order: no gate is skipped and nothing is told that is private. */
class CaseworkProperties {

    private static final String SECRET = "电话13800000000";

    /** One attempt: which command, on which unit or item, with which choice. */
    record Attempt(int command, int number, int choice) {}

    @Property
    void noStageIsSkippedAndReplayGivesTheSameCase(@ForAll("attempts") List<Attempt> attempts) {
        Casework state = Village.opened(Matter.MAINTENANCE_FUND_USE);
        List<Stage> way = new ArrayList<>(List.of(Stage.OPINIONS));
        int second = 1;
        for (Attempt attempt : attempts) {
            Casework before = state;
            Outcome<CaseworkEvent> outcome = attempt(state, attempt, second++);
            state = outcome.fold(before::after, ruling -> before);
            if (outcome.isAccepted()) {
                assertThat(state.history()).hasSize(before.history().size() + 1);
            } else {
                assertThat(state).isSameAs(before);
            }
            if (state.stage() != way.get(way.size() - 1)) {
                way.add(state.stage());
            }
        }

        List<Stage> usual =
                List.of(
                        Stage.OPINIONS,
                        Stage.CONSULTATION,
                        Stage.IMPLEMENTATION,
                        Stage.EVALUATION,
                        Stage.CLOSED);
        List<Stage> declined = List.of(Stage.OPINIONS, Stage.CONSULTATION, Stage.REJECTED);
        assertThat(state.stage() == Stage.REJECTED ? declined : usual)
                .startsWith(way.toArray(Stage[]::new));
        assertThat(Casework.from(state.history())).isEqualTo(state);
        gates(state);
    }

    /** What must have been true of every case that has come so far. */
    private static void gates(Casework state) {
        assertThat(hasPassed(state, Stage.OPINIONS) && lastVisits(state) < 8).isFalse();
        assertThat(hasPassed(state, Stage.CONSULTATION) && !state.undecided().isEmpty()).isFalse();
        assertThat(hasPassed(state, Stage.EVALUATION) && state.ratedUnits().size() < 5).isFalse();
        assertThat(hasPassed(state, Stage.EVALUATION) && !state.openDisputes().isEmpty()).isFalse();
        assertRatingsApart(state);
        assertVotesOnPlan(state.history());
        assertThat(state.consultedItems()).containsAll(state.disclosedItems());
        assertThat(state.spentFen()).isBetween(0L, Village.PLAN.budgetFen());
    }

    /** No unit is rated for twice, and nobody rates for more than two. */
    private static void assertRatingsApart(Casework state) {
        long rated = state.ratings().values().stream().mapToLong(r -> r.units().size()).sum();
        assertThat(state.ratedUnits()).hasSize(Math.toIntExact(rated));
        state.ratings().values().forEach(r -> assertThat(r.units()).hasSizeBetween(1, 2));
    }

    /** Read from the record alone: each vote closed after the last plan before it, and is over. */
    private static void assertVotesOnPlan(List<CaseworkEvent> history) {
        Instant drawn = Instant.MAX;
        for (CaseworkEvent event : history) {
            if (event instanceof PlanDrawn) {
                drawn = event.occurredAt();
            } else if (event instanceof OwnersDecided decided) {
                assertThat(decided.adoptedAt()).isBetween(drawn, decided.occurredAt());
            } else if (event instanceof OwnersDeclined declined) {
                assertThat(declined.closedAt()).isBetween(drawn, declined.occurredAt());
            }
        }
    }

    private static boolean hasPassed(Casework state, Stage stage) {
        return state.stage() != Stage.REJECTED && state.stage().compareTo(stage) > 0;
    }

    private static long lastVisits(Casework state) {
        return units(1, 10).stream()
                .filter(unit -> state.contact().reached().contains(unit))
                .count();
    }

    @Property
    void thePublicTimelineHoldsNoPersonUnitOrNote(@ForAll("attempts") List<Attempt> attempts) {
        Casework state = after(attempts);

        assertThat(state.timeline().toString())
                .doesNotContain(SECRET)
                .doesNotContain(VISITOR.value())
                .doesNotContainPattern("U[0-9]");
    }

    @Property
    void aCaseClosesOnceForEachOpeningAndKeepsItsHistory(
            @ForAll @IntRange(min = 1, max = 5) int openings) {
        Casework state = Village.rated(Village.finished(), 5);
        for (int i = 1; i < openings; i++) {
            Casework closed = Village.next(state, state.close(at(10)));
            assertThat(closed.close(at(10)).isAccepted()).isFalse();
            Casework again = Village.next(closed, closed.reopen("渗水", at(10)));
            assertThat(again.history()).startsWith(closed.history().toArray(CaseworkEvent[]::new));
            Casework done =
                    Village.next(again, again.progress("返修", Ratio.of(1, 1), List.of(), at(10)));
            state = Village.rated(Village.next(done, done.finishWork(at(10))), 5, 10);
        }
        Casework closed = Village.next(state, state.close(at(10)));

        assertThat(closed.history().stream().filter(CaseReopened.class::isInstance))
                .hasSize(openings - 1);
        assertThat(closed.history().stream().filter(CaseClosed.class::isInstance))
                .hasSize(openings);
        assertThat(Casework.from(closed.history())).isEqualTo(closed);
    }

    @Property(tries = 300)
    void paymentsNeverExceedTheBudgetWhateverTheirOrder(
            @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 60_000) Long> amounts) {
        Casework state = Village.working();
        long naive = 0;
        for (int i = 0; i < amounts.size(); i++) {
            Casework before = state;
            Outcome<CaseworkEvent> outcome =
                    state.nameSpending(Village.payment("E" + i, amounts.get(i)), at(6));
            boolean fits = naive + amounts.get(i) <= Village.PLAN.budgetFen();
            assertThat(outcome.isAccepted()).isEqualTo(fits);
            naive += fits ? amounts.get(i) : 0;
            state = outcome.fold(before::after, ruling -> before);
        }

        assertThat(state.spentFen()).isEqualTo(naive);
        assertThat(Casework.from(state.history()).payments())
                .containsExactlyElementsOf(state.payments());
    }

    /** Whatever is paid and comes back, and in whatever order it is told. */
    @Property(tries = 300)
    void spentIsWhatWasPaidWithoutWhatCameBack(
            @ForAll @Size(max = 40) List<@LongRange(min = 1, max = 60_000) Long> amounts,
            @ForAll @Size(max = 40) List<@IntRange(max = 7) Integer> steps) {
        Casework state = Village.working();
        long[] paid = new long[4];
        long[] kept = new long[4];
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < Math.min(amounts.size(), steps.size()); i++) {
            Casework before = state;
            int step = steps.get(i);
            int number = step % 4;
            long amount = amounts.get(i);
            Outcome<CaseworkEvent> outcome;
            if (step < 4) {
                outcome = state.nameSpending(Village.payment("E" + number, amount), at(6));
                boolean fits = LongStream.of(kept).sum() + amount <= Village.PLAN.budgetFen();
                assertThat(outcome.isAccepted()).isEqualTo(paid[number] == 0 && fits);
                paid[number] += outcome.isAccepted() ? amount : 0;
                kept[number] += outcome.isAccepted() ? amount : 0;
            } else {
                int reference = Math.toIntExact(amount % 9);
                outcome =
                        state.returnSpending(
                                Village.returned("T" + reference, "E" + number, amount), at(6));
                boolean fits = amount <= kept[number] && !named.contains(reference);
                assertThat(outcome.isAccepted()).isEqualTo(fits);
                kept[number] -= fits ? amount : 0;
                named.addAll(fits ? Set.of(reference) : Set.of());
            }
            state = outcome.fold(before::after, ruling -> before);
        }

        assertThat(state.spentFen()).isEqualTo(LongStream.of(kept).sum()).isNotNegative();
        assertThat(Casework.from(state.history())).isEqualTo(state);
        assertThat(Casework.from(state.history()).spentFen()).isEqualTo(state.spentFen());
    }

    private static Casework after(List<Attempt> attempts) {
        Casework state = Village.opened(Matter.MAINTENANCE_FUND_USE);
        int second = 1;
        for (Attempt attempt : attempts) {
            Casework before = state;
            state = attempt(state, attempt, second++).fold(before::after, ruling -> before);
        }
        return state;
    }

    private static Outcome<CaseworkEvent> attempt(Casework state, Attempt attempt, int second) {
        CaseId dispute = CaseId.of("D-" + attempt.number() % 2);
        return switch (attempt.command()) {
            case 0 -> state.formSquad(SQUAD, Set.of(VISITOR), units(1, 10), at(second));
            case 1, 2, 3, 4 ->
                    state.visit(
                            unit(attempt.number()),
                            VISITOR,
                            attempt.choice() % 4 == 0 ? ContactResult.ABSENT : ContactResult.AGREES,
                            SECRET,
                            at(second));
            case 5 -> state.collectOpinions(at(second));
            case 6 -> state.consult(List.of("I" + attempt.number()), DIGEST, at(second));
            case 7 -> state.disclose("I" + attempt.number(), "公告栏", at(second));
            case 8 -> state.decideBy(votedAgo(attempt.choice(), second), at(second));
            case 19 -> state.decline(failedAgo(attempt.choice(), second), at(second));
            case 9 -> state.decideBy("四方联席会议", DIGEST, Village.PLAN.document(), at(second));
            case 10 -> state.progress("施工", Ratio.of(attempt.choice(), 8), List.of(), at(second));
            case 11 -> state.finishWork(at(second));
            case 12 -> state.raiseDispute(dispute, at(second));
            case 13 -> state.endDispute(Quarrel.agreed(dispute, at(second)), at(second));
            case 14, 15 ->
                    state.rate(
                            PersonId.of("R" + attempt.number()),
                            units(
                                    attempt.number(),
                                    Math.min(10, attempt.number() + attempt.choice() / 2)),
                            3,
                            at(second));
            case 16 -> state.close(at(second));
            case 17 -> state.draw(Village.PLAN, at(second));
            default ->
                    state.nameSpending(
                            Village.payment("E" + attempt.number(), 15_000L * attempt.choice() + 1),
                            at(second));
        };
    }

    /** A vote that closed so many weeks ago, or for 0 closes in the week to come. */
    private static Resolution votedAgo(int weeks, int now) {
        return Village.adopted(firstDay(weeks, now));
    }

    private static MotionResult failedAgo(int weeks, int now) {
        return Village.vote(
                "v1",
                Matter.MAINTENANCE_FUND_USE,
                5,
                firstDay(weeks, now),
                Village.PLAN.document());
    }

    private static LocalDate firstDay(int weeks, int now) {
        return LocalDate.of(2025, 3, 2).plusWeeks(now - weeks);
    }

    /** Mostly in the usual order, so that late stages are reached, with strays in between. */
    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Attempt> any =
                Combinators.combine(
                                Arbitraries.integers().between(0, 19),
                                Arbitraries.integers().between(1, 10),
                                Arbitraries.integers().between(0, 8))
                        .as(Attempt::new);
        return any.list()
                .ofMaxSize(30)
                .flatMap(
                        strays ->
                                Arbitraries.integers()
                                        .between(0, usual().size())
                                        .map(length -> mixed(usual().subList(0, length), strays)));
    }

    private static List<Attempt> mixed(List<Attempt> usual, List<Attempt> strays) {
        List<Attempt> all = new ArrayList<>(usual);
        for (int i = 0; i < strays.size(); i++) {
            all.add(strays.get(i).number() * (i + 1) % (all.size() + 1), strays.get(i));
        }
        return all;
    }

    private static List<Attempt> usual() {
        List<Attempt> usual = new ArrayList<>(List.of(new Attempt(0, 1, 1)));
        for (int i = 1; i <= 10; i++) {
            usual.add(new Attempt(1, i, 1));
        }
        usual.add(new Attempt(5, 1, 1));
        usual.add(new Attempt(6, 1, 1));
        usual.add(new Attempt(7, 1, 1));
        usual.add(new Attempt(17, 1, 1));
        usual.add(new Attempt(8, 1, 1));
        usual.add(new Attempt(10, 1, 8));
        usual.add(new Attempt(11, 1, 1));
        for (int i = 1; i <= 10; i++) {
            usual.add(new Attempt(14, i, 1));
        }
        usual.add(new Attempt(13, 1, 1));
        usual.add(new Attempt(13, 2, 1));
        usual.add(new Attempt(16, 1, 1));
        return usual;
    }
}
