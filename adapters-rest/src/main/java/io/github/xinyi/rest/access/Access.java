package io.github.xinyi.rest.access;

/**
 * What a policy answers; a later constant allows more.
 *
 * @since 0.1.0
 */
public enum Access {
    /** Not at all. */
    DENIED,
    /** For what is the caller's own alone, for example the bills of his unit. */
    OWN,
    /** For the whole community. */
    ALLOWED
}
