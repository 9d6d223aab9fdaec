package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionCount;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.election.ElectionJudgement;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.ElectionTerms;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.VotingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a body keeps of an election by names (差额选举): the figures, from which it follows who has a
 * seat, for example 7 seats, 640 owners of whom 520 take part, 412 of them for {@code P0001}.
 *
 * <p>Nobody is named as elected: on a command and on every replay the {@link ElectionJudgement} of
 * these figures says who is.
 *
 * @param term the term whose seats were put to the vote
 * @param seats the places to fill
 * @param ranking who comes first where more have a majority than there are seats
 * @param total the weight of all owners
 * @param participating the weight of those taking part
 * @param supports the votes of each candidate in alphabetical order, 1 to {@link
 *     ElectionCall#MAX_CANDIDATES}
 * @param notifiedOn the day of the notice
 * @param openedOn the first day of the voting
 * @param electionSha256 the SHA-256 of the election's canonical text, by which the course of the
 *     meeting knows it; 64 lower-case hexadecimal digits
 * @param local what the region asks of the election beyond the nation's law; none where it was
 *     recorded before elections were judged by it
 * @since 0.1.0
 */
public record ElectionByNames(
        EffectivePeriod term,
        Seats seats,
        Ranking ranking,
        Votes total,
        Votes participating,
        List<Support> supports,
        LocalDate notifiedOn,
        LocalDate openedOn,
        String electionSha256,
        RecordedTerms local) {

    /** Copies the votes, and refuses what no count comes to and what is no digest. */
    public ElectionByNames {
        supports = new ElectionCount(seats, ranking, total, participating, supports).supports();
        if (supports.isEmpty()
                || supports.size() > ElectionCall.MAX_CANDIDATES
                || !electionSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    supports.size() + " candidates, digest " + electionSha256);
        }
    }

    static ElectionByNames of(EffectivePeriod term, ElectionResult result) {
        Meeting meeting = result.meeting();
        ElectionCount count = result.judgement().count();
        return new ElectionByNames(
                term,
                count.seats(),
                count.ranking(),
                count.total(),
                count.participating(),
                count.supports(),
                meeting.noticeDate(),
                meeting.openingDate(),
                result.sha256(),
                RecordedTerms.of(result.terms().local()));
    }

    /** The paper that was put to the owners. */
    CandidatePaper paper(CommunityId community) {
        return new CandidatePaper(community, term, seats, candidates(), ranking);
    }

    /**
     * What the figures come to; nothing before the first rule set.
     *
     * @param closedOn the day on which the voting closed, which is that of the adoption
     */
    Optional<ElectionJudgement> judgement(LocalDate closedOn) {
        return ElectionTerms.on(
                        new VotingDays(notifiedOn, openedOn, closedOn), local.terms(), List.of())
                .fold(
                        terms -> Optional.of(ElectionJudgement.of(count(), terms)),
                        ruling -> Optional.empty());
    }

    /** The figures as a count has them. */
    ElectionCount count() {
        return new ElectionCount(seats, ranking, total, participating, supports);
    }

    /** Those who stood. */
    SortedSet<PersonId> candidates() {
        return new TreeSet<>(supports.stream().map(Support::candidate).toList());
    }
}
