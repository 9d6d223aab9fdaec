package io.github.xinyi.governance.ballot;

/**
 * Whether a ballot bears the voter's signature, on paper or electronic.
 *
 * @since 0.1.0
 */
public enum Signature {
    /** Signed. */
    SIGNED,
    /** Not signed; the ballot is set aside. */
    MISSING
}
