package io.github.xinyi.trust.keys;

/**
 * The kinds of outflow; each needs two keys.
 *
 * @since 0.1.0
 */
public enum OutflowKind {
    /** A cost of the community, paid to an outside payee. */
    PAYMENT,
    /** The firm's remuneration. */
    REMUNERATION
}
