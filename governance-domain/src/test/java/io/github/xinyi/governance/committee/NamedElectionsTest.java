package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who follows after an election and its run-off among a hundred owners: 1 to 5 elected, 6 to 8 tied
 * over two seats, 9 to 12 waiting with a majority.
 */
class NamedElectionsTest {

    private static final LocalDate FIRST_DAY = START.minusDays(40);

    @ParameterizedTest(name = "{0} alternates: the loser of the run-off, then {1} of who waited")
    @CsvSource({"1,0", "2,1", "3,2", "4,3", "5,4", "6,4"})
    void asManyFollowAsTheElectionWasToHave(int alternates, int waiting) {
        NamedElections elections = elections(alternates, votes(60, 59, 58, 57));

        assertThat(elections.isFollowedBy(following(waiting))).isTrue();
        assertThat(elections.isFollowedBy(following(waiting - 1))).isFalse();
        assertThat(elections.isFollowedBy(following(waiting + 1))).isFalse();
    }

    @Test
    void aRankThatNoLongerFitsWholeEndsTheList() {
        NamedElections two = elections(2, votes(60, 60, 58, 57));
        NamedElections three = elections(3, votes(60, 60, 58, 57));
        NamedElections four = elections(4, votes(60, 59, 59, 57));

        assertThat(two.isFollowedBy(following(0))).isTrue();
        assertThat(two.isFollowedBy(following(1))).isFalse();
        assertThat(three.isFollowedBy(following(2))).isTrue();
        assertThat(four.isFollowedBy(following(3))).isTrue();
    }

    /** 8, who lost the run-off, and so many of those who waited for it, in order. */
    private static List<PersonId> following(int waiting) {
        return IntStream.range(8, 9 + waiting).mapToObj(Bodies::person).toList();
    }

    private static int[] votes(int... waiting) {
        return IntStream.concat(IntStream.of(80, 80, 80, 80, 80, 70, 70, 70), IntStream.of(waiting))
                .toArray();
    }

    private static NamedElections elections(int alternates, int[] votes) {
        return new NamedElections(
                List.of(
                        held("OM-1", FIRST_DAY, new Seats(7, 5, 0, alternates), 1, votes),
                        held("OM-2", START, new Seats(7, 5, 5, alternates), 6, 70, 65, 60)));
    }

    private static SeatMandate held(
            String meeting, LocalDate closes, Seats seats, int first, int... votes) {
        Votes all = weight(100);
        List<Support> supports =
                IntStream.range(0, votes.length)
                        .mapToObj(i -> new Support(person(first + i), weight(votes[i])))
                        .toList();
        CandidatePaper.Vote some =
                Elections.held(meeting, closes, new Seats(7, 5, 0, 0), Map.of(1, Elections.VOTERS));
        ElectionByNames kept = some.mandate().names();
        return SeatMandate.of(
                some.mandate().adopted(),
                new ElectionByNames(
                        TERM,
                        seats,
                        Ranking.HEADS_THEN_AREA,
                        all,
                        all,
                        supports,
                        kept.notifiedOn(),
                        kept.openedOn(),
                        kept.electionSha256(),
                        kept.local()));
    }

    private static Votes weight(long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(heads * 100), HeadCount.of(heads));
    }
}
