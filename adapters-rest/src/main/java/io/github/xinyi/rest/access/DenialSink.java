package io.github.xinyi.rest.access;

/**
 * Where every denied call is written down: you implement this. Thread-safe.
 *
 * <p>It is called before the caller is answered; if it throws, the caller gets a fault, and what he
 * asked for is not done either.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DenialSink {

    /**
     * Takes down a denied call.
     *
     * @param denial the call
     */
    void denied(Denial denial);
}
