package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the owners have adopted (业主大会决定), for example {@code anheyuan 2024-OM-01 M2}; it binds all
 * of them (Civil Code art. 280 para. 1).
 *
 * <p>It cannot be made by hand: the only way to one is {@link MotionResult#resolution()} of a
 * motion that passed. Two are equal when meeting, roster, motion and figures are. Immutable.
 *
 * @since 0.1.0
 */
public final class Resolution {

    private final Meeting meeting;
    private final RosterDigest roster;
    private final Motion motion;
    private final MotionCount count;

    Resolution(Meeting meeting, RosterDigest roster, Motion motion, MotionCount count) {
        this.meeting = meeting;
        this.roster = roster;
        this.motion = motion;
        this.count = count;
    }

    /**
     * Whose owners adopted it.
     *
     * @return the community
     */
    public CommunityId community() {
        return meeting.community();
    }

    /**
     * The meeting at which it was adopted.
     *
     * @return once within the community
     */
    public MeetingId meeting() {
        return meeting.id();
    }

    /**
     * The motion as announced.
     *
     * @return the motion with its title
     */
    public Motion motion() {
        return motion;
    }

    /**
     * Which of the nine matters it decides.
     *
     * @return the matter of the motion
     */
    public Matter matter() {
        return motion.matter();
    }

    /**
     * What it decides under the trust model.
     *
     * @return empty where the motion was announced without it
     */
    public Optional<TrustMatter> trustMatter() {
        return motion.trust().stream().findFirst();
    }

    /**
     * Whether it decides on a paper.
     *
     * @param document the paper, for example a contract as announced
     * @return true if it was among the papers of the motion, byte by byte
     */
    public boolean decides(Motion.Document document) {
        return motion.documents().contains(document);
    }

    /**
     * When the owners began to vote.
     *
     * @return the first moment at which a ballot counted
     */
    public Instant opensAt() {
        return meeting.opensAt();
    }

    /**
     * When it was adopted.
     *
     * @return the moment at which the voting closed
     */
    public Instant adoptedAt() {
        return meeting.closesAt();
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
     * The votes by area and by heads.
     *
     * @return the figures with which it passed
     */
    public MotionCount count() {
        return count;
    }

    /**
     * Whether it put a clause into the community's own rules: the clause names its meeting, its
     * motion and its day, and it decides on the rules of procedure or the covenant.
     *
     * @param clause the clause
     * @return false for any other resolution
     */
    public boolean adopts(AdoptedClause clause) {
        return decidesOnRules()
                && clause.meeting().equals(meeting.id())
                && clause.motion().equals(motion.id())
                && clause.adoptedOn().equals(adoptedAt().atZone(Meeting.ZONE).toLocalDate());
    }

    /** Items 1 and 2 of the nine. */
    private boolean decidesOnRules() {
        return matter() == Matter.RULES_OF_PROCEDURE || matter() == Matter.MANAGEMENT_COVENANT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Resolution that
                && meeting.equals(that.meeting)
                && roster.equals(that.roster)
                && motion.equals(that.motion)
                && count.equals(that.count);
    }

    @Override
    public int hashCode() {
        return Objects.hash(meeting, roster, motion, count);
    }

    /** For example {@code anheyuan 2024-OM-01 M2}. */
    @Override
    public String toString() {
        return community() + " " + meeting() + " " + motion.id();
    }
}
