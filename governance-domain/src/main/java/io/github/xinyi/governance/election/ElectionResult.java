package io.github.xinyi.governance.election;

import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an election comes to, for example {@link Validity#PARTIAL} with 5 of 7 elected. Only an
 * {@link Election} makes one. Immutable.
 *
 * @since 0.1.0
 */
public final class ElectionResult {

    /** Whether there is a committee. */
    public enum Validity {
        /** Too few owners took part; nobody is elected. */
        NO_QUORUM,
        /** Seats are tied and the run-off decides them. */
        RUN_OFF,
        /** Too few are elected for a committee. */
        TOO_FEW,
        /** Seats stay vacant, and there is a committee all the same (Hangzhou art. 27). */
        PARTIAL,
        /** Every seat is filled. */
        COMPLETE
    }

    private final ElectionCall call;
    private final Votes total;
    private final Votes participating;
    private final List<CandidateResult> candidates;
    private final List<SpoiledVote> spoiled;

    ElectionResult(
            ElectionCall call,
            Votes total,
            Votes participating,
            List<CandidateResult> candidates,
            List<SpoiledVote> spoiled) {
        this.call = call;
        this.total = total;
        this.participating = participating;
        this.candidates = List.copyOf(candidates);
        this.spoiled = List.copyOf(spoiled);
    }

    /**
     * Every candidate.
     *
     * @return the most votes first; where votes are equal by identifier, which decides nothing
     */
    public List<CandidateResult> candidates() {
        return candidates;
    }

    /**
     * The candidates in one place.
     *
     * @param place for example {@link Place#ELECTED}
     * @return in the order of {@link #candidates()}
     */
    public List<PersonId> in(Place place) {
        return candidates.stream()
                .filter(result -> result.place() == place)
                .map(CandidateResult::candidate)
                .toList();
    }

    /**
     * All votes taking part, spoiled ones left out.
     *
     * @return the base of every majority
     */
    public Votes participating() {
        return participating;
    }

    /**
     * The votes that do not count.
     *
     * @return in the order of receipt
     */
    public List<SpoiledVote> spoiled() {
        return spoiled;
    }

    /**
     * Whether there is a committee, derived from the findings.
     *
     * @return for example {@link Validity#COMPLETE}
     */
    public Validity validity() {
        if (!Election.isQuorate(participating, total)) {
            return Validity.NO_QUORUM;
        }
        if (contestedSeats() > 0) {
            return Validity.RUN_OFF;
        }
        if (ruling().verdict() != Verdict.MET) {
            return Validity.TOO_FEW;
        }
        return members() == call.seats().agreed() ? Validity.COMPLETE : Validity.PARTIAL;
    }

    /**
     * The findings on the committee as a whole; those on each candidate are in {@link
     * CandidateResult#ruling()}.
     *
     * @return quorum by area and heads, both rules on the number elected, and ties; the rules on
     *     numbers are pending while a run-off can still meet them
     */
    public Ruling ruling() {
        Seats seats = call.seats();
        int half = seats.agreed() / 2 + 1;
        return Ruling.of(
                RuleCheck.of(
                        ElectionRule.AREA_QUORUM,
                        Election.hasAreaQuorum(participating, total),
                        "participating",
                        participating.area(),
                        "total",
                        total.area(),
                        "threshold",
                        Election.QUORUM),
                RuleCheck.of(
                        ElectionRule.HEAD_QUORUM,
                        Election.hasHeadQuorum(participating, total),
                        "participating",
                        participating.heads(),
                        "total",
                        total.heads(),
                        "threshold",
                        Election.QUORUM),
                number(ElectionRule.LEGAL_MINIMUM, seats.legalMinimum()),
                number(ElectionRule.HALF_OF_AGREED, half),
                new RuleCheck(
                        ElectionRule.SEATS_UNCONTESTED,
                        contestedSeats() == 0 ? Verdict.MET : Verdict.PENDING,
                        Map.of("seats", Integer.toString(contestedSeats()))));
    }

    /**
     * The run-off over contested seats, in which only the tied stand.
     *
     * @return empty unless a seat is contested
     */
    public Optional<ElectionCall> runOff() {
        if (contestedSeats() == 0) {
            return Optional.empty();
        }
        Seats seats = call.seats();
        return Optional.of(
                new ElectionCall(
                        new Seats(
                                seats.agreed(),
                                seats.legalMinimum(),
                                members(),
                                seats.alternates()),
                        new TreeSet<>(in(Place.SEAT_CONTESTED)),
                        call.ranking()));
    }

    private int members() {
        return call.seats().filled() + in(Place.ELECTED).size();
    }

    private int contestedSeats() {
        return in(Place.SEAT_CONTESTED).isEmpty() ? 0 : call.seats().agreed() - members();
    }

    private Finding number(ElectionRule rule, int required) {
        Verdict missed =
                members() + contestedSeats() >= required ? Verdict.PENDING : Verdict.NOT_MET;
        return new RuleCheck(
                rule,
                members() >= required ? Verdict.MET : missed,
                RuleCheck.of(rule, true, "elected", members(), "required", required).evidence());
    }

    /** For example {@code COMPLETE: [P0001, P0004, P0007]}. */
    @Override
    public String toString() {
        return validity() + ": " + in(Place.ELECTED);
    }
}
