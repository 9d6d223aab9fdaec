package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.merkle.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcCheckpointStoreTest {

    private final TestDatabase database = TestDatabase.inMemory();

    private CheckpointStore store;

    JdbcCheckpointStoreTest() {
        store = database.stores().checkpoints();
    }

    @BeforeEach
    void migrate() {
        store = database.stores().migrate().checkpoints();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatIsLaterAndNotSmaller() {
        assertThat(store.append(at(0, 5))).isTrue();
        assertThat(store.append(at(0, 6))).as("no later").isFalse();
        assertThat(store.append(at(1, 4))).as("smaller").isFalse();
        assertThat(store.append(at(1, 5))).as("as large").isTrue();
        assertThat(store.append(at(2, 8))).isTrue();

        assertThat(store.latest(Samples.COMMUNITY)).contains(at(2, 8));
        assertThat(store.list(Samples.COMMUNITY, 0, 10))
                .containsExactly(at(2, 8), at(1, 5), at(0, 5));
        assertThat(store.list(Samples.COMMUNITY, 1, 1)).containsExactly(at(1, 5));
        assertThat(store.latest(CommunityId.of("S002"))).isEmpty();
    }

    @Test
    void findsTheEarliestThatCovers() {
        store.append(at(0, 5));
        store.append(at(1, 5));
        store.append(at(2, 8));

        assertThat(store.covering(Samples.COMMUNITY, 0)).contains(at(0, 5));
        assertThat(store.covering(Samples.COMMUNITY, 4)).contains(at(0, 5));
        assertThat(store.covering(Samples.COMMUNITY, 5)).contains(at(2, 8));
        assertThat(store.covering(Samples.COMMUNITY, 7)).contains(at(2, 8));
        assertThat(store.covering(Samples.COMMUNITY, 8)).isEmpty();
    }

    @Test
    void keepsANoteOfTheGreatestLength() {
        PublishedCheckpoint large =
                new PublishedCheckpoint(
                        Samples.COMMUNITY,
                        TreeHead.empty(),
                        Samples.NOW,
                        "\u2014 信".repeat(20_000));

        store.append(large);

        assertThat(store.latest(Samples.COMMUNITY)).contains(large);
    }

    @Test
    void refusesAPageBeforeTheFirst() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.list(Samples.COMMUNITY, -1, 10));
    }

    private static PublishedCheckpoint at(int second, long size) {
        return Samples.checkpoint(
                new TreeHead(size, MerkleHash.leaf(new byte[] {(byte) size})),
                Samples.NOW.plusSeconds(second));
    }
}
