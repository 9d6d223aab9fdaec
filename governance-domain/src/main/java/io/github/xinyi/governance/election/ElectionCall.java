package io.github.xinyi.governance.election;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.region.ClauseKey;
import io.github.xinyi.governance.region.OwnersCommitteeClauses;
import io.github.xinyi.governance.region.Parity;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An election as it is put to the owners, for example 7 seats and the candidates {@code P0001} to
 * {@code P0009}.
 *
 * <p>Only the law of a place makes one: {@link #under} refuses seats that it does not allow, and a
 * run-off has the seats of the election before it. Immutable.
 *
 * @since 0.1.0
 */
public final class ElectionCall {

    /** The greatest number of candidates. */
    public static final int MAX_CANDIDATES = 100;

    private static final long SQUARE_DECIMETRES_PER_SQUARE_METRE = 100;

    private final Seats seats;
    private final SortedSet<PersonId> candidates;
    private final Ranking ranking;

    ElectionCall(Seats seats, SortedSet<PersonId> candidates, Ranking ranking) {
        this.seats = seats;
        this.candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
        this.ranking = ranking;
        if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
            throw new IllegalArgumentException("candidates: " + candidates.size());
        }
    }

    /**
     * An election under the law of a place.
     *
     * @param law the clauses in force there
     * @param households how many the community has, which may make it a small one
     * @param area the floor area of its buildings, which may make it a small one too
     * @param seats the places to fill, with the minimum of that law for a community of this size
     * @param candidates 1 to {@link #MAX_CANDIDATES}; more than seats (差额) or not, as the rules say
     * @param ranking who comes first where more have a majority than there are seats
     * @return the election; refused with the findings on another minimum than the law's, on too few
     *     members, too many and an even number
     * @throws IllegalArgumentException if there are no households, no candidates or too many
     */
    public static Outcome<ElectionCall> under(
            RegionProfile law,
            int households,
            FloorArea area,
            Seats seats,
            SortedSet<PersonId> candidates,
            Ranking ranking) {
        if (households < 1) {
            throw new IllegalArgumentException("no households: " + households);
        }
        ElectionCall call = new ElectionCall(seats, candidates, ranking);
        Clause<Integer> least = least(law, households, area);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                number(
                        ElectionRule.MINIMUM_OF_LAW,
                        least,
                        seats.legalMinimum() == least.value(),
                        seats.legalMinimum()));
        findings.add(
                number(
                        ElectionRule.SEATS_LEAST,
                        least,
                        seats.agreed() >= least.value(),
                        seats.agreed()));
        law.find(OwnersCommitteeClauses.MOST)
                .map(
                        most ->
                                number(
                                        ElectionRule.SEATS_MOST,
                                        most,
                                        seats.agreed() <= most.value(),
                                        seats.agreed()))
                .ifPresent(findings::add);
        Clause<Parity> parity = law.clause(OwnersCommitteeClauses.PARITY);
        findings.add(
                RuleCheck.of(
                        ElectionRule.SEATS_PARITY.under(parity.basis()),
                        parity.value().allows(seats.agreed()),
                        "value",
                        seats.agreed(),
                        "parity",
                        parity.value()));
        findings.addAll(law.notices());
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty() ? Outcome.accepted(call) : Outcome.refused(ruling);
    }

    private static Finding number(
            ElectionRule rule, Clause<Integer> limit, boolean met, int value) {
        return RuleCheck.of(rule.under(limit.basis()), met, "value", value, "limit", limit.value());
    }

    /** The least number of members: that of a small community where the law has one. */
    private static Clause<Integer> least(RegionProfile law, int households, FloorArea area) {
        boolean small =
                isWithin(law, OwnersCommitteeClauses.SMALL_HOUSEHOLDS, households)
                        || isWithin(
                                law,
                                OwnersCommitteeClauses.SMALL_SQUARE_METRES,
                                wholeSquareMetres(area));
        Clause<Integer> regular = law.clause(OwnersCommitteeClauses.LEAST);
        return small ? law.find(OwnersCommitteeClauses.SMALL_LEAST).orElse(regular) : regular;
    }

    /** A begun square metre is one, so that 10000.01 m² are more than 10000. */
    private static long wholeSquareMetres(FloorArea area) {
        return (area.squareDecimetres() + SQUARE_DECIMETRES_PER_SQUARE_METRE - 1)
                / SQUARE_DECIMETRES_PER_SQUARE_METRE;
    }

    private static boolean isWithin(RegionProfile law, ClauseKey<Integer> limit, long value) {
        return law.find(limit).filter(clause -> value <= clause.value()).isPresent();
    }

    /**
     * The places to fill.
     *
     * @return as the law allows them
     */
    public Seats seats() {
        return seats;
    }

    /**
     * Who stands.
     *
     * @return 1 to {@link #MAX_CANDIDATES}
     */
    public SortedSet<PersonId> candidates() {
        return candidates;
    }

    /**
     * Who comes first where more have a majority than there are seats.
     *
     * @return the order of weights
     */
    public Ranking ranking() {
        return ranking;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElectionCall that
                && seats.equals(that.seats)
                && candidates.equals(that.candidates)
                && ranking.equals(that.ranking);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seats, candidates, ranking);
    }

    /** For example {@code 7 seats, [P0001, P0002]}. */
    @Override
    public String toString() {
        return seats.open() + " seats, " + candidates;
    }
}
