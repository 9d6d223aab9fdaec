package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.checkin.CheckInEvent;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberCheckedIn;
import io.github.xinyi.governance.checkin.CheckInEvent.MemberMoved;
import io.github.xinyi.governance.checkin.CheckInEvent.TeamFounded;
import io.github.xinyi.governance.checkin.CheckInRegister;
import io.github.xinyi.governance.checkin.ServiceItem;
import io.github.xinyi.governance.checkin.ServiceKind;
import io.github.xinyi.governance.checkin.VolunteerTeam;
import io.github.xinyi.governance.cobuilding.Consultations;
import io.github.xinyi.governance.cobuilding.HeldConsultation;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.PatternItem;
import io.github.xinyi.governance.conference.PatternRow;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.VolunteerTeamId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.team.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Metrics of check-ins, volunteer teams, service items and joint conferences, for example 1308
 * members and 22 teams.
 *
 * @since 0.1.0
 */
public final class ServiceMeasures {

    private ServiceMeasures() {}

    /**
     * The Party members who are checked in.
     *
     * @param day the day
     * @param district whose register it is
     * @param history of that register
     * @return one record a person, where the person is, or was last
     * @throws IllegalArgumentException if the rules forbid the history
     */
    public static Measurement checkIns(
            LocalDate day, CommunityId district, List<? extends CheckInEvent> history) {
        Map<PersonId, CommunityId> places = new TreeMap<>();
        for (CheckInEvent event : history) {
            if (event instanceof MemberCheckedIn in && !in.checkedInOn().isAfter(day)) {
                places.put(in.member(), in.place());
            } else if (event instanceof MemberMoved moved && !moved.movedOn().isAfter(day)) {
                places.put(moved.member(), moved.place());
            }
        }
        Set<PersonId> present = CheckInRegister.from(district, history).membersOn(day).keySet();
        return Measurement.of(
                Metric.CHECK_INS,
                day,
                places.entrySet().stream()
                        .map(
                                place ->
                                        Reading.of(
                                                place.getValue(),
                                                place.getKey(),
                                                present.contains(place.getKey())
                                                        ? Count.COUNTED
                                                        : Count.WITHDRAWN))
                        .toList());
    }

    /**
     * The volunteer teams that exist.
     *
     * @param day the day
     * @param district whose register it is
     * @param history of that register
     * @return one record a team founded by then
     * @throws IllegalArgumentException if the rules forbid the history
     */
    public static Measurement teams(
            LocalDate day, CommunityId district, List<? extends CheckInEvent> history) {
        Set<VolunteerTeamId> existing =
                CheckInRegister.from(district, history).teamsOn(day).stream()
                        .map(VolunteerTeam::founded)
                        .map(TeamFounded::team)
                        .collect(Collectors.toSet());
        List<Reading> readings = new ArrayList<>();
        for (CheckInEvent event : history) {
            if (event instanceof TeamFounded team && !team.foundedOn().isAfter(day)) {
                readings.add(
                        Reading.of(
                                team.place(),
                                team.team(),
                                existing.contains(team.team()) ? Count.COUNTED : Count.DISSOLVED));
            }
        }
        return Measurement.of(Metric.VOLUNTEER_TEAMS, day, readings);
    }

    /**
     * The service items of a kind that are solved.
     *
     * @param day the day
     * @param kind the kind; {@link ServiceKind#shown} becomes the subject
     * @param register of a district
     * @return one record an item registered by then; an item reopened and not solved again is open
     */
    public static Measurement itemsSolved(
            LocalDate day, ServiceKind kind, CheckInRegister register) {
        return Measurement.of(
                        Metric.ITEMS_SOLVED,
                        day,
                        register.items().values().stream()
                                .filter(item -> item.registered().kind().equals(kind))
                                .filter(item -> !item.registered().registeredOn().isAfter(day))
                                .map(
                                        item ->
                                                Reading.of(
                                                        item.registered().place(),
                                                        item.registered().item(),
                                                        count(item, day)))
                                .toList())
                .named(kind.shown().value());
    }

    private static Count count(ServiceItem item, LocalDate day) {
        if (item.isSolvedOn(day)) {
            return Count.COUNTED;
        }
        boolean turned = item.turns().stream().anyMatch(turn -> !turn.isAfter(day));
        return turned ? Count.REOPENED : Count.OPEN;
    }

    /**
     * The conferences that were held, from full records, each under the table of its call.
     *
     * @param day the day
     * @param communities the histories of all communities, one each
     * @return by the name in the table, which is the subject, for example 四方联席会议, in the order of
     *     names; one record a conference called, as it stood at the end of the day, so that one
     *     broken off later still counts; one set for a later day is left out; the source is that of
     *     the name where all tables give the same one
     */
    public static List<Measurement> conferences(
            LocalDate day, Collection<Conferences> communities) {
        SortedMap<String, List<Reading>> readings = new TreeMap<>();
        Set<PatternRow> titles = new HashSet<>();
        for (Conferences own : communities) {
            own.sittings()
                    .forEach(
                            (meeting, sitting) -> {
                                PatternRow title = own.patternOf(meeting).row(PatternItem.TITLE);
                                titles.add(title);
                                readings.computeIfAbsent(title.value(), t -> new ArrayList<>())
                                        .add(
                                                Reading.of(
                                                        sitting.called().community(),
                                                        meeting,
                                                        count(sitting, day)));
                            });
        }
        List<Measurement> measured = new ArrayList<>();
        readings.forEach(
                (title, own) ->
                        measured.add(
                                Measurement.of(Metric.CONFERENCES, day, own)
                                        .named(title)
                                        .by(sourceOf(title, titles))));
        return measured;
    }

    private static Source sourceOf(String title, Set<PatternRow> titles) {
        List<PatternRow> rows =
                titles.stream().filter(row -> row.value().equals(title)).limit(2).toList();
        return rows.size() == 1
                ? new Source(rows.get(0).source(), rows.get(0).standing())
                : new Source("各社区采用的规则表：" + title, Standing.INTERPRETATION);
    }

    private static Count count(Sitting sitting, LocalDate day) {
        if (sitting.called().heldOn().isAfter(day)) {
            return Count.NOT_YET_DUE;
        }
        Sitting then = new Sitting(sitting.called(), Moments.until(day, sitting.events()));
        return then.isHeld() ? Count.COUNTED : Count.NOT_HELD;
    }

    /**
     * The joint conferences that were held, from a district's list.
     *
     * @param day the day
     * @param entered the list
     * @param cancelled which of the list were not held
     * @return one record a conference; one set for a later day is left out
     */
    public static Measurement conferences(
            LocalDate day, Consultations entered, Set<HeldConsultation> cancelled) {
        return Measurement.of(
                Metric.CONFERENCES,
                day,
                entered.held().stream()
                        .map(
                                own ->
                                        Reading.of(
                                                own.community(),
                                                own.meeting(),
                                                own.heldOn().isAfter(day)
                                                        ? Count.NOT_YET_DUE
                                                        : cancelled.contains(own)
                                                                ? Count.NOT_HELD
                                                                : Count.COUNTED))
                        .toList());
    }

    /**
     * The matters of joint conferences that are solved.
     *
     * @param day the day
     * @param entered conferences and matters, see {@link Consultations#of} for full records
     * @return one record a matter taken up by then
     * @throws IllegalArgumentException if a matter names a conference that is not in the list
     */
    public static Measurement matters(LocalDate day, Consultations entered) {
        Map<RecordId, LocalDate> heldOn =
                entered.held().stream()
                        .collect(
                                Collectors.toMap(
                                        own ->
                                                new RecordId(
                                                        own.community(), own.meeting().toString()),
                                        HeldConsultation::heldOn));
        List<Reading> readings = new ArrayList<>();
        entered.matters()
                .forEach(
                        matter -> {
                            LocalDate held =
                                    heldOn.get(
                                            new RecordId(
                                                    matter.community(),
                                                    matter.meeting().toString()));
                            if (held == null) {
                                throw new IllegalArgumentException("no conference of " + matter);
                            }
                            if (!held.isAfter(day)) {
                                readings.add(
                                        Reading.of(
                                                matter.community(),
                                                matter.matter(),
                                                matter.solvedOn().isAfter(day)
                                                        ? Count.OPEN
                                                        : Count.COUNTED));
                            }
                        });
        return Measurement.of(Metric.MATTERS, day, readings);
    }
}
