package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.event.EventStore;

class InMemoryEventStoreTest extends EventStoreContract {

    @Override
    protected EventStore newStore(EventCodec codec) {
        return new InMemoryEventStore(codec);
    }
}
