package io.github.xinyi.governance.conference;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.xinyi.governance.event.Wording;
import io.github.xinyi.governance.identity.ActionItemId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A history that grows by accepted events, with short ways to write them. */
final class Sessions {

    static final CommunityId COMMUNITY = CommunityId.of("C034");
    static final LocalDate JULY_1 = LocalDate.of(2025, 7, 1);
    static final Party CONVENER = new Party("社区党组织");
    static final Party BRANCH = new Party("小区党支部");
    static final Party COMMITTEE = new Party("业委会（物管会）");
    static final Party FIRM = new Party("物业服务企业");

    private final List<ConferenceEvent> history = new ArrayList<>();
    private Conferences state = Conferences.from(List.of());

    static Sessions adopted() {
        return new Sessions()
                .then(
                        new PatternAdopted(
                                COMMUNITY,
                                ConferencePatternSheet.fourParty(),
                                at(JULY_1.minusDays(20))));
    }

    Conferences state() {
        return state;
    }

    List<ConferenceEvent> history() {
        return history;
    }

    Sessions then(ConferenceEvent event) {
        ConferenceEvent accepted =
                state.propose(event)
                        .orElseThrow(
                                ruling -> new IllegalStateException(ruling.notMet().toString()));
        state = state.after(accepted);
        history.add(accepted);
        return this;
    }

    /** What speaks against an event; nothing may have changed by the asking. */
    Set<ConferenceRule> against(ConferenceEvent event) {
        Ruling ruling =
                state.propose(event)
                        .fold(accepted -> Ruling.of(ConferenceRule.NEW.check(true)), r -> r);
        Set<ConferenceRule> rules = new TreeSet<>();
        for (ConferenceRule rule : ConferenceRule.values()) {
            if (ruling.refuses(rule.code())) {
                rules.add(rule);
            }
        }
        assertThat(Conferences.from(history).sittings()).isEqualTo(state.sittings());
        return rules;
    }

    /** Calls an ordinary conference 10 days before, sends the agenda in time, and opens it. */
    Sessions open(String meeting, LocalDate day) {
        return then(call(meeting, Kind.ORDINARY, CONVENER, day))
                .then(agenda(meeting, day.minusDays(3)))
                .then(come(meeting, CONVENER, day))
                .then(come(meeting, COMMITTEE, day))
                .then(come(meeting, FIRM, day))
                .then(new ConferenceOpened(COMMUNITY, MeetingId.of(meeting), at(day)));
    }

    static ConferenceCalled call(String meeting, Kind kind, Party by, LocalDate day) {
        return new ConferenceCalled(
                COMMUNITY,
                MeetingId.of(meeting),
                kind,
                by,
                day.minusDays(kind == Kind.EXTRA ? 7 : 10),
                day,
                at(day.minusDays(kind == Kind.EXTRA ? 7 : 10)));
    }

    static AgendaSent agenda(String meeting, LocalDate sent) {
        return new AgendaSent(
                COMMUNITY,
                MeetingId.of(meeting),
                List.of(
                        new AgendaItem(new Wording("三号楼排水"), new TreeSet<>()),
                        new AgendaItem(
                                new Wording("更换物业"),
                                new TreeSet<>(Set.of(Business.MANAGER_DISMISSAL)))),
                PersonId.of("P-社区"),
                at(sent));
    }

    static AttendanceRecorded come(String meeting, Party party, LocalDate day) {
        return new AttendanceRecorded(
                COMMUNITY,
                MeetingId.of(meeting),
                party,
                PersonId.of("P-" + party.value().substring(0, 2)),
                at(day));
    }

    static ActionItemRaised raise(String meeting, String item, LocalDate deadline, LocalDate day) {
        return raise(meeting, 1, item, Purpose.OWN_BUSINESS, deadline, day);
    }

    static ActionItemRaised raise(
            String meeting,
            int number,
            String item,
            Purpose purpose,
            LocalDate deadline,
            LocalDate day) {
        return new ActionItemRaised(
                COMMUNITY,
                MeetingId.of(meeting),
                number,
                ActionItemId.of(item),
                purpose,
                new Wording("疏通三号楼排水管"),
                FIRM,
                PersonId.of("P-张三"),
                deadline,
                at(day));
    }

    static ActionItemDealtWith deal(
            String meeting, String item, Dealing dealing, LocalDate deadline, LocalDate day) {
        return new ActionItemDealtWith(
                COMMUNITY,
                MeetingId.of(meeting),
                ActionItemId.of(item),
                dealing,
                new Wording("已约施工队"),
                deadline,
                at(day));
    }

    static AgendaClosed close(String meeting, LocalDate day) {
        return new AgendaClosed(COMMUNITY, MeetingId.of(meeting), at(day));
    }

    static Instant at(LocalDate day) {
        return day.atTime(9, 30).atZone(Meeting.ZONE).toInstant();
    }
}
