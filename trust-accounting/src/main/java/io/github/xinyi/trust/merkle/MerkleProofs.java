package io.github.xinyi.trust.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes proofs out of stored complete subtrees, reading no leaf that is not part of the proof.
 *
 * <p>For example the inclusion proof of leaf 2 in a tree of 7 reads (0, 3), (1, 0), and for the
 * incomplete subtree over leaves 4-6 the two nodes (1, 2) and (0, 6). A proof in a tree of n leaves
 * reads at most 2 log2 n nodes; {@link #inclusionNodes} and {@link #consistencyNodes} name them
 * beforehand, so that a store can fetch them in one query. Sizes that contradict each other throw
 * {@link IllegalArgumentException}. Source: RFC 9162 sections 2.1.3.1 and 2.1.4.1.
 *
 * @since 0.1.0
 */
public final class MerkleProofs {
    private MerkleProofs() {}

    /**
     * The proof that a leaf stands at this index of the tree of this size.
     *
     * @throws IllegalArgumentException unless the index is in 0..size-1
     */
    public static InclusionProof inclusion(long index, long size, NodeReader reader) {
        return inclusion(index, size, reader, MerkleDigest.SHA_256);
    }

    /**
     * The proof that a leaf stands at this index of the tree of this size, in a log with this
     * digest.
     *
     * @throws IllegalArgumentException unless the index is in 0..size-1
     */
    public static InclusionProof inclusion(
            long index, long size, NodeReader reader, MerkleDigest digest) {
        return new InclusionProof(index, size, read(inclusionRanges(index, size), reader, digest));
    }

    /**
     * The proof that the tree of the new size begins with the tree of the old size.
     *
     * @throws IllegalArgumentException unless the old size is in 1..newSize: the empty tree begins
     *     every tree, and no proof can say more about it
     */
    public static ConsistencyProof consistency(long oldSize, long newSize, NodeReader reader) {
        return consistency(oldSize, newSize, reader, MerkleDigest.SHA_256);
    }

    /**
     * The proof that the tree of the new size begins with the tree of the old size, in a log with
     * this digest.
     *
     * @throws IllegalArgumentException unless the old size is in 1..newSize
     */
    public static ConsistencyProof consistency(
            long oldSize, long newSize, NodeReader reader, MerkleDigest digest) {
        return new ConsistencyProof(
                oldSize, newSize, read(consistencyRanges(oldSize, newSize), reader, digest));
    }

    /**
     * The head that the tree had when it was of this size, out of at most 62 stored nodes.
     *
     * @throws IllegalArgumentException unless the size is at least 1
     */
    public static TreeHead head(long size, NodeReader reader, MerkleDigest digest) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, but was " + size);
        }
        List<Hash> edge =
                subtree(NodeAddress.MAX_LEVEL + 1, 0, size).stream().map(reader::read).toList();
        return new TreeHead(size, Frontier.foldFromRight(edge, digest));
    }

    /** The nodes that {@link #inclusion} will read, in the order of reading. */
    public static List<NodeAddress> inclusionNodes(long index, long size) {
        return inclusionRanges(index, size).stream().flatMap(List::stream).toList();
    }

    /** The nodes that {@link #consistency} will read, in the order of reading. */
    public static List<NodeAddress> consistencyNodes(long oldSize, long newSize) {
        return consistencyRanges(oldSize, newSize).stream().flatMap(List::stream).toList();
    }

    /** Each hash of a path is the hash over a range of leaves, given here as complete subtrees. */
    private static List<Hash> read(
            List<List<NodeAddress>> ranges, NodeReader reader, MerkleDigest digest) {
        return ranges.stream()
                .map(range -> range.stream().map(reader::read).toList())
                .map(hashes -> Frontier.foldFromRight(hashes, digest))
                .toList();
    }

    private static List<List<NodeAddress>> inclusionRanges(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "index must be in 0..size-1, but was " + index + " with size " + size);
        }
        return siblings(new NodeAddress(0, index), size);
    }

    /**
     * The last complete subtree of the old tree, then its way up in the new tree.
     *
     * <p>If that subtree is the whole old tree, the verifier knows its hash and it is left out.
     */
    private static List<List<NodeAddress>> consistencyRanges(long oldSize, long newSize) {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new IllegalArgumentException(
                    "oldSize must be in 1..newSize, but was " + oldSize + " with " + newSize);
        }
        if (oldSize == newSize) {
            return List.of();
        }
        int level = Long.numberOfTrailingZeros(oldSize);
        NodeAddress last = new NodeAddress(level, (oldSize >> level) - 1);
        List<List<NodeAddress>> ranges = new ArrayList<>();
        if (last.index() != 0) {
            ranges.add(List.of(last));
        }
        ranges.addAll(siblings(last, newSize));
        return ranges;
    }

    /** The sibling at every level from this node up to the root, where there is one. */
    private static List<List<NodeAddress>> siblings(NodeAddress from, long size) {
        List<List<NodeAddress>> ranges = new ArrayList<>();
        long index = from.index();
        for (int level = from.level(); (size - 1) >> level > 0; level++) {
            long sibling = index ^ 1;
            if (sibling <= (size - 1) >> level) {
                ranges.add(subtree(level, sibling, size));
            }
            index >>= 1;
        }
        return ranges;
    }

    /** The complete subtrees, from left to right, that make up a subtree cut off at the size. */
    private static List<NodeAddress> subtree(int level, long index, long size) {
        long start = index << level;
        long leaves = size - start;
        if (leaves >> level > 0) {
            return List.of(new NodeAddress(level, index));
        }
        List<NodeAddress> parts = new ArrayList<>();
        while (leaves > 0) {
            int height = 63 - Long.numberOfLeadingZeros(leaves);
            parts.add(new NodeAddress(height, start >> height));
            start += 1L << height;
            leaves -= 1L << height;
        }
        return parts;
    }
}
