package io.github.xinyi.trust.merkle;

/**
 * Reads the hash of a complete subtree from wherever the nodes are kept: you implement this.
 *
 * <p>For example {@code address -> nodes.get(address)} over a map. It is asked only for subtrees
 * that are complete in a tree of the size that was named to {@link MerkleProofs}; each of them was
 * handed out once by {@link Frontier#append}. If a node is missing the reader throws an unchecked
 * exception of its own kind: any stand-in would make a proof that nobody can verify.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface NodeReader {
    /** The hash that is kept for this complete subtree. */
    Hash read(NodeAddress address);
}
