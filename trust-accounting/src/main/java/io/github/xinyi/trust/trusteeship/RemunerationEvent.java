package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened to the firm's remuneration beside its ratio, kept in a stream of its own by an
 * {@code EventStore}.
 *
 * @since 0.1.0
 */
public sealed interface RemunerationEvent extends DomainEvent {

    /**
     * Of which contract.
     *
     * @return its number, for example {@code HT-2025-01}
     */
    String contract();

    /**
     * The clauses bind.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param clauses the digest of the clauses
     */
    record ClausesAgreed(
            CommunityId community, Instant occurredAt, String contract, Motion.Document clauses)
            implements RemunerationEvent {}

    /**
     * The service was evaluated (考核扣减).
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param evaluation the result, with its digest
     * @param deductedMinor in fen: above zero taken off, below zero given back
     */
    record Evaluated(
            CommunityId community,
            Instant occurredAt,
            String contract,
            Evaluation evaluation,
            long deductedMinor)
            implements RemunerationEvent {}

    /**
     * A loss that the firm has caused was found (Trust Law art. 36).
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param id once in the contract
     * @param foundOn the first day on which nothing is drawn
     * @param finding the paper that found it
     */
    record LossFound(
            CommunityId community,
            Instant occurredAt,
            String contract,
            String id,
            LocalDate foundOn,
            SourceDocument finding)
            implements RemunerationEvent {}

    /**
     * A loss was made good.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param contract the contract's number
     * @param id which loss
     * @param repairedOn the first day on which it is drawn again
     * @param receipt the paper that shows it
     */
    record LossRepaired(
            CommunityId community,
            Instant occurredAt,
            String contract,
            String id,
            LocalDate repairedOn,
            SourceDocument receipt)
            implements RemunerationEvent {}
}
