package io.github.xinyi.governance.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.sheet.SheetFile;
import io.github.xinyi.governance.team.Assignment.Capacity;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is asked of a team, its seats and its history hold. */
class TeamProperties {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int DAYS = 20;
    static final PersonId FIRM = PersonId.of("FIRM");

    private static TeamEvent formed() {
        return formed(true);
    }

    /** With the contract under which the firm serves, or without any. */
    static TeamEvent formed(boolean withContract) {
        ServiceContract contract = new ServiceContract("HT-1", FIRM, EffectivePeriod.from(FIRST));
        return Team.form(
                        CommunityId.of("C"),
                        TeamId.of("T"),
                        TeamPattern.onePlusThreePlusN(),
                        withContract ? List.of(contract) : List.of(),
                        Instant.EPOCH)
                .orElseThrow(r -> new IllegalStateException(r.toString()));
    }

    @Property(tries = 300)
    void noDayEverHasMorePeopleThanSeatsAndHistoryReplays(@ForAll Random random) {
        List<TeamEvent> history = new ArrayList<>();
        history.add(formed());
        Team team = Team.from(history);
        for (int i = 0; i < 60; i++) {
            Team before = team;
            Outcome<? extends TeamEvent> outcome = anyCommand(team, random);
            team =
                    outcome.fold(
                            event -> {
                                history.add(event);
                                return before.after(event);
                            },
                            ruling -> before);
        }

        assertThat(Team.from(history)).isEqualTo(team);
        for (int day = 0; day < DAYS; day++) {
            assertSeatsHold(team, FIRST.plusDays(day));
        }
    }

    /** Counted again from what was declared last of each person, for every day and seat. */
    @Property(tries = 300)
    void whoWorksForTheServingFirmIsNamedOnEveryDay(@ForAll Random random) {
        List<TeamEvent> history = new ArrayList<>(List.of(formed()));
        Team team = Team.from(history);
        for (int i = 0; i < 60; i++) {
            Team before = team;
            Outcome<? extends TeamEvent> outcome =
                    i % 3 == 0 ? declaration(team, random) : anyCommand(team, random);
            outcome.fold(history::add, ruling -> false);
            team = outcome.fold(before::after, ruling -> before);
        }

        assertThat(Team.from(history)).isEqualTo(team);
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = FIRST.plusDays(day);
            Set<String> expected = new TreeSet<>();
            for (String slot : List.of("联系指导员", "专业顾问")) {
                for (PersonId person : doing(history, team, slot, on)) {
                    if (worksForFirm(history, person, on)) {
                        expected.add(slot + " " + person);
                    }
                }
            }
            assertThat(team.conflicts(on))
                    .allMatch(conflict -> conflict.firms().equals(Set.of(FIRM)))
                    .extracting(conflict -> conflict.slot() + " " + conflict.person())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(team.composition(on).notMet())
                    .filteredOn(finding -> finding.rule().equals(TeamRule.INDEPENDENT.code()))
                    .extracting(f -> f.evidence().get("slot") + " " + f.evidence().get("person"))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Outcome<TeamEvent> declaration(Team team, Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        return team.declareEmployment(
                PersonId.of("P" + random.nextInt(6)),
                random.nextInt(3) == 0 ? PersonId.of("OTHER") : FIRM,
                new EffectivePeriod(from, from.plusDays(1 + random.nextInt(DAYS))),
                PersonId.of("CLERK"),
                Instant.EPOCH);
    }

    /** The holders of a slot, and who stands in for one of them. */
    private static Set<PersonId> doing(
            List<TeamEvent> history, Team team, String slot, LocalDate day) {
        Set<PersonId> doing = new TreeSet<>();
        team.on(day).stream()
                .filter(a -> a.capacity() != Capacity.RESERVE && a.seat().slot().equals(slot))
                .forEach(a -> doing.add(a.candidate().person()));
        history.stream()
                .filter(TeamEvent.SubstituteAssigned.class::isInstance)
                .map(event -> ((TeamEvent.SubstituteAssigned) event).assignment())
                .map(a -> a.candidate().person())
                .filter(person -> team.serves(person, slot, day))
                .forEach(doing::add);
        return doing;
    }

    private static boolean worksForFirm(List<TeamEvent> history, PersonId person, LocalDate day) {
        return history.stream()
                .filter(TeamEvent.EmploymentDeclared.class::isInstance)
                .map(TeamEvent.EmploymentDeclared.class::cast)
                .filter(e -> e.person().equals(person) && e.employer().equals(FIRM))
                .reduce((earlier, later) -> later)
                .filter(last -> last.term().contains(day))
                .isPresent();
    }

    /** Who served when something was done, as far as the record went, is known to have served. */
    @Property(tries = 1)
    void whatWasDoneInASlotIsOfTheRecordWhateverIsRecordedLater() {
        int shortened = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Team team = Team.from(List.of(formed()));
            List<Served> served = new ArrayList<>();
            for (int second = 1; second <= 60; second++) {
                Team before = team;
                Instant at = Instant.EPOCH.plusSeconds(second);
                team = anyCommand(team, random, at).fold(before::after, ruling -> before);
                served.addAll(servingOn(team, FIRST.plusDays(random.nextInt(DAYS)), at));
            }

            for (Served one : served) {
                assertThat(team.served(one.person(), one.slot(), one.day(), one.at())).isTrue();
                shortened += team.serves(one.person(), one.slot(), one.day()) ? 0 : 1;
            }
            assertThat(team.served(FIRM, "志愿者", FIRST, Instant.EPOCH)).isFalse();
        }
        assertThat(shortened).as("served by the record of then alone").isGreaterThan(100);
    }

    private static List<Served> servingOn(Team team, LocalDate day, Instant at) {
        List<Served> serving = new ArrayList<>();
        for (PersonId person : team.serving(day)) {
            for (Slot slot : team.pattern().slots()) {
                if (team.serves(person, slot.id(), day)) {
                    serving.add(new Served(person, slot.id(), day, at));
                }
            }
        }
        return serving;
    }

    private record Served(PersonId person, String slot, LocalDate day, Instant at) {}

    /** From wherever a team has come to, nobody is held in a seat against their will. */
    @Property(tries = 300)
    void everybodyCanLeaveAndTheHistoryStillReplays(@ForAll Random random) {
        List<TeamEvent> history = new ArrayList<>();
        history.add(formed());
        Team team = Team.from(history);
        for (int i = 0; i < 60; i++) {
            Team before = team;
            Outcome<? extends TeamEvent> outcome = anyCommand(team, random);
            outcome.fold(history::add, ruling -> false);
            team = outcome.fold(before::after, ruling -> before);
        }

        for (Optional<Assignment> held = longer(team); held.isPresent(); held = longer(team)) {
            Assignment leaving = held.get();
            TeamEvent left =
                    team.end(
                                    leaving.candidate().person(),
                                    leaving.seat().slot(),
                                    leaving.term().startInclusive().plusDays(1),
                                    Reason.RESIGNED,
                                    Instant.EPOCH)
                            .orElseThrow(r -> new IllegalStateException(r.toString()));
            history.add(left);
            team = team.after(left);
        }

        assertThat(Team.from(history)).isEqualTo(team);
        for (int day = 0; day < DAYS; day++) {
            assertSeatsHold(team, FIRST.plusDays(day));
        }
    }

    /** Somebody who is there for more than a day. */
    private static Optional<Assignment> longer(Team team) {
        return team.assignments().stream()
                .filter(
                        a ->
                                a.term()
                                        .startInclusive()
                                        .plusDays(1)
                                        .isBefore(a.term().endExclusive()))
                .findFirst();
    }

    @Property(tries = 500)
    void anyTableIsAnswered(@ForAll byte[] bytes, @ForAll String row) {
        String header = "岗位,最少,最多,兼任小区上限,资格,类别,互斥岗位,独立性,来源,依据\n";
        List<SheetFile> files =
                List.of(
                        SheetFile.utf8("fuzz", bytes),
                        SheetFile.utf8("fuzz", (header + row).getBytes(StandardCharsets.UTF_8)));

        for (SheetFile file : files) {
            assertThat(TeamPattern.read("甲", file)).isNotNull();
            assertThat(HouseholdBounds.read(file)).isNotNull();
        }
    }

    /** Counted again day by day from who sits there, without the code that judges assignments. */
    private static void assertSeatsHold(Team team, LocalDate day) {
        List<Assignment> seated =
                team.on(day).stream().filter(a -> a.capacity() != Capacity.RESERVE).toList();
        for (Slot slot : team.pattern().slots()) {
            List<Assignment> here =
                    seated.stream().filter(a -> a.seat().slot().equals(slot.id())).toList();
            assertThat(here).hasSizeLessThanOrEqualTo(slot.seats().most());
            assertThat(here).extracting(a -> a.candidate().person()).doesNotHaveDuplicates();
        }
        Set<PersonId> instructors = personsIn(seated, "联系指导员");
        assertThat(personsIn(seated, "专业顾问")).noneMatch(p -> instructors.contains(p));
        assertThat(seated)
                .filteredOn(a -> !a.seat().slot().equals("志愿者"))
                .noneMatch(a -> a.candidate().employers().contains(FIRM));
        assertThat(team.serving(day)).hasSizeLessThanOrEqualTo(seated.size());
    }

    private static Set<PersonId> personsIn(List<Assignment> seated, String slot) {
        Set<PersonId> persons = new TreeSet<>();
        seated.stream()
                .filter(a -> a.seat().slot().equals(slot))
                .forEach(a -> persons.add(a.candidate().person()));
        return persons;
    }

    static Outcome<? extends TeamEvent> anyCommand(Team team, Random random) {
        return anyCommand(team, random, Instant.EPOCH);
    }

    private static Outcome<? extends TeamEvent> anyCommand(Team team, Random random, Instant at) {
        PersonId person = PersonId.of("P" + random.nextInt(6));
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate until = from.plusDays(1 + random.nextInt(DAYS));
        List<String> slots = List.of("联系指导员", "专业顾问", "志愿者");
        String slot = slots.get(random.nextInt(slots.size()));
        String kind = slot.equals("专业顾问") ? List.of("法律", "财务", "工程").get(random.nextInt(3)) : "";
        Candidate candidate =
                new Candidate(
                        person,
                        new TreeSet<>(Set.of("镇街副职班子成员", "退休党员")),
                        random.nextInt(5) == 0 ? new TreeSet<>(Set.of(FIRM)) : new TreeSet<>(),
                        new TreeSet<>());
        Capacity capacity = List.of(Capacity.values()).get(random.nextInt(3));
        Assignment assignment =
                new Assignment(
                        new Seat(slot, kind),
                        candidate,
                        capacity,
                        new EffectivePeriod(from, until));
        return switch (random.nextInt(4)) {
            case 0 -> team.end(person, slot, until, Reason.RESIGNED, at);
            case 1 ->
                    capacity == Capacity.RESERVE
                            ? team.countHouseholds(random.nextInt(), from, at)
                            : team.substitute(assignment, PersonId.of("P" + random.nextInt(6)), at);
            default -> team.assign(assignment, at);
        };
    }
}
