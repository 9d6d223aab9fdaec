package io.github.xinyi.governance.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseOpened;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultsRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsConcerned;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsVisited;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.metrics.CaseMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RatingFloor;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.team.Source;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What is measured of a case that random commands have brought to any stage, opened again and taken
 * back to the owners among it, is what its record says line by line, with why each record counts.
 */
class CaseRecountProperties {

    private static final Source PLAN = new Source("街道方案", Standing.UNVERIFIED);
    private static final Set<ContactResult> REACHED =
            Set.of(ContactResult.AGREES, ContactResult.OBJECTS, ContactResult.UNDECIDED);

    /** The counts of one case by the end of a day, kept line by line. */
    private static final class Recount {

        private final Map<String, Count> contact = new HashMap<>();
        private final Map<String, Count> squads = new HashMap<>();
        private final Map<String, Count> disclosure = new HashMap<>();
        private final Map<String, Count> settlement = new HashMap<>();
        private final Set<String> agreed = new HashSet<>();
        private final Map<UnitId, String> squadOf = new HashMap<>();
        private final Map<PersonId, Integer> stars = new TreeMap<>();
        private int anew;

        Recount(List<CaseworkEvent> history, LocalDate day) {
            history.stream()
                    .filter(e -> !e.occurredAt().atZone(Meeting.ZONE).toLocalDate().isAfter(day))
                    .forEach(this::line);
        }

        private void line(CaseworkEvent event) {
            if (event instanceof CaseOpened opened) {
                opened.units().forEach(unit -> contact.put("C-1/" + unit, Count.NOT_REACHED));
            } else if (event instanceof UnitsConcerned more) {
                more.units().forEach(unit -> contact.put("C-1/" + unit, Count.NOT_REACHED));
            } else if (event instanceof SquadFormed squad) {
                squads.put("C-1/" + squad.squad(), Count.NO_VISIT);
                squad.units().forEach(unit -> squadOf.put(unit, "C-1/" + squad.squad()));
            } else if (event instanceof UnitVisited visit) {
                visited(visit);
            } else if (event instanceof UnitsVisited round) {
                round.visits().forEach(this::visited);
            } else if (event instanceof ItemsConsulted consulted) {
                consulted.items().forEach(i -> disclosure.put("C-1/" + i, Count.NOT_DISCLOSED));
            } else if (event instanceof ItemDisclosed disclosed) {
                disclosure.put("C-1/" + disclosed.item(), Count.COUNTED);
            } else if (event instanceof DisputeRaised raised) {
                String id = raised.dispute().value();
                settlement.put(id, settlement.containsKey(id) ? Count.REOPENED : Count.OPEN);
                agreed.remove(id);
            } else if (event instanceof DisputeEnded ended) {
                String id = ended.dispute().value();
                if (ended.ending() == Ending.AGREEMENT) {
                    agreed.add(id);
                } else {
                    settlement.put(id, Count.WITHOUT_AGREEMENT);
                }
            } else if (event instanceof CaseClosed) {
                agreed.forEach(id -> settlement.put(id, Count.COUNTED));
            } else if (event instanceof ResultRated one) {
                assertThat(stars.put(one.rater(), one.rating())).isNull();
            } else if (event instanceof ResultsRated many) {
                many.each().forEach(this::line);
            } else if (event instanceof CaseReopened || event instanceof OwnersDecisionRevoked) {
                anew += stars.isEmpty() ? 0 : 1;
                stars.clear();
            }
        }

        private void visited(UnitVisited visit) {
            squads.put(String.valueOf(squadOf.get(visit.unit())), Count.COUNTED);
            if (REACHED.contains(visit.result())) {
                contact.put("C-1/" + visit.unit(), Count.COUNTED);
            }
        }
    }

    @Property(tries = 150)
    void visitsItemsAndDisputesCountAsTheRecordTellsThem(@ForAll Random random) {
        CaseCourse course = CaseCourse.of(random);
        judge(course, anyDay(course, random));
    }

    private static LocalDate anyDay(CaseCourse course, Random random) {
        long days = course.today().toEpochDay() - day(Village.at(0)).toEpochDay();
        return day(Village.at(0)).plusDays(random.nextInt((int) days + 3) - 1L);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Meeting.ZONE).toLocalDate();
    }

    private static void judge(CaseCourse course, LocalDate day) {
        List<Casework> cases = List.of(course.state());
        Recount recount = new Recount(course.state().history(), day);

        assertThat(counts(CaseMeasures.contact(day, cases))).isEqualTo(recount.contact);
        assertThat(counts(CaseMeasures.squads(day, cases))).isEqualTo(recount.squads);
        assertThat(counts(CaseMeasures.disclosure(day, cases))).isEqualTo(recount.disclosure);
        assertThat(counts(CaseMeasures.settlement(day, List.of(), cases)))
                .isEqualTo(recount.settlement);
    }

    /** Each person has one rating at a time; what was rated before it all began anew is over. */
    @Property(tries = 150)
    void ratingsCountOnceForEachPersonSinceTheWorkBeganAnew(@ForAll Random random) {
        CaseCourse course = CaseCourse.of(random);
        judgeRatings(course, anyDay(course, random), 1 + random.nextInt(5));
    }

    private static void judgeRatings(CaseCourse course, LocalDate day, int floor) {
        Map<PersonId, Integer> stars = new Recount(course.state().history(), day).stars;

        Measurement measured =
                CaseMeasures.satisfaction(
                        day, new RatingFloor(floor, PLAN), List.of(), List.of(course.state()));

        assertThat(measured.denominator()).hasSameSizeAs(stars.keySet());
        assertThat(measured.numerator())
                .hasSize((int) stars.values().stream().filter(own -> own >= floor).count());
        assertThat(measured.missing().values()).allMatch(Count.BELOW_FLOOR::equals);
    }

    private static Map<String, Count> counts(Measurement measured) {
        Map<String, Count> counts = new HashMap<>();
        for (Map.Entry<RecordId, Count> one : measured.records().entrySet()) {
            assertThat(one.getKey().community()).isEqualTo(Village.COMMUNITY);
            counts.put(one.getKey().id(), one.getValue());
        }
        return counts;
    }

    /** Every reason for which a record of a case can count was counted again. */
    @Property(tries = 1)
    void theCoursesReachEveryCountOfACase() {
        Map<String, Integer> reached = new TreeMap<>();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            CaseCourse course = CaseCourse.of(random);
            Recount recount = new Recount(course.state().history(), anyDay(course, random));
            count("contact", recount.contact, reached);
            count("squads", recount.squads, reached);
            count("disclosure", recount.disclosure, reached);
            count("settlement", recount.settlement, reached);
            recount.stars.values().forEach(one -> reached.merge("stars " + one, 1, Integer::sum));
            reached.merge("rated anew", recount.anew, Integer::sum);
        }

        List<String> every =
                List.of(
                        "contact COUNTED",
                        "contact NOT_REACHED",
                        "squads COUNTED",
                        "squads NO_VISIT",
                        "disclosure COUNTED",
                        "disclosure NOT_DISCLOSED",
                        "settlement COUNTED",
                        "settlement OPEN",
                        "settlement REOPENED",
                        "settlement WITHOUT_AGREEMENT",
                        "stars 1",
                        "stars 2",
                        "stars 3",
                        "stars 4",
                        "stars 5",
                        "rated anew");
        assertThat(every).allMatch(one -> reached.getOrDefault(one, 0) > 5, reached.toString());
    }

    private static void count(
            String metric, Map<String, Count> counts, Map<String, Integer> reached) {
        counts.values().forEach(own -> reached.merge(metric + " " + own, 1, Integer::sum));
    }
}
