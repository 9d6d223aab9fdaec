package io.github.xinyi.trust.merkle;

/**
 * The three hashes of RFC 9162 section 2.1.1 with SHA-256: of a leaf, of a node, and of the empty
 * tree; short for those of {@link MerkleDigest#SHA_256}.
 *
 * <p>For example the leaf without any byte is {@code 6e340b9c...}, SHA-256 of the single byte 0x00.
 * Leaf and node start with different bytes, so that a node can never be passed off as a leaf.
 * Stateless and safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class MerkleHash {

    private MerkleHash() {}

    /** The hash of a leaf: SHA-256(0x00 || leaf). */
    public static Hash leaf(byte[] leaf) {
        return MerkleDigest.SHA_256.leaf(leaf);
    }

    /** The hash of a node over its two children: SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        return MerkleDigest.SHA_256.node(left, right);
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return MerkleDigest.SHA_256.emptyRoot();
    }
}
