package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.contract.ContractStore;

class InMemoryContractStoreTest extends ContractStoreContract {

    @Override
    protected ContractStore createStore() {
        return new InMemoryContractStore();
    }
}
