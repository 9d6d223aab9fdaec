package io.github.xinyi.trust.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;

/**
 * The three hashes of RFC 9162 section 2.1.1: of a leaf, of a node, and of the empty tree.
 *
 * <p>For example the leaf without any byte is {@code 6e340b9c...}, SHA-256 of the single byte 0x00.
 * Leaf and node start with different bytes, so that a node can never be passed off as a leaf.
 * Stateless and safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class MerkleHash {
    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final Hash EMPTY_ROOT = Hash.owning(sha256().digest());

    private MerkleHash() {}

    /** The hash of a leaf: SHA-256(0x00 || leaf). */
    public static Hash leaf(byte[] leaf) {
        return leaf(digest -> digest.update(leaf));
    }

    /** The hash of a leaf whose bytes the writer hands to the digest, without a copy of them. */
    public static Hash leaf(Consumer<MessageDigest> leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        leaf.accept(digest);
        return Hash.owning(digest.digest());
    }

    /** The hash of a node over its two children: SHA-256(0x01 || left || right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.owning(digest.digest());
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return EMPTY_ROOT;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
