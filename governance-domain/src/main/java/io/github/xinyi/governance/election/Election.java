package io.github.xinyi.governance.election;

import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts an election of several candidates (Civil Code art. 278 para. 1 item 3, an ordinary
 * matter).
 *
 * <p>Two thirds of area and of heads must take part; a candidate needs more than half of those
 * taking part by area and by heads; among those that have it the {@link Ranking} decides. A tie
 * over the last seats elects none of the tied: a run-off does.
 *
 * @since 0.1.0
 */
public final class Election {

    static final Threshold QUORUM = RuleSet.CIVIL_CODE_2021.quorum().threshold();

    private final ElectionCall call;
    private final Votes total;
    private final List<SpoiledVote> spoiled = new ArrayList<>();
    private final Map<PersonId, Votes> support = new TreeMap<>();
    private Votes participating = Votes.NONE;

    private Election(ElectionCall call, Votes total) {
        this.call = call;
        this.total = total;
        call.candidates().forEach(candidate -> support.put(candidate, Votes.NONE));
    }

    /**
     * The count.
     *
     * @param call what was put to the owners
     * @param total the weight of all owners, whether or not they voted
     * @param votes in the order of receipt; of several by one holder the first stands
     * @return the result, the same for every order in which holders' first votes are given
     * @throws IllegalArgumentException if more takes part than there is
     */
    public static ElectionResult count(ElectionCall call, Votes total, List<ElectionVote> votes) {
        Election election = new Election(call, total);
        Set<VotingHolder> heard = new HashSet<>();
        votes.forEach(vote -> election.take(vote, heard));
        return election.result();
    }

    private void take(ElectionVote vote, Set<VotingHolder> heard) {
        Optional<SpoiledVote.Reason> reason = spoiledBy(vote, heard);
        reason.ifPresent(r -> spoiled.add(new SpoiledVote(vote.holder(), r)));
        if (reason.isEmpty()) {
            heard.add(vote.holder());
            Votes weight = new Votes(vote.area(), HeadCount.of(1));
            participating = participating.plus(weight);
            vote.names().forEach(name -> support.merge(name, weight, Votes::plus));
        }
    }

    private Optional<SpoiledVote.Reason> spoiledBy(ElectionVote vote, Set<VotingHolder> heard) {
        if (heard.contains(vote.holder())) {
            return Optional.of(SpoiledVote.Reason.REPEATED);
        }
        if (vote.names().size() > call.seats().open()) {
            return Optional.of(SpoiledVote.Reason.TOO_MANY_NAMES);
        }
        return call.candidates().containsAll(vote.names())
                ? Optional.empty()
                : Optional.of(SpoiledVote.Reason.NOT_A_CANDIDATE);
    }

    private ElectionResult result() {
        if (participating.area().compareTo(total.area()) > 0
                || participating.heads().compareTo(total.heads()) > 0) {
            throw new IllegalArgumentException(participating + " take part of " + total);
        }
        Map<PersonId, Place> places = places();
        Comparator<CandidateResult> order =
                Comparator.comparing(CandidateResult::support, call.ranking().mostFirst());
        List<CandidateResult> candidates =
                support.entrySet().stream()
                        .map(e -> candidate(e.getKey(), e.getValue(), places))
                        .sorted(order.thenComparing(CandidateResult::candidate))
                        .toList();
        return new ElectionResult(call, total, participating, candidates, spoiled);
    }

    private CandidateResult candidate(
            PersonId candidate, Votes votes, Map<PersonId, Place> places) {
        Place place = places.getOrDefault(candidate, Place.NO_MAJORITY);
        return new CandidateResult(candidate, votes, participating, place);
    }

    private Map<PersonId, Place> places() {
        Map<PersonId, Place> places = new HashMap<>();
        if (!isQuorate(participating, total)) {
            call.candidates().forEach(candidate -> places.put(candidate, Place.NO_QUORUM));
            return places;
        }
        List<PersonId> waiting =
                new ArrayList<>(
                        call.candidates().stream()
                                .filter(c -> CandidateResult.hasMajority(of(c), participating))
                                .sorted(Comparator.comparing(this::of, call.ranking().mostFirst()))
                                .toList());
        seat(waiting, call.seats().open(), Place.ELECTED, Place.SEAT_CONTESTED, places);
        if (places.containsValue(Place.SEAT_CONTESTED)) {
            waiting.forEach(candidate -> places.put(candidate, Place.AFTER_RUN_OFF));
            return places;
        }
        seat(
                waiting,
                call.seats().alternates(),
                Place.ALTERNATE,
                Place.ALTERNATE_CONTESTED,
                places);
        waiting.forEach(candidate -> places.put(candidate, Place.NO_PLACE));
        return places;
    }

    /** Gives the free places to the first in the list; a group tied over too few gets none. */
    private void seat(
            List<PersonId> waiting, int free, Place won, Place tied, Map<PersonId, Place> places) {
        Comparator<PersonId> order = Comparator.comparing(this::of, call.ranking().mostFirst());
        int left = free;
        while (left > 0 && !waiting.isEmpty()) {
            PersonId first = waiting.get(0);
            List<PersonId> equals =
                    waiting.stream().filter(c -> order.compare(c, first) == 0).toList();
            Place place = equals.size() <= left ? won : tied;
            equals.forEach(candidate -> places.put(candidate, place));
            waiting.removeAll(equals);
            left -= equals.size();
        }
    }

    private Votes of(PersonId candidate) {
        return support.getOrDefault(candidate, Votes.NONE);
    }

    static boolean isQuorate(Votes participating, Votes total) {
        return hasAreaQuorum(participating, total) && hasHeadQuorum(participating, total);
    }

    static boolean hasAreaQuorum(Votes participating, Votes total) {
        return QUORUM.isMetBy(
                participating.area().squareDecimetres(), total.area().squareDecimetres());
    }

    static boolean hasHeadQuorum(Votes participating, Votes total) {
        return QUORUM.isMetBy(participating.heads().value(), total.heads().value());
    }
}
