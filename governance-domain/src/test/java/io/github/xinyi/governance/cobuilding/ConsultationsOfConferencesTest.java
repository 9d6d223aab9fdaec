package io.github.xinyi.governance.cobuilding;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.xinyi.governance.conference.ConferenceEvent.Kind;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferenceEvent.Purpose;
import io.github.xinyi.governance.conference.ConferencePattern;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.conference.Conferences;
import io.github.xinyi.governance.conference.Party;
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The totals of conferences kept here, counted from their events. */
class ConsultationsOfConferencesTest {

    private static final CommunityId COMMUNITY = CommunityId.of("社区01");
    private static final ConferencePattern PATTERN = ConferencePatternSheet.partyBuilding();
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 31);
    private static final LocalDate SECOND = LocalDate.of(2025, 6, 30);
    private static final Wording TEXT = new Wording("助餐点");
    private static final ActionItemId X1 = ActionItemId.of("X1");

    @Test
    void aMatterIsSolvedOnTheDayOfTheConferenceThatClosesIt() {
        List<ConferenceEvent> history = new ArrayList<>();
        history.add(new PatternAdopted(COMMUNITY, PATTERN, at(FIRST.minusDays(30))));
        open(history, MeetingId.of("J1"), FIRST);
        raise(history, "X1");
        raise(history, "X2");
        history.add(new AgendaClosed(COMMUNITY, MeetingId.of("J1"), at(FIRST)));
        open(history, MeetingId.of("J2"), SECOND);
        history.add(
                new ActionItemDealtWith(
                        COMMUNITY,
                        MeetingId.of("J2"),
                        X1,
                        Dealing.CLOSED,
                        TEXT,
                        SECOND,
                        at(SECOND)));
        call(history, MeetingId.of("J3"), SECOND.plusDays(20));

        Consultations counted = Consultations.of(List.of(Conferences.from(history)));

        assertThat(counted.heldBy(SECOND)).hasSize(2);
        assertThat(counted.matters()).hasSize(2);
        assertThat(counted.solvedBy(SECOND.minusDays(1))).isEmpty();
        assertThat(counted.solvedBy(SECOND)).extracting(ConsultedMatter::matter).containsOnly(X1);
    }

    private static void open(List<ConferenceEvent> history, MeetingId meeting, LocalDate day) {
        call(history, meeting, day);
        history.add(
                new AgendaSent(
                        COMMUNITY,
                        meeting,
                        List.of(new AgendaItem(TEXT, new TreeSet<>())),
                        PersonId.of("P1"),
                        at(day.minusDays(3))));
        for (Party party : PATTERN.parties().subList(0, 2)) {
            PersonId person = PersonId.of("P" + party.value().length());
            history.add(new AttendanceRecorded(COMMUNITY, meeting, party, person, at(day)));
        }
        history.add(new ConferenceOpened(COMMUNITY, meeting, at(day)));
    }

    private static void call(List<ConferenceEvent> history, MeetingId meeting, LocalDate day) {
        LocalDate called = day.minusDays(10);
        history.add(
                new ConferenceCalled(
                        COMMUNITY,
                        meeting,
                        Kind.ORDINARY,
                        PATTERN.convener(),
                        called,
                        day,
                        at(called)));
    }

    private static void raise(List<ConferenceEvent> history, String item) {
        history.add(
                new ActionItemRaised(
                        COMMUNITY,
                        MeetingId.of("J1"),
                        1,
                        ActionItemId.of(item),
                        Purpose.OWN_BUSINESS,
                        TEXT,
                        PATTERN.convener(),
                        PersonId.of("P1"),
                        SECOND,
                        at(FIRST)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(Meeting.ZONE).toInstant();
    }
}
