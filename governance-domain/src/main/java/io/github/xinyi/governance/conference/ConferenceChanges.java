package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.event.EventChange;
import io.github.xinyi.governance.voting.Business;

/**
 * How texts of earlier versions of the events of conferences are read, for example an agenda of
 * version 1, whose kinds of business had other names.
 *
 * @since 0.1.0
 */
public final class ConferenceChanges {

    private ConferenceChanges() {}

    /**
     * Every change, in order.
     *
     * @return for {@code EventCodec.of(ConferenceEvent.class).with(ConferenceChanges.all())}
     */
    public static EventChange[] all() {
        return new EventChange[] {
            EventChange.renamedConstants(
                    "conference.AgendaSent", 2, "items.business", Business.formerNames())
        };
    }
}
