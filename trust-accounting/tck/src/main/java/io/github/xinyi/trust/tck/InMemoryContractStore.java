package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.contract.ContractStore;
import io.github.xinyi.trust.contract.ContractTerms;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Terms of contracts in memory, gone with the process. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryContractStore implements ContractStore {

    private record Key(CommunityId community, String id) {}

    private final ConcurrentMap<Key, ContractTerms> kept = new ConcurrentHashMap<>();

    /** A store without contracts. */
    public InMemoryContractStore() {}

    @Override
    public void save(ContractTerms terms) {
        ContractTerms there = kept.putIfAbsent(new Key(terms.community(), terms.id()), terms);
        if (there != null && !there.equals(terms)) {
            throw new IllegalStateException(
                    terms.community() + " has other terms of the id " + terms.id());
        }
    }

    @Override
    public Optional<ContractTerms> find(CommunityId community, String id) {
        return Optional.ofNullable(kept.get(new Key(community, id)));
    }
}
