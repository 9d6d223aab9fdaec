package io.github.xinyi.rest;

/**
 * Tells whether requests can be answered, for example whether the database is there: you implement
 * this. Thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Readiness {

    /** What was found. */
    enum State {
        /** Requests can be answered. */
        READY,
        /** They can not; send them elsewhere. */
        NOT_READY
    }

    /**
     * Asks.
     *
     * @return the state at this moment; an exception is not ready
     */
    State check();
}
