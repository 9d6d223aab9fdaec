package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.merkle.TreeHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of checkpoints must keep, so that a contradiction can be shown for ever.
 *
 * @since 0.1.0
 */
public abstract class CheckpointStoreContract {

    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final CommunityId NEIGHBOUR = CommunityId.of("S002");

    private CheckpointStore store = new InMemoryCheckpointStore();

    /** For subclasses. */
    protected CheckpointStoreContract() {}

    /**
     * The store to be judged.
     *
     * @return a new store without checkpoints, safe for 8 threads
     */
    protected abstract CheckpointStore createStore();

    /**
     * The same checkpoints in a store that has nothing left in memory.
     *
     * @param store what {@link #createStore} returned
     * @return for a durable store a new one over the same data; by default the store itself
     */
    protected CheckpointStore reopen(CheckpointStore store) {
        return store;
    }

    @BeforeEach
    void openStore() {
        store = createStore();
    }

    @Test
    void required_T3_keepsACheckpointAsItWasPublished() {
        assertThat(store.latest(COMMUNITY)).isEmpty();
        assertThat(store.list(COMMUNITY, 0, 10)).isEmpty();
        PublishedCheckpoint first = checkpoint(COMMUNITY, 3, 0);

        assertThat(store.append(first)).isTrue();

        assertThat(store.latest(COMMUNITY)).contains(first);
        assertThat(store.list(COMMUNITY, 0, 10)).containsExactly(first);
        store = reopen(store);
        assertThat(store.latest(COMMUNITY)).contains(first);
    }

    @Test
    void required_T3_refusesOneThatIsNotLater() {
        PublishedCheckpoint first = checkpoint(COMMUNITY, 3, 10);
        assertThat(store.append(first)).isTrue();

        assertThat(store.append(checkpoint(COMMUNITY, 4, 10))).as("same moment").isFalse();
        assertThat(store.append(checkpoint(COMMUNITY, 4, 9))).as("earlier").isFalse();
        assertThat(store.append(first)).as("again").isFalse();
        assertThat(store.list(COMMUNITY, 0, 10)).containsExactly(first);
        assertThat(store.append(checkpoint(COMMUNITY, 4, 11))).as("1 ms later").isTrue();
    }

    @Test
    void required_T3_refusesASmallerLogAndTakesAnEqualOne() {
        assertThat(store.append(checkpoint(COMMUNITY, 3, 0))).isTrue();

        assertThat(store.append(checkpoint(COMMUNITY, 2, 1))).isFalse();
        assertThat(store.append(checkpoint(COMMUNITY, 3, 2))).isTrue();

        assertThat(store.list(COMMUNITY, 0, 10)).hasSize(2);
    }

    @Test
    void required_T3_listsTheLatestFirst() {
        List<PublishedCheckpoint> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            published.add(0, checkpoint(COMMUNITY, i, i));
            assertThat(store.append(published.get(0))).isTrue();
        }

        assertThat(store.list(COMMUNITY, 0, 10)).isEqualTo(published);
        assertThat(store.list(COMMUNITY, 1, 2)).isEqualTo(published.subList(1, 3));
        assertThat(store.list(COMMUNITY, 4, 2)).isEqualTo(published.subList(4, 5));
        assertThat(store.list(COMMUNITY, 5, 2)).isEmpty();
        assertThat(store.latest(COMMUNITY)).contains(published.get(0));
    }

    @Test
    void required_T3_findsTheEarliestThatCoversARecord() {
        PublishedCheckpoint two = checkpoint(COMMUNITY, 2, 0);
        PublishedCheckpoint five = checkpoint(COMMUNITY, 5, 1);
        assertThat(store.append(two)).isTrue();
        assertThat(store.append(five)).isTrue();
        assertThat(store.append(checkpoint(COMMUNITY, 5, 2))).isTrue();

        assertThat(store.covering(COMMUNITY, 0)).contains(two);
        assertThat(store.covering(COMMUNITY, 1)).contains(two);
        assertThat(store.covering(COMMUNITY, 2)).contains(five);
        assertThat(store.covering(COMMUNITY, 4)).contains(five);
        assertThat(store.covering(COMMUNITY, 5)).isEmpty();
    }

    @Test
    void required_F8_twoBooksNeverMix() {
        PublishedCheckpoint mine = checkpoint(COMMUNITY, 9, 9);
        PublishedCheckpoint theirs = checkpoint(NEIGHBOUR, 1, 1);

        assertThat(store.append(mine)).isTrue();
        assertThat(store.append(theirs)).isTrue();

        assertThat(store.list(COMMUNITY, 0, 10)).containsExactly(mine);
        assertThat(store.list(NEIGHBOUR, 0, 10)).containsExactly(theirs);
        assertThat(store.covering(NEIGHBOUR, 5)).isEmpty();
    }

    @Test
    void required_T3_concurrentPublishersKeepOneLine() {
        List<Integer> kept =
                Together.run(
                        8,
                        thread -> {
                            int mine = 0;
                            for (int i = 0; i < 20; i++) {
                                mine += store.append(checkpoint(COMMUNITY, i, i)) ? 1 : 0;
                            }
                            return mine;
                        });

        List<PublishedCheckpoint> line = store.list(COMMUNITY, 0, 1_000);
        assertThat(line).hasSize(kept.stream().mapToInt(Integer::intValue).sum());
        for (int i = 1; i < line.size(); i++) {
            assertThat(line.get(i).publishedAt()).isBefore(line.get(i - 1).publishedAt());
            assertThat(line.get(i).head().size())
                    .isLessThanOrEqualTo(line.get(i - 1).head().size());
        }
    }

    private static PublishedCheckpoint checkpoint(CommunityId book, int size, int millis) {
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < size; i++) {
            byte[] leaf = (book + "/" + i).getBytes(StandardCharsets.UTF_8);
            frontier = frontier.append(MerkleHash.leaf(leaf)).frontier();
        }
        TreeHead head = frontier.head();
        String note =
                "xinyi.example/"
                        + book
                        + "\n"
                        + size
                        + "\n"
                        + head.root().toBase64()
                        + "\n\n— xinyi.example/信義 "
                        + "A".repeat(92)
                        + "\n";
        return new PublishedCheckpoint(book, head, SampleBook.MOMENT.plusMillis(millis), note);
    }
}
