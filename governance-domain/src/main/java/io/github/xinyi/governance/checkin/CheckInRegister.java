package io.github.xinyi.governance.checkin;

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
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.OrganizationId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.ServiceItemId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who is checked in where, the volunteer teams, their service items and their time, of one
 * district, as the fold of its events.
 *
 * <p>Example: a member who checked in at C01 on 2 January and moved to C02 on 1 June counts once on
 * every day, and on 1 June for C02. Immutable.
 *
 * @since 0.1.0
 */
public final class CheckInRegister {

    /** The greatest number of events of one register, which is one stream of an event store. */
    public static final int MAX_EVENTS = EventStore.MAX_STREAM_LENGTH;

    /** The longest time in one record: a day. */
    public static final long MAX_MINUTES = 1_440;

    private static final EventCodec CODEC = EventCodec.of(CheckInEvent.class);

    private final CommunityId district;
    private final TreeMap<PersonId, List<Stay>> members = new TreeMap<>();
    private final TreeMap<OrganizationId, List<Stay>> units = new TreeMap<>();
    private final TreeMap<VolunteerTeamId, VolunteerTeam> teams = new TreeMap<>();
    private final TreeMap<ServiceItemId, ServiceItem> items = new TreeMap<>();
    private final TreeMap<PersonId, TreeMap<Instant, ServiceTimeRecorded>> times = new TreeMap<>();

    private int events;

    private CheckInRegister(CommunityId district) {
        this.district = district;
    }

    /** What the rules say of an event, and what it changes if they are all kept. */
    private record Step(List<Finding> findings, Runnable effect) {}

    /**
     * Folds a history.
     *
     * @param district whose register it is
     * @param history in order; may be empty
     * @return the state
     * @throws IllegalArgumentException if the rules forbid one of the events
     */
    public static CheckInRegister from(CommunityId district, List<? extends CheckInEvent> history) {
        CheckInRegister register = new CheckInRegister(district);
        history.forEach(register::apply);
        return register;
    }

    /**
     * Puts an event to the rules; nothing changes.
     *
     * @param event what is about to be recorded
     * @return the event, to be appended; refused with every finding
     */
    public Outcome<CheckInEvent> propose(CheckInEvent event) {
        List<Finding> found = new ArrayList<>(ruling(event, step(event)).findings());
        if (event instanceof ServiceItemRegistered item) {
            found.add(publicKind(item));
        }
        Ruling ruling = new Ruling(found);
        return ruling.verdict() == Verdict.MET ? Outcome.accepted(event) : Outcome.refused(ruling);
    }

    /** Asked of what is new alone: a register that was kept with such a kind is read. */
    private static Finding publicKind(ServiceItemRegistered item) {
        return CheckInRule.PUBLIC_KIND.check(item.kind().isPublic(), "item", item.item());
    }

    private Ruling ruling(CheckInEvent event, Step step) {
        List<Finding> found = new ArrayList<>();
        found.add(CODEC.storable(event));
        found.add(
                CheckInRule.DISTRICT.check(
                        event.community().equals(district),
                        "district",
                        event.community(),
                        "expected",
                        district));
        found.add(limit(events, MAX_EVENTS));
        found.addAll(step.findings());
        return new Ruling(found);
    }

    /**
     * The state behind one more event.
     *
     * @param event one that {@link #propose} accepts, or one that was kept, or imported from a
     *     table of the past, with a word that new ones may not have; public views hide that word
     * @return the new state
     * @throws IllegalArgumentException if the rules forbid it
     */
    public CheckInRegister after(CheckInEvent event) {
        CheckInRegister next = new CheckInRegister(district);
        next.events = events;
        next.members.putAll(members);
        next.units.putAll(units);
        next.teams.putAll(teams);
        next.items.putAll(items);
        next.times.putAll(times);
        next.apply(event);
        return next;
    }

    /**
     * Who is checked in on a day, each person once.
     *
     * @param day the day asked about
     * @return where each is
     */
    public SortedMap<PersonId, CommunityId> membersOn(LocalDate day) {
        return placesOn(members, day);
    }

    /**
     * Which units are checked in on a day.
     *
     * @param day the day asked about
     * @return where each is
     */
    public SortedMap<OrganizationId, CommunityId> unitsOn(LocalDate day) {
        return placesOn(units, day);
    }

    private static <K extends Comparable<K>> SortedMap<K, CommunityId> placesOn(
            Map<K, List<Stay>> all, LocalDate day) {
        SortedMap<K, CommunityId> places = new TreeMap<>();
        all.forEach(
                (who, stays) ->
                        Stay.on(stays, day).ifPresent(stay -> places.put(who, stay.community())));
        return Collections.unmodifiableSortedMap(places);
    }

    /**
     * The teams that exist on a day.
     *
     * @param day the day asked about
     * @return by identifier
     */
    public List<VolunteerTeam> teamsOn(LocalDate day) {
        return teams.values().stream().filter(team -> team.period().contains(day)).toList();
    }

    /**
     * All service items.
     *
     * @return by identifier, unmodifiable
     */
    public SortedMap<ServiceItemId, ServiceItem> items() {
        return Collections.unmodifiableSortedMap(items);
    }

    /**
     * The items of a kind that are solved on a day.
     *
     * @param kind for example {@code 管道问题}
     * @param day the day asked about
     * @return by identifier; an item solved, reopened and solved again stands there once
     */
    public List<ServiceItem> solved(ServiceKind kind, LocalDate day) {
        return items.values().stream()
                .filter(item -> item.registered().kind().equals(kind) && item.isSolvedOn(day))
                .toList();
    }

    /**
     * How long a person has worked.
     *
     * @param volunteer who
     * @return in minutes, over all teams
     */
    public long minutes(PersonId volunteer) {
        return times.getOrDefault(volunteer, new TreeMap<>()).values().stream()
                .mapToLong(CheckInRegister::minutes)
                .sum();
    }

    /**
     * How long a team has worked.
     *
     * @param team which one
     * @return in minutes of all its volunteers together
     */
    public long minutes(VolunteerTeamId team) {
        return times.values().stream()
                .flatMap(own -> own.values().stream())
                .filter(time -> time.team().equals(team))
                .mapToLong(CheckInRegister::minutes)
                .sum();
    }

    /**
     * How long a team worked in a month.
     *
     * @param team which one
     * @param month by the day on which the work began, in Asia/Shanghai
     * @return in minutes of all its volunteers together
     */
    public long minutes(VolunteerTeamId team, YearMonth month) {
        return timesOf(team, month).stream().mapToLong(CheckInRegister::minutes).sum();
    }

    List<ServiceTimeRecorded> timesOf(VolunteerTeamId team, YearMonth month) {
        return times.values().stream()
                .flatMap(own -> own.values().stream())
                .filter(time -> time.team().equals(team))
                .filter(time -> YearMonth.from(day(time.startedAt())).equals(month))
                .toList();
    }

    static long minutes(ServiceTimeRecorded time) {
        return Duration.between(time.startedAt(), time.endedAt()).toMinutes();
    }

    /**
     * What everybody may see of a month that is over. Only whole months are shown, so that nobody
     * finds one person's time by comparing two views that overlap.
     *
     * @param month the month; who belongs where is counted on its last day
     * @param smallestGroup no group of fewer persons is shown
     * @param at when it is asked for, in Asia/Shanghai
     * @return the view; refused below {@link PublicCheckIns#LEAST_GROUP} and before the month is
     *     over
     */
    public Outcome<PublicCheckIns> publicView(YearMonth month, int smallestGroup, Instant at) {
        return publicView(month, smallestGroup, new TreeSet<>(), at);
    }

    /**
     * What everybody may see of a month that is over, beside the months that they have seen, so
     * that nobody learns of a few persons by comparing two months either.
     *
     * @param month the month; who belongs where is counted on its last day
     * @param smallestGroup no group of fewer persons is shown
     * @param shown the months shown before, all of them
     * @param at when it is asked for, in Asia/Shanghai
     * @return the view; refused as above, and where a group that is shown, or all that are hidden
     *     together, have gained or lost somebody since a month of these, and fewer persons than the
     *     smallest group, or where a sum or difference of numbers of several months depends on
     *     fewer
     */
    public Outcome<PublicCheckIns> publicView(
            YearMonth month, int smallestGroup, SortedSet<YearMonth> shown, Instant at) {
        return new CheckInPublication(this).view(month, smallestGroup, shown, at);
    }

    private void apply(CheckInEvent event) {
        Step step = step(event);
        Ruling ruling = ruling(event, step);
        if (ruling.verdict() != Verdict.MET) {
            throw new IllegalArgumentException("no history has " + event + ": " + ruling.notMet());
        }
        step.effect().run();
        events++;
    }

    private Step step(CheckInEvent event) {
        if (event instanceof MemberCheckedIn in) {
            return arrive(members, in.member(), in, in.checkedInOn());
        }
        if (event instanceof MemberMoved moved) {
            return move(moved);
        }
        if (event instanceof MemberWithdrawn out) {
            return leave(members, out.member(), out, out.withdrawnOn());
        }
        if (event instanceof UnitCheckedIn in) {
            return arrive(units, in.unit(), in, in.checkedInOn());
        }
        if (event instanceof UnitWithdrawn out) {
            return leave(units, out.unit(), out, out.withdrawnOn());
        }
        if (event instanceof TeamFounded founded) {
            return found(founded);
        }
        if (event instanceof TeamDissolved gone) {
            return inTeam(gone.team(), gone, gone.dissolvedOn(), team -> dissolve(team, gone));
        }
        if (event instanceof VolunteerJoined joined) {
            return inTeam(joined.team(), joined, joined.joinedOn(), team -> join(team, joined));
        }
        if (event instanceof VolunteerLeft left) {
            return inTeam(left.team(), left, left.leftOn(), team -> leaveTeam(team, left));
        }
        if (event instanceof ServiceItemRegistered registered) {
            return register(registered);
        }
        if (event instanceof ServiceItemCompleted done) {
            return turn(done.item(), done, done.completedOn(), CheckInRule.OPEN);
        }
        if (event instanceof ServiceItemReopened again) {
            return turn(again.item(), again, again.reopenedOn(), CheckInRule.SOLVED);
        }
        if (event instanceof ServiceTimeRecorded time) {
            return inTeam(time.team(), time, day(time.startedAt()), team -> work(team, time));
        }
        throw new IllegalArgumentException("an event without rules: " + event.getClass());
    }

    private static <K> Step arrive(
            Map<K, List<Stay>> all, K who, CheckInEvent event, LocalDate day) {
        List<Stay> stays = all.getOrDefault(who, List.of());
        List<Finding> found = new ArrayList<>();
        found.add(happened(event, day));
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        found.add(
                CheckInRule.ONE_PLACE.check(
                        last == null || !day.isBefore(last.endExclusive()),
                        "day",
                        day,
                        "place",
                        last == null ? "-" : last.community()));
        return new Step(found, () -> all.put(who, Stay.plus(stays, Stay.from(event.place(), day))));
    }

    private Step move(MemberMoved moved) {
        List<Stay> stays = members.getOrDefault(moved.member(), List.of());
        List<Finding> found = new ArrayList<>();
        found.add(happened(moved, moved.movedOn()));
        Stay open = Stay.open(stays).orElse(null);
        boolean elsewhere = open != null && !open.community().equals(moved.place());
        found.add(CheckInRule.MOVES.check(elsewhere, "community", moved.place()));
        if (open != null) {
            found.add(afterStart(open, moved.movedOn()));
        }
        return new Step(
                found,
                () ->
                        members.put(
                                moved.member(),
                                Stay.plus(
                                        Stay.ended(stays, moved.movedOn()),
                                        Stay.from(moved.place(), moved.movedOn()))));
    }

    private static <K> Step leave(
            Map<K, List<Stay>> all, K who, CheckInEvent event, LocalDate day) {
        List<Stay> stays = all.getOrDefault(who, List.of());
        List<Finding> found = new ArrayList<>();
        found.add(happened(event, day));
        Stay open = Stay.open(stays).orElse(null);
        boolean here = open != null && open.community().equals(event.place());
        found.add(CheckInRule.CHECKED_IN.check(here, "community", event.place()));
        if (open != null) {
            found.add(afterStart(open, day));
        }
        return new Step(found, () -> all.put(who, Stay.ended(stays, day)));
    }

    private Step found(TeamFounded founded) {
        return new Step(
                List.of(
                        isNew(founded.team(), !teams.containsKey(founded.team())),
                        happened(founded, founded.foundedOn())),
                () ->
                        teams.put(
                                founded.team(),
                                new VolunteerTeam(
                                        founded,
                                        Stay.from(founded.place(), founded.foundedOn()),
                                        new TreeMap<>())));
    }

    private Step inTeam(
            VolunteerTeamId id,
            CheckInEvent event,
            LocalDate day,
            Function<VolunteerTeam, Step> next) {
        VolunteerTeam team = teams.get(id);
        List<Finding> found = new ArrayList<>();
        found.add(happened(event, day));
        found.add(CheckInRule.KNOWN.check(team != null, "id", id));
        if (team == null) {
            return new Step(found, () -> {});
        }
        found.add(
                CheckInRule.TEAM_EXISTS.check(
                        team.period().contains(day),
                        "team",
                        id,
                        "from",
                        team.period().startInclusive(),
                        "day",
                        day));
        Step step = next.apply(team);
        found.addAll(step.findings());
        return new Step(found, step.effect());
    }

    private Step dissolve(VolunteerTeam team, TeamDissolved gone) {
        return new Step(
                List.of(
                        here(team, gone),
                        afterStart(team.period(), gone.dissolvedOn()),
                        CheckInRule.ONGOING.check(
                                Stay.open(List.of(team.period())).isPresent(),
                                "team",
                                gone.team())),
                () -> teams.put(gone.team(), team.until(gone.dissolvedOn())));
    }

    private Step join(VolunteerTeam team, VolunteerJoined joined) {
        List<Stay> stays = team.of(joined.volunteer());
        Stay next = Stay.from(joined.place(), joined.joinedOn());
        return new Step(
                List.of(
                        here(team, joined),
                        limit(
                                stays.isEmpty() ? team.volunteers().size() : 0,
                                VolunteerTeam.MAX_VOLUNTEERS),
                        CheckInRule.JOINS_ONCE.check(
                                !joined.joinedOn().isBefore(Stay.free(stays)),
                                "team",
                                joined.team())),
                () ->
                        teams.put(
                                joined.team(),
                                team.with(joined.volunteer(), Stay.plus(stays, next))));
    }

    private Step leaveTeam(VolunteerTeam team, VolunteerLeft left) {
        List<Stay> stays = team.of(left.volunteer());
        Stay open = Stay.open(stays).orElse(null);
        List<Finding> found = new ArrayList<>();
        found.add(here(team, left));
        found.add(belongs(left.team(), left.leftOn(), open != null));
        if (open != null) {
            found.add(afterStart(open, left.leftOn()));
        }
        return new Step(
                found,
                () ->
                        teams.put(
                                left.team(),
                                team.with(left.volunteer(), Stay.ended(stays, left.leftOn()))));
    }

    /**
     * A team may take up what was registered before it was formed, so that its day is not asked.
     */
    private Step register(ServiceItemRegistered registered) {
        return new Step(
                List.of(
                        isNew(registered.item(), !items.containsKey(registered.item())),
                        CheckInRule.KNOWN.check(
                                teams.containsKey(registered.team()), "id", registered.team()),
                        happened(registered, registered.registeredOn())),
                () -> items.put(registered.item(), new ServiceItem(registered, List.of())));
    }

    /** An item is reopened only while there is room to solve it once more. */
    private Step turn(ServiceItemId id, CheckInEvent event, LocalDate day, CheckInRule needed) {
        ServiceItem item = items.get(id);
        List<Finding> found = new ArrayList<>();
        found.add(happened(event, day));
        found.add(CheckInRule.KNOWN.check(item != null, "id", id));
        if (item == null) {
            return new Step(found, () -> {});
        }
        boolean reopens = needed == CheckInRule.SOLVED;
        found.add(limit(reopens ? item.turns().size() + 1 : 0, ServiceItem.MAX_TURNS));
        found.add(at(item.registered().place(), event));
        found.add(needed.check(item.isSolved() == reopens, "item", id));
        found.add(
                CheckInRule.ITEM_ORDER.check(
                        !day.isBefore(item.lastDay()), "before", item.lastDay(), "day", day));
        return new Step(found, () -> items.put(id, item.turned(day)));
    }

    private Step work(VolunteerTeam team, ServiceTimeRecorded time) {
        ServiceItem item = items.get(time.item());
        TreeMap<Instant, ServiceTimeRecorded> own =
                times.getOrDefault(time.volunteer(), new TreeMap<>());
        LocalDate day = day(time.startedAt());
        long seconds = Duration.between(time.startedAt(), time.endedAt()).toSeconds();
        var earlier = own.lowerEntry(time.endedAt());
        List<Finding> found = new ArrayList<>();
        found.add(belongs(time.team(), day, team.volunteersOn(day).contains(time.volunteer())));
        found.add(
                CheckInRule.ITEM_OF_TEAM.check(
                        item != null && item.registered().team().equals(time.team()),
                        "item",
                        time.item(),
                        "team",
                        time.team()));
        if (item != null) {
            found.add(at(item.registered().place(), time));
        }
        found.add(
                CheckInRule.MINUTES.check(
                        isWholeMinute(time.startedAt())
                                && isWholeMinute(time.endedAt())
                                && seconds >= 60
                                && seconds <= MAX_MINUTES * 60
                                && !time.endedAt().isAfter(time.occurredAt()),
                        "seconds",
                        seconds,
                        "most",
                        MAX_MINUTES));
        found.add(
                CheckInRule.NO_OVERLAP.check(
                        earlier == null || !earlier.getValue().endedAt().isAfter(time.startedAt()),
                        "from",
                        time.startedAt(),
                        "until",
                        time.endedAt()));
        return new Step(
                found,
                () -> {
                    TreeMap<Instant, ServiceTimeRecorded> longer = new TreeMap<>(own);
                    longer.put(time.startedAt(), time);
                    times.put(time.volunteer(), longer);
                });
    }

    private static boolean isWholeMinute(Instant moment) {
        return moment.getEpochSecond() % 60 == 0 && moment.getNano() == 0;
    }

    private static Finding here(VolunteerTeam team, CheckInEvent event) {
        return at(team.founded().place(), event);
    }

    private static Finding at(CommunityId community, CheckInEvent event) {
        return CheckInRule.COMMUNITY.check(
                community.equals(event.place()), "community", event.place(), "expected", community);
    }

    private static Finding belongs(VolunteerTeamId team, LocalDate day, boolean met) {
        return CheckInRule.BELONGS.check(met, "team", team, "day", day);
    }

    private static Finding afterStart(Stay stay, LocalDate end) {
        return CheckInRule.AFTER_START.check(
                end.isAfter(stay.startInclusive()), "from", stay.startInclusive(), "day", end);
    }

    private static Finding happened(CheckInEvent event, LocalDate day) {
        LocalDate recorded = day(event.occurredAt());
        return CheckInRule.DAY.check(!day.isAfter(recorded), "day", day, "recorded", recorded);
    }

    private static Finding limit(int count, int most) {
        return CheckInRule.LIMIT.check(count < most, "most", most);
    }

    private static Finding isNew(Object id, boolean met) {
        return CheckInRule.NEW.check(met, "id", id);
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(Meeting.ZONE).toLocalDate();
    }
}
