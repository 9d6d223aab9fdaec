package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guards T2 and the sizes of P17: what a proof costs in a tree of a million leaves. */
class ProofSizeTest {

    private static final int MILLION = 1_000_000;
    private static final Hash ANY = MerkleHash.leaf(new byte[0]);

    private static int bytes(long index, long size) {
        return MerkleProofs.inclusion(index, size, address -> ANY).path().size() * Hash.BYTES;
    }

    @Test
    void anInclusionProofAmongAMillionHasAtMost640Bytes() {
        for (int index = 0; index < MILLION; index += 7) {
            assertThat(bytes(index, MILLION)).isLessThanOrEqualTo(640);
        }
        assertThat(bytes(MILLION - 1L, MILLION)).isLessThanOrEqualTo(640);
        assertThat(bytes(0, 1L << 20)).as("at 2^20 leaves").isEqualTo(640);
        assertThat(bytes(0, (1L << 20) + 1)).as("one leaf more").isEqualTo(672);
    }

    @Test
    void aProofReadsAtMostFortyNodesAndNoLeafBesideIt() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int size = 1 + random.nextInt(MILLION);
            int index = random.nextInt(size);

            assertThat(MerkleProofs.inclusionNodes(index, size)).hasSizeLessThanOrEqualTo(40);
            assertThat(MerkleProofs.consistencyNodes(index + 1L, size))
                    .hasSizeLessThanOrEqualTo(41);
        }
    }

    @Test
    void appendingToAMillionLeavesKeepsOneHashForEachOneBitOfTheSize() {
        Frontier frontier = Frontier.empty();
        int most = 0;
        for (int i = 0; i < MILLION; i++) {
            frontier = frontier.append(ANY).frontier();
            most = Math.max(most, frontier.hashes().size());
        }

        assertThat(most).isLessThanOrEqualTo(20);
        assertThat(frontier.hashes()).hasSize(Long.bitCount(MILLION));
    }
}
