package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionRule;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * An election by names with its run-offs, each over the seats that the one before left to a tie:
 * who takes a seat by all of them together, and who follows.
 */
final class NamedElections {

    private final List<SeatMandate> elections;

    NamedElections(List<SeatMandate> mandates) {
        this.elections = List.copyOf(mandates);
    }

    private SeatMandate last() {
        return elections.get(elections.size() - 1);
    }

    /** Everybody who has a seat; a person elected twice stands there twice. */
    List<PersonId> seated() {
        return elections.stream().flatMap(one -> one.in(Place.ELECTED).stream()).toList();
    }

    /** Whether these persons follow in the order of votes; equals in the order given. */
    boolean isFollowedBy(List<PersonId> following) {
        int from = 0;
        for (Set<PersonId> rank : following()) {
            int until = Math.min(from + rank.size(), following.size());
            if (!rank.equals(Set.copyOf(following.subList(from, until)))) {
                return false;
            }
            from = until;
        }
        return from == following.size();
    }

    /**
     * Those whom the last run-off left standing by, then those who waited for it with a majority; a
     * rank that no longer fits whole ends the list, as ties elect nobody (our reading).
     */
    private List<Set<PersonId>> following() {
        List<Set<PersonId>> ranks = new ArrayList<>(last().ranks(Place.ALTERNATE));
        boolean settled =
                last().in(Place.SEAT_CONTESTED).isEmpty()
                        && last().in(Place.ALTERNATE_CONTESTED).isEmpty();
        int left = last().names().seats().alternates() - ranks.stream().mapToInt(Set::size).sum();
        for (SortedSet<PersonId> rank : settled ? waiting() : List.<SortedSet<PersonId>>of()) {
            if (rank.size() > left) {
                break;
            }
            ranks.add(rank);
            left -= rank.size();
        }
        return ranks;
    }

    /** Who waited for a run-off, the latest first. */
    private List<SortedSet<PersonId>> waiting() {
        List<SortedSet<PersonId>> ranks = new ArrayList<>();
        for (int i = elections.size() - 2; i >= 0; i--) {
            ranks.addAll(elections.get(i).ranks(Place.AFTER_RUN_OFF));
        }
        return ranks;
    }

    /** Adds what must hold of the elections besides what holds of every mandate. */
    void judge(Findings findings, int agreedSeats) {
        IntStream.range(1, elections.size()).forEach(i -> runOff(findings, i));
        findings.rule(
                CommitteeRule.SEATS_AS_AGREED,
                seats().get(0).filled() == 0
                        && seats().stream().allMatch(seats -> seats.agreed() == agreedSeats),
                "agreed",
                agreedSeats,
                "seats",
                seats().stream().map(Seats::agreed).distinct().toList(),
                "filled",
                seats().get(0).filled());
        enough().forEach(findings::add);
    }

    private List<Seats> seats() {
        return elections.stream().map(one -> one.names().seats()).toList();
    }

    /** Votes for it were given after the close of the election whose tie it decides. */
    private void runOff(Findings findings, int place) {
        SeatMandate later = elections.get(place);
        AdoptedMotion first = elections.get(place - 1).adopted();
        findings.rule(
                CommitteeRule.RUN_OFF,
                later.isRunOffOf(elections.get(place - 1))
                        && !later.names().openedOn().isBefore(first.adoptedOn()),
                "resolution",
                later.adopted(),
                "first",
                first);
    }

    /** The rules of the election on the number elected, by the seats of all meetings together. */
    private Collection<Finding> enough() {
        return last().judgement().stream()
                .flatMap(found -> found.ruling().findings().stream())
                .filter(
                        finding ->
                                finding.rule().equals(ElectionRule.LEGAL_MINIMUM.code())
                                        || finding.rule()
                                                .equals(ElectionRule.HALF_OF_AGREED.code()))
                .toList();
    }
}
