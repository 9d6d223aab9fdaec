package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.tck.CheckpointStoreContract;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcCheckpointStoreTest extends CheckpointStoreContract {

    @TempDir Path directory;
    private @Nullable TestDatabase database;

    @Override
    protected CheckpointStore createStore() {
        database = TestDatabase.inFile(directory);
        return database.stores().migrate().checkpoints();
    }

    @Override
    protected CheckpointStore reopen(CheckpointStore store) {
        Objects.requireNonNull(database).reopen();
        return database.stores().checkpoints();
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(database).close();
    }

    @Test
    void keepsANoteOfTheGreatestLength() {
        CheckpointStore store = createStore();
        PublishedCheckpoint large =
                new PublishedCheckpoint(
                        Samples.COMMUNITY,
                        TreeHead.empty(),
                        Samples.NOW,
                        "\u2014 信".repeat(20_000));

        store.append(large);

        assertThat(reopen(store).latest(Samples.COMMUNITY)).contains(large);
    }
}
