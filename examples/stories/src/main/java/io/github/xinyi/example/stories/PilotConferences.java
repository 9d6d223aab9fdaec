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
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.PaperDigest;
import io.github.xinyi.governance.conference.Party;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Three conferences of four parties; what one asks for comes back until a later one closes it. */
final class PilotConferences {

    static final ActionItemId ACCOUNTS = ActionItemId.of("A1");
    static final ActionItemId DRAFT = ActionItemId.of("A2");

    private static final CommunityId COMMUNITY = TrustPilot.HOMES.community();
    private static final Party CONVENER = new Party("社区党组织");
    private static final Party COMMITTEE = new Party("业委会（物管会）");
    private static final Party FIRM = new Party("物业服务企业");
    private static final Map<Party, PersonId> PRESENT =
            new TreeMap<>(
                    Map.of(
                            CONVENER,
                            PersonId.of("secretary"),
                            COMMITTEE,
                            PersonId.of("committee-chair"),
                            FIRM,
                            PersonId.of("steward")));
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 10);
    private static final LocalDate SECOND = LocalDate.of(2024, 11, 10);
    private static final LocalDate THIRD = LocalDate.of(2024, 12, 10);
    private static final LocalDate ACCOUNTS_DUE = LocalDate.of(2024, 11, 5);
    private static final LocalDate LATER = LocalDate.of(2024, 12, 5);
    private static final LocalDate DRAFT_DUE = LocalDate.of(2024, 11, 8);

    private final Teller teller;
    private final KeptRecord<Conferences, ConferenceEvent> conferences;

    PilotConferences(Stores stores, Teller teller) {
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

    /** The four parties meet, leave to the owners what is theirs, and give themselves two tasks. */
    void first() {
        teller.chapter("3. Four parties talk it over");
        then(
                new PatternAdopted(
                        COMMUNITY,
                        ConferencePatternSheet.fourParty(),
                        moment(FIRST.minusDays(20))));
        open("FPC-1", FIRST);
        teller.refused(
                "to decide in the conference on what is the owners' to decide",
                state().propose(decision(2, "采用信托制")));
        then(decision(1, "公共收益账目向全体业主公开"));
        then(task(1, ACCOUNTS, Purpose.OWN_BUSINESS, "公开2023年公共收益账目", FIRM, ACCOUNTS_DUE));
        then(task(2, DRAFT, Purpose.FOR_THE_OWNERS, "起草信托合同文本", COMMITTEE, DRAFT_DUE));
        close("FPC-1", FIRST);
    }

    /** No conference ends while a task of an earlier one is not dealt with. */
    void second() {
        open("FPC-2", SECOND);
        teller.refused(
                "to end the second conference without a word on the tasks of the first",
                state().propose(ending("FPC-2", SECOND)));
        then(dealt("FPC-2", SECOND, ACCOUNTS, Dealing.EXTENDED, LATER));
        then(dealt("FPC-2", SECOND, DRAFT, Dealing.CLOSED, DRAFT_DUE));
        close("FPC-2", SECOND);
    }

    void third() {
        open("FPC-3", THIRD);
        then(dealt("FPC-3", THIRD, ACCOUNTS, Dealing.CLOSED, LATER));
        close("FPC-3", THIRD);
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
                        PersonId.of("secretary"),
                        moment(day.minusDays(5))));
        PRESENT.forEach(
                (party, person) ->
                        then(
                                new AttendanceRecorded(
                                        COMMUNITY, meeting, party, person, moment(day))));
        then(new ConferenceOpened(COMMUNITY, meeting, moment(day)));
    }

    private static ConferenceCalled call(MeetingId meeting, LocalDate day) {
        LocalDate on = day.minusDays(8);
        return new ConferenceCalled(
                COMMUNITY, meeting, Kind.ORDINARY, CONVENER, on, day, moment(on));
    }

    private static DecisionTaken decision(int agendaNumber, String words) {
        return new DecisionTaken(
                COMMUNITY, MeetingId.of("FPC-1"), agendaNumber, new Wording(words), moment(FIRST));
    }

    private static ActionItemRaised task(
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
                PRESENT.getOrDefault(owner, PersonId.of("nobody")),
                deadline,
                moment(FIRST));
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
        Wording minutes = new Wording("四方联席会议纪要 " + id);
        PaperDigest digest = state().minutesDigest(meeting, minutes);
        then(new MinutesRecorded(COMMUNITY, meeting, minutes, digest, moment(day)));
        PRESENT.forEach(
                (party, person) ->
                        then(
                                new MinutesSigned(
                                        COMMUNITY, meeting, party, person, digest, moment(day))));
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
                .map(
                        sitting ->
                                "%s on %s: %s, %s, %d decisions"
                                        .formatted(
                                                sitting.meeting(),
                                                sitting.heldOn(),
                                                sitting.stage(),
                                                sitting.present(),
                                                sitting.decisions()))
                .toList();
    }
}
