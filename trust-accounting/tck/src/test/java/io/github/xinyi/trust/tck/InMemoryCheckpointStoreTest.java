package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.disclosure.CheckpointStore;

class InMemoryCheckpointStoreTest extends CheckpointStoreContract {

    @Override
    protected CheckpointStore createStore() {
        return new InMemoryCheckpointStore();
    }
}
