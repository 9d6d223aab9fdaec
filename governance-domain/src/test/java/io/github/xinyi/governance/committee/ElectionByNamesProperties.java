package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionJudgement;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever votes how: the seats go to those elected, at most once each and never too many. */
class ElectionByNamesProperties {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(Kind.OWNERS_COMMITTEE);
    private static final LocalDate FIRST_DAY = START.minusDays(60);
    private static final Seats SEVEN = new Seats(7, 5, 0, 3);
    private static final int CANDIDATES = 12;

    @Property(tries = 200)
    void anElectionWithItsRunOffSeatsExactlyTheElected(@ForAll long seed) {
        Random random = new Random(seed);
        List<CandidatePaper.Vote> votes = new ArrayList<>();
        votes.add(Elections.held("OM-1", FIRST_DAY, SEVEN, votes(random, 1, CANDIDATES, 7)));
        runOff(votes.get(0), random).ifPresent(votes::add);
        List<PersonId> elected = new ArrayList<>();
        votes.forEach(vote -> elected.addAll(judgement(vote).in(Place.ELECTED)));
        if (elected.isEmpty()) {
            return;
        }
        boolean enough = elected.size() >= 5;
        NamedElections all = new NamedElections(votes.stream().map(SeatVote::mandate).toList());
        List<PersonId> following = following(votes);

        Outcome<CommitteeEvent> outcome = founding(votes, elected, following);

        assertThat(outcome.isAccepted()).as("%s", elected).isEqualTo(enough);
        assertThat(all.seated()).isEqualTo(elected).doesNotHaveDuplicates().hasSizeBetween(1, 7);
        assertThat(all.isFollowedBy(following)).isTrue();
        assertThat(following).doesNotHaveDuplicates().doesNotContainAnyElementsOf(elected);
        if (enough) {
            Committee body = Committee.from(List.of(Bodies.value(outcome)), NATIONAL);
            assertThat(body.members()).hasSize(elected.size());
            assertThat(body.alternates()).isEqualTo(following);
        }
        List<PersonId> others = new ArrayList<>(elected);
        others.set(random.nextInt(elected.size()), Bodies.person(CANDIDATES + 1));
        assertThat(Bodies.refusedBy(founding(votes, others, following))).contains("seat-paper");
        assertThat(Bodies.refusedBy(founding(votes, elected.subList(1, elected.size()), following)))
                .contains("seat-paper");
    }

    private static Outcome<CommitteeEvent> founding(
            List<CandidatePaper.Vote> votes, List<PersonId> seated, List<PersonId> following) {
        Slate slate =
                Elections.slate(
                        7, seated.isEmpty() ? List.of(Bodies.person(99)) : seated, following);
        return new Founding(COMMUNITY, LARGE, NATIONAL).elect(votes, slate, TERM, at(START));
    }

    private static ElectionJudgement judgement(CandidatePaper.Vote vote) {
        return vote.result().judgement();
    }

    /** Alternates counted by hand: the last meeting first, a rank only whole, none after a tie. */
    private static List<PersonId> following(List<CandidatePaper.Vote> votes) {
        ElectionJudgement last = judgement(votes.get(votes.size() - 1));
        List<PersonId> following = new ArrayList<>(last.in(Place.ALTERNATE));
        if (votes.size() == 1
                || !last.in(Place.SEAT_CONTESTED).isEmpty()
                || !last.in(Place.ALTERNATE_CONTESTED).isEmpty()) {
            return following;
        }
        TreeMap<Long, List<PersonId>> waiting = new TreeMap<>();
        judgement(votes.get(0)).candidates().stream()
                .filter(one -> one.place() == Place.AFTER_RUN_OFF)
                .forEach(
                        one ->
                                waiting.computeIfAbsent(
                                                -one.support().heads().value(),
                                                heads -> new ArrayList<>())
                                        .add(one.candidate()));
        for (List<PersonId> rank : waiting.values()) {
            if (following.size() + rank.size() > SEVEN.alternates()) {
                break;
            }
            following.addAll(rank);
        }
        return following;
    }

    private static Optional<CandidatePaper.Vote> runOff(CandidatePaper.Vote first, Random random) {
        return first.result()
                .runOff()
                .map(
                        call -> {
                            SortedMap<Integer, Integer> votes = new TreeMap<>();
                            int left = Elections.VOTERS * call.seats().open();
                            for (PersonId tied : new TreeSet<>(call.candidates())) {
                                int some = Math.min(left, random.nextInt(Elections.VOTERS + 1));
                                votes.put(Integer.parseInt(tied.value().substring(1)), some);
                                left -= some;
                            }
                            return Elections.held("OM-2", START, call.seats(), votes);
                        });
    }

    /** Votes for some candidates, at most so many names a paper. */
    private static SortedMap<Integer, Integer> votes(
            Random random, int from, int candidates, int names) {
        SortedMap<Integer, Integer> votes = new TreeMap<>();
        int left = Elections.VOTERS * names;
        int high = random.nextBoolean() ? 4 : 2;
        for (int number = from; number < from + candidates; number++) {
            int some =
                    Math.min(
                            left,
                            random.nextInt(4) == 0 ? random.nextInt(5) : 9 - random.nextInt(high));
            votes.put(number, some);
            left -= some;
        }
        return votes;
    }
}
