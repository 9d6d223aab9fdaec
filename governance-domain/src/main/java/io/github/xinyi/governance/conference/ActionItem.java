package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemDealtWith;
import io.github.xinyi.governance.conference.ConferenceEvent.ActionItemRaised;
import io.github.xinyi.governance.conference.ConferenceEvent.Dealing;
import io.github.xinyi.governance.identity.MeetingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A task with its whole course (议定事项台账), for example raised on 1 July, reported in August, closed
 * in September.
 *
 * @param raised how it began
 * @param dealings what later conferences did with it, in order
 * @since 0.1.0
 */
public record ActionItem(ActionItemRaised raised, List<ActionItemDealtWith> dealings) {

    /** Copies the dealings. */
    public ActionItem {
        dealings = List.copyOf(dealings);
    }

    /**
     * Whether the next conference has to deal with it.
     *
     * @return false once a conference has closed it
     */
    public boolean isOpen() {
        return dealings.stream().noneMatch(dealing -> dealing.dealing() == Dealing.CLOSED);
    }

    /**
     * The last day as it stands now.
     *
     * @return the deadline last set
     */
    public LocalDate deadline() {
        return dealings.isEmpty()
                ? raised.deadline()
                : dealings.get(dealings.size() - 1).deadline();
    }

    /**
     * Whether a conference still has to deal with it.
     *
     * @param meeting a conference that has opened
     * @return true if it is open, was not raised there and has not been dealt with there
     */
    public boolean awaits(MeetingId meeting) {
        return isOpen()
                && !raised.meeting().equals(meeting)
                && dealings.stream().noneMatch(dealing -> dealing.meeting().equals(meeting));
    }

    ActionItem plus(ActionItemDealtWith dealing) {
        List<ActionItemDealtWith> longer = new ArrayList<>(dealings);
        longer.add(dealing);
        return new ActionItem(raised, longer);
    }
}
