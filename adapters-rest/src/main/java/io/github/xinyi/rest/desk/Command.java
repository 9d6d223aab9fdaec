package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.rest.access.Gate;
import io.github.xinyi.rest.idempotency.KeyScope;
import java.time.Instant;

/**
 * The circumstances of one command.
 *
 * @param scope the community, who gives it and the key that he gave it
 * @param passage whether he may do it for all or for his own alone
 * @param fingerprint the same for the same command alone, 64 hexadecimal digits
 * @param at when, to the millisecond
 * @since 0.1.0
 */
public record Command(KeyScope scope, Gate.Passage passage, String fingerprint, Instant at) {

    /**
     * The community.
     *
     * @return its id
     */
    public CommunityId community() {
        return scope.community();
    }

    /**
     * Who gives the command.
     *
     * @return the person
     */
    public PersonId person() {
        return scope.caller();
    }

    /** Whether the caller may do it for himself alone. */
    boolean isForOwn() {
        return passage != Gate.Passage.OPEN;
    }
}
