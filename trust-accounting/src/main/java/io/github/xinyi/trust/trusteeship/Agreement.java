package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;

/**
 * What owners and firm agreed on, as it was voted: the contract, its clauses, and how remuneration
 * is rounded and judged.
 *
 * @param contract the contract as adopted
 * @param clauses its second paper
 * @param remuneration its third paper, or {@link RemunerationClauses#usual} where none was voted on
 * @since 0.1.0
 */
public record Agreement(
        TrustContract contract, ContractClauses clauses, RemunerationClauses remuneration) {

    /**
     * An agreement that says no more of remuneration than ratio and base.
     *
     * @param contract the contract as adopted
     * @param clauses its second paper
     * @return the agreement
     */
    public static Agreement of(TrustContract contract, ContractClauses clauses) {
        ContractTerms terms = contract.terms();
        return new Agreement(
                contract, clauses, RemunerationClauses.usual(terms.community(), terms.id()));
    }

    ContractTerms terms() {
        return contract.terms();
    }
}
