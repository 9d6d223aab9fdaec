package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.election.Calls;
import io.github.xinyi.governance.election.Election;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.ElectionVote;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CommentsDisplayed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ConveningOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.CorrectionOrdered;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionRevoked;
import io.github.xinyi.governance.proceeding.ProceedingEvent.DecisionsFiled;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Form;
import io.github.xinyi.governance.proceeding.ProceedingEvent.MinutesSigned;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Neighbourhood;
import io.github.xinyi.governance.proceeding.ProceedingEvent.NoticeGiven;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ObjectionReceived;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Office;
import io.github.xinyi.governance.proceeding.ProceedingEvent.OfficeConvened;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Postponed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.ResultPublished;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Revoker;
import io.github.xinyi.governance.proceeding.ProceedingEvent.TallyRecorded;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingClosed;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingExtended;
import io.github.xinyi.governance.proceeding.ProceedingEvent.VotingOpened;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Events of one meeting, by the number of days since it was proposed. */
final class Courses {

    static final CommunityId COMMUNITY = CommunityId.of("c1");
    static final MeetingId MEETING = MeetingId.of("2024-OM-01");
    static final MotionId M1 = MotionId.of("M1");
    static final MotionId M2 = MotionId.of("M2");
    static final MotionId ELSE = MotionId.of("M9");
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final LocalDate DAY_0 = LocalDate.of(2024, 12, 1);

    private Courses() {}

    static ProceedingTerms terms(String region) {
        return ProceedingTerms.under(Profiles.of(region));
    }

    /** The morning of a day. */
    static Instant at(long day) {
        return Instant.parse("2024-12-01T01:00:00Z").plusSeconds(86_400 * day);
    }

    static LocalDate on(long day) {
        return DAY_0.plusDays(day);
    }

    static Proposed proposed(Trigger trigger, long heads, long area) {
        return new Proposed(
                COMMUNITY,
                MEETING,
                at(0),
                trigger,
                HeadCount.of(heads),
                HeadCount.of(1_000),
                FloorArea.ofSquareDecimetres(area),
                FloorArea.ofSquareDecimetres(100_000));
    }

    static ConveningOrdered ordered(long day, long due) {
        return new ConveningOrdered(COMMUNITY, MEETING, at(day), on(due));
    }

    static OfficeConvened convened(long day) {
        return new OfficeConvened(COMMUNITY, MEETING, at(day));
    }

    static NoticeGiven notice(long day, long opens, long closes, long latest) {
        return notice(day, opens, closes, latest, Neighbourhood.RESIDENTS_COMMITTEE_TOLD);
    }

    static NoticeGiven notice(
            long day, long opens, long closes, long latest, Neighbourhood neighbourhood) {
        return new NoticeGiven(
                COMMUNITY,
                MEETING,
                at(day),
                on(day),
                DAY_0,
                at(opens),
                at(closes),
                at(latest),
                neighbourhood,
                new TreeSet<>(Set.of(Form.WRITTEN, Form.ELECTRONIC)),
                List.of(
                        new Motion(M1, Matter.COMMITTEE_ELECTION, "选举业主委员会"),
                        new Motion(M2, Matter.MANAGER_APPOINTMENT, "选聘物业服务企业")));
    }

    static Postponed postponed(long day, long opens, long closes) {
        return new Postponed(COMMUNITY, MEETING, at(day), at(opens), at(closes));
    }

    static VotingOpened opened(long day) {
        return new VotingOpened(COMMUNITY, MEETING, at(day));
    }

    static VotingExtended extended(long day, long closes) {
        return new VotingExtended(COMMUNITY, MEETING, at(day), at(closes));
    }

    static VotingClosed closed(long day) {
        return new VotingClosed(COMMUNITY, MEETING, at(day));
    }

    /** What the count of a meeting called on day 1, open from day 16 to day 26, is recorded as. */
    static TallyRecorded tallied(long day, Result one, Result two) {
        return tallied(day, 26, List.of(topic(M1, one), topic(M2, two)), List.of());
    }

    static TallyRecorded tallied(
            long day, long closes, List<TopicResult> results, List<TopicElection> elections) {
        return new TallyRecorded(
                COMMUNITY,
                MEETING,
                at(day),
                DAY_0,
                new RosterDigest(DIGEST),
                on(1),
                at(16),
                at(closes),
                DIGEST,
                results,
                elections,
                new RecordedTerms(List.of(), List.of()));
    }

    static TopicResult topic(MotionId motion, Result result) {
        Matter matter = motion.equals(M1) ? Matter.COMMITTEE_ELECTION : Matter.MANAGER_APPOINTMENT;
        return new TopicResult(motion, matter, figures(result), result);
    }

    /** Of three owners with 1.00 m² each so many take part and consent that it comes to that. */
    static MotionCount figures(Result result) {
        int taking = result == Result.NO_QUORUM ? 1 : 3;
        int yes = result == Result.PASSED ? 2 : 0;
        return new MotionCount(votes(3), votes(yes), votes(taking - yes), votes(0));
    }

    static Votes votes(long owners) {
        return new Votes(FloorArea.ofSquareDecimetres(100 * owners), HeadCount.of(owners));
    }

    /** Three owners with 1.00 m² each on the record date. */
    static Roster roster(Meeting meeting) {
        List<Unit> homes =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                i ->
                                        new Unit(
                                                UnitId.of("U" + i),
                                                "1号楼",
                                                UnitUse.RESIDENTIAL,
                                                FloorArea.ofSquareDecimetres(100),
                                                AreaEvidence.REGISTRY,
                                                DeliveryStatus.SOLD_DELIVERED,
                                                new TreeSet<>(Set.of(PersonId.of("P" + i)))))
                        .toList();
        return Roster.of(meeting.community(), meeting.rosterDate(), PersonId.of("D1"), homes)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** A real count in which nobody answers the first topic, and everybody consents to the next. */
    static TallyResult unanswered(Meeting meeting) {
        return unanswered(meeting, Bylaws.none());
    }

    static TallyResult unanswered(Meeting meeting, Bylaws bylaws) {
        List<Ballot> ballots =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                owner ->
                                        ballot(
                                                meeting,
                                                owner,
                                                new TreeMap<>(Map.of(M2, Set.of(Choice.FOR)))))
                        .toList();
        return Tally.count(
                        meeting,
                        roster(meeting),
                        BallotBox.of(ballots),
                        bylaws,
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Ballot ballot(
            Meeting meeting, int owner, SortedMap<MotionId, Set<Choice>> choices) {
        return new Ballot(
                BallotId.of("V" + owner),
                UnitId.of("U" + owner),
                PersonId.of("P" + owner),
                Channel.PAPER,
                meeting.opensAt(),
                Signature.SIGNED,
                choices);
    }

    /** A real count of ballots that comes to these results, in the order of the topics. */
    static TallyResult counted(Meeting meeting, Result... results) {
        List<Ballot> ballots = new ArrayList<>();
        for (int owner = 1; owner <= 3; owner++) {
            SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
            for (int i = 0; i < results.length; i++) {
                boolean answers = results[i] != Result.NO_QUORUM || owner == 1;
                choices.put(
                        meeting.motions().get(i).id(),
                        !answers
                                ? Set.of()
                                : Set.of(
                                        results[i] == Result.REJECTED
                                                ? Choice.AGAINST
                                                : Choice.FOR));
            }
            ballots.add(ballot(meeting, owner, choices));
        }
        return Tally.of(meeting, roster(meeting), ballots, meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** A real count under the rules of a community: each owner's answer to both topics. */
    static TallyResult counted(Meeting meeting, Bylaws bylaws, List<Choice> answers) {
        List<Ballot> ballots =
                IntStream.range(0, answers.size())
                        .mapToObj(
                                i -> {
                                    Set<Choice> answer = Set.of(answers.get(i));
                                    return ballot(
                                            meeting,
                                            i + 1,
                                            new TreeMap<>(Map.of(M1, answer, M2, answer)));
                                })
                        .toList();
        return Tally.count(
                        meeting,
                        roster(meeting),
                        BallotBox.of(ballots),
                        bylaws,
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** A real election in which every owner wants the same persons. */
    static ElectionResult elected(Meeting meeting, MotionId topic, Seats seats, String... names) {
        return elected(
                meeting, topic, seats, List.of(List.of(names), List.of(names), List.of(names)));
    }

    /** A real election over two seats, for which A, B and C are tied. */
    static ElectionResult tied(Meeting meeting, MotionId topic) {
        return elected(
                meeting,
                topic,
                new Seats(2, 1, 0, 0),
                List.of(List.of("A", "B"), List.of("C", "B"), List.of("A", "C")));
    }

    private static ElectionResult elected(
            Meeting meeting, MotionId topic, Seats seats, List<List<String>> wanted) {
        return elected(meeting, topic, seats, wanted, Bylaws.none());
    }

    /** A real election under the law of a region: the persons whom each owner wants in turn. */
    static ElectionResult elected(
            Meeting meeting,
            MotionId topic,
            Seats seats,
            List<List<String>> wanted,
            Bylaws bylaws) {
        SortedSet<PersonId> candidates = new TreeSet<>(Set.of(PersonId.of("Z")));
        wanted.forEach(names -> names.forEach(name -> candidates.add(PersonId.of(name))));
        List<ElectionVote> papers =
                IntStream.range(0, wanted.size())
                        .mapToObj(i -> paper(meeting, i + 1, wanted.get(i)))
                        .toList();
        return Election.count(
                        meeting,
                        topic,
                        Calls.any(seats, candidates),
                        roster(meeting),
                        papers,
                        bylaws,
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static ElectionVote paper(Meeting meeting, int owner, List<String> names) {
        return new ElectionVote(
                BallotId.of("W" + owner),
                UnitId.of("U" + owner),
                PersonId.of("P" + owner),
                Channel.PAPER,
                meeting.opensAt(),
                Signature.SIGNED,
                new Mandate.Own(),
                new TreeSet<>(names.stream().map(PersonId::of).toList()));
    }

    static ResultPublished published(long day) {
        return new ResultPublished(COMMUNITY, MEETING, at(day), on(day));
    }

    static ObjectionReceived objection(long day) {
        return new ObjectionReceived(
                COMMUNITY, MEETING, at(day), on(day), PersonId.of("P1"), "未收到表决票");
    }

    static CommentsDisplayed displayed(long day, long start, long end) {
        return new CommentsDisplayed(COMMUNITY, MEETING, at(day), on(start), on(end));
    }

    static MinutesSigned minutes(long day, String... signers) {
        TreeSet<PersonId> people = new TreeSet<>();
        for (String signer : signers) {
            people.add(PersonId.of(signer));
        }
        return new MinutesSigned(COMMUNITY, MEETING, at(day), DIGEST, people);
    }

    static DecisionsFiled filed(long day, Office office) {
        return new DecisionsFiled(COMMUNITY, MEETING, at(day), on(day), office);
    }

    static CorrectionOrdered corrected(long day, MotionId motion) {
        return new CorrectionOrdered(COMMUNITY, MEETING, at(day), motion, on(day + 30), "街办令1号");
    }

    static DecisionRevoked revoked(long day, MotionId motion, Revoker by) {
        return new DecisionRevoked(COMMUNITY, MEETING, at(day), motion, on(day), by, "民初1号");
    }

    /** A meeting of which M1 passed and M2 did not, put up on day 28. */
    static List<ProceedingEvent> whole() {
        return List.of(
                proposed(Trigger.OWNERS_PROPOSAL, 200, 0),
                notice(1, 16, 26, 26),
                opened(16),
                closed(26),
                tallied(27, Result.PASSED, Result.REJECTED),
                published(28));
    }

    static Proceeding upTo(int events) {
        return Proceeding.from(whole().subList(0, events));
    }
}
