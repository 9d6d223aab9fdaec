package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionResult.Validity;
import io.github.xinyi.governance.election.SpoiledVote.Reason;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionTest {

    private static final long AREA = 100_00;

    @ParameterizedTest
    @CsvSource({"19,NO_QUORUM", "20,COMPLETE", "21,COMPLETE"})
    void twoThirdsOfTheHeadsMustTakePartByCivilCode278(int voters, Validity expected) {
        ElectionResult result = Election.count(call(1, "A"), total(30, 21), votes(voters, "A"));

        assertThat(result.validity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1999999,NO_QUORUM", "2000000,COMPLETE", "2000001,COMPLETE"})
    void twoThirdsOfTheAreaMustTakePartByCivilCode278(long area, Validity expected) {
        List<ElectionVote> votes = List.of(vote("P1", area, "A"));
        Votes total = new Votes(FloorArea.ofSquareDecimetres(3_000_000), HeadCount.of(1));

        assertThat(Election.count(call(1, "A"), total, votes).validity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"14,NO_MAJORITY", "15,NO_MAJORITY", "16,ELECTED"})
    void aCandidateNeedsMoreThanHalfOfThoseTakingPartByCivilCode278(int support, Place expected) {
        List<ElectionVote> votes = votes(support, "A");
        votes.addAll(abstentions(30 - support));

        ElectionResult result = Election.count(call(1, "A"), total(30, 30), votes);

        assertThat(result.candidates().get(0).place()).isEqualTo(expected);
        assertThat(result.candidates().get(0).ruling().verdict())
                .isEqualTo(expected == Place.ELECTED ? Verdict.MET : Verdict.NOT_MET);
    }

    @Test
    void aCandidateNeedsBothAreaAndHeadsByCivilCode278() {
        List<ElectionVote> votes =
                List.of(vote("P1", 300, "A"), vote("P2", 100, "B"), vote("P3", 100, "B"));

        ElectionResult result =
                Election.count(call(1, "A", "B"), new Votes(area(500), HeadCount.of(3)), votes);

        assertThat(result.in(Place.NO_MAJORITY)).hasSize(2);
        assertThat(result.validity()).isEqualTo(Validity.TOO_FEW);
    }

    @ParameterizedTest
    @CsvSource({"3,TOO_FEW", "4,TOO_FEW", "5,PARTIAL", "6,PARTIAL", "7,COMPLETE"})
    void aCommitteeNeedsItsLegalMinimumByHangzhou27(int elected, Validity expected) {
        assertThat(withElected(Seats.of(7, 5), elected).validity()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4,TOO_FEW", "5,TOO_FEW", "6,PARTIAL", "7,PARTIAL"})
    void aCommitteeNeedsMoreThanHalfOfTheAgreedNumberByHangzhou27(int elected, Validity expected) {
        assertThat(withElected(Seats.of(10, 3), elected).validity()).isEqualTo(expected);
    }

    @Test
    void ranksByHeadsAndThenByAreaAsTheRankingSays() {
        List<ElectionVote> votes =
                List.of(
                        vote("P1", 100, "A"),
                        vote("P2", 100, "A", "B"),
                        vote("P3", 100, "A", "B"),
                        vote("P4", 500, "B"),
                        vote("P5", 10, "A"));
        Votes total = new Votes(area(810), HeadCount.of(5));
        SortedSet<PersonId> candidates = people("A", "B");

        ElectionResult byHeads = Election.count(call(Seats.of(2, 1), "A", "B"), total, votes);
        ElectionResult byArea =
                Election.count(
                        new ElectionCall(
                                Seats.of(2, 1),
                                candidates,
                                new Ranking(List.of(Ranking.Key.AREA), Standing.TEXT_READ)),
                        total,
                        votes);

        assertThat(byHeads.candidates().get(0).candidate()).isEqualTo(PersonId.of("A"));
        assertThat(byArea.candidates().get(0).candidate()).isEqualTo(PersonId.of("B"));
    }

    @Test
    void aTieOverTheLastSeatElectsNoneOfTheTiedAndARunOffDecides() {
        List<ElectionVote> votes = new ArrayList<>();
        votes.add(vote("P1", AREA, "A", "B"));
        votes.add(vote("P2", AREA, "A", "C"));
        votes.add(vote("P3", AREA, "B", "C"));
        votes.add(vote("P4", AREA, "A", "B"));
        votes.add(vote("P5", AREA, "A", "C"));

        ElectionResult result = Election.count(call(2, "A", "B", "C"), total(5, 5), votes);

        assertThat(result.in(Place.ELECTED)).containsExactly(PersonId.of("A"));
        assertThat(result.in(Place.SEAT_CONTESTED))
                .containsExactly(PersonId.of("B"), PersonId.of("C"));
        assertThat(result.validity()).isEqualTo(Validity.RUN_OFF);
        assertThat(result.ruling().verdict()).isEqualTo(Verdict.PENDING);
        ElectionCall runOff = result.runOff().orElseThrow();
        assertThat(runOff.seats().open()).isEqualTo(1);
        assertThat(runOff.candidates()).isEqualTo(people("B", "C"));
        assertThat(Election.count(runOff, total(5, 5), votes(4, "C")).validity())
                .isEqualTo(Validity.COMPLETE);
    }

    @Test
    void givesNoPlaceToTheTiedUntilOneMoreVoteParts() {
        List<ElectionVote> votes = new ArrayList<>(votes(2, "A", "B"));
        votes.add(vote("Q1", AREA, "A", "C"));
        votes.add(vote("Q2", AREA, "A", "B"));
        votes.add(vote("Q3", AREA, "B", "C"));
        votes.add(vote("Q4", AREA, "C", "A"));
        votes.add(vote("Q5", AREA, "C", "A"));
        Seats seats = new Seats(2, 1, 0, 1);

        ElectionResult result = Election.count(call(seats, "A", "B", "C"), total(7, 7), votes);

        assertThat(result.in(Place.ELECTED)).containsExactly(PersonId.of("A"));
        assertThat(result.in(Place.SEAT_CONTESTED)).hasSize(2);

        votes.add(vote("Q6", AREA, "B"));
        ElectionResult settled = Election.count(call(seats, "A", "B", "C"), total(8, 8), votes);

        assertThat(settled.in(Place.ELECTED)).hasSize(2);
        assertThat(settled.in(Place.NO_MAJORITY)).containsExactly(PersonId.of("C"));
    }

    @Test
    void setsAsideBallotsWithTooManyNamesStrangersAndRepeats() {
        List<ElectionVote> votes =
                List.of(
                        vote("P1", AREA, "A", "B"),
                        vote("P2", AREA, "X"),
                        vote("P3", AREA, "A"),
                        vote("P3", AREA, "B"),
                        vote("P1", AREA, "A"));

        ElectionResult result = Election.count(call(1, "A", "B"), total(3, 3), votes);

        assertThat(result.spoiled())
                .extracting(SpoiledVote::reason)
                .containsExactly(Reason.TOO_MANY_NAMES, Reason.NOT_A_CANDIDATE, Reason.REPEATED);
        assertThat(result.participating()).isEqualTo(total(2, 2));
        assertThat(result.validity()).isEqualTo(Validity.COMPLETE);
        for (Language language : Language.values()) {
            RuleTexts texts = RuleTexts.governance(language);
            assertThat(texts.render(result.ruling())).doesNotContain("election.");
            assertThat(texts.render(result.spoiled().get(0))).doesNotContain("election.");
        }
    }

    @Test
    void boundsSeatsCandidatesAndNames() {
        String[] most = names(ElectionCall.MAX_CANDIDATES);
        assertThat(call(1, most).candidates()).hasSize(100);
        assertThatThrownBy(() -> call(1, names(101))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(vote("P1", 1, names(101)).names()).hasSize(101);
        assertThatThrownBy(() -> vote("P1", 1, names(102)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Seats(99, 99, 98, 99).open()).isEqualTo(1);
        assertThatThrownBy(() -> Seats.of(100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seats(5, 5, 5, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seats.of(5, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ranking(List.of(), Standing.INTERPRETATION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Election.count(call(1, "A"), total(1, 1), votes(2, "A")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Everybody votes, and so many of the candidates have everybody's vote. */
    private static ElectionResult withElected(Seats seats, int elected) {
        String[] names = names(seats.agreed());
        return Election.count(
                call(seats, names), total(3, 3), votes(3, Arrays.copyOf(names, elected)));
    }

    private static String[] names(int number) {
        return IntStream.range(0, number).mapToObj(i -> "C" + i).toArray(String[]::new);
    }

    private static ElectionCall call(int seats, String... candidates) {
        return call(Seats.of(seats, 1), candidates);
    }

    private static ElectionCall call(Seats seats, String... candidates) {
        return new ElectionCall(seats, people(candidates), Ranking.HEADS_THEN_AREA);
    }

    private static List<ElectionVote> votes(int number, String... names) {
        return IntStream.range(0, number)
                .mapToObj(i -> vote("P" + i, AREA, names))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<ElectionVote> abstentions(int number) {
        return IntStream.range(0, number).mapToObj(i -> vote("N" + i, AREA)).toList();
    }

    private static ElectionVote vote(String holder, long area, String... names) {
        return new ElectionVote(VotingHolder.of(PersonId.of(holder)), area(area), people(names));
    }

    private static SortedSet<PersonId> people(String... names) {
        return Arrays.stream(names)
                .map(PersonId::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Votes total(int heads, int areas) {
        return new Votes(area(areas * AREA), HeadCount.of(heads));
    }

    private static FloorArea area(long squareDecimetres) {
        return FloorArea.ofSquareDecimetres(squareDecimetres);
    }
}
