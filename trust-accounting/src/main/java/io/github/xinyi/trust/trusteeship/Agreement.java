package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.trust.contract.ContractClauses;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;

/**
 * What owners and firm agreed on, as it was voted: the contract, its clauses, how remuneration is
 * rounded and judged, and what else a payment needs beside the two keys.
 *
 * @param contract the contract as adopted
 * @param clauses its second paper
 * @param remuneration its third paper, or {@link RemunerationClauses#usual} where none was voted on
 * @param payments its fourth paper, or {@link DisbursementPolicy#usual} where none was voted on
 * @since 0.1.0
 */
public record Agreement(
        TrustContract contract,
        ContractClauses clauses,
        RemunerationClauses remuneration,
        DisbursementPolicy payments) {

    /**
     * An agreement that says no more of remuneration than ratio and base, and of payments than that
     * they need two keys.
     *
     * @param contract the contract as adopted
     * @param clauses its second paper
     * @return the agreement
     */
    public static Agreement of(TrustContract contract, ContractClauses clauses) {
        ContractTerms terms = contract.terms();
        return new Agreement(
                contract,
                clauses,
                RemunerationClauses.usual(terms.community(), terms.id()),
                DisbursementPolicy.usual(terms.community(), terms.id()));
    }

    /**
     * The same agreement with another paper on remuneration.
     *
     * @param clauses its third paper
     * @return the changed copy
     */
    public Agreement withRemuneration(RemunerationClauses clauses) {
        return new Agreement(contract, this.clauses, clauses, payments);
    }

    /**
     * The same agreement with another paper on payments.
     *
     * @param policy its fourth paper
     * @return the changed copy
     */
    public Agreement withPayments(DisbursementPolicy policy) {
        return new Agreement(contract, clauses, remuneration, policy);
    }

    ContractTerms terms() {
        return contract.terms();
    }
}
