package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionJudgement;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By what the owners moved someone into a seat or out of one: the motion, with the list of names
 * that they adopted or with the figures of the election in which they named persons.
 *
 * <p>Commands are never given one: they make it of a {@link SeatVote}.
 *
 * @param adopted the motion, which carries the digest of the paper
 * @param paper the list that was adopted; none or one
 * @param election the figures of the election by names; one if there is no list, else none
 * @since 0.1.0
 */
public record SeatMandate(
        AdoptedMotion adopted, List<SeatPaper> paper, List<ElectionByNames> election) {

    /** Copies the lists and refuses a mandate of both kinds or of none. */
    public SeatMandate {
        paper = List.copyOf(paper);
        election = List.copyOf(election);
        if (paper.size() + election.size() != 1) {
            throw new IllegalArgumentException(
                    paper.size() + " lists and " + election.size() + " elections");
        }
    }

    static SeatMandate of(SeatPaper paper, AdoptedMotion adopted) {
        return new SeatMandate(adopted, List.of(paper), List.of());
    }

    static SeatMandate of(AdoptedMotion adopted, ElectionByNames election) {
        return new SeatMandate(adopted, List.of(), List.of(election));
    }

    /** Whether owners named persons. */
    boolean isByNames() {
        return paper.isEmpty();
    }

    /** Whether the motion was on this paper, and the paper is of these owners and this term. */
    boolean isOnPaper(CommunityId community, EffectivePeriod term) {
        Motion.Document document =
                paper.stream()
                        .map(SeatPaper::document)
                        .findFirst()
                        .orElseGet(() -> names().paper(adopted.community()).document());
        return adopted.motion().documents().contains(document)
                && communityOfPaper().equals(community)
                && termOfPaper().equals(term);
    }

    private CommunityId communityOfPaper() {
        return paper.stream().map(SeatPaper::community).findFirst().orElse(adopted.community());
    }

    private EffectivePeriod termOfPaper() {
        return Stream.concat(
                        paper.stream().map(SeatPaper::term),
                        election.stream().map(ElectionByNames::term))
                .findFirst()
                .orElseThrow();
    }

    /** The election; only where owners named persons. */
    ElectionByNames names() {
        return election.get(0);
    }

    /** What the election came to by its figures; nothing before the first rule set. */
    Optional<ElectionJudgement> judgement() {
        return names().judgement(adopted.adoptedOn());
    }

    /** Who is in a place of the election. */
    List<PersonId> in(Place place) {
        return judgement().map(found -> found.in(place)).orElse(List.of());
    }

    /** The same by rank; among those of one rank the count decides nothing. */
    List<SortedSet<PersonId>> ranks(Place place) {
        return judgement().map(found -> found.ranks(place)).orElse(List.of());
    }

    /** Whether this is the run-off over the seats that an earlier election left to a tie. */
    boolean isRunOffOf(SeatMandate earlier) {
        ElectionByNames later = names();
        ElectionByNames first = earlier.names();
        int filled = first.seats().filled() + earlier.in(Place.ELECTED).size();
        return later.candidates().equals(new TreeSet<>(earlier.in(Place.SEAT_CONTESTED)))
                && later.term().equals(first.term())
                && later.ranking().equals(first.ranking())
                && later.seats()
                        .equals(
                                new Seats(
                                        first.seats().agreed(),
                                        first.seats().legalMinimum(),
                                        filled,
                                        first.seats().alternates()));
    }

    /** Who takes a seat by it. */
    List<PersonId> seated() {
        return isByNames() ? in(Place.ELECTED) : List.copyOf(paper.get(0).seated());
    }

    /** Who follows by it alone, in order. */
    List<PersonId> alternates() {
        return isByNames() ? in(Place.ALTERNATE) : paper.get(0).alternates();
    }

    /** Who leaves by it; nobody by an election. */
    List<PersonId> recalled() {
        return paper.stream().flatMap(list -> list.recalled().stream()).toList();
    }
}
