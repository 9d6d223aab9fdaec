package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.community.RosterStore;

class InMemoryRosterStoreTest extends RosterStoreContract {

    @Override
    protected RosterStore newStore() {
        return new InMemoryRosterStore();
    }
}
