package io.github.xinyi.rest.answer;

/**
 * How the service is.
 *
 * @param status {@code UP} or {@code READY}
 * @since 0.1.0
 */
public record ServiceState(String status) implements Answer {}
