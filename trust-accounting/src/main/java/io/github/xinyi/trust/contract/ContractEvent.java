package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened to a contract, kept in a stream of its own by an {@code EventStore}.
 *
 * @since 0.1.0
 */
public sealed interface ContractEvent extends DomainEvent {

    /**
     * Of which contract.
     *
     * @return its number, for example {@code HT-2025-01}
     */
    String contract();

    /**
     * The decision on which an event rests, named so that it can be shown again.
     *
     * @param provenance where it was counted
     * @param reference its name in the community, for example {@code 2024-OM-01 M1}
     * @param document the paper decided on
     */
    record DecisionName(
            OwnersDecision.Provenance provenance, String reference, Motion.Document document) {

        static DecisionName of(OwnersDecision decision, Motion.Document document) {
            return new DecisionName(decision.provenance(), decision.reference(), document);
        }
    }

    /**
     * Terms and clauses bind.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param decision by what, on the terms
     * @param clauses the digest of the clauses decided with them
     */
    record Adopted(
            CommunityId community,
            Instant occurredAt,
            String contract,
            DecisionName decision,
            Motion.Document clauses)
            implements ContractEvent {}

    /**
     * Another ratio applies from a day on.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param paper what was decided
     * @param decision by what
     */
    record RatioAgreed(
            CommunityId community,
            Instant occurredAt,
            String contract,
            ContractPaper.RatioAmendment paper,
            DecisionName decision)
            implements ContractEvent {}

    /**
     * The term was extended.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param paper what was decided
     * @param decision by what
     */
    record Renewed(
            CommunityId community,
            Instant occurredAt,
            String contract,
            ContractPaper.Renewal paper,
            DecisionName decision)
            implements ContractEvent {}

    /**
     * Another firm follows at the end of the term.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param paper what was decided
     * @param decision by what
     */
    record SuccessorChosen(
            CommunityId community,
            Instant occurredAt,
            String contract,
            ContractPaper.Succession paper,
            DecisionName decision)
            implements ContractEvent {}

    /**
     * The owners told the firm that the contract ends.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param notice what was told
     * @param decision by what
     */
    record EndedByOwners(
            CommunityId community,
            Instant occurredAt,
            String contract,
            EndNotice notice,
            DecisionName decision)
            implements ContractEvent {}

    /**
     * The firm told the owners that the contract ends.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param notice what was told
     */
    record EndedByFirm(CommunityId community, Instant occurredAt, String contract, EndNotice notice)
            implements ContractEvent {}

    /**
     * A new firm, or the owners themselves, took over.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param on the first day on which the firm no longer serves
     */
    record TakenOver(CommunityId community, Instant occurredAt, String contract, LocalDate on)
            implements ContractEvent {}

    /**
     * Something of the list was handed over.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param item what
     * @param on the day
     * @param receiver who took it
     */
    record HandedOver(
            CommunityId community,
            Instant occurredAt,
            String contract,
            HandOverItem item,
            LocalDate on,
            PersonId receiver)
            implements ContractEvent {}
}
