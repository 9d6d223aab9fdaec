package io.github.xinyi.rest.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody may call: you implement this. Thread-safe.
 *
 * <p>All unknown callers are one caller here; who they are by address is for the host's proxy.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RateLimit {

    /**
     * Counts a call.
     *
     * @param caller who
     * @param operation what
     * @param at when
     * @return how long to wait before calling again; zero to go on
     */
    Duration waitFor(Caller caller, Operation operation, Instant at);

    /**
     * A bucket of calls for each person, and one for all who are not known together, in the memory
     * of this process. Health and readiness are never limited: who watches the process asks them.
     *
     * @param known for each person
     * @param unknown for all others together, so that it is to be larger
     * @param maxCallers how many buckets are kept, at least 1; beyond that who called longest ago
     *     begins anew
     * @return goes on while a bucket has a call left
     */
    static RateLimit buckets(CallRate known, CallRate unknown, int maxCallers) {
        return new TokenBuckets(known, unknown, maxCallers);
    }

    /**
     * No limit.
     *
     * @return goes on always
     */
    static RateLimit none() {
        return (caller, operation, at) -> Duration.ZERO;
    }
}
