package io.github.xinyi.trust.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards T2 for proofs made of the tiles of C2SP tlog-tiles. */
class MerkleTileTest {

    @Test
    void aLogOfSeventyThousandHasTheTilesOfTheSpecification() {
        List<MerkleTile> tiles = MerkleTile.of(70_000);

        assertThat(tiles.stream().filter(t -> t.level() == 0 && t.width() == 256)).hasSize(273);
        assertThat(tiles)
                .contains(
                        new MerkleTile(0, 273, 112),
                        new MerkleTile(1, 0, 256),
                        new MerkleTile(1, 1, 17),
                        new MerkleTile(2, 0, 1))
                .hasSize(277);
        assertThat(MerkleTile.of(256))
                .containsExactly(new MerkleTile(0, 0, 256), new MerkleTile(1, 0, 1));
        assertThat(MerkleTile.of(255)).containsExactly(new MerkleTile(0, 0, 255));
        assertThat(MerkleTile.of(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 256, tile/0/000",
        "1, 0, 17, tile/1/000.p/17",
        "0, 999, 1, tile/0/999.p/1",
        "2, 1000, 255, tile/2/x001/000.p/255"
    })
    void isServedWhereTheSpecificationSays(int level, long index, int width, String path) {
        assertThat(new MerkleTile(level, index, width).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 1_000, 65_536, 66_000})
    void everyProofIsMadeOfTilesAlone(int size) {
        GrownTree tree = new GrownTree();
        List<Hash> leaves = RecursiveTree.leaves(size);
        leaves.forEach(tree::append);
        Map<MerkleTile, byte[]> served = new HashMap<>();
        MerkleTile.of(size).forEach(tile -> served.put(tile, tile.toByteArray(tree)));
        NodeReader tiles =
                MerkleTile.reader(
                        size,
                        tile -> {
                            byte[] bytes = served.get(tile);
                            if (bytes == null) {
                                throw new NoSuchElementException(tile.path());
                            }
                            return bytes;
                        },
                        MerkleDigest.SHA_256);

        for (int index = 0; index < size; index += 1 + size / 40) {
            assertThat(MerkleProofs.inclusion(index, size, tiles))
                    .isEqualTo(MerkleProofs.inclusion(index, size, tree));
            assertThat(MerkleProofs.consistency(index + 1L, size, tiles))
                    .isEqualTo(MerkleProofs.consistency(index + 1L, size, tree));
        }
        assertThat(MerkleProofs.head(size, tiles, MerkleDigest.SHA_256))
                .isEqualTo(tree.frontier().head());
    }

    @Test
    void refusesATileOfAnotherLength() {
        NodeReader cut = MerkleTile.reader(3, tile -> new byte[64], MerkleDigest.SHA_256);

        assertThatIllegalArgumentException().isThrownBy(() -> cut.read(new NodeAddress(0, 0)));
    }

    @Test
    void refusesNumbersThatNoTileHas() {
        assertThat(new MerkleTile(7, 0, 1).level()).isEqualTo(MerkleTile.MAX_LEVEL);
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleTile(8, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleTile(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleTile(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleTile(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MerkleTile(0, 0, 257));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MerkleTile(0, Long.MAX_VALUE / 256 + 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTile.of(-1));
    }
}
