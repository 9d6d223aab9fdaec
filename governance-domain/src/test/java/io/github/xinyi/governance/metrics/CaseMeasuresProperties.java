package io.github.xinyi.governance.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReopened;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp.Answer;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.SlaGrade;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.team.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is measured of random cases equals a plain recount of their steps. */
class CaseMeasuresProperties {

    private static final CommunityId COMMUNITY = CommunityId.of("C001");
    private static final PersonId DESK = PersonId.of("P-DESK");
    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final Source PLAN = new Source("街道方案", Standing.UNVERIFIED);

    /** What happens to a case. */
    private enum What {
        ANSWERED,
        VISITED,
        REOPENED,
        RATED,
        ASKED
    }

    /** What whoever is asked afterwards answers, by the figure of the step. */
    private static final List<Answer> ANSWERS =
            List.of(
                    Answer.NOT_REACHED,
                    Answer.CONTENT,
                    Answer.NOT_CONTENT,
                    Answer.NOT_REACHED,
                    Answer.CONTENT,
                    Answer.NOT_CONTENT);

    /**
     * One step of a case.
     *
     * @param what what happens
     * @param hour hours after the report
     * @param stars where it is a rating; where it is an answer, which of {@link #ANSWERS}
     */
    private record Step(What what, int hour, int stars) {}

    /**
     * A case by its steps.
     *
     * @param hours until when it must be answered
     * @param reported hours after the start
     * @param steps in the order of their hours
     */
    private record Told(int hours, int reported, List<Step> steps) {

        List<CaseEvent> events(int number) {
            CaseId id = CaseId.of("K" + number);
            SlaGrade grade =
                    new SlaGrade(
                            "试",
                            new SlaGrade.Limits(hours, 1, 1),
                            new SlaGrade.Extensions(0, 0),
                            PLAN);
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseReported(COMMUNITY, id, DESK, grade, at(reported)));
            for (Step step : steps) {
                Instant when = at(reported + step.hour());
                events.add(
                        switch (step.what()) {
                            case ANSWERED -> new ReporterAnswered(COMMUNITY, id, DESK, when);
                            case VISITED ->
                                    new VisitMade(
                                            COMMUNITY, id, new TreeSet<>(Set.of(DESK)), "", when);
                            case REOPENED ->
                                    new CaseReopened(
                                            COMMUNITY,
                                            id,
                                            DESK,
                                            CaseReopened.Cause.REQUEST,
                                            new TreeSet<>(),
                                            "又叫",
                                            when);
                            case RATED -> new CaseRated(COMMUNITY, id, DESK, step.stars(), when);
                            case ASKED ->
                                    new FollowedUp(
                                            COMMUNITY,
                                            id,
                                            DESK,
                                            ANSWERS.get(step.stars()),
                                            "回访",
                                            when);
                        });
            }
            return events;
        }
    }

    private static Instant at(int hour) {
        return START.plusSeconds(hour * 3_600L);
    }

    /** In hours after the start, the end of a day in China that many days after 1 June. */
    private static int endOfDay(int day) {
        return (day + 1) * 24 - 8;
    }

    private static LocalDate day(int day) {
        return LocalDate.ofInstant(START, ZoneOffset.UTC).plusDays(day);
    }

    @Provide
    Arbitrary<Told> cases() {
        Arbitrary<Step> step =
                Combinators.combine(
                                Arbitraries.of(What.class),
                                Arbitraries.integers().between(0, 90),
                                Arbitraries.integers().between(1, 5))
                        .as(Step::new);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 60),
                        step.list()
                                .ofMaxSize(6)
                                .map(
                                        steps ->
                                                steps.stream()
                                                        .sorted((a, b) -> a.hour() - b.hour())
                                                        .toList()))
                .as(Told::new);
    }

    @Property(tries = 300)
    void responseInTimeEqualsARecountOfTheOpenings(
            @ForAll @Size(max = 6) List<@From("cases") Told> told,
            @ForAll @IntRange(min = 0, max = 7) int day) {
        Set<String> due = new HashSet<>();
        Set<String> inTime = new HashSet<>();
        for (int k = 0; k < told.size(); k++) {
            recount("K" + k, told.get(k), endOfDay(day), due, inTime);
        }

        Measurement measured = CaseMeasures.responseInTime(day(day), histories(told));

        assertThat(ids(measured.denominator())).isEqualTo(due);
        assertThat(ids(measured.numerator())).isEqualTo(inTime);
    }

    /** Hour by hour, without looking at events. */
    private static void recount(
            String id, Told told, int end, Set<String> due, Set<String> inTime) {
        List<Step> past =
                told.steps().stream().filter(s -> told.reported() + s.hour() < end).toList();
        int opening = told.reported() < end ? 1 : 0;
        int since = 0;
        boolean waiting = opening > 0;
        for (int i = 0; waiting; i++) {
            boolean over = i == past.size();
            if (over || past.get(i).what() == What.REOPENED) {
                if (told.reported() + since + told.hours() < end) {
                    due.add(id + "#" + opening);
                    if (answered(past, i, since, told.hours())) {
                        inTime.add(id + "#" + opening);
                    }
                }
                waiting = !over;
                opening++;
                since = over ? since : past.get(i).hour();
            }
        }
    }

    /** Whether the first answer of the opening that ends with a step came in time. */
    private static boolean answered(List<Step> past, int end, int since, int hours) {
        int begin = end;
        while (begin > 0 && past.get(begin - 1).what() != What.REOPENED) {
            begin--;
        }
        for (Step step : past.subList(begin, end)) {
            if (step.what() == What.ANSWERED || step.what() == What.VISITED) {
                return step.hour() <= since + hours;
            }
        }
        return false;
    }

    @Property(tries = 300)
    void satisfactionEqualsARecountOfTheLastRatingsSinceTheOpening(
            @ForAll @Size(max = 6) List<@From("cases") Told> told,
            @ForAll @IntRange(min = 0, max = 7) int day,
            @ForAll @IntRange(min = 1, max = 5) int floor) {
        Map<String, Count> expected = new HashMap<>();
        for (int k = 0; k < told.size(); k++) {
            if (told.get(k).reported() < endOfDay(day)) {
                expected.put("K" + k, satisfaction(told.get(k), endOfDay(day), floor));
            }
        }

        Measurement measured =
                CaseMeasures.satisfaction(
                        day(day), new RatingFloor(floor, PLAN), histories(told), List.of());

        Map<String, Count> counts = new HashMap<>();
        measured.records().forEach((record, count) -> counts.put(record.id(), count));
        assertThat(counts).isEqualTo(expected);
        assertThat(measured.source()).isEqualTo(PLAN);
    }

    /** The last rating since it was opened, or without one the last answer that somebody gave. */
    private static Count satisfaction(Told told, int end, int floor) {
        int stars = 0;
        Count answered = Count.NOT_RATED;
        for (Step step : told.steps()) {
            boolean past = told.reported() + step.hour() < end;
            if (past && step.what() == What.RATED) {
                stars = step.stars();
            } else if (past && step.what() == What.REOPENED) {
                stars = 0;
                answered = Count.NOT_RATED;
            } else if (past && step.what() == What.ASKED) {
                answered =
                        switch (ANSWERS.get(step.stars())) {
                            case CONTENT -> Count.COUNTED;
                            case NOT_CONTENT -> Count.NOT_CONTENT;
                            case NOT_REACHED -> answered;
                        };
            }
        }
        return stars == 0 ? answered : stars < floor ? Count.BELOW_FLOOR : Count.COUNTED;
    }

    /** Of the ways in which a case can be rated, each was drawn. */
    @Property(tries = 1)
    void theCasesDrawnAreRatedInEveryWay() {
        Map<Count, Integer> reached = new HashMap<>();
        cases().list()
                .ofSize(200)
                .generator(1_000)
                .next(new Random(1))
                .value()
                .forEach(
                        told -> reached.merge(satisfaction(told, endOfDay(7), 3), 1, Integer::sum));

        assertThat(reached)
                .containsOnlyKeys(
                        Count.COUNTED, Count.BELOW_FLOOR, Count.NOT_CONTENT, Count.NOT_RATED);
        assertThat(reached.values()).allMatch(count -> count > 5);
    }

    @Example
    void aRatingFromBeforeAReopeningCountsForNothing() {
        Step rated = new Step(What.RATED, 1, 5);
        Step reopened = new Step(What.REOPENED, 2, 1);
        Step again = new Step(What.RATED, 3, 2);

        assertThat(satisfied(List.of(rated)).denominator()).hasSize(1);
        assertThat(satisfied(List.of(rated, reopened)).denominator()).isEmpty();
        assertThat(satisfied(List.of(rated, reopened)).excluded().values())
                .containsExactly(Count.NOT_RATED);
        assertThat(satisfied(List.of(rated, reopened, again)).denominator()).hasSize(1);
        assertThat(satisfied(List.of(rated, reopened, again)).numerator()).isEmpty();
    }

    private static Measurement satisfied(List<Step> steps) {
        return CaseMeasures.satisfaction(
                day(1),
                new RatingFloor(4, PLAN),
                histories(List.of(new Told(1, 0, steps))),
                List.of());
    }

    private static List<List<CaseEvent>> histories(List<Told> told) {
        List<List<CaseEvent>> histories = new ArrayList<>();
        for (int k = 0; k < told.size(); k++) {
            histories.add(told.get(k).events(k));
        }
        return histories;
    }

    private static Set<String> ids(Set<RecordId> records) {
        Set<String> ids = new HashSet<>();
        records.forEach(record -> ids.add(record.id()));
        return ids;
    }
}
