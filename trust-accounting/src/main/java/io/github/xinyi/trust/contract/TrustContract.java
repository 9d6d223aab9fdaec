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
    private final OwnersDecision decision;

    private TrustContract(ContractTerms terms, OwnersDecision decision) {
        this.terms = terms;
        this.decision = decision;
    }

    /**
     * Adopts terms by a resolution that was counted here.
     *
     * @param terms what was agreed
     * @param resolution what the owners adopted, Civil Code art. 278 para. 1 item 4
     * @return the contract, or every rule in the way
     */
    public static Outcome<TrustContract> adopt(ContractTerms terms, Resolution resolution) {
        return adopt(terms, OwnersDecision.of(resolution));
    }

    /**
     * Adopts terms by a decision on the property firm, of which they are a paper.
     *
     * @param terms what was agreed
     * @param decision what the owners adopted, Civil Code art. 278 para. 1 item 4
     * @return the contract, or every rule in the way
     */
    public static Outcome<TrustContract> adopt(ContractTerms terms, OwnersDecision decision) {
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
                                decision.community().equals(terms.community()),
                                "community",
                                decision.community()),
                        RuleCheck.of(
                                ContractRule.RESOLUTION_ON_FIRM,
                                decision.matter() == Matter.MANAGER_APPOINTMENT,
                                "matter",
                                decision.matter()),
                        RuleCheck.of(ContractRule.KEYS_ON_BOTH_SIDES, bothSides),
                        RuleCheck.of(
                                ContractRule.RESOLUTION_ON_TERMS,
                                decision.decides(terms.document()),
                                "decision",
                                decision,
                                "document",
                                terms.document()));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new TrustContract(terms, decision))
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
     * @return the decision, with the label of where it was counted
     */
    public OwnersDecision decision() {
        return decision;
    }
}
