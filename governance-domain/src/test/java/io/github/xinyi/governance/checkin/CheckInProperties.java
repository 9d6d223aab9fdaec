package io.github.xinyi.governance.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemCompleted;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemRegistered;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceItemReopened;
import io.github.xinyi.governance.checkin.CheckInEvent.ServiceTimeRecorded;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamDissolved;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInEvent.UnitCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.UnitWithdrawn;
import io.github.xinyi.governance.checkin.CheckInEvent.VolunteerJoined;
import io.github.xinyi.governance.checkin.CheckInEvent.VolunteerLeft;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.metrics.ServiceMeasures;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random commands of few persons, teams and items, so that collisions are common. */
class CheckInProperties {

    private static final CommunityId DISTRICT = CommunityId.of("D1");
    private static final int COMMANDS = 300;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final Instant OVER = Instant.parse("2025-02-01T00:00:00Z");
    private static final Wording SECRET = new Wording("不公开的文字");
    private static final ServiceKind KIND = new ServiceKind("管道问题");
    private static final ServiceKind OTHER_KIND = new ServiceKind("电路问题");

    private static List<CheckInEvent> history(Random random) {
        List<CheckInEvent> history = new ArrayList<>();
        CheckInRegister state = CheckInRegister.from(DISTRICT, List.of());
        for (int i = 0; i < COMMANDS; i++) {
            CheckInEvent event = any(random, START.plusDays(i / 10));
            if (state.propose(event).isAccepted()) {
                state = state.after(event);
                history.add(event);
            }
        }
        return history;
    }

    private static CheckInEvent any(Random random, LocalDate today) {
        LocalDate day = today.minusDays(random.nextInt(3));
        Instant now = today.atTime(23, 0).atZone(Meeting.ZONE).toInstant();
        CommunityId place = CommunityId.of("C" + random.nextInt(2));
        PersonId person = PersonId.of("PM" + random.nextInt(4));
        OrganizationId unit = OrganizationId.of("ORG" + random.nextInt(2));
        VolunteerTeamId team = VolunteerTeamId.of("Q" + random.nextInt(3));
        ServiceItemId item = ServiceItemId.of("F" + random.nextInt(5));
        return switch (random.nextInt(19)) {
            case 0 -> new MemberCheckedIn(DISTRICT, place, person, day, now);
            case 1 -> new MemberMoved(DISTRICT, place, person, day, now);
            case 2 -> new MemberWithdrawn(DISTRICT, place, person, day, now);
            case 3 -> new UnitCheckedIn(DISTRICT, place, unit, day, now);
            case 4 -> new UnitWithdrawn(DISTRICT, place, unit, day, now);
            case 5 -> new TeamFounded(DISTRICT, place, team, SECRET, day, now);
            case 6 ->
                    random.nextInt(8) == 0
                            ? new TeamDissolved(DISTRICT, place, team, day, now)
                            : new VolunteerJoined(DISTRICT, place, team, person, day, now);
            case 7, 8 -> new VolunteerJoined(DISTRICT, place, team, person, day, now);
            case 9 ->
                    random.nextInt(4) == 0
                            ? new VolunteerLeft(DISTRICT, place, team, person, day, now)
                            : new VolunteerJoined(DISTRICT, place, team, person, day, now);
            case 10, 11 ->
                    new ServiceItemRegistered(
                            DISTRICT,
                            place,
                            item,
                            random.nextInt(4) == 0 ? OTHER_KIND : KIND,
                            SECRET,
                            team,
                            day,
                            now);
            case 12 -> new ServiceItemCompleted(DISTRICT, place, item, day, now);
            case 13 -> new ServiceItemReopened(DISTRICT, place, item, SECRET, day, now);
            default -> {
                Instant from =
                        day.atTime(random.nextInt(6), 10 * random.nextInt(6))
                                .atZone(Meeting.ZONE)
                                .toInstant();
                Instant until = from.plusSeconds(600L * random.nextInt(12));
                yield new ServiceTimeRecorded(
                        DISTRICT, place, team, person, item, from, until, now);
            }
        };
    }

    @Property(tries = 200)
    void aHistoryReplaysToTheSameState(@ForAll Random random) {
        List<CheckInEvent> history = history(random);
        CheckInRegister grown = CheckInRegister.from(DISTRICT, List.of());
        for (CheckInEvent event : history) {
            grown = grown.after(event);
        }
        CheckInRegister replayed = CheckInRegister.from(DISTRICT, history);

        assertThat(replayed.items()).isEqualTo(grown.items());
        for (LocalDate day = START; day.isBefore(START.plusDays(31)); day = day.plusDays(1)) {
            assertThat(replayed.membersOn(day)).isEqualTo(grown.membersOn(day));
            assertThat(replayed.unitsOn(day)).isEqualTo(grown.unitsOn(day));
            assertThat(replayed.teamsOn(day)).isEqualTo(grown.teamsOn(day));
        }
    }

    /** A stay from a day up to another, as the events themselves tell it. */
    private static final class Told<K> {

        private final Map<K, List<LocalDate[]>> stays = new HashMap<>();

        void from(K key, LocalDate day) {
            List<LocalDate[]> all = stays.computeIfAbsent(key, k -> new ArrayList<>());
            assertThat(all).allMatch(stay -> !stay[1].isAfter(day));
            all.add(new LocalDate[] {day, LocalDate.MAX});
        }

        void until(K key, LocalDate day) {
            LocalDate[] last = last(key);
            assertThat(last[1]).isEqualTo(LocalDate.MAX);
            assertThat(last[0]).isBefore(day);
            last[1] = day;
        }

        LocalDate[] last(K key) {
            List<LocalDate[]> all = stays.getOrDefault(key, List.of());
            assertThat(all).isNotEmpty();
            return all.get(all.size() - 1);
        }

        boolean on(K key, LocalDate day) {
            return stays.getOrDefault(key, List.of()).stream()
                    .anyMatch(stay -> !stay[0].isAfter(day) && stay[1].isAfter(day));
        }
    }

    /** Read from the record alone: no stay, team, item or hour comes out of its turn. */
    @Property(tries = 200)
    void nothingIsRecordedOutOfItsTurn(@ForAll Random random) {
        Told<Object> told = new Told<>();
        Map<PersonId, CommunityId> places = new HashMap<>();
        Map<ServiceItemId, VolunteerTeamId> items = new HashMap<>();
        for (CheckInEvent event : history(random)) {
            if (event instanceof MemberCheckedIn in) {
                told.from(in.member(), in.checkedInOn());
                places.put(in.member(), in.place());
            } else if (event instanceof MemberMoved moved) {
                told.until(moved.member(), moved.movedOn());
                told.from(moved.member(), moved.movedOn());
                assertThat(places.put(moved.member(), moved.place())).isNotEqualTo(moved.place());
            } else if (event instanceof MemberWithdrawn out) {
                told.until(out.member(), out.withdrawnOn());
                assertThat(places.remove(out.member())).isEqualTo(out.place());
            } else if (event instanceof UnitCheckedIn in) {
                told.from(in.unit(), in.checkedInOn());
            } else if (event instanceof UnitWithdrawn out) {
                told.until(out.unit(), out.withdrawnOn());
            } else if (event instanceof TeamFounded founded) {
                assertThat(told.stays).doesNotContainKey(founded.team());
                told.from(founded.team(), founded.foundedOn());
            } else if (event instanceof TeamDissolved gone) {
                told.until(gone.team(), gone.dissolvedOn());
            } else if (event instanceof VolunteerJoined joined) {
                assertThat(told.on(joined.team(), joined.joinedOn())).isTrue();
                told.from(List.of(joined.team(), joined.volunteer()), joined.joinedOn());
            } else if (event instanceof VolunteerLeft left) {
                told.until(List.of(left.team(), left.volunteer()), left.leftOn());
            } else if (event instanceof ServiceItemRegistered item) {
                assertThat(told.stays).containsKey(item.team());
                assertThat(items.put(item.item(), item.team())).isNull();
                told.from(item.item(), item.registeredOn());
            } else if (event instanceof ServiceItemCompleted done) {
                LocalDate[] stay = told.last(done.item());
                assertThat(stay[1]).isEqualTo(LocalDate.MAX);
                stay[1] = done.completedOn();
            } else if (event instanceof ServiceItemReopened again) {
                told.from(again.item(), again.reopenedOn());
            } else if (event instanceof ServiceTimeRecorded time) {
                LocalDate day = time.startedAt().atZone(Meeting.ZONE).toLocalDate();
                assertThat(told.on(time.team(), day)).isTrue();
                assertThat(told.on(List.of(time.team(), time.volunteer()), day)).isTrue();
                assertThat(items.get(time.item())).isEqualTo(time.team());
            }
        }
    }

    /** From wherever the register has come to, every item is solved and everybody can leave. */
    @Property(tries = 200)
    void everyItemEndsAndEverybodyCanLeave(@ForAll Random random) {
        CheckInRegister register = CheckInRegister.from(DISTRICT, history(random));
        LocalDate day = START.plusDays(60);
        Instant now = day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();

        for (ServiceItem item : List.copyOf(register.items().values())) {
            if (!item.isSolved()) {
                register =
                        must(
                                register,
                                new ServiceItemCompleted(
                                        DISTRICT,
                                        item.registered().place(),
                                        item.registered().item(),
                                        day,
                                        now));
            }
        }
        for (Map.Entry<PersonId, CommunityId> member : register.membersOn(day).entrySet()) {
            register =
                    must(
                            register,
                            new MemberWithdrawn(
                                    DISTRICT, member.getValue(), member.getKey(), day, now));
        }
        for (Map.Entry<OrganizationId, CommunityId> unit : register.unitsOn(day).entrySet()) {
            register =
                    must(
                            register,
                            new UnitWithdrawn(DISTRICT, unit.getValue(), unit.getKey(), day, now));
        }
        for (VolunteerTeam team : register.teamsOn(day)) {
            register =
                    must(
                            register,
                            new TeamDissolved(
                                    DISTRICT,
                                    team.founded().place(),
                                    team.founded().team(),
                                    day,
                                    now));
        }

        assertThat(register.items().values()).allMatch(ServiceItem::isSolved);
        assertThat(register.membersOn(day)).isEmpty();
        assertThat(register.unitsOn(day)).isEmpty();
        assertThat(register.teamsOn(day)).isEmpty();
    }

    private static CheckInRegister must(CheckInRegister register, CheckInEvent event) {
        return register.after(
                register.propose(event)
                        .orElseThrow(r -> new IllegalStateException(event + ": " + r.notMet())));
    }

    @Property(tries = 200)
    void everyMinuteOfAPersonCountsOnce(@ForAll Random random) {
        List<CheckInEvent> history = history(random);
        CheckInRegister register = CheckInRegister.from(DISTRICT, history);
        Map<PersonId, Set<Long>> worked = new HashMap<>();
        for (CheckInEvent event : history) {
            if (event instanceof ServiceTimeRecorded time) {
                for (long s = time.startedAt().getEpochSecond();
                        s < time.endedAt().getEpochSecond();
                        s += 60) {
                    worked.computeIfAbsent(time.volunteer(), p -> new HashSet<>()).add(s / 60);
                }
            }
        }

        worked.forEach(
                (person, minutes) ->
                        assertThat(register.minutes(person)).isEqualTo(minutes.size()));
    }

    @Property(tries = 200)
    void aDayHasWhatANaiveRecountOfTheEventsHas(@ForAll Random random) {
        List<CheckInEvent> history = history(random);
        CheckInRegister register = CheckInRegister.from(DISTRICT, history);
        LocalDate last = START.plusDays(40);
        Map<PersonId, CommunityId> places = new HashMap<>();
        Map<ServiceItemId, Integer> turns = new HashMap<>();
        for (CheckInEvent event : history) {
            if (event instanceof MemberCheckedIn in) {
                places.put(in.member(), in.place());
            } else if (event instanceof MemberMoved moved) {
                places.put(moved.member(), moved.place());
            } else if (event instanceof MemberWithdrawn out) {
                places.remove(out.member());
            } else if (event instanceof ServiceItemCompleted done) {
                turns.put(done.item(), 1);
            } else if (event instanceof ServiceItemReopened again) {
                turns.put(again.item(), 0);
            }
        }

        assertThat(register.membersOn(last)).isEqualTo(places);
        assertThat(register.solved(KIND, last).size() + register.solved(OTHER_KIND, last).size())
                .isEqualTo(turns.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Every event paints all days from its own on; what a day looks like then is what counts. */
    private static final class Painted<K> {

        private final Map<K, CommunityId> known = new HashMap<>();
        private final Map<K, CommunityId> present = new HashMap<>();
        private final LocalDate day;

        Painted(LocalDate day) {
            this.day = day;
        }

        void here(K who, CommunityId place, LocalDate from) {
            if (from.compareTo(day) <= 0) {
                known.put(who, place);
                present.put(who, place);
            }
        }

        void gone(K who, LocalDate from) {
            if (from.compareTo(day) <= 0) {
                present.remove(who);
            }
        }

        /** Where each is, or was last, and why those who are not there do not count. */
        void equalTo(Measurement measured, Function<K, Count> missing) {
            Map<RecordId, Count> expected = new HashMap<>();
            known.forEach(
                    (who, place) ->
                            expected.put(
                                    new RecordId(place, who.toString()),
                                    present.containsKey(who) ? Count.COUNTED : missing.apply(who)));
            assertThat(measured.records()).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void theMembersMeasuredAreThoseOfARecount(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 31) int days) {
        members(history(random), START.plusDays(days));
    }

    private static Measurement members(List<CheckInEvent> history, LocalDate day) {
        Painted<PersonId> painted = new Painted<>(day);
        for (CheckInEvent event : history) {
            if (event instanceof MemberCheckedIn in) {
                painted.here(in.member(), in.place(), in.checkedInOn());
            } else if (event instanceof MemberMoved moved) {
                painted.here(moved.member(), moved.place(), moved.movedOn());
            } else if (event instanceof MemberWithdrawn out) {
                painted.gone(out.member(), out.withdrawnOn());
            }
        }

        Measurement measured = ServiceMeasures.checkIns(day, DISTRICT, history);
        painted.equalTo(measured, who -> Count.WITHDRAWN);
        return measured;
    }

    @Property(tries = 200)
    void theTeamsMeasuredAreThoseOfARecount(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 31) int days) {
        teams(history(random), START.plusDays(days));
    }

    private static Measurement teams(List<CheckInEvent> history, LocalDate day) {
        Painted<VolunteerTeamId> painted = new Painted<>(day);
        for (CheckInEvent event : history) {
            if (event instanceof TeamFounded founded) {
                painted.here(founded.team(), founded.place(), founded.foundedOn());
            } else if (event instanceof TeamDissolved gone) {
                painted.gone(gone.team(), gone.dissolvedOn());
            }
        }

        Measurement measured = ServiceMeasures.teams(day, DISTRICT, history);
        painted.equalTo(measured, team -> Count.DISSOLVED);
        return measured;
    }

    @Property(tries = 200)
    void theItemsMeasuredAreThoseOfARecount(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 31) int days) {
        List<CheckInEvent> history = history(random);
        for (ServiceKind kind : List.of(KIND, OTHER_KIND)) {
            items(history, kind, START.plusDays(days));
        }
    }

    private static Measurement items(List<CheckInEvent> history, ServiceKind kind, LocalDate day) {
        Map<ServiceItemId, CommunityId> served = new HashMap<>();
        Set<ServiceItemId> turned = new HashSet<>();
        Painted<ServiceItemId> painted = new Painted<>(day);
        for (CheckInEvent event : history) {
            if (event instanceof ServiceItemRegistered item && item.kind().equals(kind)) {
                served.put(item.item(), item.place());
                painted.here(item.item(), item.place(), item.registeredOn());
                painted.gone(item.item(), item.registeredOn());
            } else if (event instanceof ServiceItemCompleted done
                    && served.containsKey(done.item())) {
                CommunityId place = Objects.requireNonNull(served.get(done.item()));
                painted.here(done.item(), place, done.completedOn());
                if (!done.completedOn().isAfter(day)) {
                    turned.add(done.item());
                }
            } else if (event instanceof ServiceItemReopened again) {
                painted.gone(again.item(), again.reopenedOn());
            }
        }

        Measurement measured =
                ServiceMeasures.itemsSolved(day, kind, CheckInRegister.from(DISTRICT, history));
        painted.equalTo(measured, item -> turned.contains(item) ? Count.REOPENED : Count.OPEN);
        return measured;
    }

    /**
     * On the days on which it was counted, every kind of record and each change of it was there.
     */
    @Property(tries = 1)
    void theDaysCountedReachEveryCountAndChange() {
        Map<String, Integer> reached = new HashMap<>();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<CheckInEvent> history = history(random);
            LocalDate day = START.plusDays(random.nextInt(31));
            Set<Object> out = new HashSet<>();
            for (CheckInEvent event : history) {
                if (event instanceof MemberMoved moved && !moved.movedOn().isAfter(day)) {
                    reached.merge("moved", 1, Integer::sum);
                } else if (event instanceof MemberWithdrawn left) {
                    out.add(left.member());
                } else if (event instanceof MemberCheckedIn in
                        && !in.checkedInOn().isAfter(day)
                        && out.contains(in.member())) {
                    reached.merge("came back", 1, Integer::sum);
                } else if (event instanceof ServiceItemReopened again) {
                    out.add(again.item());
                } else if (event instanceof ServiceItemCompleted done
                        && !done.completedOn().isAfter(day)
                        && out.contains(done.item())) {
                    reached.merge("solved again", 1, Integer::sum);
                }
            }
            for (Measurement measured :
                    List.of(
                            members(history, day),
                            teams(history, day),
                            items(history, KIND, day),
                            items(history, OTHER_KIND, day))) {
                measured.records()
                        .values()
                        .forEach(c -> reached.merge(measured.metric() + " " + c, 1, Integer::sum));
            }
        }

        assertThat(
                        List.of(
                                "moved",
                                "came back",
                                "solved again",
                                "CHECK_INS COUNTED",
                                "CHECK_INS WITHDRAWN",
                                "VOLUNTEER_TEAMS COUNTED",
                                "VOLUNTEER_TEAMS DISSOLVED",
                                "ITEMS_SOLVED COUNTED",
                                "ITEMS_SOLVED OPEN",
                                "ITEMS_SOLVED REOPENED"))
                .allMatch(one -> reached.getOrDefault(one, 0) > 5, reached.toString());
    }

    /** Of what lines typed in by hand can say of a person, each was drawn. */
    @Property(tries = 1)
    void theLinesDrawnAreRepeatedAndContradictEachOther() {
        Reconciliation reconciled = Reconciliation.of(DISTRICT, lines(new Random(1)));

        assertThat(reconciled.repeated()).hasSizeGreaterThan(1);
        assertThat(reconciled.contradicting()).hasSizeGreaterThan(1);
        assertThat(reconciled.events()).hasAtLeastOneElementOfType(MemberMoved.class);
    }

    @Property(tries = 300)
    void reconcilingIgnoresTheOrderAndCountsEveryPersonOnce(@ForAll Random random) {
        List<RawCheckIn> lines = lines(random);
        Reconciliation reconciled = Reconciliation.of(DISTRICT, lines);
        Collections.shuffle(lines, random);

        assertThat(Reconciliation.of(DISTRICT, lines)).isEqualTo(reconciled);
        assertThat(
                        CheckInRegister.from(DISTRICT, reconciled.events())
                                .membersOn(START.plusDays(10)))
                .hasSize((int) lines.stream().map(RawCheckIn::member).distinct().count());
        assertThat(
                        reconciled.events().size()
                                + reconciled.repeated().size()
                                + reconciled.contradicting().size())
                .isEqualTo(lines.size());
    }

    private static List<RawCheckIn> lines(Random random) {
        List<RawCheckIn> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(
                    new RawCheckIn(
                            PersonId.of("PM" + random.nextInt(12)),
                            START.plusDays(random.nextInt(10)),
                            CommunityId.of("C" + random.nextInt(3))));
        }
        return lines;
    }

    @Property(tries = 300)
    void thePublicViewHidesPersonsTextAndSmallGroups(@ForAll Random random) {
        CheckInRegister register = CheckInRegister.from(DISTRICT, history(random));
        PublicCheckIns view =
                register.publicView(JANUARY, PublicCheckIns.LEAST_GROUP, OVER)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(view.toString()).doesNotContain("PM", SECRET.value());
        assertThat(view.membersByCommunity().values()).allMatch(count -> count >= 5);
        assertThat(view.shownTeams()).allMatch(team -> team.volunteers() >= 5);
    }

    @Property(tries = 300)
    void hiddenCommunitiesTogetherAreNobodyOrAtLeastFive(@ForAll Random random) {
        List<CheckInEvent> history = new ArrayList<>();
        int all = random.nextInt(60);
        Instant now = START.plusDays(1).atStartOfDay(Meeting.ZONE).toInstant();
        for (int i = 0; i < all; i++) {
            CommunityId place = CommunityId.of("C" + random.nextInt(1 + random.nextInt(9)));
            history.add(new MemberCheckedIn(DISTRICT, place, PersonId.of("PM" + i), START, now));
        }
        PublicCheckIns view =
                CheckInRegister.from(DISTRICT, history)
                        .publicView(JANUARY, 5, OVER)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        int shown = view.membersByCommunity().values().stream().mapToInt(i -> i).sum();

        assertThat(view.members() - shown).matches(hidden -> hidden == 0 || hidden >= 5);
        assertThat(view.membersByCommunity().values()).allMatch(count -> count >= 5);
    }

    @Property(tries = 1)
    void theCommandsReachEveryKindOfEvent() {
        Set<Class<?>> kinds = new HashSet<>();
        IntStream.range(0, 40)
                .forEach(seed -> history(new Random(seed)).forEach(e -> kinds.add(e.getClass())));

        assertThat(kinds).containsExactlyInAnyOrder(CheckInEvent.class.getPermittedSubclasses());
    }
}
