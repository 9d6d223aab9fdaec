package io.github.xinyi.example.manyservers;

/**
 * Every store on a cluster of three MariaDB servers: written through one, and read again through
 * the next.
 */
@NeedsGalera
class GaleraStoresTest extends EveryStore {

    @Override
    TrialStores take() {
        return GaleraCluster.shared().take();
    }
}
