package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;

/**
 * By which vote a matter of the case was decided.
 *
 * @param meeting the meeting
 * @param motion the motion
 */
record MatterVote(MeetingId meeting, MotionId motion) {

    @Override
    public String toString() {
        return meeting + " " + motion;
    }
}
