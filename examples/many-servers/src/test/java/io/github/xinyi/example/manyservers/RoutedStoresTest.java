package io.github.xinyi.example.manyservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/**
 * Every store on two PostgreSQL servers behind ShardingSphere: each statement names its community
 * and goes to one server.
 */
class RoutedStoresTest extends EveryStore {

    private static final RoutingLog LOG = RoutingLog.listening();

    @Override
    TrialStores take() {
        return PostgresqlServers.take();
    }

    @AfterEach
    void everyStatementWasOfOneCommunity() {
        assertThat(LOG.faults()).isEmpty();
    }

    @AfterAll
    static void heardEveryStatement() {
        LOG.close();
        assertThat(LOG.statements()).as("statements heard").isGreaterThan(1_000);
    }
}
