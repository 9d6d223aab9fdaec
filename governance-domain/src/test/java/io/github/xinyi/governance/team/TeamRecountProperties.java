package io.github.xinyi.governance.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.metrics.BodyMeasures;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.team.Assignment.Capacity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A team of 1+3+N that random commands have manned counts on a day as its seats, counted again one
 * by one, let it: terms that have ended, people in reserve and the serving firm's people among it.
 */
class TeamRecountProperties {

    private static final PersonId FIRM = TeamProperties.FIRM;
    private static final PersonId OTHER_FIRM = PersonId.of("OTHER");
    private static final List<Seat> SEATS =
            List.of(
                    Seat.in("联系指导员"),
                    new Seat("专业顾问", "法律"),
                    new Seat("专业顾问", "财务"),
                    new Seat("专业顾问", "工程"));

    @Property(tries = 200)
    void aTeamIsCompleteOnTheDaysOnWhichARecountOfItsSeatsSaysSo(@ForAll Random random) {
        judge(random, new TreeMap<>());
    }

    private static void judge(Random random, Map<String, Integer> reached) {
        boolean known = random.nextBoolean();
        Team team = manned(random, known);
        List<Set<PersonId>> firms = List.of(Set.of(), Set.of(OTHER_FIRM), Set.of(FIRM));
        for (int day = -1; day < TeamProperties.DAYS + 2; day++) {
            LocalDate today = TeamProperties.FIRST.plusDays(day);
            boolean told = random.nextInt(3) > 0;
            Set<PersonId> serving = told ? firms.get(random.nextInt(3)) : Set.of();
            Set<PersonId> all = new TreeSet<>(serving);
            if (known && day >= 0) {
                all.add(FIRM);
            }

            Measurement measured =
                    BodyMeasures.completeTeams(
                            today,
                            List.of(team),
                            told ? Map.of(team.community(), serving) : Map.of());

            Count expected = recount(team, today, all, told || !all.isEmpty());
            assertThat(measured.records())
                    .isEqualTo(Map.of(new RecordId(team.community(), team.id().value()), expected));
            reached.merge(expected.name(), 1, Integer::sum);
        }
    }

    private static Team manned(Random random, boolean known) {
        Team team = Team.from(List.of(TeamProperties.formed(known)));
        for (int i = 0; i < 60; i++) {
            Team before = team;
            Outcome<? extends TeamEvent> outcome =
                    random.nextInt(3) > 0
                            ? wanting(team, random)
                            : TeamProperties.anyCommand(team, random);
            team = outcome.fold(event -> before.after(event), ruling -> before);
        }
        return team;
    }

    /** Somebody who has no other seat comes where an instructor or an adviser may be wanting. */
    private static Outcome<TeamEvent> wanting(Team team, Random random) {
        int number = random.nextInt(SEATS.size());
        LocalDate from = TeamProperties.FIRST.plusDays(random.nextInt(TeamProperties.DAYS));
        Set<PersonId> employers =
                random.nextInt(6) > 0 ? Set.of() : Set.of(random.nextBoolean() ? FIRM : OTHER_FIRM);
        return team.assign(
                new Assignment(
                        SEATS.get(number),
                        new Candidate(
                                PersonId.of("W" + number),
                                new TreeSet<>(Set.of("镇街副职班子成员")),
                                new TreeSet<>(employers),
                                new TreeSet<>()),
                        Capacity.FULL_TIME,
                        new EffectivePeriod(
                                from, from.plusDays(1 + random.nextInt(TeamProperties.DAYS)))),
                Instant.EPOCH);
    }

    private static Count recount(Team team, LocalDate day, Set<PersonId> firms, boolean told) {
        List<Assignment> instructors = new ArrayList<>();
        List<Assignment> advisers = new ArrayList<>();
        for (Assignment own : team.on(day)) {
            if (own.capacity() != Capacity.RESERVE && own.seat().slot().equals("联系指导员")) {
                instructors.add(own);
            } else if (own.capacity() != Capacity.RESERVE && own.seat().slot().equals("专业顾问")) {
                advisers.add(own);
            }
        }
        Set<String> kinds = new TreeSet<>();
        advisers.forEach(adviser -> kinds.add(adviser.seat().kind()));
        boolean dependent =
                Stream.concat(
                                Stream.concat(instructors.stream(), advisers.stream()),
                                standIns(team, day))
                        .anyMatch(
                                a -> a.candidate().employers().stream().anyMatch(firms::contains));
        if (instructors.size() != 1 || advisers.size() != 3 || kinds.size() != 3 || dependent) {
            return Count.INCOMPLETE;
        }
        return told ? Count.COUNTED : Count.FIRM_NOT_KNOWN;
    }

    /** Whoever does the work of an instructor or an adviser that day. */
    private static Stream<Assignment> standIns(Team team, LocalDate day) {
        return team.substitutions().stream()
                .map(Substitution::assignment)
                .filter(a -> a.term().contains(day))
                .filter(a -> !a.seat().slot().equals("志愿者"));
    }

    @Property(tries = 1)
    void theTeamsReachEveryCount() {
        Map<String, Integer> reached = new TreeMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            judge(random, reached);
        }

        assertThat(List.of("COUNTED", "INCOMPLETE", "FIRM_NOT_KNOWN"))
                .allMatch(one -> reached.getOrDefault(one, 0) > 5, reached.toString());
    }
}
