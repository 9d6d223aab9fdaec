package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.KeySide;
import java.util.Arrays;
import java.util.List;

/**
 * A trust contract in force: terms that the owners have adopted.
 *
 * <p>Example: {@code TrustContract.adopt(terms, resolution)}. There is no other way to make one.
 *
 * @since 0.1.0
 */
public final class TrustContract {

    private final ContractTerms terms;
    private final Resolution resolution;

    private TrustContract(ContractTerms terms, Resolution resolution) {
        this.terms = terms;
        this.resolution = resolution;
    }

    /**
     * Adopts terms by a resolution on the property firm.
     *
     * @param terms what was agreed
     * @param resolution what the owners adopted, Civil Code art. 278 para. 1 item 4
     * @return the contract, or every rule in the way
     */
    public static Outcome<TrustContract> adopt(ContractTerms terms, Resolution resolution) {
        boolean bothSides =
                Arrays.stream(KeySide.values())
                        .allMatch(
                                side ->
                                        terms.keys().credentials().stream()
                                                .map(Credential::side)
                                                .anyMatch(side::equals));
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                ContractRule.RESOLUTION_OF_COMMUNITY,
                                resolution.community().equals(terms.community()),
                                "community",
                                resolution.community()),
                        RuleCheck.of(
                                ContractRule.RESOLUTION_ON_FIRM,
                                resolution.matter() == Matter.MANAGER_APPOINTMENT,
                                "matter",
                                resolution.matter()),
                        RuleCheck.of(ContractRule.KEYS_ON_BOTH_SIDES, bothSides));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new TrustContract(terms, resolution))
                : Outcome.refused(ruling);
    }

    /**
     * What was agreed.
     *
     * @return the terms
     */
    public ContractTerms terms() {
        return terms;
    }

    /**
     * What the owners adopted.
     *
     * @return the resolution
     */
    public Resolution resolution() {
        return resolution;
    }
}
