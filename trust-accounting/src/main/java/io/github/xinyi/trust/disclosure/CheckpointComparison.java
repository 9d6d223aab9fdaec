package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.TreeHead;
import java.util.Optional;

/**
 * What a reader who kept a checkpoint of a log finds when he is shown another one.
 *
 * <p>For example two notes of size 812 with different roots, both signed by the log: {@link
 * Result#CONTRADICTS}. The two notes alone prove that to anybody. For two sizes a proof is needed;
 * a log that gives none that verifies has not been shown to be honest, and {@link
 * Result#PROOF_INVALID} says no more than that. Nothing is found out by a reader who kept nothing.
 *
 * @since 0.1.0
 */
public final class CheckpointComparison {

    /** What the comparison found. */
    public enum Result {
        /** The same log of the same size and root. */
        SAME,
        /** The larger one begins with the smaller one. */
        CONSISTENT,
        /** Of one size and two roots: the log signed two histories. */
        CONTRADICTS,
        /** The later one is of fewer records: the log went back. */
        SHRANK,
        /** They are of two sizes, and no proof was given. */
        PROOF_NEEDED,
        /** The proof is of other sizes, or does not verify. */
        PROOF_INVALID,
        /** They are of two logs, or of two digests. */
        OTHER_LOG,
        /** One of them is not signed by the log, or by a key in its time. */
        NOT_SIGNED;

        /** Whether there is nothing against the log. */
        public boolean isConsistent() {
            return this == SAME || this == CONSISTENT;
        }

        /** Whether the two notes prove to anybody that the log did wrong. */
        public boolean isEvidence() {
            return this == CONTRADICTS || this == SHRANK;
        }
    }

    private final LogKeys keys;
    private final MerkleDigest digest;

    /**
     * Compares checkpoints of a log of SHA-256.
     *
     * @param keys those of the log
     */
    public CheckpointComparison(LogKeys keys) {
        this(keys, MerkleDigest.SHA_256);
    }

    /**
     * Compares checkpoints of a log.
     *
     * @param keys those of the log
     * @param digest that of the log
     */
    public CheckpointComparison(LogKeys keys, MerkleDigest digest) {
        this.keys = keys;
        this.digest = digest;
    }

    /**
     * Compares two checkpoints by themselves.
     *
     * @param kept the one that was kept
     * @param shown the one that is shown now
     * @return {@link Result#PROOF_NEEDED} for two sizes of which nothing else is wrong
     * @throws MalformedNoteException if one is no checkpoint
     */
    public Result compare(SignedNote kept, SignedNote shown) {
        CheckpointText one = CheckpointText.parse(kept.text());
        CheckpointText other = CheckpointText.parse(shown.text());
        return byThemselves(kept, one, shown, other).orElse(Result.PROOF_NEEDED);
    }

    /**
     * Compares two checkpoints with a proof from the log.
     *
     * @param kept the one that was kept
     * @param shown the one that is shown now
     * @param proof that the smaller of the two begins the larger
     * @return what was found
     * @throws MalformedNoteException if one is no checkpoint
     */
    public Result compare(SignedNote kept, SignedNote shown, ConsistencyProof proof) {
        CheckpointText one = CheckpointText.parse(kept.text());
        CheckpointText other = CheckpointText.parse(shown.text());
        return byThemselves(kept, one, shown, other)
                .orElseGet(() -> byProof(one.head(), other.head(), proof));
    }

    private Optional<Result> byThemselves(
            SignedNote kept, CheckpointText one, SignedNote shown, CheckpointText other) {
        boolean sameLog =
                one.origin().equals(keys.origin())
                        && other.origin().equals(keys.origin())
                        && one.digestName().equals(digest.name())
                        && other.digestName().equals(digest.name());
        if (!sameLog) {
            return Optional.of(Result.OTHER_LOG);
        }
        if (!keys.check(kept).isValid() || !keys.check(shown).isValid()) {
            return Optional.of(Result.NOT_SIGNED);
        }
        if (one.head().size() == other.head().size()) {
            return Optional.of(one.head().equals(other.head()) ? Result.SAME : Result.CONTRADICTS);
        }
        boolean grew = one.head().size() < other.head().size();
        CheckpointText smaller = grew ? one : other;
        CheckpointText larger = grew ? other : one;
        boolean wentBack =
                smaller.time().flatMap(late -> larger.time().filter(late::isAfter)).isPresent();
        return wentBack ? Optional.of(Result.SHRANK) : Optional.empty();
    }

    private Result byProof(TreeHead one, TreeHead other, ConsistencyProof proof) {
        TreeHead old = one.size() < other.size() ? one : other;
        TreeHead grown = one.size() < other.size() ? other : one;
        return MerkleVerifier.verifyConsistency(proof, old, grown, digest).isValid()
                ? Result.CONSISTENT
                : Result.PROOF_INVALID;
    }
}
