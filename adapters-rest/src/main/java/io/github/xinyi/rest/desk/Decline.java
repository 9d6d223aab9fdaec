package io.github.xinyi.rest.desk;

/**
 * Why a command was not carried out; nothing has changed then.
 *
 * @since 0.1.0
 */
public enum Decline {
    /** There is no such thing, or it is not offered here. */
    MISSING,
    /** The body or a header is not as it must be. */
    MALFORMED,
    /** A rule is in the way. */
    REFUSED,
    /** It is about a version that is no longer the latest. */
    STALE,
    /** It does not say about which version it is. */
    UNCONDITIONAL,
    /** It is not the caller's own. */
    NOT_OWN,
    /** It is not the caller's own, and he is told that there is no such thing. */
    HIDDEN;

    /**
     * Whether a rule of a domain refused it; then it stays refused however often it is sent again.
     *
     * @return true for {@link #REFUSED}
     */
    public boolean isOfRule() {
        return this == REFUSED;
    }
}
