package io.github.xinyi.trust.merkle;

/**
 * How a proof was found: valid, or refused for the first reason that applied.
 *
 * <p>For example {@link #PATH_TOO_SHORT} for a proof that lost a hash. The names are the {@code
 * reason} of the published test vectors, and the same in every language. Source: RFC 9162 sections
 * 2.1.3.2 and 2.1.4.2.
 *
 * @since 0.1.0
 */
public enum ProofCheck {
    /** The path leads to the given root or roots. */
    VALID,
    /** The index or a size is below zero. */
    NEGATIVE_NUMBER,
    /** The tree, or the older of two, has no leaves: there is nothing to prove about it. */
    EMPTY_TREE,
    /** The index is not below the size. */
    INDEX_BEYOND_SIZE,
    /** The older tree has more leaves than the newer one. */
    OLD_SIZE_GREATER,
    /** The proof is for another size than the tree head has. */
    SIZE_MISMATCH,
    /** The sizes are equal, which needs no path, but one was given. */
    PATH_NOT_EMPTY,
    /** The path ended before the root. */
    PATH_TOO_SHORT,
    /** The path goes on beyond the root. */
    PATH_TOO_LONG,
    /** The path leads to another root than the given one. */
    ROOT_MISMATCH,
    /** The path leads to another root than the given one of the older tree. */
    OLD_ROOT_MISMATCH,
    /** The path leads to another root than the given one of the newer tree. */
    NEW_ROOT_MISMATCH;

    /** Whether the proof holds. */
    public boolean isValid() {
        return this == VALID;
    }
}
