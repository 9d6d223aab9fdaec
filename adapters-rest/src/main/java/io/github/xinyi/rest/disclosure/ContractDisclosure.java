package io.github.xinyi.rest.disclosure;

import io.github.xinyi.rest.answer.Contract;
import io.github.xinyi.rest.published.PublishedCommunity;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.keys.Credential;

/**
 * The terms that the owners adopted, and the public keys of the account; no holder is named.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ContractDisclosure {

    private final Communities communities;

    /**
     * The contracts of these communities.
     *
     * @param communities shared with the other disclosures
     */
    public ContractDisclosure(Communities communities) {
        this.communities = communities;
    }

    /**
     * The contract in force.
     *
     * @param community its id
     * @return its terms
     */
    public Reply<Contract> read(String community) {
        return communities.in(
                community,
                found -> {
                    ContractTerms terms = found.contract().terms();
                    return Reply.of(
                            Version.of("contract", terms.document(), found.trusteeName()),
                            () -> contract(found, terms));
                });
    }

    private static Contract contract(PublishedCommunity community, ContractTerms terms) {
        return new Contract(
                terms.id(),
                community.trusteeName(),
                terms.ratio().numerator() + "/" + terms.ratio().denominator(),
                terms.base().name(),
                terms.startInclusive().toString(),
                terms.endInclusive().toString(),
                terms.approvalValidDays(),
                terms.batchMinUnits(),
                terms.document().sha256(),
                terms.keys().credentials().stream().map(ContractDisclosure::key).toList());
    }

    private static Contract.Key key(Credential credential) {
        return new Contract.Key(
                credential.id().value(), credential.side().name(), credential.publicKey());
    }
}
