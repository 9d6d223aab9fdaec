package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What the owners' vote on one motion comes to, with every figure and reason, for example {@code
 * PASSED} with five findings met. Only a {@link Tally} makes one. Immutable.
 *
 * <p>Source: Civil Code art. 278 para. 2.
 *
 * @since 0.1.0
 */
public final class MotionResult {

    /** What a vote comes to; {@link Judgement#result} derives it. */
    public enum Result {
        /** The voting is still open. */
        PENDING,
        /** A needed figure is missing, and nothing is guessed. */
        NOT_ESTABLISHED,
        /** Called too late, so nothing was decided. */
        INVALID_PROCEDURE,
        /** Too few took part, so nothing was decided. */
        NO_QUORUM,
        /** Enough took part and too few consented. */
        REJECTED,
        /** Enough took part and enough consented. */
        PASSED
    }

    private final Meeting meeting;
    private final RosterDigest roster;
    private final Motion motion;
    private final MotionCount count;
    private final List<SetAside> setAside;
    private final List<VotingHolder> mixedHolders;
    private final Judgement judgement;

    MotionResult(
            Meeting meeting,
            RosterDigest roster,
            Motion motion,
            RuleSet rules,
            MotionCount count,
            List<SetAside> setAside,
            List<VotingHolder> mixedHolders) {
        this.meeting = meeting;
        this.roster = roster;
        this.motion = motion;
        this.count = count;
        this.setAside = List.copyOf(setAside);
        this.mixedHolders = List.copyOf(mixedHolders);
        this.judgement =
                Judgement.of(
                        count,
                        motion.matter(),
                        rules,
                        new VotingFinding.NoticeDays(
                                meeting.noticeDate(), meeting.openingDate(), rules));
    }

    /**
     * The question that was put.
     *
     * @return the motion
     */
    public Motion motion() {
        return motion;
    }

    /**
     * The votes by area and by heads.
     *
     * @return the figures on which every finding rests
     */
    public MotionCount count() {
        return count;
    }

    /**
     * What the vote comes to, derived from the findings.
     *
     * @return for example {@link Result#PASSED}
     */
    public Result result() {
        return judgement.result();
    }

    /**
     * All five findings, met and not met: days of notice, quorum by area and by heads, consent by
     * area and by heads.
     *
     * @return {@link Verdict#MET} exactly if the motion passed
     */
    public Ruling ruling() {
        return judgement.ruling();
    }

    /**
     * The ballots that do not count on this motion.
     *
     * @return in the order of receipt
     */
    public List<SetAside> setAside() {
        return setAside;
    }

    /**
     * The holders of several units whose ballots differ; each counts as an abstention with all the
     * area it returned.
     *
     * @return in alphabetical order
     */
    public List<VotingHolder> mixedHolders() {
        return mixedHolders;
    }

    /**
     * The resolution that the owners have adopted.
     *
     * @return empty unless the motion passed
     */
    public Optional<Resolution> resolution() {
        return result() == Result.PASSED
                ? Optional.of(new Resolution(meeting, roster, motion, count))
                : Optional.empty();
    }

    /** For example {@code M1 PASSED}. */
    @Override
    public String toString() {
        return motion.id() + " " + result();
    }
}
