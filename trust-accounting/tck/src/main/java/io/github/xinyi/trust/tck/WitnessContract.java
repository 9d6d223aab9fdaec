package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.disclosure.CheckpointText;
import io.github.xinyi.trust.disclosure.CosignatureVerifier;
import io.github.xinyi.trust.disclosure.Ed25519Keys;
import io.github.xinyi.trust.disclosure.LogKeys;
import io.github.xinyi.trust.disclosure.NoteSigner;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.disclosure.Witness;
import io.github.xinyi.trust.merkle.ConsistencyProof;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.merkle.MerkleProofs;
import io.github.xinyi.trust.merkle.Node;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every witness must keep, so that its cosignature means that a log never went back.
 *
 * @since 0.1.0
 */
public abstract class WitnessContract {

    /** The logs to be witnessed; a third one is not. */
    private static final NoteSigner LOG = signer("xinyi.example/book/witnessed");

    private static final NoteSigner NEIGHBOUR = signer("xinyi.example/book/neighbour");
    private static final NoteSigner STRANGER = signer("xinyi.example/book/stranger");

    private Witness witness;

    /** For subclasses. */
    protected WitnessContract() {}

    /**
     * The witness to be judged, which has seen nothing yet.
     *
     * @param logs the logs that it witnesses
     * @return the witness
     */
    protected abstract Witness createWitness(List<LogKeys> logs);

    /**
     * The key of the witness to be judged.
     *
     * @return checks its cosignatures
     */
    protected abstract CosignatureVerifier verifier();

    private static List<LogKeys> keys() {
        return List.of(LogKeys.of(LOG.verifier()), LogKeys.of(NEIGHBOUR.verifier()));
    }

    @BeforeEach
    void openWitness() {
        witness = createWitness(keys());
    }

    @Test
    void required_T3_cosignsTheFirstCheckpointOfALogThatItWitnesses() {
        Tree tree = new Tree("a", 5);
        assertThat(witness.sizeSeen(LOG.verifier().name())).isZero();

        assertCosigned(tree.note(LOG, 5), new ConsistencyProof(0, 5, List.of()));

        assertThat(witness.sizeSeen(LOG.verifier().name())).isEqualTo(5);
    }

    @Test
    void required_T3_cosignsWhatContinuesWhatItHasSeen() {
        Tree tree = new Tree("a", 9);
        assertCosigned(tree.note(LOG, 3), new ConsistencyProof(0, 3, List.of()));

        assertCosigned(tree.note(LOG, 3), tree.proof(3, 3));
        assertCosigned(tree.note(LOG, 4), tree.proof(3, 4));
        assertCosigned(tree.note(LOG, 9), tree.proof(4, 9));
        assertThat(witness.sizeSeen(LOG.verifier().name())).isEqualTo(9);
    }

    @Test
    void required_T3_declinesAContradictionOfWhatItHasSeen() {
        seen(new Tree("a", 6), 6);
        Tree other = new Tree("b", 8);

        assertDeclined(other.note(LOG, 6), other.proof(6, 6));
        assertDeclined(other.note(LOG, 8), other.proof(6, 8));
        assertDeclined(other.note(LOG, 8), new ConsistencyProof(0, 8, List.of()));
    }

    @Test
    void required_T3_declinesAProofFromAnotherSizeThanItHasSeen() {
        Tree tree = new Tree("a", 8);
        seen(tree, 6);

        assertDeclined(tree.note(LOG, 8), tree.proof(5, 8));
        assertDeclined(tree.note(LOG, 8), tree.proof(6, 7));
        assertDeclined(tree.note(LOG, 8), new ConsistencyProof(0, 8, List.of()));
        assertCosigned(tree.note(LOG, 8), tree.proof(6, 8));
    }

    @Test
    void required_T3_declinesASmallerCheckpoint() {
        Tree tree = new Tree("a", 6);
        seen(tree, 6);

        assertDeclined(tree.note(LOG, 5), tree.proof(5, 5));
        assertDeclined(tree.note(LOG, 5), tree.proof(5, 6));
        assertDeclined(tree.note(LOG, 5), new ConsistencyProof(0, 5, List.of()));
    }

    @Test
    void required_T3_declinesWhatTheLogDidNotSign() {
        Tree tree = new Tree("a", 6);
        ConsistencyProof first = new ConsistencyProof(0, 6, List.of());
        SignedNote good = tree.note(LOG, 6);
        SignedNote changed =
                new SignedNote(good.text().replace("\n6\n", "\n7\n"), good.signatures());

        assertDeclined(tree.note(STRANGER, 6), first);
        assertDeclined(changed, new ConsistencyProof(0, 7, List.of()));
        assertDeclined(new SignedNote(good.text(), tree.note(NEIGHBOUR, 6).signatures()), first);
    }

    @Test
    void required_F8_twoLogsNeverMix() {
        seen(new Tree("a", 6), 6);
        Tree theirs = new Tree("b", 3);

        assertThat(witness.sizeSeen(NEIGHBOUR.verifier().name())).isZero();
        assertCosigned(theirs.note(NEIGHBOUR, 3), new ConsistencyProof(0, 3, List.of()));
        assertThat(witness.sizeSeen(LOG.verifier().name())).isEqualTo(6);
    }

    private void seen(Tree tree, int size) {
        assertCosigned(tree.note(LOG, size), new ConsistencyProof(0, size, List.of()));
    }

    private void assertCosigned(SignedNote note, ConsistencyProof proof) {
        SignedNote.Signature line =
                witness.cosign(note, proof)
                        .fold(
                                signature -> signature,
                                reason -> {
                                    throw new AssertionError("declined: " + reason);
                                });
        assertThat(verifier().verify(note.withSignature(line)).isValid()).isTrue();
    }

    private void assertDeclined(SignedNote note, ConsistencyProof proof) {
        String origin = CheckpointText.parse(note.text()).origin();
        long before = witness.sizeSeen(origin);

        assertThat(witness.cosign(note, proof).<Boolean>fold(line -> true, reason -> false))
                .as("cosigned")
                .isFalse();
        assertThat(witness.sizeSeen(origin)).as("size seen").isEqualTo(before);
    }

    private static NoteSigner signer(String name) {
        KeyPair pair = TestKeys.pair(name);
        return NoteSigner.of(name, pair.getPrivate(), Ed25519Keys.toRaw(pair.getPublic()));
    }

    /** A tree of leaves made of a seed. */
    private static final class Tree {

        private final Map<NodeAddress, Hash> nodes = new HashMap<>();

        Tree(String seed, int size) {
            Frontier frontier = Frontier.empty();
            for (int i = 0; i < size; i++) {
                byte[] leaf = (seed + i).getBytes(StandardCharsets.UTF_8);
                Frontier.Appended appended = frontier.append(MerkleHash.leaf(leaf));
                for (Node node : appended.completed()) {
                    nodes.put(node.address(), node.hash());
                }
                frontier = appended.frontier();
            }
        }

        private Hash node(NodeAddress address) {
            return Objects.requireNonNull(nodes.get(address), "node");
        }

        SignedNote note(NoteSigner log, int size) {
            return log.sign(
                    new CheckpointText(
                                    log.verifier().name(),
                                    MerkleProofs.head(size, this::node, MerkleDigest.SHA_256),
                                    List.of("time 2025-03-01T02:00:00.000Z"))
                            .toText());
        }

        ConsistencyProof proof(int oldSize, int newSize) {
            return MerkleProofs.consistency(oldSize, newSize, this::node);
        }
    }
}
