package io.github.xinyi.governance.casework;

import static io.github.xinyi.governance.casework.Village.PLAN;
import static io.github.xinyi.governance.casework.Village.accepted;
import static io.github.xinyi.governance.casework.Village.at;
import static io.github.xinyi.governance.casework.Village.next;
import static io.github.xinyi.governance.casework.Village.refused;
import static io.github.xinyi.governance.casework.Village.unit;
import static io.github.xinyi.governance.casework.Village.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.Rating;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CaseId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.SquadId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.RatingFloor;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many homes: their visits and ratings are recorded several at once. */
class LargeCaseTest {

    private static final int AT_ONCE = Casework.MAX_UNITS_AT_ONCE;
    private static final EventCodec CODEC =
            EventCodec.of(CaseworkEvent.class).with(CaseworkChanges.all());

    private static Casework opened(int units, Ratio share) {
        CaseOpened opened =
                new CaseOpened(
                        Village.COMMUNITY,
                        Village.START,
                        CaseId.of("C-1"),
                        "外墙保温板维修",
                        CaseKind.REPAIR,
                        new TreeSet<>(),
                        Village.OFFICER,
                        new TreeSet<>(units(1, Math.min(units, AT_ONCE))),
                        new CaseworkTerms(
                                share, share, 1, "街道方案", CaseworkTerms.Reading.UNVERIFIED));
        Casework state = Casework.from(List.of(accepted(Casework.open(opened))));
        for (int from = AT_ONCE + 1; from <= units; from += AT_ONCE) {
            state =
                    next(
                            state,
                            state.concern(units(from, Math.min(units, from + AT_ONCE - 1)), at(1)));
        }
        return state;
    }

    private static SortedMap<UnitId, ContactResult> doors(int from, int to) {
        SortedMap<UnitId, ContactResult> doors = new TreeMap<>();
        IntStream.rangeClosed(from, to)
                .forEach(
                        i ->
                                doors.put(
                                        unit(i),
                                        i % 10 == 0
                                                ? ContactResult.OBJECTS
                                                : ContactResult.AGREES));
        return doors;
    }

    private static PersonId visitor(int squad) {
        return PersonId.of("V" + squad);
    }

    private static Casework asked(Casework opened, int units) {
        Casework state = opened;
        for (int squad = 0; squad * AT_ONCE < units; squad++) {
            int from = squad * AT_ONCE + 1;
            int to = Math.min(units, from + AT_ONCE - 1);
            SquadId id = SquadId.of("squad-" + squad);
            Casework now = state;
            Casework formed =
                    next(now, now.formSquad(id, Set.of(visitor(squad)), units(from, to), at(2)));
            state = next(formed, formed.visit(visitor(squad), doors(from, to), at(2)));
        }
        return state;
    }

    private static List<Rating> ratings(int from, int to) {
        List<Rating> ratings = new ArrayList<>();
        IntStream.rangeClosed(from, to)
                .forEach(
                        i ->
                                ratings.add(
                                        new Rating(
                                                PersonId.of("R" + i),
                                                new TreeSet<>(units(i, i)),
                                                1 + i % 5)));
        return ratings;
    }

    private static Casework finished(Casework asked) {
        Casework collected = next(asked, asked.collectOpinions(at(3)));
        Casework talked = next(collected, collected.consult(List.of("I1"), Village.DIGEST, at(4)));
        Casework planned = next(talked, talked.draw(PLAN, at(4)));
        Casework decided =
                next(planned, planned.decideBy("业主委员会", Village.DIGEST, PLAN.document(), at(5)));
        Casework whole = next(decided, decided.progress("完成", Ratio.of(1, 1), List.of(), at(6)));
        return next(whole, whole.finishWork(at(7)));
    }

    /** The defect: some 6,000 units were the practical end, and each visit copied all before it. */
    @Test
    @Timeout(300)
    void aCaseOfAHundredThousandUnitsIsCollectedAndClosedInSeconds() {
        int units = Casework.MAX_UNITS;
        Casework state = finished(asked(opened(units, Ratio.of(1, 1)), units));
        for (int from = 1; from <= units; from += AT_ONCE) {
            Casework now = state;
            state = next(now, now.rate(ratings(from, from + AT_ONCE - 1), at(8)));
        }
        Casework closed = next(state, state.close(at(9)));

        assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
        assertThat(closed.contact()).hasToString("100000/100000");
        assertThat(closed.ratedUnits()).hasSize(units);
        assertThat(closed.history()).hasSizeLessThan(1_000);
    }

    /** The work for one more visit does not grow with the visits before it. */
    @Test
    void manyAtOnceAndOneByOneComeToTheSame() {
        Casework opened = opened(40, Ratio.of(1, 2));
        Casework formed =
                next(
                        opened,
                        opened.formSquad(Village.SQUAD, Set.of(visitor(0)), units(1, 40), at(1)));
        Casework many = next(formed, formed.visit(visitor(0), doors(1, 30), at(2)));
        Casework single = formed;
        for (var door : doors(1, 30).entrySet()) {
            Casework now = single;
            single = next(now, now.visit(door.getKey(), visitor(0), door.getValue(), "", at(2)));
        }

        for (ContactResult result : ContactResult.values()) {
            assertThat(many.contact().with(result)).isEqualTo(single.contact().with(result));
        }
        assertThat(ContactCoverage.of(many.history())).hasToString("30/40");
        assertThat(many.contactOf(Village.SQUAD).orElseThrow()).hasToString("30/40");

        Casework manyRated = next(finished(many), finished(many).rate(ratings(1, 20), at(8)));
        Casework oneRated = finished(single);
        for (Rating one : ratings(1, 20)) {
            Casework now = oneRated;
            oneRated = next(now, now.rate(one.rater(), one.units(), one.rating(), at(8)));
        }
        assertThat(manyRated.ratings()).isEqualTo(oneRated.ratings());
        LocalDate day = LocalDate.of(2025, 6, 30);
        RatingFloor floor = new RatingFloor(4, new Source("某街道", Standing.INTERPRETATION));
        assertThat(CaseMeasures.squads(day, List.of(manyRated)).share()).contains(Ratio.of(1, 1));
        assertThat(CaseMeasures.contact(day, List.of(manyRated)).share())
                .contains(Ratio.of(30, 40));
        assertThat(CaseMeasures.satisfaction(day, floor, List.of(), List.of(manyRated)).share())
                .contains(Ratio.of(8, 20))
                .isEqualTo(
                        CaseMeasures.satisfaction(day, floor, List.of(), List.of(oneRated))
                                .share());
        assertThat(next(manyRated, manyRated.close(at(9))).stage()).isEqualTo(Stage.CLOSED);
        assertThat(Casework.from(manyRated.history())).isEqualTo(manyRated);
        assertThat(manyRated.history().stream().map(CODEC::encode).map(CODEC::decode))
                .allMatch(read -> read.isAccepted());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "499, 0", "500, 0", "501, 1"})
    void namesFiveHundredUnitsAtOnceAtMost(int units, int faults) {
        Casework opened = opened(600, Ratio.of(0, 1));
        Casework formed =
                next(
                        opened,
                        opened.formSquad(Village.SQUAD, Set.of(visitor(0)), units(1, 600), at(1)));

        assertThat(refused(formed.visit(visitor(0), doors(1, units), at(2)))).hasSize(faults);
        assertThat(refused(finished(formed).rate(ratings(1, units), at(8)))).hasSize(faults);
    }

    @Test
    void judgesEachUnitOfManyAsIfItCameAlone() {
        Casework opened = opened(20, Ratio.of(0, 1));
        Casework formed =
                next(
                        opened,
                        opened.formSquad(Village.SQUAD, Set.of(visitor(0)), units(1, 10), at(1)));

        assertThat(refused(formed.visit(visitor(0), doors(10, 12), at(2))))
                .containsExactly("visitor-of-squad", "visitor-of-squad");
        assertThat(refused(formed.visit(visitor(0), doors(21, 21), at(2))))
                .containsExactly("unit-of-case", "visitor-of-squad");
        Casework done = finished(formed);
        assertThat(refused(done.rate(Collections.nCopies(2, ratings(1, 1).get(0)), at(8))))
                .containsExactly("units-at-once", "unit-rated-once", "rating");
        assertThat(
                        refused(
                                done.rate(
                                        List.of(
                                                ratings(1, 1).get(0),
                                                new Rating(
                                                        PersonId.of("R1"),
                                                        new TreeSet<>(units(2, 2)),
                                                        4)),
                                        at(8))))
                .containsExactly("rating");
    }
}
