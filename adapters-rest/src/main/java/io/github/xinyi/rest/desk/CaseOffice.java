package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.grid.SlaProfile;
import io.github.xinyi.governance.law.HolidayCalendar;

/**
 * What cases of a community's grid are worked on with.
 *
 * @param events where they are kept, each case a stream of the kind {@value #STREAM}
 * @param limits the limits of the place
 * @param calendar the rest days
 * @since 0.1.0
 */
public record CaseOffice(EventStore events, SlaProfile limits, HolidayCalendar calendar) {

    /** The kind of the streams, under which the host finds them. */
    public static final String STREAM = "grid-case";
}
