package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Events with which stores of events are tried; they mean nothing.
 *
 * @since 0.1.0
 */
public sealed interface TrialEvent extends DomainEvent {

    /** A codec that knows these events and no other. */
    EventCodec CODEC = EventCodec.of(TrialEvent.class);

    /**
     * Something was said.
     *
     * @param community where
     * @param occurredAt when
     * @param words what; any text
     */
    record Said(CommunityId community, Instant occurredAt, String words) implements TrialEvent {}

    /**
     * People were counted.
     *
     * @param community where
     * @param occurredAt when
     * @param day on which day
     * @param people who was there, in order
     * @param absent how many were not
     */
    record Counted(
            CommunityId community,
            Instant occurredAt,
            LocalDate day,
            List<PersonId> people,
            long absent)
            implements TrialEvent {
        /** Copies the people. */
        public Counted {
            people = List.copyOf(people);
        }
    }
}
