package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.CommitteeEvent.Estate;
import io.github.xinyi.governance.committee.CommitteeEvent.Receiver;
import io.github.xinyi.governance.committee.Founding.Appointment;
import io.github.xinyi.governance.committee.Founding.Size;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Ground;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Business;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bodies to begin with, and the shortest way to each step. */
final class Bodies {

    static final CommunityId COMMUNITY = CommunityId.of("anheyuan");
    static final LocalDate START = LocalDate.of(2024, 3, 1);
    static final EffectivePeriod TERM = new EffectivePeriod(START, START.plusYears(3));
    static final Instant AT = Instant.parse("2024-03-01T02:00:00Z");
    static final Size LARGE = new Size(500, FloorArea.parse("60000"));
    static final MeetingId SESSION = MeetingId.of("2024-S-01");
    static final MotionId ITEM = MotionId.of("I1");
    static final LocalDate SESSION_DAY = LocalDate.of(2024, 5, 20);
    static final Instant CALLED_AT = at(SESSION_DAY.minusDays(7));
    static final Instant HELD_AT = at(SESSION_DAY);

    private Bodies() {}

    /** Noon of a day, when things are recorded. */
    static Instant at(LocalDate day) {
        return day.atTime(12, 0).atZone(Meeting.ZONE).toInstant();
    }

    static Resolution resolution(Matter matter, Motion.Document... papers) {
        return resolution(COMMUNITY, matter, papers);
    }

    /** Adopted in the morning of the first day of the term. */
    static Resolution resolution(CommunityId community, Matter matter, Motion.Document... papers) {
        return resolution(community, matter, "2024-OM-01", START, papers);
    }

    static Resolution resolution(
            CommunityId community,
            Matter matter,
            String meetingId,
            LocalDate adoptedOn,
            Motion.Document... papers) {
        return vote(community, matter, meetingId, adoptedOn, Choice.FOR, 1, papers)
                .resolution()
                .orElseThrow();
    }

    /** A vote on item 3 that closes on a day; without an answer it has no quorum. */
    static MotionResult vote(LocalDate closes, @Nullable Choice answer, Motion.Document... papers) {
        return vote(
                COMMUNITY, Matter.COMMITTEE_ELECTION, "OM-" + closes, closes, answer, 1, papers);
    }

    /** The same counted before the close. */
    static MotionResult voteSoFar(LocalDate closes, Choice answer, Motion.Document... papers) {
        return vote(
                COMMUNITY, Matter.COMMITTEE_ELECTION, "OM-" + closes, closes, answer, -60, papers);
    }

    /** The same judged by the terms of a region; the voting takes two days. */
    static MotionResult voteUnder(
            Bylaws bylaws, LocalDate closes, @Nullable Choice answer, Motion.Document... papers) {
        return vote(
                bylaws,
                COMMUNITY,
                Matter.COMMITTEE_ELECTION,
                "OM-" + closes,
                closes,
                answer,
                1,
                papers);
    }

    private static MotionResult vote(
            CommunityId community,
            Matter matter,
            String meetingId,
            LocalDate adoptedOn,
            @Nullable Choice answer,
            int secondsAfterClose,
            Motion.Document... papers) {
        return vote(
                Bylaws.none(),
                community,
                matter,
                meetingId,
                adoptedOn,
                answer,
                secondsAfterClose,
                papers);
    }

    private static MotionResult vote(
            Bylaws bylaws,
            CommunityId community,
            Matter matter,
            String meetingId,
            LocalDate adoptedOn,
            @Nullable Choice answer,
            int secondsAfterClose,
            Motion.Document... papers) {
        LocalDate day = adoptedOn.minusDays(30);
        PersonId owner = PersonId.of("P1");
        UnitId home = UnitId.of("U1");
        Unit unit =
                new Unit(
                        home,
                        "1号楼",
                        UnitUse.RESIDENTIAL,
                        FloorArea.parse("90"),
                        AreaEvidence.REGISTRY,
                        DeliveryStatus.SOLD_DELIVERED,
                        new TreeSet<>(Set.of(owner)));
        Roster roster =
                Roster.of(community, day, PersonId.of("D1"), List.of(unit))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        MotionId motion = MotionId.of("M1");
        Instant opens = at(adoptedOn.minusDays(2));
        Meeting meeting =
                new Meeting(
                        MeetingId.of(meetingId),
                        community,
                        day,
                        day,
                        opens,
                        at(adoptedOn).minusSeconds(3 * 3_600),
                        List.of(new Motion(motion, matter, "表决事项", List.of(papers))));
        Ballot ballot =
                new Ballot(
                        BallotId.of("B1"),
                        home,
                        owner,
                        Channel.ONLINE,
                        opens,
                        Signature.SIGNED,
                        new TreeMap<>(Map.of(motion, answer == null ? Set.of() : Set.of(answer))));
        return Tally.count(
                        meeting,
                        roster,
                        BallotBox.of(List.of(ballot)),
                        bylaws,
                        meeting.closesAt().plusSeconds(secondsAfterClose))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(motion);
    }

    static SeatPaper paper(Slate slate, EffectivePeriod term) {
        Set<PersonId> seated = new TreeSet<>(slate.seated());
        List<PersonId> following =
                slate.following().stream().filter(p -> !seated.contains(p)).toList();
        return SeatPaper.electing(COMMUNITY, term, seated, following);
    }

    /** By the meeting that elects the body. */
    static SeatPaper.Vote voted(SeatPaper paper) {
        return paper.voted(
                resolution(
                        COMMUNITY,
                        Matter.COMMITTEE_ELECTION,
                        "2024-OM-00",
                        START,
                        paper.document()));
    }

    /** By a later meeting, or by that of another body. */
    static SeatPaper.Vote voted(SeatPaper paper, LocalDate adoptedOn) {
        String meeting = "OM-" + adoptedOn;
        return paper.voted(
                resolution(
                        COMMUNITY,
                        Matter.COMMITTEE_ELECTION,
                        meeting,
                        adoptedOn,
                        paper.document()));
    }

    static SeatPaper.Vote recalling(LocalDate adoptedOn, int... numbers) {
        Set<PersonId> persons =
                IntStream.of(numbers).mapToObj(Bodies::person).collect(Collectors.toSet());
        return voted(SeatPaper.recalling(COMMUNITY, TERM, persons), adoptedOn);
    }

    static SeatPaper.Vote seating(LocalDate adoptedOn, int number) {
        return voted(
                SeatPaper.electing(COMMUNITY, TERM, Set.of(person(number)), List.of()), adoptedOn);
    }

    static PersonId person(int number) {
        return PersonId.of("P%02d".formatted(number));
    }

    static Set<PersonId> persons(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Bodies::person).collect(Collectors.toSet());
    }

    static Candidacy owner(int number, Bar... found) {
        return new Candidacy(
                new Member(person(number), Side.OWNERS),
                Nominator.SELF,
                new TreeSet<>(Set.of(found)));
    }

    static Candidacy sent(int number, Side side) {
        return new Candidacy(
                new Member(person(number), side), Nominator.STREET_OFFICE, new TreeSet<>());
    }

    static List<Candidacy> owners(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(number -> owner(number)).toList();
    }

    static Slate slate(int seats) {
        return new Slate(seats, owners(1, seats), List.of());
    }

    /** The residents' committee in the chair as number 1, owners next, users for the rest. */
    static Slate mixed(int seats, int owners) {
        return mixed(seats, owners, Side.RESIDENTS_COMMITTEE);
    }

    static Slate mixed(int seats, int owners, Side chair) {
        Stream<Candidacy> users =
                IntStream.range(2 + owners, 1 + seats).mapToObj(n -> sent(n, Side.USERS));
        return new Slate(
                seats,
                Stream.of(Stream.of(sent(1, chair)), owners(2, owners).stream(), users)
                        .flatMap(members -> members)
                        .toList(),
                List.of());
    }

    /** Whom each side sends, the chair first, and owners for the rest. */
    static Slate sending(int seats, Side... sides) {
        Stream<Candidacy> sent =
                IntStream.range(0, sides.length).mapToObj(i -> sent(i + 1, sides[i]));
        return new Slate(
                seats,
                Stream.concat(sent, owners(sides.length + 1, seats - sides.length).stream())
                        .toList(),
                List.of());
    }

    static Appointment appointment(Ground ground, int daysShown) {
        return new Appointment(
                ground, person(1), List.of(person(2)), START.minusDays(daysShown), List.of());
    }

    static Outcome<CommitteeEvent> elect(CommitteeClauses clauses, Slate slate) {
        return new Founding(COMMUNITY, LARGE, clauses)
                .elect(List.of(voted(paper(slate, TERM))), slate, TERM, AT);
    }

    static Outcome<CommitteeEvent> form(CommitteeClauses clauses, Slate slate) {
        return new Founding(COMMUNITY, LARGE, clauses)
                .form(
                        appointment(Ground.NO_CONDITIONS, 15),
                        slate,
                        new EffectivePeriod(START, START.plusYears(2)),
                        AT);
    }

    static Committee elected(CommitteeClauses clauses, int seats) {
        return Committee.from(List.of(value(elect(clauses, slate(seats)))), clauses);
    }

    /** An owners' committee that begins when it is elected, filed with both offices on a day. */
    static Committee next(LocalDate electedOn, LocalDate filedOn) {
        CommitteeClauses clauses = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
        EffectivePeriod term = new EffectivePeriod(electedOn, electedOn.plusYears(3));
        Slate slate = new Slate(5, owners(21, 5), List.of());
        Outcome<CommitteeEvent> elected =
                new Founding(COMMUNITY, LARGE, clauses)
                        .elect(
                                List.of(voted(paper(slate, term), electedOn)),
                                slate,
                                term,
                                at(electedOn));
        Committee next = Committee.from(List.of(value(elected)), clauses);
        for (Option.FilingOffice office : Option.FilingOffice.values()) {
            next = after(next, next.acting(clauses).file(office, filedOn, at(filedOn)));
        }
        return next;
    }

    /** After that body is recorded as the next one, on the day of its filing. */
    static Committee followed(
            Committee committee, CommitteeClauses clauses, LocalDate electedOn, LocalDate filedOn) {
        return after(
                committee,
                committee.acting(clauses).recordSuccessor(next(electedOn, filedOn), at(filedOn)));
    }

    /** After everything was handed over to the next body. */
    static Committee emptied(Committee committee, CommitteeClauses clauses, LocalDate day) {
        return after(
                committee,
                committee
                        .acting(clauses)
                        .handOver(EnumSet.allOf(Estate.class), Receiver.NEXT_BODY, day, at(day)));
    }

    static Committee formed(CommitteeClauses clauses, int seats, int owners) {
        return Committee.from(List.of(value(form(clauses, mixed(seats, owners)))), clauses);
    }

    static CommitteeEvent value(Outcome<CommitteeEvent> outcome) {
        return outcome.orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    static Committee after(Committee committee, Outcome<CommitteeEvent> outcome) {
        return committee.after(value(outcome));
    }

    /** The rules in the way, by the last part of their names; empty if accepted. */
    static Set<String> refusedBy(Outcome<CommitteeEvent> outcome) {
        return outcome.fold(event -> Set.of(), Bodies::broken);
    }

    static Set<String> broken(Ruling ruling) {
        return ruling.notMet().stream()
                .map(finding -> finding.rule().value().replace("committee.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Call call(Set<PersonId> callers, Item... items) {
        return new Call(SESSION, callers, List.of(items), SESSION_DAY.minusDays(7), SESSION_DAY);
    }

    static Item ownAffairs() {
        return Item.own(ITEM, Business.OFFICERS, "推选主任");
    }

    /** A session with one item of its own, called by all members. */
    static Committee called(Committee committee, CommitteeClauses clauses) {
        Set<PersonId> all =
                committee.members().stream().map(Member::person).collect(Collectors.toSet());
        return after(
                committee,
                committee.acting(clauses).call(call(all, ownAffairs()), List.of(), CALLED_AT));
    }

    static Committee held(Committee committee, CommitteeClauses clauses, Set<PersonId> present) {
        Committee called = called(committee, clauses);
        return after(called, called.acting(clauses).hold(SESSION, present, Set.of(), HELD_AT));
    }

    static Committee leaving(Committee committee, CommitteeClauses clauses, int... numbers) {
        Committee left = committee;
        LocalDate day = START.plusMonths(1);
        for (int number : numbers) {
            Instant now = at(day).isBefore(left.recordedAt()) ? left.recordedAt() : at(day);
            left =
                    after(
                            left,
                            left.acting(clauses)
                                    .leave(
                                            person(number),
                                            Option.Departure.NO_LONGER_OWNER,
                                            day,
                                            now));
        }
        return left;
    }

    /** What one rule found wrong, with its figures and its source. */
    static Finding refusal(Outcome<CommitteeEvent> outcome, CommitteeRule rule) {
        return Answers.refused(outcome).notMet().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .findFirst()
                .orElseThrow();
    }

    /** The words of a cell; none for an empty one. */
    static Set<String> words(@Nullable String cell) {
        return cell == null ? Set.of() : Set.of(cell.split(" "));
    }
}
