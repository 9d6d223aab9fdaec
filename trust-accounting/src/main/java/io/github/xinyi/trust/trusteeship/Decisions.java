package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.trust.budget.Authority;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import io.github.xinyi.trust.contract.OwnersDecision;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows a decision of a name again, counted or entered anew: a record that names one is worth no
 * more than the decision itself.
 *
 * <p>Example: {@code new Decisions(name -> meetings.decision(name), name ->
 * bodies.authority(name))}. Both are asked whenever a history is read again, so they look into the
 * host's stores and hold no list of their own.
 *
 * @param ofOwners for the contract: empty where the decision can not be shown
 * @param authorities for the budget: empty where the authority can not be shown
 * @since 0.1.0
 */
public record Decisions(
        Function<DecisionName, Optional<OwnersDecision>> ofOwners,
        Function<Authority.Name, Optional<Authority>> authorities) {

    /**
     * Of a community that has decided nothing since it adopted contract and budget.
     *
     * @return shows nothing
     */
    public static Decisions none() {
        return new Decisions(name -> Optional.empty(), name -> Optional.empty());
    }
}
