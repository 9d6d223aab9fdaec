package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.committee.AdoptedMotion.Decision;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.voting.Judgement;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingDays;
import io.github.xinyi.governance.voting.VotingFinding;
import java.time.LocalDate;

/**
 * What a body keeps of a vote in which the owners did not recall a member, for example motion
 * {@code M1} of meeting {@code 2024-OM-02} with 210 of 400 heads taking part against.
 *
 * <p>That it was rejected is not stated: it follows from the figures, on a command and on every
 * replay.
 *
 * @param community whose owners
 * @param meeting at which meeting
 * @param motion the motion as announced, with its papers
 * @param paper the list that was put to the vote
 * @param count the votes by area and by heads
 * @param notifiedOn the day of the notice
 * @param openedOn the first day of the voting
 * @param closedOn the day on which the voting closed
 * @param local what the region asks of the vote beyond the nation's law; none where it was recorded
 *     before such votes were judged by it
 * @since 0.1.0
 */
public record RejectedRecall(
        CommunityId community,
        MeetingId meeting,
        Motion motion,
        SeatPaper paper,
        MotionCount count,
        LocalDate notifiedOn,
        LocalDate openedOn,
        LocalDate closedOn,
        RecordedTerms local) {

    static RejectedRecall of(SeatPaper paper, MotionResult result) {
        Meeting of = result.meeting();
        return new RejectedRecall(
                of.community(),
                of.id(),
                result.motion(),
                paper,
                result.count(),
                of.noticeDate(),
                of.openingDate(),
                Findings.day(of.closesAt()),
                RecordedTerms.of(result.local()));
    }

    /** Whether this is the vote that another record tells, be it judged by other terms. */
    boolean isOfVote(RejectedRecall other) {
        return community.equals(other.community)
                && decision().equals(other.decision())
                && motion.equals(other.motion)
                && count.equals(other.count)
                && days().equals(other.days());
    }

    private VotingDays days() {
        return new VotingDays(notifiedOn, openedOn, closedOn);
    }

    /** Which decision of the owners it is. */
    Decision decision() {
        return new Decision(meeting, motion.id());
    }

    /** What the figures come to once the voting has closed. */
    Result result() {
        return RuleSet.on(openedOn)
                .fold(
                        rules ->
                                Judgement.of(
                                                count,
                                                Matter.COMMITTEE_ELECTION,
                                                rules,
                                                new VotingFinding.NoticeDays(
                                                        notifiedOn, openedOn, rules))
                                        .under(
                                                local.terms(),
                                                days(),
                                                count,
                                                Matter.COMMITTEE_ELECTION,
                                                rules)
                                        .result(),
                        ruling -> Result.INVALID_PROCEDURE);
    }

    /** For example {@code anheyuan 2024-OM-02 M1}. */
    @Override
    public String toString() {
        return community + " " + decision();
    }
}
