package io.github.xinyi.rest;

import io.github.xinyi.governance.committee.Candidacy;
import io.github.xinyi.governance.committee.CommitteeClauses;
import io.github.xinyi.governance.committee.CommitteeEvent;
import io.github.xinyi.governance.committee.Founding;
import io.github.xinyi.governance.committee.GoverningBody;
import io.github.xinyi.governance.committee.Member;
import io.github.xinyi.governance.committee.Option;
import io.github.xinyi.governance.conference.ConferenceEvent;
import io.github.xinyi.governance.conference.ConferenceEvent.ConferenceCalled;
import io.github.xinyi.governance.conference.ConferenceEvent.PatternAdopted;
import io.github.xinyi.governance.conference.ConferencePatternSheet;
import io.github.xinyi.governance.conference.Party;
import io.github.xinyi.governance.deliberation.PatternSheet;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.event.Append;
import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.TeamId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.records.RecordKind;
import io.github.xinyi.governance.team.Assignment;
import io.github.xinyi.governance.team.Candidate;
import io.github.xinyi.governance.team.Seat;
import io.github.xinyi.governance.team.ServiceContract;
import io.github.xinyi.governance.team.Team;
import io.github.xinyi.governance.team.TeamEvent;
import io.github.xinyi.governance.team.TeamEvent.TeamFormed;
import io.github.xinyi.governance.team.TeamPattern;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A management committee, two procedures and a conference of the village, as its records are. */
final class GovernedVillage {

    static final String WRITTEN = "更换屋面防水层";
    static final LocalDate FORMED = LocalDate.of(2024, 3, 1);

    private GovernedVillage() {}

    static void record(EventStore events) {
        append(events, RecordKind.COMMITTEE, "first", List.of(formed()));
        append(events, RecordKind.PROCEDURE, "2025-P-01", List.of(opened("2025-P-01", 1)));
        append(events, RecordKind.PROCEDURE, "2025-P-02", List.of(opened("2025-P-02", 2)));
        append(events, RecordKind.CONFERENCE, "four-party", conference());
        append(events, RecordKind.TEAM, "T-01", team());
        append(events, RecordKind.TEAM, "T-02", List.of(formed("T-02")));
    }

    private static void append(
            EventStore events, RecordKind kind, String id, List<? extends DomainEvent> brought) {
        SampleVillage.accept(
                events.append(
                        new Append(
                                kind.stream(SampleVillage.ID, id),
                                CommandId.of(kind + "-" + id),
                                0,
                                List.copyOf(brought))));
    }

    /** The residents' committee in the chair, four owners and two users. */
    private static CommitteeEvent formed() {
        List<Candidacy> members =
                Stream.of(
                                Stream.of(sent(1, Option.Side.RESIDENTS_COMMITTEE)),
                                IntStream.rangeClosed(2, 5).mapToObj(GovernedVillage::owner),
                                IntStream.rangeClosed(6, 7)
                                        .mapToObj(n -> sent(n, Option.Side.USERS)))
                        .flatMap(some -> some)
                        .toList();
        return SampleVillage.accept(
                new Founding(
                                SampleVillage.ID,
                                new Founding.Size(500, FloorArea.parse("60000")),
                                CommitteeClauses.national(
                                        GoverningBody.Kind.PROPERTY_MANAGEMENT_COMMITTEE))
                        .form(
                                new Founding.Appointment(
                                        Option.Ground.NO_CONDITIONS,
                                        person(1),
                                        List.of(person(2)),
                                        FORMED.minusDays(15),
                                        List.of()),
                                new Founding.Slate(7, members, List.of()),
                                new EffectivePeriod(FORMED, FORMED.plusYears(2)),
                                noon(FORMED)));
    }

    private static PersonId person(int number) {
        return PersonId.of("MEMBER%02d".formatted(number));
    }

    private static Candidacy owner(int number) {
        return new Candidacy(
                new Member(person(number), Option.Side.OWNERS),
                Option.Nominator.SELF,
                new TreeSet<>());
    }

    private static Candidacy sent(int number, Option.Side side) {
        return new Candidacy(
                new Member(person(number), side), Option.Nominator.STREET_OFFICE, new TreeSet<>());
    }

    private static DomainEvent opened(String id, int number) {
        Motion motion = new Motion(MotionId.of("M" + number), Matter.MAINTENANCE_FUND_USE, WRITTEN);
        return SampleVillage.accept(
                Procedure.open(
                        PatternSheet.fiveDeliberations(),
                        new Procedure.Opening(
                                ProcedureId.of(id),
                                SampleVillage.ID,
                                motion,
                                noon(LocalDate.of(2025, 3, number)))));
    }

    private static List<ConferenceEvent> conference() {
        LocalDate day = LocalDate.of(2025, 3, 28);
        return List.of(
                new PatternAdopted(
                        SampleVillage.ID,
                        ConferencePatternSheet.fourParty(),
                        noon(day.minusDays(20))),
                new ConferenceCalled(
                        SampleVillage.ID,
                        MeetingId.of("2025-03"),
                        ConferenceEvent.Kind.ORDINARY,
                        new Party("社区党组织"),
                        day.minusDays(10),
                        day,
                        noon(day.minusDays(10))));
    }

    /** 1+3+N with its instructor and one of three advisers, who leaves at the end of May. */
    private static List<TeamEvent> team() {
        List<TeamEvent> history = new ArrayList<>();
        history.add(formed("T-01"));
        history.add(seated(history, Seat.in("联系指导员"), 11, "镇街副职班子成员", LocalDate.of(2025, 12, 31)));
        history.add(seated(history, new Seat("专业顾问", "法律"), 12, "律师", LocalDate.of(2025, 5, 31)));
        return history;
    }

    private static TeamFormed formed(String team) {
        LocalDate day = LocalDate.of(2025, 3, 1);
        ServiceContract firm =
                new ServiceContract(
                        "HT-2025-01",
                        PersonId.of("firm"),
                        EffectivePeriod.from(LocalDate.of(2025, 1, 1)));
        return SampleVillage.accept(
                Team.form(
                        SampleVillage.ID,
                        TeamId.of(team),
                        TeamPattern.onePlusThreePlusN(),
                        List.of(firm),
                        noon(day)));
    }

    private static TeamEvent seated(
            List<TeamEvent> history, Seat seat, int number, String quality, LocalDate last) {
        LocalDate first = LocalDate.of(2025, 3, 1);
        Candidate candidate =
                new Candidate(
                        person(number),
                        new TreeSet<>(Set.of(quality)),
                        new TreeSet<>(),
                        new TreeSet<>());
        return SampleVillage.accept(
                Team.from(history)
                        .assign(
                                new Assignment(
                                        seat,
                                        candidate,
                                        Assignment.Capacity.PART_TIME,
                                        new EffectivePeriod(first, last.plusDays(1))),
                                noon(first)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();
    }
}
