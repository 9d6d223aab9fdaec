package io.github.xinyi.rest.request;

/**
 * That a meeting is to be counted; there is nothing to say about it, so it is {@code {}}.
 *
 * @since 0.1.0
 */
public record ResultAsked() implements CommandBody {}
