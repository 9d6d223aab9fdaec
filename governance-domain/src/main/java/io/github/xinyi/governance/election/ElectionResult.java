package io.github.xinyi.governance.election;

import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.util.List;
import java.util.Optional;

/**
 * What an election comes to, for example {@code COMPLETE: [P0001, P0004, P0007]}, with one text
 * that says what was counted and why. Only an {@link Election} makes one. Two are equal when their
 * texts are. Immutable.
 *
 * @since 0.1.0
 */
public final class ElectionResult {

    /** What was counted: every paper in the order of receipt, and what came of the odd ones. */
    record Papers(
            List<ElectionVote> received, List<SpoiledVote> spoiled, List<VotingHolder> mixed) {}

    private final Meeting meeting;
    private final Motion motion;
    private final RosterDigest roster;
    private final Papers papers;
    private final ElectionJudgement judgement;

    ElectionResult(
            Meeting meeting,
            Motion motion,
            RosterDigest roster,
            Papers papers,
            ElectionJudgement judgement) {
        this.meeting = meeting;
        this.motion = motion;
        this.roster = roster;
        this.papers = papers;
        this.judgement = judgement;
    }

    /**
     * The meeting as called.
     *
     * @return the meeting, with all its motions
     */
    public Meeting meeting() {
        return meeting;
    }

    /**
     * The topic of the meeting that this election decides.
     *
     * @return a motion of item 3
     */
    public Motion motion() {
        return motion;
    }

    /**
     * The roster by which votes were weighed.
     *
     * @return its digest
     */
    public RosterDigest roster() {
        return roster;
    }

    /**
     * Who is elected, and why.
     *
     * @return places, findings and the run-off, if there is one
     */
    public ElectionJudgement judgement() {
        return judgement;
    }

    /**
     * The run-off over the seats left to a tie, in which only the tied stand.
     *
     * @return empty unless a seat is contested
     */
    public Optional<ElectionCall> runOff() {
        return judgement.runOff();
    }

    /**
     * The papers that do not count.
     *
     * @return in the order of receipt
     */
    public List<SpoiledVote> spoiled() {
        return papers.spoiled();
    }

    /**
     * The holders of several units whose papers name different persons; each abstains with all the
     * area it returned (our reading, I05).
     *
     * @return in alphabetical order
     */
    public List<VotingHolder> mixedHolders() {
        return papers.mixed();
    }

    /**
     * The law by which it was judged.
     *
     * @return the rule set of the day and what the region asks beyond it
     */
    public ElectionTerms terms() {
        return judgement.terms();
    }

    /**
     * The meeting, the roster's digest, the region's terms, every paper, every place and every
     * finding in one fixed form: the same election counted again yields the same characters.
     *
     * <p>Lines that end in a line feed, the first {@code xinyi-election-2}. Papers stand in the
     * order of receipt. The text names persons by identifier, so it is not for publication as it
     * is.
     *
     * @return the text; in UTF-8 it is what a store keeps
     */
    public String canonicalText() {
        return ElectionText.write(this, papers.received());
    }

    /**
     * The digest of {@link #canonicalText}, by which a record knows this count.
     *
     * @return the SHA-256 of the text in UTF-8 as 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return Motion.Document.of(canonicalText()).sha256();
    }

    /**
     * Whether a record that names a digest is of this count, be it that of a text of an earlier
     * version.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @return true for {@link #sha256}, and for the digest of the same count in {@code
     *     xinyi-election-1}, which knew no region's terms
     */
    public boolean isKnownBy(String sha256) {
        return sha256.equals(sha256())
                || ElectionText.former(this, papers.received())
                        .filter(text -> Motion.Document.of(text).sha256().equals(sha256))
                        .isPresent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElectionResult that && canonicalText().equals(that.canonicalText());
    }

    @Override
    public int hashCode() {
        return canonicalText().hashCode();
    }

    /** For example {@code COMPLETE: [P0001, P0004, P0007]}. */
    @Override
    public String toString() {
        return judgement.toString();
    }
}
