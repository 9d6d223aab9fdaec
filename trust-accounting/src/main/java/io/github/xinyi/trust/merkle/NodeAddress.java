package io.github.xinyi.trust.merkle;

/**
 * Where a complete subtree stands in the tree.
 *
 * <p>For example level 2, index 1: the subtree over leaves 4, 5, 6 and 7. The level is 0 for leaves
 * and at most 62; the index counts subtrees of that level from the left, from 0. Throws {@link
 * IllegalArgumentException} if the leaves under it would not fit a {@code long}.
 *
 * @param level the height: the subtree covers 2^level leaves
 * @param index how many subtrees of the same level stand left of it
 * @since 0.1.0
 */
public record NodeAddress(int level, long index) {
    /**
     * The greatest level: a tree of {@link Long#MAX_VALUE} leaves has no complete subtree above.
     */
    public static final int MAX_LEVEL = 62;

    public NodeAddress {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("level must be in 0..62, but was " + level);
        }
        if (index < 0 || index > (Long.MAX_VALUE >> level)) {
            throw new IllegalArgumentException(
                    "index must be in 0.." + (Long.MAX_VALUE >> level) + ", but was " + index);
        }
    }
}
