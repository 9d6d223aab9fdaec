package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Motion;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The paper on which owners name whom they want in their committee (候选人名单), for example 9
 * candidates for 7 seats in the term of 2024-03-01 to 2029-03-01.
 *
 * <p>An election seats persons only in the community and term of its paper, and only those who
 * stood on it: {@link #document()} goes on the motion.
 *
 * @param community whose owners
 * @param term the term whose seats are concerned
 * @param seats the places to fill
 * @param candidates 1 to {@link ElectionCall#MAX_CANDIDATES}
 * @param ranking who comes first where more have a majority than there are seats
 * @since 0.1.0
 */
public record CandidatePaper(
        CommunityId community,
        EffectivePeriod term,
        Seats seats,
        SortedSet<PersonId> candidates,
        Ranking ranking) {

    /** Copies the candidates and refuses none and too many. */
    public CandidatePaper {
        candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
        if (candidates.isEmpty() || candidates.size() > ElectionCall.MAX_CANDIDATES) {
            throw new IllegalArgumentException("candidates: " + candidates.size());
        }
    }

    /**
     * The paper of an election.
     *
     * @param community whose owners
     * @param term the term
     * @param call what is put to them
     * @return the paper
     */
    public static CandidatePaper of(
            CommunityId community, EffectivePeriod term, ElectionCall call) {
        return new CandidatePaper(community, term, call.seats(), call.candidates(), call.ranking());
    }

    /**
     * The text as it is to be voted on, the same for the same content.
     *
     * @return lines of {@code xinyi-candidates/1}, each ended by a line feed
     */
    public String text() {
        return lines().toString();
    }

    private PaperText lines() {
        PaperText text =
                new PaperText("xinyi-candidates/1")
                        .line("community", community)
                        .term(term)
                        .line(
                                "seats",
                                seats.agreed(),
                                seats.legalMinimum(),
                                seats.filled(),
                                seats.alternates())
                        .line("ranking", ranking.keys(), ranking.standing());
        candidates.forEach(person -> text.line("candidate", person));
        return text;
    }

    /**
     * The paper as a motion names it.
     *
     * @return the SHA-256 of {@link #text()} in UTF-8
     */
    public Motion.Document document() {
        return lines().document();
    }

    /**
     * The paper with what the count of the owners' papers is said to have come to.
     *
     * @param result the count, best as {@code Proceeding.elected} hands it out
     * @return both, to be judged by the command that is given it
     */
    public Vote counted(ElectionResult result) {
        return new Vote(this, result);
    }

    /**
     * A paper and the election on it.
     *
     * @param paper what was put to the owners
     * @param result what the count came to
     */
    public record Vote(CandidatePaper paper, ElectionResult result) implements SeatVote {

        @Override
        public SeatMandate mandate() {
            return SeatMandate.of(
                    AdoptedMotion.of(result), ElectionByNames.of(paper.term(), result));
        }
    }
}
