package io.github.xinyi.trust.merkle;

import java.util.Objects;

/**
 * A complete subtree and its hash, which never changes again: what a store keeps.
 *
 * <p>For example the node at level 1, index 0 once leaves 0 and 1 are there. A node of level 0 is a
 * leaf hash.
 *
 * @param address where the subtree stands
 * @param hash the hash over its 2^level leaves
 * @since 0.1.0
 */
public record Node(NodeAddress address, Hash hash) {
    public Node {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(hash, "hash");
    }

    /** The node at this level and index. */
    public static Node of(int level, long index, Hash hash) {
        return new Node(new NodeAddress(level, index), hash);
    }

    /** The height of the subtree: 0 for a leaf. */
    public int level() {
        return address.level();
    }

    /** How many subtrees of the same level stand left of it. */
    public long index() {
        return address.index();
    }
}
