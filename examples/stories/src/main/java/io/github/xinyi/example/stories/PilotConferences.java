package io.github.xinyi.example.stories;

import io.github.xinyi.governance.conference.AgendaItem;
import io.github.xinyi.governance.conference.ConferenceEvent;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaClosed;
import io.github.xinyi.governance.conference.ConferenceEvent.AgendaSent;
import io.github.xinyi.governance.conference.ConferenceEvent.AttendanceRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceOpened;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.conference.ConferenceEvent.DecisionTaken;
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesRecorded;
import io.github.xinyi.governance.conference.ConferenceEvent.MinutesSigned;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.PaperDigest;
import io.github.xinyi.governance.conference.Party;
import io.github.xinyi.governance.conference.PatternItem;
import io.github.xinyi.governance.conference.Sitting;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Three conferences of the parties of the place; a task comes back until one of them closes it. */
final class PilotConferences {

    static final ActionItemId ACCOUNTS = ActionItemId.of("A1");
    static final ActionItemId DRAFT = ActionItemId.of("A2");

    private static final CommunityId COMMUNITY = TrustPilot.HOMES.community();
    private static final LocalDate THIRD = LocalDate.of(2024, 12, 10);

    private final ConferencePattern pattern;
    private final Teller teller;
    private final KeptRecord<Conferences, ConferenceEvent> conferences;

    PilotConferences(Stores stores, ConferencePattern pattern, Teller teller) {
        this.pattern = pattern;
        this.teller = teller;
        this.conferences =
                new KeptRecord<>(
                        stores.events(),
                        RecordKind.CONFERENCE.stream(COMMUNITY, "four-party"),
                        ConferenceEvent.class,
                        Conferences::from);
    }

    Conferences state() {
        return conferences.state();
    }

    /** The last before the owners vote, and the two before it, as often as the place meets. */
    private LocalDate day(int number) {
        return THIRD.minusMonths((3L - number) * pattern.figure(PatternItem.PERIOD_MONTHS));
    }

    /** From when on the place has conferences. */
    LocalDate adoptedOn() {
        return day(1).minusDays(20);
    }

    /** The convener, and as many others as are needed. */
    private Map<Party, PersonId> present() {
        Map<Party, PersonId> present = new TreeMap<>();
        present.put(pattern.convener(), person(pattern.convener()));
        owners().forEach(party -> present.put(party, person(party)));
        return present;
    }

    private List<Party> owners() {
        List<Party> others = new ArrayList<>(pattern.parties());
        others.remove(pattern.convener());
        int needed = pattern.figure(PatternItem.QUORUM) - 1;
        return others.subList(others.size() - needed, others.size());
    }

    /** Whoever comes for a party is known here by its place at the table. */
    private PersonId person(Party party) {
        return PersonId.of("delegate-" + (pattern.parties().indexOf(party) + 1));
    }

    /** The parties meet, leave to the owners what is theirs, and give themselves two tasks. */
    void first() {
        teller.chapter("3. The parties talk it over: " + pattern.title());
        then(new PatternAdopted(COMMUNITY, pattern, moment(adoptedOn())));
        open("FPC-1", day(1));
        teller.refused(
                "to decide in the conference on what is the owners' to decide",
                state().propose(decision(2, "采用信托制")));
        then(decision(1, "公共收益账目向全体业主公开"));
        Party firm = owners().get(owners().size() - 1);
        then(task(1, ACCOUNTS, Purpose.OWN_BUSINESS, "公开2023年公共收益账目", firm, accountsDue()));
        then(task(2, DRAFT, Purpose.FOR_THE_OWNERS, "起草信托合同文本", owners().get(0), draftDue()));
        close("FPC-1", day(1));
    }

    private LocalDate accountsDue() {
        return day(2).minusDays(5);
    }

    private LocalDate draftDue() {
        return day(2).minusDays(2);
    }

    private LocalDate later() {
        return day(3).minusDays(5);
    }

    /** No conference ends while a task of an earlier one is not dealt with. */
    void second() {
        open("FPC-2", day(2));
        teller.refused(
                "to end the second conference without a word on the tasks of the first",
                state().propose(ending("FPC-2", day(2))));
        then(dealt("FPC-2", day(2), ACCOUNTS, Dealing.EXTENDED, later()));
        then(dealt("FPC-2", day(2), DRAFT, Dealing.CLOSED, draftDue()));
        close("FPC-2", day(2));
    }

    void third() {
        open("FPC-3", day(3));
        then(dealt("FPC-3", day(3), ACCOUNTS, Dealing.CLOSED, later()));
        close("FPC-3", day(3));
    }

    private void open(String id, LocalDate day) {
        MeetingId meeting = MeetingId.of(id);
        then(call(meeting, day));
        List<AgendaItem> agenda =
                List.of(
                        new AgendaItem(new Wording("公共收益账目"), new TreeSet<>()),
                        new AgendaItem(
                                new Wording("采用信托制"),
                                new TreeSet<>(Set.of(Business.TRUST_ADOPTION))));
        then(
                new AgendaSent(
                        COMMUNITY,
                        meeting,
                        agenda,
                        person(pattern.convener()),
                        moment(day.minusDays(pattern.figure(PatternItem.AGENDA_DAYS)))));
        present().entrySet().stream()
                .limit(present().size() - 1L)
                .forEach(e -> attend(meeting, day, e));
        teller.refused("to open with one party too few", state().propose(opening(meeting, day)));
        present().entrySet().stream()
                .skip(present().size() - 1L)
                .forEach(e -> attend(meeting, day, e));
        then(opening(meeting, day));
    }

    private void attend(MeetingId meeting, LocalDate day, Map.Entry<Party, PersonId> came) {
        then(
                new AttendanceRecorded(
                        COMMUNITY, meeting, came.getKey(), came.getValue(), moment(day)));
    }

    private static ConferenceOpened opening(MeetingId meeting, LocalDate day) {
        return new ConferenceOpened(COMMUNITY, meeting, moment(day));
    }

    private ConferenceCalled call(MeetingId meeting, LocalDate day) {
        LocalDate on = day.minusDays(8);
        return new ConferenceCalled(
                COMMUNITY, meeting, Kind.ORDINARY, pattern.convener(), on, day, moment(on));
    }

    private DecisionTaken decision(int agendaNumber, String words) {
        return new DecisionTaken(
                COMMUNITY, MeetingId.of("FPC-1"), agendaNumber, new Wording(words), moment(day(1)));
    }

    private ActionItemRaised task(
            int agendaNumber,
            ActionItemId item,
            Purpose purpose,
            String task,
            Party owner,
            LocalDate deadline) {
        return new ActionItemRaised(
                COMMUNITY,
                MeetingId.of("FPC-1"),
                agendaNumber,
                item,
                purpose,
                new Wording(task),
                owner,
                person(owner),
                deadline,
                moment(day(1)));
    }

    private static ActionItemDealtWith dealt(
            String meeting, LocalDate day, ActionItemId item, Dealing dealing, LocalDate deadline) {
        return new ActionItemDealtWith(
                COMMUNITY,
                MeetingId.of(meeting),
                item,
                dealing,
                new Wording(dealing == Dealing.CLOSED ? "已完成" : "账目整理中，延期一次"),
                deadline,
                moment(day));
    }

    /** The agenda is closed, and all who were there sign the minutes. */
    private void close(String id, LocalDate day) {
        MeetingId meeting = MeetingId.of(id);
        then(ending(id, day));
        Wording minutes = new Wording(pattern.title() + "纪要 " + id);
        PaperDigest digest = state().minutesDigest(meeting, minutes);
        then(new MinutesRecorded(COMMUNITY, meeting, minutes, digest, moment(day)));
        present()
                .forEach(
                        (party, person) ->
                                then(
                                        new MinutesSigned(
                                                COMMUNITY,
                                                meeting,
                                                party,
                                                person,
                                                digest,
                                                moment(day))));
        teller.says(moment(day), id + " held; open tasks: " + state().openItems().size());
    }

    private static AgendaClosed ending(String id, LocalDate day) {
        return new AgendaClosed(COMMUNITY, MeetingId.of(id), moment(day));
    }

    private void then(ConferenceEvent event) {
        conferences.then(c -> c.propose(event));
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(15, 0).atZone(Meeting.ZONE).toInstant();
    }

    /** What everybody may read of the conferences. */
    List<String> publicView() {
        return state().sittings().values().stream()
                .map(Sitting::publicView)
                .map(sitting -> sitting.sentence(Outcomes.TEXTS))
                .toList();
    }
}
