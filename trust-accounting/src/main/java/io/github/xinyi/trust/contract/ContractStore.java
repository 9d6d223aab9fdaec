package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.CommunityId;
import java.util.Optional;

/**
 * Keeps the terms of trust contracts: you implement this.
 *
 * <p>A store keeps terms, not contracts: a contract is made anew by adopting its terms with the
 * owners' resolution, which is counted again from the stored ballots.
 *
 * @since 0.1.0
 */
public interface ContractStore {

    /**
     * Keeps terms once.
     *
     * @param terms the terms; again the same changes nothing
     * @throws IllegalStateException if other terms of that community have the same id
     */
    void save(ContractTerms terms);

    /**
     * The terms of a contract.
     *
     * @param community whose
     * @param id the contract's number
     * @return empty if there are none
     */
    Optional<ContractTerms> find(CommunityId community, String id);
}
