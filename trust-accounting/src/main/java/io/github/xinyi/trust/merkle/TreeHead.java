package io.github.xinyi.trust.merkle;

import java.util.Objects;

/**
 * What a log commits to: how many leaves it has, and the root over them (RFC 9162 section 4.10).
 *
 * <p>For example size 8 with root {@code 5dc9da79...}. The size counts leaves, from 0 to {@link
 * Long#MAX_VALUE}; a head of size 0 has the empty root. Throws {@link IllegalArgumentException}
 * otherwise.
 *
 * @param size how many leaves
 * @param root the hash over all of them
 * @since 0.1.0
 */
public record TreeHead(long size, Hash root) {
    public TreeHead {
        Objects.requireNonNull(root, "root");
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, but was " + size);
        }
        if (size == 0 && !root.equals(MerkleHash.emptyRoot())) {
            throw new IllegalArgumentException("size 0 has the empty root, but root was " + root);
        }
    }

    /** The head of the tree without leaves. */
    public static TreeHead empty() {
        return new TreeHead(0, MerkleHash.emptyRoot());
    }
}
