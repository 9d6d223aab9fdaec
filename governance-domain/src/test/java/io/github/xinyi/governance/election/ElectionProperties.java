package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The count against an oracle that compares every candidate with every other one. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ElectionProperties {

    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E");

    @Property(tries = 3_000)
    void equalsTheOracle(
            @ForAll("votes") List<ElectionVote> votes,
            @ForAll @IntRange(min = 1, max = 4) int seats,
            @ForAll @IntRange(min = 0, max = 2) int alternates,
            @ForAll @IntRange(min = 0, max = 3) int absent) {
        ElectionCall call = call(seats, alternates);
        ElectionResult result = Election.count(call, total(votes, absent), votes);

        for (CandidateResult candidate : result.candidates()) {
            assertThat(candidate.place())
                    .as(candidate.toString())
                    .isEqualTo(place(candidate.candidate(), votes, call, absent));
        }
    }

    @Property(tries = 1_000)
    void theOrderOfBallotsChangesNothing(
            @ForAll("votes") List<ElectionVote> votes, @ForAll Random random) {
        List<ElectionVote> shuffled = new ArrayList<>(votes);
        Collections.shuffle(shuffled, random);

        assertThat(Election.count(call(2, 1), total(votes, 1), shuffled).candidates())
                .isEqualTo(Election.count(call(2, 1), total(votes, 1), votes).candidates());
    }

    @Property(tries = 1_000)
    void neverSeatsMoreThanThereAreSeats(@ForAll("votes") List<ElectionVote> votes) {
        ElectionResult result = Election.count(call(2, 1), total(votes, 0), votes);

        assertThat(result.in(Place.ELECTED)).hasSizeLessThanOrEqualTo(2);
        assertThat(result.in(Place.ALTERNATE)).hasSizeLessThanOrEqualTo(1);
        assertThat(result.in(Place.SEAT_CONTESTED).isEmpty()).isEqualTo(result.runOff().isEmpty());
    }

    @Provide
    Arbitrary<List<ElectionVote>> votes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of("A", "A", "B", "B", "C", "D", "E").set().ofMaxSize(4))
                .as(
                        (holder, area, names) ->
                                new ElectionVote(
                                        VotingHolder.of(PersonId.of("P" + holder)),
                                        FloorArea.ofSquareDecimetres(area),
                                        new TreeSet<>(names.stream().map(PersonId::of).toList())))
                .list()
                .uniqueElements(ElectionVote::holder)
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** By definition: who has strictly more support than whom, one pair after the other. */
    private static Place place(
            PersonId candidate, List<ElectionVote> votes, ElectionCall call, int absent) {
        List<ElectionVote> valid =
                votes.stream().filter(v -> v.names().size() <= call.seats().open()).toList();
        long all = votes.stream().mapToLong(v -> v.area().squareDecimetres()).sum() + 2L * absent;
        if (3 * valid.size() < 2 * (votes.size() + absent) || 3 * area(valid) < 2 * all) {
            return Place.NO_QUORUM;
        }
        if (!hasMajority(candidate, valid)) {
            return Place.NO_MAJORITY;
        }
        int seats = call.seats().open();
        int both = seats + call.seats().alternates();
        boolean contested = NAMES.stream().anyMatch(n -> isTied(PersonId.of(n), seats, valid));
        if (notBehind(candidate, valid) <= seats) {
            return Place.ELECTED;
        }
        if (isTied(candidate, seats, valid)) {
            return Place.SEAT_CONTESTED;
        }
        if (contested) {
            return Place.AFTER_RUN_OFF;
        }
        if (notBehind(candidate, valid) <= both) {
            return Place.ALTERNATE;
        }
        return isTied(candidate, both, valid) && ahead(candidate, valid) < both
                ? Place.ALTERNATE_CONTESTED
                : Place.NO_PLACE;
    }

    private static boolean isTied(PersonId candidate, int places, List<ElectionVote> valid) {
        return hasMajority(candidate, valid)
                && ahead(candidate, valid) < places
                && notBehind(candidate, valid) > places;
    }

    private static long ahead(PersonId candidate, List<ElectionVote> valid) {
        return NAMES.stream()
                .map(PersonId::of)
                .filter(o -> hasMajority(o, valid) && compare(o, candidate, valid) > 0)
                .count();
    }

    private static long notBehind(PersonId candidate, List<ElectionVote> valid) {
        return NAMES.stream()
                .map(PersonId::of)
                .filter(o -> hasMajority(o, valid) && compare(o, candidate, valid) >= 0)
                .count();
    }

    private static int compare(PersonId one, PersonId other, List<ElectionVote> valid) {
        int byHeads = Long.compare(of(one, valid).size(), of(other, valid).size());
        return byHeads != 0 ? byHeads : Long.compare(area(of(one, valid)), area(of(other, valid)));
    }

    private static boolean hasMajority(PersonId candidate, List<ElectionVote> valid) {
        return 2 * of(candidate, valid).size() > valid.size()
                && 2 * area(of(candidate, valid)) > area(valid);
    }

    private static List<ElectionVote> of(PersonId candidate, List<ElectionVote> valid) {
        return valid.stream().filter(v -> v.names().contains(candidate)).toList();
    }

    private static long area(List<ElectionVote> votes) {
        return votes.stream().mapToLong(v -> v.area().squareDecimetres()).sum();
    }

    private static ElectionCall call(int seats, int alternates) {
        return new ElectionCall(
                new Seats(seats, 1, 0, alternates),
                new TreeSet<>(NAMES.stream().map(PersonId::of).toList()),
                Ranking.HEADS_THEN_AREA);
    }

    private static Votes total(List<ElectionVote> votes, int absent) {
        return new Votes(
                FloorArea.ofSquareDecimetres(area(votes) + 2L * absent),
                HeadCount.of(votes.size() + absent));
    }
}
