package io.github.xinyi.governance.tck;

import io.github.xinyi.governance.metrics.FundFigureStore;

class InMemoryFundFigureStoreTest extends FundFigureStoreContract {

    @Override
    protected FundFigureStore emptyStore() {
        return new InMemoryFundFigureStore();
    }
}
