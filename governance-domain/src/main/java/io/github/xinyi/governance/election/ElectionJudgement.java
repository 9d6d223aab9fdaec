package io.github.xinyi.governance.election;

import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.VotingFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the figures of an election come to and why: the one place where seats are given, for counted
 * papers and for stored figures alike, for example {@link Validity#PARTIAL} with 5 of 7 elected.
 *
 * <p>Two thirds of area and of heads must take part, or by the older rule set more than half; a
 * candidate needs the majority of an ordinary matter by area and by heads; among those that have it
 * the {@link Ranking} decides. What the region asks beyond that is needed as well. A tie over the
 * last seats elects none of the tied: a run-off does. Immutable. Source: Civil Code art. 278 para.
 * 1 item 3 and para. 2.
 *
 * @since 0.1.0
 */
public final class ElectionJudgement {

    /** Whether there is a committee. */
    public enum Validity {
        /**
         * Called too late, or not open as long as the region asks, so that nobody is elected,
         * whenever it was counted.
         */
        INVALID_PROCEDURE,
        /** The voting is still open. */
        PENDING,
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

    private final ElectionCount count;
    private final ElectionTerms terms;
    private final boolean open;
    private final List<CandidateResult> candidates;

    private ElectionJudgement(ElectionCount count, ElectionTerms terms, boolean open) {
        this.count = count;
        this.terms = terms;
        this.open = open;
        this.candidates = results();
    }

    /**
     * Measures the figures of an election that has closed.
     *
     * @param count the figures
     * @param terms the law of the day on which the voting opened, the region's included
     * @return who is elected
     */
    public static ElectionJudgement of(ElectionCount count, ElectionTerms terms) {
        return new ElectionJudgement(count, terms, false);
    }

    /**
     * The same while the voting is open: nobody has a place yet.
     *
     * @return every finding on quorum and numbers {@link Verdict#PENDING}
     */
    public ElectionJudgement whileOpen() {
        return new ElectionJudgement(count, terms, true);
    }

    /**
     * The figures.
     *
     * @return what all findings rest on
     */
    public ElectionCount count() {
        return count;
    }

    /**
     * The law by which it is judged.
     *
     * @return the rule set of the day and what the region asks beyond it
     */
    public ElectionTerms terms() {
        return terms;
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
     * The candidates in one place by rank; those of one rank have equal votes, and the count puts
     * none of them before another.
     *
     * @param place for example {@link Place#ALTERNATE}
     * @return the most votes first
     */
    public List<SortedSet<PersonId>> ranks(Place place) {
        Comparator<Votes> order = count.ranking().mostFirst();
        List<SortedSet<PersonId>> ranks = new ArrayList<>();
        Votes last = Votes.NONE;
        for (CandidateResult result : candidates) {
            if (result.place() == place) {
                if (ranks.isEmpty() || order.compare(last, result.support()) != 0) {
                    ranks.add(new TreeSet<>());
                }
                ranks.get(ranks.size() - 1).add(result.candidate());
                last = result.support();
            }
        }
        return List.copyOf(ranks);
    }

    /**
     * Whether there is a committee, derived from the findings.
     *
     * @return for example {@link Validity#COMPLETE}
     */
    public Validity validity() {
        if (!areMet(terms.course())) {
            return Validity.INVALID_PROCEDURE;
        }
        if (open) {
            return Validity.PENDING;
        }
        if (!isQuorate()) {
            return Validity.NO_QUORUM;
        }
        if (contestedSeats() > 0) {
            return Validity.RUN_OFF;
        }
        if (ruling().verdict() != Verdict.MET) {
            return Validity.TOO_FEW;
        }
        return members() == count.seats().agreed() ? Validity.COMPLETE : Validity.PARTIAL;
    }

    /**
     * The findings on the committee as a whole; those on each candidate are in {@link
     * CandidateResult#ruling()}.
     *
     * @return notice, quorum by area and heads, both rules on the number elected, and ties; the
     *     rules on numbers are pending while a run-off can still meet them. Those on what the
     *     region asks stand beside the nation's. At the end, without turning anything, how
     *     candidates are ranked, what of the count is our reading of the law, and the notices of
     *     the region's profile. A text that was not in force on the day of the opening is cited as
     *     unverified
     */
    public Ruling ruling() {
        Seats seats = count.seats();
        List<Finding> findings = new ArrayList<>();
        findings.addAll(terms.course());
        quorum().forEach(finding -> findings.add(soFar(finding)));
        findings.add(soFar(number(ElectionRule.LEGAL_MINIMUM, seats.legalMinimum())));
        findings.add(soFar(number(ElectionRule.HALF_OF_AGREED, seats.agreed() / 2 + 1)));
        findings.add(
                new RuleCheck(
                        ElectionRule.SEATS_UNCONTESTED,
                        contestedSeats() == 0 && !open ? Verdict.MET : Verdict.PENDING,
                        Map.of("seats", Integer.toString(contestedSeats()))));
        findings.add(count.ranking().finding());
        findings.add(new VotingFinding.Readings(terms.rules(), Matter.COMMITTEE_ELECTION));
        findings.addAll(terms.notices());
        return new Ruling(findings.stream().map(terms::dated).toList());
    }

    private Finding soFar(Finding finding) {
        return open ? new VotingFinding.SoFar(finding) : finding;
    }

    private List<Finding> quorum() {
        return terms.quorum(count.participating(), count.total());
    }

    private boolean isQuorate() {
        return areMet(quorum());
    }

    private static boolean areMet(List<Finding> findings) {
        return findings.stream().allMatch(finding -> finding.verdict() == Verdict.MET);
    }

    private Finding number(ElectionRule rule, int required) {
        Verdict missed =
                members() + contestedSeats() >= required ? Verdict.PENDING : Verdict.NOT_MET;
        return new RuleCheck(
                rule,
                members() >= required ? Verdict.MET : missed,
                RuleCheck.of(rule, true, "elected", members(), "required", required).evidence());
    }

    /** The run-off over contested seats, in which only the tied stand. */
    Optional<ElectionCall> runOff() {
        if (contestedSeats() == 0) {
            return Optional.empty();
        }
        Seats seats = count.seats();
        return Optional.of(
                new ElectionCall(
                        new Seats(
                                seats.agreed(),
                                seats.legalMinimum(),
                                members(),
                                seats.alternates()),
                        new TreeSet<>(in(Place.SEAT_CONTESTED)),
                        count.ranking()));
    }

    private int members() {
        return count.seats().filled() + in(Place.ELECTED).size();
    }

    private int contestedSeats() {
        return in(Place.SEAT_CONTESTED).isEmpty() ? 0 : count.seats().agreed() - members();
    }

    private List<CandidateResult> results() {
        Map<PersonId, Place> places = places();
        Comparator<CandidateResult> order =
                Comparator.comparing(CandidateResult::support, count.ranking().mostFirst());
        return count.supports().stream()
                .map(
                        s ->
                                new CandidateResult(
                                        s.candidate(),
                                        s.votes(),
                                        base(),
                                        terms,
                                        places.getOrDefault(s.candidate(), Place.NO_MAJORITY)))
                .sorted(order.thenComparing(CandidateResult::candidate))
                .toList();
    }

    private Votes base() {
        return switch (terms.rules().consent(Matter.COMMITTEE_ELECTION).base()) {
            case ALL -> count.total();
            case PARTICIPANTS -> count.participating();
        };
    }

    private Map<PersonId, Place> places() {
        Map<PersonId, Place> places = new HashMap<>();
        Optional<Place> nobody = nobodyElected();
        if (nobody.isPresent()) {
            count.supports().forEach(s -> places.put(s.candidate(), nobody.get()));
            return places;
        }
        List<Support> waiting =
                new ArrayList<>(
                        count.supports().stream()
                                .filter(s -> CandidateResult.hasMajority(s.votes(), base(), terms))
                                .sorted(order())
                                .toList());
        Seats seats = count.seats();
        seat(waiting, seats.open(), Place.ELECTED, Place.SEAT_CONTESTED, places);
        if (places.containsValue(Place.SEAT_CONTESTED)) {
            waiting.forEach(support -> places.put(support.candidate(), Place.AFTER_RUN_OFF));
            return places;
        }
        seat(waiting, seats.alternates(), Place.ALTERNATE, Place.ALTERNATE_CONTESTED, places);
        waiting.forEach(support -> places.put(support.candidate(), Place.NO_PLACE));
        return places;
    }

    private Optional<Place> nobodyElected() {
        if (!areMet(terms.course())) {
            return Optional.of(Place.VOID);
        }
        if (open) {
            return Optional.of(Place.OPEN);
        }
        return isQuorate() ? Optional.empty() : Optional.of(Place.NO_QUORUM);
    }

    private Comparator<Support> order() {
        return Comparator.comparing(Support::votes, count.ranking().mostFirst());
    }

    /** Gives the free places to the first in the list; a group tied over too few gets none. */
    private void seat(
            List<Support> waiting, int free, Place won, Place tied, Map<PersonId, Place> places) {
        int left = free;
        while (left > 0 && !waiting.isEmpty()) {
            Support first = waiting.get(0);
            List<Support> equals =
                    waiting.stream().filter(s -> order().compare(s, first) == 0).toList();
            Place place = equals.size() <= left ? won : tied;
            equals.forEach(support -> places.put(support.candidate(), place));
            waiting.removeAll(equals);
            left -= equals.size();
        }
    }

    /** For example {@code COMPLETE: [P0001, P0004, P0007]}. */
    @Override
    public String toString() {
        return validity() + ": " + in(Place.ELECTED);
    }
}
