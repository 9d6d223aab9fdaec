package io.github.xinyi.trust.merkle;

import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs against tree heads, step by step as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say.
 *
 * <p>For example {@code verifyInclusion(MerkleHash.leaf(bytes), proof, head)} yields {@link
 * ProofCheck#VALID}. Nothing throws for a bad proof: every refusal is a {@link ProofCheck}. At most
 * 64 hashes of a path are looked at. Stateless and safe for any number of threads.
 *
 * @since 0.1.0
 */
public final class MerkleVerifier {
    private MerkleVerifier() {}

    /** Whether the leaf stands where the proof says in the tree of this head. */
    public static ProofCheck verifyInclusion(Hash leafHash, InclusionProof proof, TreeHead head) {
        return verifyInclusion(leafHash, proof, head, MerkleDigest.SHA_256);
    }

    /** Whether the leaf stands where the proof says, in a log with this digest. */
    public static ProofCheck verifyInclusion(
            Hash leafHash, InclusionProof proof, TreeHead head, MerkleDigest digest) {
        ProofCheck numbers = checkNumbers(proof);
        if (numbers.isValid() && proof.size() != head.size()) {
            return ProofCheck.SIZE_MISMATCH;
        }
        return verifyInclusion(leafHash, proof, head.root(), digest);
    }

    /**
     * Whether the leaf stands where the proof says in the tree of this root.
     *
     * <p>The size is taken from the proof: prefer a {@link TreeHead}, which binds it too.
     */
    public static ProofCheck verifyInclusion(Hash leafHash, InclusionProof proof, Hash root) {
        return verifyInclusion(leafHash, proof, root, MerkleDigest.SHA_256);
    }

    private static ProofCheck verifyInclusion(
            Hash leafHash, InclusionProof proof, Hash root, MerkleDigest digest) {
        ProofCheck numbers = checkNumbers(proof);
        if (!numbers.isValid()) {
            return numbers;
        }
        Climb climb = new Climb(proof.index(), proof.size() - 1);
        Hash hash = leafHash;
        for (Hash sibling : proof.path()) {
            if (climb.isAtRoot()) {
                return ProofCheck.PATH_TOO_LONG;
            }
            boolean left = climb.siblingIsLeft();
            hash = left ? digest.node(sibling, hash) : digest.node(hash, sibling);
            climb.up();
        }
        if (!climb.isAtRoot()) {
            return ProofCheck.PATH_TOO_SHORT;
        }
        return hash.equals(root) ? ProofCheck.VALID : ProofCheck.ROOT_MISMATCH;
    }

    /** Whether the tree of the new head begins with all leaves of the tree of the old head. */
    public static ProofCheck verifyConsistency(
            ConsistencyProof proof, TreeHead oldHead, TreeHead newHead) {
        return verifyConsistency(proof, oldHead, newHead, MerkleDigest.SHA_256);
    }

    /** Whether the tree of the new head begins with that of the old, in a log with this digest. */
    public static ProofCheck verifyConsistency(
            ConsistencyProof proof, TreeHead oldHead, TreeHead newHead, MerkleDigest digest) {
        ProofCheck numbers = checkNumbers(proof);
        boolean sizesDiffer =
                proof.oldSize() != oldHead.size() || proof.newSize() != newHead.size();
        if (numbers.isValid() && sizesDiffer) {
            return ProofCheck.SIZE_MISMATCH;
        }
        return verifyConsistency(proof, oldHead.root(), newHead.root(), digest);
    }

    /**
     * Whether the tree of the new root begins with all leaves of the tree of the old root.
     *
     * <p>The sizes are taken from the proof: prefer two {@link TreeHead}s, which bind them too.
     */
    public static ProofCheck verifyConsistency(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
        return verifyConsistency(proof, oldRoot, newRoot, MerkleDigest.SHA_256);
    }

    private static ProofCheck verifyConsistency(
            ConsistencyProof proof, Hash oldRoot, Hash newRoot, MerkleDigest digest) {
        ProofCheck numbers = checkNumbers(proof);
        if (!numbers.isValid()) {
            return numbers;
        }
        if (proof.oldSize() == proof.newSize()) {
            return sameTree(proof.path(), oldRoot, newRoot);
        }
        return proof.path().isEmpty()
                ? ProofCheck.PATH_TOO_SHORT
                : climbToBothRoots(proof, oldRoot, newRoot, digest);
    }

    private static ProofCheck checkNumbers(InclusionProof proof) {
        if (proof.index() < 0 || proof.size() < 0) {
            return ProofCheck.NEGATIVE_NUMBER;
        }
        if (proof.size() == 0) {
            return ProofCheck.EMPTY_TREE;
        }
        return proof.index() < proof.size() ? ProofCheck.VALID : ProofCheck.INDEX_BEYOND_SIZE;
    }

    private static ProofCheck checkNumbers(ConsistencyProof proof) {
        if (proof.oldSize() < 0 || proof.newSize() < 0) {
            return ProofCheck.NEGATIVE_NUMBER;
        }
        if (proof.oldSize() > proof.newSize()) {
            return ProofCheck.OLD_SIZE_GREATER;
        }
        return proof.oldSize() == 0 ? ProofCheck.EMPTY_TREE : ProofCheck.VALID;
    }

    private static ProofCheck sameTree(List<Hash> path, Hash oldRoot, Hash newRoot) {
        if (!path.isEmpty()) {
            return ProofCheck.PATH_NOT_EMPTY;
        }
        return oldRoot.equals(newRoot) ? ProofCheck.VALID : ProofCheck.NEW_ROOT_MISMATCH;
    }

    private static ProofCheck climbToBothRoots(
            ConsistencyProof proof, Hash oldRoot, Hash newRoot, MerkleDigest digest) {
        Climb climb = new Climb(proof.oldSize() - 1, proof.newSize() - 1);
        climb.upToLastCompleteSubtree();
        Iterator<Hash> path = proof.path().iterator();
        Hash oldHash = Long.bitCount(proof.oldSize()) == 1 ? oldRoot : path.next();
        Hash newHash = oldHash;
        while (path.hasNext()) {
            Hash sibling = path.next();
            if (climb.isAtRoot()) {
                return ProofCheck.PATH_TOO_LONG;
            }
            if (climb.siblingIsLeft()) {
                oldHash = digest.node(sibling, oldHash);
                newHash = digest.node(sibling, newHash);
            } else {
                newHash = digest.node(newHash, sibling);
            }
            climb.up();
        }
        if (!climb.isAtRoot()) {
            return ProofCheck.PATH_TOO_SHORT;
        }
        if (!oldHash.equals(oldRoot)) {
            return ProofCheck.OLD_ROOT_MISMATCH;
        }
        return newHash.equals(newRoot) ? ProofCheck.VALID : ProofCheck.NEW_ROOT_MISMATCH;
    }

    /** The two numbers that both algorithms of the RFC shift, there named fn and sn. */
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean isAtRoot() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return isOdd() || node == last;
        }

        /** A node without a sibling is carried up unchanged until it becomes a right child. */
        void up() {
            if (node == last) {
                while (!isOdd() && node != 0) {
                    shift();
                }
            }
            shift();
        }

        void upToLastCompleteSubtree() {
            while (isOdd()) {
                shift();
            }
        }

        private boolean isOdd() {
            return (node & 1) == 1;
        }

        private void shift() {
            node >>= 1;
            last >>= 1;
        }
    }
}
