package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.person;

import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Nominator;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.election.Election;
import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.ElectionVote;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Real elections by names among nine owners with equal homes; five votes are a majority. */
final class Elections {

    static final int VOTERS = 9;
    static final MotionId MOTION = MotionId.of("M1");

    private Elections() {}

    /** Candidates in turn with their votes, for example 1, 9, 2, 7. */
    static SortedMap<Integer, Integer> votes(int... pairs) {
        SortedMap<Integer, Integer> votes = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            votes.put(pairs[i], pairs[i + 1]);
        }
        return votes;
    }

    static CandidatePaper paper(Seats seats, Map<Integer, Integer> votes) {
        return new CandidatePaper(
                COMMUNITY,
                TERM,
                seats,
                new TreeSet<>(votes.keySet().stream().map(Bodies::person).toList()),
                Ranking.HEADS_THEN_AREA);
    }

    /** At a meeting that closes on a day, with the paper on its motion. */
    static CandidatePaper.Vote held(
            String meeting, LocalDate closes, Seats seats, Map<Integer, Integer> votes) {
        return held(meeting, closes, seats, votes, Bylaws.none());
    }

    static CandidatePaper.Vote held(
            String meeting,
            LocalDate closes,
            Seats seats,
            Map<Integer, Integer> votes,
            Bylaws bylaws) {
        CandidatePaper paper = paper(seats, votes);
        return paper.counted(count(meeting, closes, paper, votes, bylaws, paper.document()));
    }

    static ElectionResult count(
            String id,
            LocalDate closes,
            CandidatePaper paper,
            Map<Integer, Integer> votes,
            Motion.Document... documents) {
        return count(id, closes, paper, votes, Bylaws.none(), documents);
    }

    private static ElectionResult count(
            String id,
            LocalDate closes,
            CandidatePaper paper,
            Map<Integer, Integer> votes,
            Bylaws bylaws,
            Motion.Document... documents) {
        Instant opens = at(closes.minusDays(2));
        Meeting meeting =
                new Meeting(
                        MeetingId.of(id),
                        paper.community(),
                        closes.minusDays(30),
                        closes.minusDays(30),
                        opens,
                        at(closes).minusSeconds(3 * 3_600),
                        List.of(
                                new Motion(
                                        MOTION,
                                        Matter.COMMITTEE_ELECTION,
                                        "选举业主委员会",
                                        List.of(documents))));
        List<Set<PersonId>> wanted = new ArrayList<>();
        IntStream.range(0, VOTERS).forEach(n -> wanted.add(new TreeSet<>()));
        int voter = 0;
        for (Map.Entry<Integer, Integer> candidate : votes.entrySet()) {
            for (int i = 0; i < candidate.getValue(); i++) {
                wanted.get(voter++ % VOTERS).add(person(candidate.getKey()));
            }
        }
        List<ElectionVote> papers =
                IntStream.range(0, VOTERS).mapToObj(n -> vote(n, opens, wanted.get(n))).toList();
        return Election.count(
                        meeting,
                        MOTION,
                        call(paper),
                        roster(meeting),
                        papers,
                        bylaws,
                        meeting.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** As the nation's law allows it in a large community. */
    static ElectionCall call(CandidatePaper paper) {
        return ElectionCall.under(
                        Profiles.of("NATIONAL"),
                        Bodies.LARGE.households(),
                        Bodies.LARGE.area(),
                        paper.seats(),
                        paper.candidates(),
                        paper.ranking())
                .orElseThrow(ruling -> new IllegalStateException(ruling.notMet().toString()));
    }

    private static ElectionVote vote(int voter, Instant at, Set<PersonId> names) {
        return new ElectionVote(
                BallotId.of("B" + voter),
                UnitId.of("U" + voter),
                PersonId.of("V" + voter),
                Channel.ONLINE,
                at,
                Signature.SIGNED,
                new Mandate.Own(),
                new TreeSet<>(names));
    }

    private static Roster roster(Meeting meeting) {
        List<Unit> units =
                IntStream.range(0, VOTERS)
                        .mapToObj(
                                n ->
                                        new Unit(
                                                UnitId.of("U" + n),
                                                "1号楼",
                                                UnitUse.RESIDENTIAL,
                                                FloorArea.parse("90"),
                                                AreaEvidence.REGISTRY,
                                                DeliveryStatus.SOLD_DELIVERED,
                                                new TreeSet<>(Set.of(PersonId.of("V" + n)))))
                        .toList();
        return Roster.of(meeting.community(), meeting.rosterDate(), PersonId.of("D1"), units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    static Slate slate(int agreed, List<PersonId> seated, List<PersonId> following) {
        return new Slate(agreed, candidacies(seated), candidacies(following));
    }

    static Slate slate(int agreed, int[] seated, int... following) {
        return slate(agreed, numbered(seated), numbered(following));
    }

    private static List<PersonId> numbered(int... numbers) {
        return IntStream.of(numbers).mapToObj(Bodies::person).toList();
    }

    private static List<Candidacy> candidacies(List<PersonId> persons) {
        return persons.stream()
                .map(
                        person ->
                                new Candidacy(
                                        new Member(person, Side.OWNERS),
                                        Nominator.SELF,
                                        new TreeSet<>()))
                .toList();
    }
}
