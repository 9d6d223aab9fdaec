package io.github.xinyi.governance.event;

import io.github.xinyi.governance.identity.CommunityId;
import java.time.Instant;

/**
 * Something that has happened, in the past tense, for example {@code CaseReported}.
 *
 * <p>Each package of records seals its own events under this root; they are records whose
 * components are values, so that what was stored can be read again and folded into the same state.
 *
 * @since 0.1.0
 */
public interface DomainEvent {

    /**
     * Where it happened.
     *
     * @return the community; the host's identifier of a district where it concerns several
     */
    CommunityId community();

    /**
     * When it happened, by the clock of the caller.
     *
     * @return to the microsecond
     */
    Instant occurredAt();
}
