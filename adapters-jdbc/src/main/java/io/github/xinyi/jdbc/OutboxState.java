package io.github.xinyi.jdbc;

/**
 * How far an event has come on its way to others.
 *
 * @since 0.1.0
 */
public enum OutboxState {
    /** It was not tried yet. */
    PENDING,
    /** It was tried and not taken, and is tried again. */
    FAILED,
    /** The receiver has it. */
    SENT
}
