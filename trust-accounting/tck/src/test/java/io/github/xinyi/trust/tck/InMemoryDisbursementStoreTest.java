package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.disbursement.DisbursementStore;

class InMemoryDisbursementStoreTest extends DisbursementStoreContract {

    @Override
    protected DisbursementStore createStore() {
        return new InMemoryDisbursementStore();
    }
}
