package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleVerifier;
import io.github.xinyi.trust.merkle.TreeHead;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A witness in this process: cosigns a checkpoint only if it is signed by the log and continues the
 * last one that it cosigned.
 *
 * <p>What it has seen is lost with the process unless the host keeps {@link #lastOf} and gives it
 * back by {@link #remembering}: a witness that forgets lets a log start over. It follows the
 * hand-overs of a log's keys. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CosigningWitness implements Witness {

    private final Cosigner cosigner;
    private final Supplier<Instant> clock;
    private final MerkleDigest digest;
    private final Map<String, LogKeys> keys = new HashMap<>();
    private final Map<String, SignedNote> seen = new HashMap<>();

    /**
     * A witness that knows no log yet.
     *
     * @param cosigner its key
     * @param clock the moment of each cosignature
     */
    public CosigningWitness(Cosigner cosigner, Supplier<Instant> clock) {
        this(cosigner, clock, MerkleDigest.SHA_256);
    }

    /**
     * A witness for logs of one digest.
     *
     * @param cosigner its key
     * @param clock the moment of each cosignature
     * @param digest that of the logs
     */
    public CosigningWitness(Cosigner cosigner, Supplier<Instant> clock, MerkleDigest digest) {
        this.cosigner = cosigner;
        this.clock = clock;
        this.digest = digest;
    }

    /**
     * Takes on a log.
     *
     * @param log its keys
     * @return this
     */
    public synchronized CosigningWitness watching(LogKeys log) {
        keys.put(log.origin(), log);
        return this;
    }

    /**
     * Takes back what it had seen before a restart.
     *
     * @param checkpoint the last that it cosigned
     * @return this
     * @throws IllegalArgumentException if it is not cosigned by this witness
     */
    public synchronized CosigningWitness remembering(SignedNote checkpoint) {
        if (!cosigner.verifier().verify(checkpoint).isValid()) {
            throw new IllegalArgumentException("not cosigned by " + cosigner.verifier().name());
        }
        seen.put(CheckpointText.parse(checkpoint.text()).origin(), checkpoint);
        return this;
    }

    /**
     * The last checkpoint of a log that it cosigned, to be kept and shown to anybody.
     *
     * @param origin the name of the log
     * @return with its cosignature, empty if it has seen none
     */
    public synchronized Optional<SignedNote> lastOf(String origin) {
        return Optional.ofNullable(seen.get(origin));
    }

    @Override
    public synchronized long sizeSeen(String origin) {
        return headSeen(origin).map(TreeHead::size).orElse(0L);
    }

    private Optional<TreeHead> headSeen(String origin) {
        return Optional.ofNullable(seen.get(origin))
                .map(note -> CheckpointText.parse(note.text()).head());
    }

    @Override
    public synchronized Answer cosign(SignedNote checkpoint, ConsistencyProof proof) {
        CheckpointText text = CheckpointText.parse(checkpoint.text());
        Optional<Reason> against = against(checkpoint, text, proof);
        if (against.isPresent()) {
            return new Answer.Declined(against.get());
        }
        keys.computeIfPresent(
                text.origin(),
                (origin, log) ->
                        log.checkHandOver(checkpoint).isValid() ? log.follow(checkpoint) : log);
        SignedNote.Signature line = cosigner.cosign(checkpoint, clock.get());
        seen.put(text.origin(), checkpoint.withSignature(line));
        return new Answer.Cosigned(line);
    }

    private Optional<Reason> against(
            SignedNote checkpoint, CheckpointText text, ConsistencyProof proof) {
        LogKeys log = keys.get(text.origin());
        if (log == null || !text.digestName().equals(digest.name())) {
            return Optional.of(Reason.LOG_UNKNOWN);
        }
        if (!log.check(checkpoint).isValid()) {
            return Optional.of(Reason.NOT_SIGNED_BY_LOG);
        }
        return headSeen(text.origin())
                .map(old -> againstGrowth(old, text.head(), proof))
                .orElseGet(() -> againstFirst(text.head(), proof));
    }

    private static Optional<Reason> againstFirst(TreeHead head, ConsistencyProof proof) {
        boolean fits = proof.oldSize() == 0 && proof.newSize() == head.size();
        return fits ? Optional.empty() : Optional.of(Reason.OTHER_SIZE);
    }

    private Optional<Reason> againstGrowth(TreeHead old, TreeHead head, ConsistencyProof proof) {
        if (head.size() < old.size()) {
            return Optional.of(Reason.SMALLER);
        }
        if (head.size() == old.size() && !head.equals(old)) {
            return Optional.of(Reason.CONTRADICTS);
        }
        if (proof.oldSize() != old.size() || proof.newSize() != head.size()) {
            return Optional.of(Reason.OTHER_SIZE);
        }
        return MerkleVerifier.verifyConsistency(proof, old, head, digest).isValid()
                ? Optional.empty()
                : Optional.of(Reason.PROOF_INVALID);
    }
}
