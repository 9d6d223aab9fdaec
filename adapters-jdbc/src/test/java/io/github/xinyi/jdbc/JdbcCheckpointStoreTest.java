package io.github.xinyi.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.tck.CheckpointStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Server.class)
class JdbcCheckpointStoreTest extends CheckpointStoreContract {

    private final TestDatabase database;

    JdbcCheckpointStoreTest(Server server) {
        this.database = server.database();
    }

    @Override
    protected CheckpointStore createStore() {
        return database.stores().migrate().checkpoints();
    }

    @Override
    protected CheckpointStore reopen(CheckpointStore store) {
        database.reopen();
        return database.stores().checkpoints();
    }

    @AfterEach
    void close() {
        database.close();
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
