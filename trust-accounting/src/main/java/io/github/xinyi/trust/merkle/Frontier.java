package io.github.xinyi.trust.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that is needed to go on appending: the roots of the complete subtrees along the right edge.
 *
 * <p>For example at size 7 it holds three hashes: over leaves 0-3, 4-5 and 6. There are as many
 * hashes as one bits in the size, so at most 63, the largest subtree first. Appending yields a new
 * frontier; nothing is changed in place. Throws {@link IllegalArgumentException} if size and hashes
 * do not fit each other.
 *
 * @param size how many leaves the tree has, from 0
 * @param hashes the roots of its complete subtrees, from left to right
 * @since 0.1.0
 */
public record Frontier(long size, List<Hash> hashes) {
    private static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        hashes = List.copyOf(hashes);
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative, but was " + size);
        }
        if (hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "size "
                            + size
                            + " needs "
                            + Long.bitCount(size)
                            + " hashes, but there were "
                            + hashes.size());
        }
    }

    /**
     * What an append yields: the frontier after it, and the nodes that it completed.
     *
     * <p>For example appending leaf 3 completes the nodes (0, 3), (1, 1) and (2, 0). They stand in
     * the order in which they were completed, each leaf hash (level 0) before the nodes over it.
     *
     * @param frontier the right edge after the append
     * @param completed the nodes for a store to keep, never to be changed again
     */
    public record Appended(Frontier frontier, List<Node> completed) {
        public Appended {
            Objects.requireNonNull(frontier, "frontier");
            completed = List.copyOf(completed);
        }
    }

    /** The frontier of the tree without leaves. */
    public static Frontier empty() {
        return EMPTY;
    }

    /** The frontier of this size, as a store kept it. */
    public static Frontier of(long size, List<Hash> hashes) {
        return new Frontier(size, hashes);
    }

    /** The root over all leaves (RFC 9162 section 2.1.1), at the cost of at most 62 hashes. */
    public Hash root() {
        return root(MerkleDigest.SHA_256);
    }

    /** The root over all leaves of a log with this digest. */
    public Hash root(MerkleDigest digest) {
        return hashes.isEmpty() ? digest.emptyRoot() : foldFromRight(hashes, digest);
    }

    /** Size and root together. */
    public TreeHead head() {
        return head(MerkleDigest.SHA_256);
    }

    /**
     * Size and root together, of a log with this digest.
     *
     * @throws IllegalArgumentException for an empty log with another digest than SHA-256, which
     *     nobody publishes
     */
    public TreeHead head(MerkleDigest digest) {
        return new TreeHead(size, root(digest));
    }

    /**
     * The tree with one leaf more, given the hash of that leaf.
     *
     * @throws ArithmeticException if the tree already has {@link Long#MAX_VALUE} leaves
     */
    public Appended append(Hash leafHash) {
        return append(leafHash, MerkleDigest.SHA_256);
    }

    /**
     * The tree with one leaf more, in a log with this digest.
     *
     * @throws ArithmeticException if the tree already has {@link Long#MAX_VALUE} leaves
     */
    public Appended append(Hash leafHash, MerkleDigest digest) {
        long grown = Math.addExact(size, 1);
        int merges = Long.numberOfTrailingZeros(grown);
        Node[] completed = new Node[merges + 1];
        completed[0] = Node.of(0, size, leafHash);
        Hash hash = leafHash;
        for (int level = 1; level <= merges; level++) {
            hash = digest.node(hashes.get(hashes.size() - level), hash);
            completed[level] = Node.of(level, size >> level, hash);
        }
        Hash[] edge = new Hash[hashes.size() - merges + 1];
        for (int i = 0; i < edge.length - 1; i++) {
            edge[i] = hashes.get(i);
        }
        edge[edge.length - 1] = hash;
        return new Appended(new Frontier(grown, List.of(edge)), List.of(completed));
    }

    /**
     * The tree with these leaves more, in their order, given the hashes of the leaves.
     *
     * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} leaves
     */
    public Appended appendAll(List<Hash> leafHashes) {
        return appendAll(leafHashes, MerkleDigest.SHA_256);
    }

    /**
     * The tree with these leaves more, in a log with this digest.
     *
     * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} leaves
     */
    public Appended appendAll(List<Hash> leafHashes, MerkleDigest digest) {
        if (size > Long.MAX_VALUE - leafHashes.size()) {
            throw new ArithmeticException(leafHashes.size() + " leaves more than " + size);
        }
        Frontier frontier = this;
        List<Node> completed = new ArrayList<>(2 * leafHashes.size());
        for (Hash leafHash : leafHashes) {
            Appended next = frontier.append(leafHash, digest);
            frontier = next.frontier();
            completed.addAll(next.completed());
        }
        return new Appended(frontier, completed);
    }

    /** The hash over adjacent subtrees of falling size: the two rightmost are joined first. */
    static Hash foldFromRight(List<Hash> subtrees, MerkleDigest digest) {
        int last = subtrees.size() - 1;
        Hash hash = subtrees.get(last);
        for (int i = last - 1; i >= 0; i--) {
            hash = digest.node(subtrees.get(i), hash);
        }
        return hash;
    }
}
