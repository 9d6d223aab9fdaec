package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.committee.CommitteeClauses;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.event.EventStore;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * Where it is recorded how a community is governed: its committees, procedures and conferences.
 *
 * @param events where their events are kept, in the streams that {@link
 *     io.github.xinyi.governance.records.RecordKind} names
 * @param law the clauses in force for a kind of body on a day, under which its committees act
 * @since 0.1.0
 */
public record GovernanceOffice(
        EventStore events, BiFunction<Kind, LocalDate, CommitteeClauses> law) {

    /**
     * Under the national law and nothing of a region.
     *
     * @param events where the events are kept
     * @return the office
     */
    public static GovernanceOffice national(EventStore events) {
        return new GovernanceOffice(events, (kind, day) -> CommitteeClauses.national(kind));
    }
}
