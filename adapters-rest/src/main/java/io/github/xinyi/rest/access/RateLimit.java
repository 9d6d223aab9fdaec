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
     * No limit.
     *
     * @return goes on always
     */
    static RateLimit none() {
        return (caller, operation, at) -> Duration.ZERO;
    }
}
