package io.github.xinyi.trust.merkle;

import java.util.ArrayList;
import java.util.List;

/** The tree as RFC 9162 section 2.1 defines it, by recursion over all leaves: slow and plain. */
final class RecursiveTree {
    private RecursiveTree() {}

    static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return MerkleHash.emptyRoot();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = split(leaves);
        return MerkleHash.node(left(leaves, k), right(leaves, k));
    }

    static List<Hash> inclusion(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves);
        return index < k
                ? with(inclusion(index, leaves.subList(0, k)), right(leaves, k))
                : with(inclusion(index - k, leaves.subList(k, leaves.size())), left(leaves, k));
    }

    static List<Hash> consistency(int oldSize, List<Hash> leaves) {
        return subproof(oldSize, leaves, true);
    }

    private static List<Hash> subproof(int oldSize, List<Hash> leaves, boolean isWholeOldTree) {
        if (oldSize == leaves.size()) {
            return isWholeOldTree ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves);
        if (oldSize <= k) {
            return with(subproof(oldSize, leaves.subList(0, k), isWholeOldTree), right(leaves, k));
        }
        List<Hash> rest = leaves.subList(k, leaves.size());
        return with(subproof(oldSize - k, rest, false), left(leaves, k));
    }

    private static int split(List<Hash> leaves) {
        return Integer.highestOneBit(leaves.size() - 1);
    }

    private static Hash left(List<Hash> leaves, int k) {
        return root(leaves.subList(0, k));
    }

    private static Hash right(List<Hash> leaves, int k) {
        return root(leaves.subList(k, leaves.size()));
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
