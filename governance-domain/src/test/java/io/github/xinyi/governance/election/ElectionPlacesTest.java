package io.github.xinyi.governance.election;

import static io.github.xinyi.governance.election.Papers.people;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The place of each candidate by the votes, and the text by which an election is known. */
class ElectionPlacesTest {

    private static final Meeting MEETING = Papers.meeting(2024, 12);

    @Test
    void theNextWithAMajorityAreAlternatesAndTheRestHaveNoPlace() {
        ElectionJudgement judgement =
                judged(new Seats(2, 1, 0, 2), "A9", "B8", "C7", "D7", "E6", "F5");

        assertThat(judgement.in(Place.ELECTED)).containsExactlyElementsOf(people("A", "B"));
        assertThat(judgement.in(Place.ALTERNATE)).containsExactlyElementsOf(people("C", "D"));
        assertThat(judgement.in(Place.NO_PLACE)).containsExactlyElementsOf(people("E"));
        assertThat(judgement.in(Place.NO_MAJORITY)).containsExactlyElementsOf(people("F"));
        assertThat(judgement.runOff()).isEmpty();
    }

    @Test
    void whoComesAfterATieOverTheLastSeatWaitsForTheRunOff() {
        ElectionJudgement judgement =
                judged(new Seats(3, 1, 1, 2), "A9", "B8", "C8", "D7", "E6", "F5");

        assertThat(judgement.in(Place.ELECTED)).containsExactlyElementsOf(people("A"));
        assertThat(judgement.in(Place.SEAT_CONTESTED)).containsExactlyElementsOf(people("B", "C"));
        assertThat(judgement.in(Place.AFTER_RUN_OFF)).containsExactlyElementsOf(people("D", "E"));
        assertThat(judgement.in(Place.NO_MAJORITY)).containsExactlyElementsOf(people("F"));
        ElectionCall runOff = judgement.runOff().orElseThrow();
        assertThat(runOff.seats()).isEqualTo(new Seats(3, 1, 2, 2));
        assertThat(runOff.candidates()).isEqualTo(people("B", "C"));
    }

    @Test
    void aTieOverTheLastPlaceOfAnAlternateIsContestedToo() {
        ElectionJudgement judgement = judged(new Seats(1, 1, 0, 2), "A9", "B8", "C7", "D7");

        assertThat(judgement.in(Place.ALTERNATE)).containsExactlyElementsOf(people("B"));
        assertThat(judgement.in(Place.ALTERNATE_CONTESTED))
                .containsExactlyElementsOf(people("C", "D"));
        assertThat(judgement.runOff()).isEmpty();
    }

    @Test
    void thoseOfEqualVotesAreOfOneRank() {
        ElectionJudgement judgement = judged(new Seats(1, 1, 0, 4), "A9", "B8", "C8", "D7", "E6");

        assertThat(judgement.ranks(Place.ALTERNATE))
                .containsExactly(people("B", "C"), people("D"), people("E"));
        assertThat(judgement.ranks(Place.ELECTED)).containsExactly(people("A"));
        assertThat(judgement.ranks(Place.VOID)).isEmpty();
        assertThat(judgement).hasToString("COMPLETE: [A]");
    }

    /** Ten owners of 1.00 m² each; a letter and so many of them. */
    private static ElectionJudgement judged(Seats seats, String... supports) {
        ElectionCount count =
                new ElectionCount(
                        seats,
                        Ranking.HEADS_THEN_AREA,
                        votes(10),
                        votes(10),
                        Arrays.stream(supports)
                                .map(
                                        text ->
                                                new Support(
                                                        PersonId.of(text.substring(0, 1)),
                                                        votes(Long.parseLong(text.substring(1)))))
                                .toList());
        return ElectionJudgement.of(count, counted(List.of(), Bylaws.none()).terms());
    }

    private static Votes votes(long owners) {
        return new Votes(FloorArea.ofSquareDecimetres(100 * owners), HeadCount.of(owners));
    }

    /** Every paper stands in it with who may vote by what, and why it does not count. */
    @Test
    void theTextOfAnElectionTellsEveryPaper() {
        List<ElectionVote> papers =
                List.of(
                        vote(0, "P0", new Mandate.Own()),
                        vote(
                                1,
                                "X1",
                                new Mandate.Proxy(
                                        PersonId.of("P1"),
                                        LocalDate.of(2024, 12, 1),
                                        LocalDate.of(2024, 12, 31),
                                        new TreeMap<>(Map.of(Papers.M1, Choice.FOR)))),
                        vote(2, "X2", new Mandate.Guardian(PersonId.of("P2"))),
                        vote(3, "P3", new Mandate.Carried(PersonId.of("X3"))),
                        vote(4, "P9", new Mandate.Own()));

        ElectionResult result = counted(papers, Bylaws.none().under(Profiles.of("HANGZHOU")));
        String text = result.canonicalText();

        assertThat(text)
                .contains("\tOWN\tA\n")
                .contains("\tPROXY P1 2024-12-01 2024-12-31 M1=FOR\tA\n")
                .contains("\tGUARDIAN P2\tA\n")
                .contains("\tCARRIED X3\tA\n")
                .contains("\nspoiled\tW4\tvoting.ballot-not-an-owner\n")
                .contains("\nbylaws\t")
                .contains("\ncandidate\tA\tNO_QUORUM\n");
        assertThat(counted(papers, Bylaws.none()).canonicalText()).isNotEqualTo(text);
        assertThat(result.equals(counted(papers, Bylaws.none()))).isFalse();
        assertThat(result).isEqualTo(counted(papers, Bylaws.none().under(Profiles.of("HANGZHOU"))));
    }

    private static ElectionVote vote(int unit, String voter, Mandate mandate) {
        return new ElectionVote(
                BallotId.of("W" + unit),
                Papers.unitId(unit),
                PersonId.of(voter),
                Channel.PAPER,
                MEETING.opensAt().plusSeconds(unit),
                Signature.SIGNED,
                mandate,
                people("A"));
    }

    private static ElectionResult counted(List<ElectionVote> papers, Bylaws bylaws) {
        List<Unit> homes =
                IntStream.range(0, 5).mapToObj(i -> Papers.home(i, 100, "P" + i)).toList();
        return Election.count(
                        MEETING,
                        Papers.M1,
                        Papers.call(new Seats(1, 1, 0, 0), "A", "B"),
                        Papers.roster(MEETING, homes),
                        papers,
                        bylaws,
                        MEETING.closesAt().plusSeconds(1))
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }
}
