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
import io.github.xinyi.governance.voting.RuleSet;
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
 * the {@link Ranking} decides. A tie over the last seats elects none of the tied: a run-off does.
 * Immutable. Source: Civil Code art. 278 para. 1 item 3 and para. 2.
 *
 * @since 0.1.0
 */
public final class ElectionJudgement {

    /** Whether there is a committee. */
    public enum Validity {
        /** Called too late, so that nobody is elected, whenever it was counted. */
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
    private final RuleSet rules;
    private final Finding notice;
    private final boolean open;
    private final List<CandidateResult> candidates;

    private ElectionJudgement(ElectionCount count, RuleSet rules, Finding notice, boolean open) {
        this.count = count;
        this.rules = rules;
        this.notice = notice;
        this.open = open;
        this.candidates = results();
    }

    /**
     * Measures the figures of an election that has closed.
     *
     * @param count the figures
     * @param rules the rule set of the day on which the voting opened
     * @param notice whether the meeting was called in time
     * @return who is elected
     */
    public static ElectionJudgement of(ElectionCount count, RuleSet rules, Finding notice) {
        return new ElectionJudgement(count, rules, notice, false);
    }

    /**
     * The same while the voting is open: nobody has a place yet.
     *
     * @return every finding on quorum and numbers {@link Verdict#PENDING}
     */
    public ElectionJudgement whileOpen() {
        return new ElectionJudgement(count, rules, notice, true);
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
        if (notice.verdict() != Verdict.MET) {
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
     *     rules on numbers are pending while a run-off can still meet them
     */
    public Ruling ruling() {
        Seats seats = count.seats();
        List<Finding> findings = new ArrayList<>();
        findings.add(notice);
        quorum().forEach(finding -> findings.add(soFar(finding)));
        findings.add(soFar(number(ElectionRule.LEGAL_MINIMUM, seats.legalMinimum())));
        findings.add(soFar(number(ElectionRule.HALF_OF_AGREED, seats.agreed() / 2 + 1)));
        findings.add(
                new RuleCheck(
                        ElectionRule.SEATS_UNCONTESTED,
                        contestedSeats() == 0 && !open ? Verdict.MET : Verdict.PENDING,
                        Map.of("seats", Integer.toString(contestedSeats()))));
        return new Ruling(findings);
    }

    private Finding soFar(Finding finding) {
        return open ? new VotingFinding.SoFar(finding) : finding;
    }

    private List<Finding> quorum() {
        Votes taking = count.participating();
        Votes all = count.total();
        return List.of(
                new VotingFinding.AreaQuorum(taking.area(), all.area(), rules),
                new VotingFinding.HeadQuorum(taking.heads(), all.heads(), rules));
    }

    private boolean isQuorate() {
        return quorum().stream().allMatch(finding -> finding.verdict() == Verdict.MET);
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
                                        rules,
                                        places.getOrDefault(s.candidate(), Place.NO_MAJORITY)))
                .sorted(order.thenComparing(CandidateResult::candidate))
                .toList();
    }

    private Votes base() {
        return switch (rules.consent(Matter.COMMITTEE_ELECTION).base()) {
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
                                .filter(s -> CandidateResult.hasMajority(s.votes(), base(), rules))
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
        if (notice.verdict() != Verdict.MET) {
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
