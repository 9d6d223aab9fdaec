package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import java.time.Instant;

/**
 * What was agreed on payments beside the two keys, kept whole in a stream of its own by an {@code
 * EventStore}.
 *
 * @since 0.1.0
 */
public sealed interface DisbursementPolicyEvent extends DomainEvent {

    /**
     * Of which contract.
     *
     * @return its number, for example {@code HT-2025-01}
     */
    String contract();

    /**
     * What holds from then on.
     *
     * @return the whole policy
     */
    DisbursementPolicy policy();

    /**
     * The policy binds with the contract.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param policy the whole policy
     */
    record PolicyAgreed(
            CommunityId community, Instant occurredAt, String contract, DisbursementPolicy policy)
            implements DisbursementPolicyEvent {}

    /**
     * Another policy binds.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param policy the whole new policy
     * @param decision by what
     */
    record PolicyAmended(
            CommunityId community,
            Instant occurredAt,
            String contract,
            DisbursementPolicy policy,
            DecisionName decision)
            implements DisbursementPolicyEvent {}
}
