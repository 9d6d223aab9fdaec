package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.event.DomainEvent;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;

/**
 * What happened to a budget in its year, kept in a stream of its own by an {@code EventStore}.
 *
 * @since 0.1.0
 */
public sealed interface BudgetEvent extends DomainEvent {

    /**
     * Of which budget.
     *
     * @return the year
     */
    int year();

    /**
     * The budget is in execution under a policy.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param budget the digest of the budget
     * @param policy the digest of the policy
     * @param decision by what
     */
    record Opened(
            CommunityId community,
            Instant occurredAt,
            int year,
            Motion.Document budget,
            Motion.Document policy,
            Authority.Name decision)
            implements BudgetEvent {}

    /**
     * Money of a line is promised to somebody (预留).
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param id once in the year
     * @param line the code of the line
     * @param amountMinor in fen
     * @param spentMinor what the book showed as spent on the line, in fen
     */
    record Committed(
            CommunityId community,
            Instant occurredAt,
            int year,
            String id,
            String line,
            long amountMinor,
            long spentMinor)
            implements BudgetEvent {}

    /**
     * A promise is kept or given up.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param id which promise
     */
    record Released(CommunityId community, Instant occurredAt, int year, String id)
            implements BudgetEvent {}

    /**
     * Money moved from line to line.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param paper what was decided
     * @param authority by whom
     * @param spentMinor what the book showed as spent on the line that gives, in fen
     */
    record Transferred(
            CommunityId community,
            Instant occurredAt,
            int year,
            BudgetPaper.Transfer paper,
            Authority.Name authority,
            long spentMinor)
            implements BudgetEvent {}

    /**
     * A line has more than was adopted.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param paper what was decided
     * @param authority by whom
     */
    record OverrunGranted(
            CommunityId community,
            Instant occurredAt,
            int year,
            BudgetPaper.Overrun paper,
            Authority.Name authority)
            implements BudgetEvent {}

    /**
     * A line has more at once, and somebody must confirm it in time (紧急支出).
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param paper what is asked for
     */
    record EmergencyDeclared(
            CommunityId community, Instant occurredAt, int year, BudgetPaper.Overrun paper)
            implements BudgetEvent {}

    /**
     * An emergency was confirmed in time.
     *
     * @param community whose money
     * @param occurredAt when it was recorded
     * @param year of which budget
     * @param paper what was decided
     * @param authority by whom
     */
    record EmergencyConfirmed(
            CommunityId community,
            Instant occurredAt,
            int year,
            BudgetPaper.Overrun paper,
            Authority.Name authority)
            implements BudgetEvent {}
}
