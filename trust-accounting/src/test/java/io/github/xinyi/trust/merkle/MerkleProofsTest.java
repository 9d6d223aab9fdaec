package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleProofsTest {
    private static final int MAX = 130;
    private static final List<Hash> LEAVES = RecursiveTree.leaves(MAX);
    private static final GrownTree TREE = GrownTree.of(LEAVES);

    @Test
    void everyInclusionUpTo130LeavesIsThatOfTheRfcAndVerifies() {
        for (int size = 1; size <= MAX; size++) {
            List<Hash> leaves = LEAVES.subList(0, size);
            TreeHead head = new TreeHead(size, RecursiveTree.root(leaves));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = MerkleProofs.inclusion(index, size, TREE);

                assertThat(proof.path()).isEqualTo(RecursiveTree.inclusion(index, leaves));
                assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(index), proof, head))
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void everyConsistencyUpTo130LeavesIsThatOfTheRfcAndVerifies() {
        List<TreeHead> heads = new ArrayList<>();
        for (int size = 0; size <= MAX; size++) {
            heads.add(new TreeHead(size, RecursiveTree.root(LEAVES.subList(0, size))));
        }
        for (int size = 1; size <= MAX; size++) {
            for (int old = 1; old <= size; old++) {
                ConsistencyProof proof = MerkleProofs.consistency(old, size, TREE);

                assertThat(proof.path())
                        .isEqualTo(RecursiveTree.consistency(old, LEAVES.subList(0, size)));
                assertThat(MerkleVerifier.verifyConsistency(proof, heads.get(old), heads.get(size)))
                        .isEqualTo(ProofCheck.VALID);
            }
        }
    }

    @Test
    void readsTheNodesThatItNamesAndNoOthers() {
        for (int size = 1; size <= 64; size++) {
            for (int index = 0; index < size; index++) {
                List<NodeAddress> read = new ArrayList<>();
                MerkleProofs.inclusion(index, size, address -> recorded(read, address));
                assertThat(MerkleProofs.inclusionNodes(index, size)).isEqualTo(read);
                read.clear();
                MerkleProofs.consistency(index + 1, size, address -> recorded(read, address));
                assertThat(MerkleProofs.consistencyNodes(index + 1, size)).isEqualTo(read);
            }
        }
    }

    private static Hash recorded(List<NodeAddress> read, NodeAddress address) {
        read.add(address);
        return TREE.read(address);
    }

    @Test
    void readsTwiceTheLogarithmOfTheSizeAtMost() {
        long size = (1L << 20) - 1;

        for (long index : new long[] {0, 1, size / 2, size - 2, size - 1}) {
            assertThat(MerkleProofs.inclusionNodes(index, size)).hasSizeLessThanOrEqualTo(40);
            assertThat(MerkleProofs.consistencyNodes(index + 1, size)).hasSizeLessThanOrEqualTo(40);
        }
    }

    @Test
    void hasAtMostSixtyThreeHashesForTheGreatestTree() {
        NodeReader any = address -> LEAVES.get(address.level());

        assertThat(MerkleProofs.inclusion(0, Long.MAX_VALUE, any).path()).hasSize(63);
        assertThat(MerkleProofs.consistency(3, Long.MAX_VALUE, any).path()).hasSize(64);
    }

    @Test
    void refusesNumbersThatContradictEachOther() {
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleProofs.inclusion(-1, 7, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleProofs.inclusion(7, 7, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleProofs.inclusion(0, 0, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleProofs.consistency(0, 7, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleProofs.consistency(8, 7, TREE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleProofs.consistency(-1, 7, TREE));
    }
}
