package io.github.xinyi.jdbc;

/**
 * Where events go, for example a message broker: asked of the host, which implements it.
 *
 * <p>It may get the same event again after a crash, always with the same id, and within a stream of
 * a community never an event before an earlier one has been taken.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface EventSink {

    /**
     * Takes an event; when this returns, the event is in the receiver's keeping.
     *
     * @param event the event
     * @throws RuntimeException if it was not taken; it comes again later, and those behind it wait
     */
    void deliver(OutgoingEvent event);
}
