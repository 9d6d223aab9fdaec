package io.github.xinyi.trust.merkle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MerkleProperties {
    private static final List<Hash> LEAVES = RecursiveTree.leaves(2_000);
    private static final GrownTree TREE = GrownTree.of(LEAVES);

    @Property(tries = 300)
    void aProofVerifiesAndAnyMutatedOneDoesNot(
            @ForAll @IntRange(min = 1, max = 2_000) int size,
            @ForAll @IntRange(max = 1_999) int leaf,
            @ForAll @IntRange(max = 20) int position,
            @ForAll @IntRange(max = 255) int bit) {
        int index = leaf % size;
        TreeHead head = headOf(size);
        InclusionProof proof = MerkleProofs.inclusion(index, size, TREE);
        assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(index), proof, head).isValid())
                .isTrue();

        Assume.that(!proof.path().isEmpty());
        InclusionProof mutant =
                new InclusionProof(index, size, withBitFlipped(proof.path(), position, bit));

        assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(index), mutant, head))
                .isEqualTo(ProofCheck.ROOT_MISMATCH);
    }

    @Property(tries = 300)
    void aLogThatGrewIsConsistentAndAnyMutatedProofOfItIsNot(
            @ForAll @IntRange(min = 2, max = 2_000) int size,
            @ForAll @IntRange(max = 1_999) int older,
            @ForAll @IntRange(max = 20) int position,
            @ForAll @IntRange(max = 255) int bit) {
        int old = 1 + older % (size - 1);
        ConsistencyProof proof = MerkleProofs.consistency(old, size, TREE);
        assertThat(MerkleVerifier.verifyConsistency(proof, headOf(old), headOf(size)).isValid())
                .isTrue();

        ConsistencyProof mutant =
                new ConsistencyProof(old, size, withBitFlipped(proof.path(), position, bit));

        assertThat(MerkleVerifier.verifyConsistency(mutant, headOf(old), headOf(size)).isValid())
                .isFalse();
    }

    @Property(tries = 200)
    void aLogThatRewroteOneLeafIsNotConsistent(
            @ForAll @IntRange(min = 2, max = 300) int size,
            @ForAll @IntRange(max = 299) int older,
            @ForAll @IntRange(max = 299) int rewritten) {
        int old = 1 + older % (size - 1);
        List<Hash> forged = new ArrayList<>(LEAVES.subList(0, size));
        forged.set(rewritten % old, MerkleHash.leaf("forged".getBytes(US_ASCII)));
        GrownTree forgery = GrownTree.of(forged);

        ConsistencyProof proof = MerkleProofs.consistency(old, size, forgery);

        assertThat(
                        MerkleVerifier.verifyConsistency(
                                        proof, headOf(old), forgery.frontier().head())
                                .isValid())
                .isFalse();
    }

    @Property(tries = 300)
    void noNumbersMakeTheVerifierThrow(
            @ForAll long first, @ForAll long second, @ForAll @IntRange(max = 70) int pathLength) {
        List<Hash> path = LEAVES.subList(0, pathLength);
        Hash any = LEAVES.get(0);

        InclusionProof inclusion = new InclusionProof(first, second, path);
        ConsistencyProof consistency = new ConsistencyProof(first, second, path);

        assertThat(MerkleVerifier.verifyInclusion(any, inclusion, any).isValid())
                .isEqualTo(first == 0 && second == 1 && path.isEmpty());
        assertThat(MerkleVerifier.verifyConsistency(consistency, any, any).isValid())
                .isEqualTo(first == second && first > 0 && path.isEmpty());
    }

    @Property(tries = 300)
    void pathsHaveTheLengthThatTheVerifierExpectsAtAnySize(
            @ForAll @LongRange(min = 1) long size, @ForAll @LongRange(min = 0) long leaf) {
        long index = leaf % size;
        NodeReader any = address -> LEAVES.get(address.level());
        Hash root = LEAVES.get(99);

        InclusionProof inclusion = MerkleProofs.inclusion(index, size, any);
        ConsistencyProof consistency = MerkleProofs.consistency(index + 1, size, any);

        assertThat(MerkleVerifier.verifyInclusion(LEAVES.get(0), inclusion, root))
                .isEqualTo(ProofCheck.ROOT_MISMATCH);
        assertThat(MerkleVerifier.verifyConsistency(consistency, root, LEAVES.get(98)))
                .isIn(ProofCheck.OLD_ROOT_MISMATCH, ProofCheck.NEW_ROOT_MISMATCH);
    }

    private static TreeHead headOf(int size) {
        return Frontier.empty().appendAll(LEAVES.subList(0, size)).frontier().head();
    }

    private static List<Hash> withBitFlipped(List<Hash> path, int position, int bit) {
        List<Hash> mutant = new ArrayList<>(path);
        int at = position % path.size();
        byte[] bytes = path.get(at).toByteArray();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        mutant.set(at, Hash.of(bytes));
        return mutant;
    }
}
