package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;

/**
 * What a body keeps of a resolution of the owners that it relies on, for example motion {@code M2}
 * of meeting {@code 2024-OM-01}, item 4, with its papers, adopted on 2024-03-01.
 *
 * <p>It proves nothing by itself: every command that relies on one asks for the {@link Resolution}
 * and compares meeting, motion and papers.
 *
 * @param community whose owners
 * @param meeting at which meeting
 * @param motion the motion as announced, with its papers
 * @param adoptedOn the day on which the voting closed
 * @since 0.1.0
 */
public record AdoptedMotion(
        CommunityId community, MeetingId meeting, Motion motion, LocalDate adoptedOn) {

    /**
     * What to keep of a resolution.
     *
     * @param resolution what the owners adopted
     * @return its meeting, motion and day
     */
    public static AdoptedMotion of(Resolution resolution) {
        return new AdoptedMotion(
                resolution.community(),
                resolution.meeting(),
                resolution.motion(),
                resolution.adoptedAt().atZone(Meeting.ZONE).toLocalDate());
    }

    /**
     * What to keep of an election by names.
     *
     * @param election what the count of the papers came to
     * @return its meeting, motion and day
     */
    static AdoptedMotion of(ElectionResult election) {
        return new AdoptedMotion(
                election.meeting().community(),
                election.meeting().id(),
                election.motion(),
                Findings.day(election.meeting().closesAt()));
    }

    /**
     * Which decision of the community it is.
     *
     * @return meeting and motion
     */
    public Decision decision() {
        return new Decision(meeting, motion.id());
    }

    /**
     * A decision by its name, for example {@code 2024-OM-01 M2}, or {@code 2024-S-03 I1} for one of
     * a session.
     *
     * @param meeting the meeting of the owners, or the session of the body
     * @param motion the motion, or the item
     */
    public record Decision(MeetingId meeting, MotionId motion) implements Comparable<Decision> {

        @Override
        public int compareTo(Decision other) {
            int byMeeting = meeting.compareTo(other.meeting);
            return byMeeting != 0 ? byMeeting : motion.compareTo(other.motion);
        }

        /** For example {@code 2024-OM-01 M2}. */
        @Override
        public String toString() {
            return meeting + " " + motion;
        }
    }

    /** For example {@code anheyuan 2024-OM-01 M2}, as the resolution itself is shown. */
    @Override
    public String toString() {
        return community + " " + decision();
    }
}
