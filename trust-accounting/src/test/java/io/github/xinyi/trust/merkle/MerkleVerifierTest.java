package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleVerifierTest {
    private static final List<Hash> LEAVES = RecursiveTree.leaves(40);
    private static final GrownTree TREE = GrownTree.of(LEAVES);

    private static TreeHead head(int size) {
        return new TreeHead(size, RecursiveTree.root(LEAVES.subList(0, size)));
    }

    private static Hash flipped(Hash hash, int bit) {
        byte[] bytes = hash.toByteArray();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }

    @Test
    void refusesEveryPathWithAnyHashChangedLostOrRepeated() {
        for (int size = 1; size <= 40; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = MerkleProofs.inclusion(index, size, TREE);
                for (List<Hash> path : mutants(proof.path())) {
                    InclusionProof mutant = new InclusionProof(index, size, path);
                    assertThat(
                                    MerkleVerifier.verifyInclusion(
                                            LEAVES.get(index), mutant, head(size)))
                            .isNotEqualTo(ProofCheck.VALID);
                }
            }
        }
    }

    @Test
    void refusesEveryConsistencyWithAnyHashChangedLostOrRepeated() {
        for (int size = 1; size <= 40; size++) {
            for (int old = 1; old <= size; old++) {
                ConsistencyProof proof = MerkleProofs.consistency(old, size, TREE);
                for (List<Hash> path : mutants(proof.path())) {
                    ConsistencyProof mutant = new ConsistencyProof(old, size, path);
                    assertThat(MerkleVerifier.verifyConsistency(mutant, head(old), head(size)))
                            .isNotEqualTo(ProofCheck.VALID);
                }
            }
        }
    }

    private static List<List<Hash>> mutants(List<Hash> path) {
        List<List<Hash>> mutants = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, flipped(path.get(i), 31 * i % 256));
            mutants.add(changed);
            List<Hash> lost = new ArrayList<>(path);
            lost.remove(i);
            mutants.add(lost);
            List<Hash> repeated = new ArrayList<>(path);
            repeated.add(i, path.get(i));
            mutants.add(repeated);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(LEAVES.get(0));
        mutants.add(longer);
        return mutants;
    }

    @Test
    void bindsTheSizeOfTheHead() {
        InclusionProof inclusion = MerkleProofs.inclusion(2, 7, TREE);
        ConsistencyProof consistency = MerkleProofs.consistency(3, 7, TREE);

        assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(2), inclusion, head(8)))
                .isEqualTo(ProofCheck.SIZE_MISMATCH);
        assertThat(MerkleVerifier.verifyConsistency(consistency, head(4), head(7)))
                .isEqualTo(ProofCheck.SIZE_MISMATCH);
        assertThat(MerkleVerifier.verifyConsistency(consistency, head(3), head(8)))
                .isEqualTo(ProofCheck.SIZE_MISMATCH);
    }

    @Test
    void namesBadNumbersBeforeAnythingElse() {
        InclusionProof beyond = new InclusionProof(7, 7, List.of());
        ConsistencyProof shrunk = new ConsistencyProof(7, 3, List.of());

        assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(0), beyond, head(9)))
                .isEqualTo(ProofCheck.INDEX_BEYOND_SIZE);
        assertThat(MerkleVerifier.verifyConsistency(shrunk, head(7), head(9)))
                .isEqualTo(ProofCheck.OLD_SIZE_GREATER);
    }

    @Test
    void doesNotTakeANodeForALeaf() {
        Hash left = MerkleHash.node(LEAVES.get(0), LEAVES.get(1));
        Hash right = MerkleHash.node(LEAVES.get(2), LEAVES.get(3));
        byte[] asLeaf = new byte[64];
        System.arraycopy(left.toByteArray(), 0, asLeaf, 0, 32);
        System.arraycopy(right.toByteArray(), 0, asLeaf, 32, 32);

        assertThat(MerkleHash.leaf(asLeaf)).isNotEqualTo(MerkleHash.node(left, right));
    }

    @Test
    void onlyValidIsValid() {
        for (ProofCheck check : ProofCheck.values()) {
            assertThat(check.isValid()).isEqualTo(check == ProofCheck.VALID);
        }
    }
}
