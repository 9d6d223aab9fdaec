package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.RemunerationEvent.ClausesAgreed;
import io.github.xinyi.trust.trusteeship.RemunerationEvent.Evaluated;
import io.github.xinyi.trust.trusteeship.RemunerationEvent.LossFound;
import io.github.xinyi.trust.trusteeship.RemunerationEvent.LossRepaired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the firm's remuneration beside its ratio (酬金考核与损失): what the clauses take off for
 * a bad result and give back for a good one, and the losses that block draws.
 *
 * <p>Example: {@code course.evaluate(Evaluation.of("2025-Q2", satisfaction), at)}. Each command
 * yields a new course with one event more, or every rule in the way; {@link #replay} judges
 * recorded events by the same rules. Source: Trust Law art. 36; deductions are a matter of
 * contract. Immutable.
 *
 * @since 0.1.0
 */
public final class RemunerationCourse {

    private final Agreement agreement;
    private final EventHistory<RemunerationEvent> history;

    private RemunerationCourse(Agreement agreement, EventHistory<RemunerationEvent> history) {
        this.agreement = agreement;
        this.history = history;
    }

    /**
     * Begins the course under clauses that were decided with the contract.
     *
     * @param agreement what was voted; the usual clauses need no vote of their own
     * @param at when it is recorded
     * @return the course with its first event, or every rule in the way
     */
    public static Outcome<RemunerationCourse> begin(Agreement agreement, Instant at) {
        ContractTerms terms = agreement.terms();
        RemunerationClauses clauses = agreement.remuneration();
        boolean adopted =
                clauses.community().equals(terms.community())
                        && clauses.contract().equals(terms.id())
                        && (clauses.isUsual()
                                || agreement.contract().decision().decides(clauses.document()));
        return new RemunerationCourse(agreement, EventHistory.empty())
                .with(
                        new ClausesAgreed(terms.community(), at, terms.id(), clauses.document()),
                        List.of(
                                RuleCheck.of(
                                        TrusteeshipRule.REMUNERATION_CLAUSES_ADOPTED,
                                        adopted,
                                        "contract",
                                        terms.id(),
                                        "document",
                                        clauses.document())));
    }

    /**
     * Judges recorded events again, in their order.
     *
     * @param agreement what was voted
     * @param events what was recorded, at least one
     * @return the course they make, or the rules that the first wrong one breaks
     */
    public static Outcome<RemunerationCourse> replay(
            Agreement agreement, List<RemunerationEvent> events) {
        return EventHistory.replay(
                events,
                event ->
                        begin(agreement, event.occurredAt()).then(begun -> begun.asRecorded(event)),
                (before, event) -> before.again(event).then(after -> after.asRecorded(event)));
    }

    private Outcome<RemunerationCourse> again(RemunerationEvent event) {
        if (event instanceof Evaluated e) {
            return evaluate(e.evaluation(), e.occurredAt());
        } else if (event instanceof LossFound e) {
            return findLoss(e.id(), e.foundOn(), e.finding(), e.occurredAt());
        } else if (event instanceof LossRepaired e) {
            return repairLoss(e.id(), e.repairedOn(), e.receipt(), e.occurredAt());
        }
        // Only the clauses are left, and they are agreed once, at the beginning.
        return EventHistory.notAsRecorded(event, TrusteeshipRule.AS_RECORDED);
    }

    private Outcome<RemunerationCourse> asRecorded(RemunerationEvent event) {
        return history.asRecorded(event, TrusteeshipRule.AS_RECORDED, this);
    }

    /**
     * The clauses.
     *
     * @return as agreed
     */
    public RemunerationClauses clauses() {
        return agreement.remuneration();
    }

    /**
     * Everything that happened.
     *
     * @return in the order recorded, at least one
     */
    public List<RemunerationEvent> events() {
        return history.events();
    }

    private <E extends RemunerationEvent> Stream<E> of(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * What has been taken off until a day, less what was given back.
     *
     * @param day the last day counted
     * @return at least zero
     */
    public Money deducted(LocalDate day) {
        return of(Evaluated.class)
                .filter(e -> !e.evaluation().day().isAfter(day))
                .map(e -> Money.ofFen(e.deductedMinor()))
                .reduce(Money.ofFen(0), Money::plus);
    }

    /**
     * The losses that are not made good on a day.
     *
     * @param day the day
     * @return their names, in the order found
     */
    public List<String> openLosses(LocalDate day) {
        List<String> repaired =
                of(LossRepaired.class)
                        .filter(e -> !e.repairedOn().isAfter(day))
                        .map(LossRepaired::id)
                        .toList();
        return of(LossFound.class)
                .filter(e -> !e.foundOn().isAfter(day))
                .map(LossFound::id)
                .filter(id -> !repaired.contains(id))
                .toList();
    }

    /**
     * Takes off, or gives back, what the clauses say of a result.
     *
     * @param evaluation the result; not earlier than the last one
     * @param at when it is recorded
     * @return the changed course, or every rule in the way
     */
    public Outcome<RemunerationCourse> evaluate(Evaluation evaluation, Instant at) {
        boolean isNew =
                of(Evaluated.class).noneMatch(e -> e.evaluation().id().equals(evaluation.id()));
        Optional<LocalDate> last =
                of(Evaluated.class).map(e -> e.evaluation().day()).reduce((a, b) -> b);
        return with(
                new Evaluated(
                        agreement.terms().community(),
                        at,
                        agreement.terms().id(),
                        evaluation,
                        effect(evaluation).minor()),
                List.of(
                        RuleCheck.of(TrusteeshipRule.EVALUATED_ONCE, isNew, "id", evaluation.id()),
                        RuleCheck.of(
                                TrusteeshipRule.EVALUATED_FORWARD,
                                last.filter(evaluation.day()::isBefore).isEmpty(),
                                "day",
                                evaluation.day(),
                                "last",
                                last.map(LocalDate::toString).orElse("-")),
                        recordedAfter(evaluation.day(), at)));
    }

    private Money effect(Evaluation evaluation) {
        Money off = clauses().off(evaluation);
        boolean givesBack =
                clauses().release() == RemunerationClauses.Release.WHEN_MET && !off.isPositive();
        return givesBack ? deducted(LocalDate.MAX).negated() : off;
    }

    /**
     * Records a loss that the firm has caused: until it is made good, remuneration accrues and is
     * not drawn.
     *
     * @param id once in the contract, 1 to 32 letters, digits, dots and hyphens
     * @param foundOn the first day on which nothing is drawn
     * @param finding the paper that found it
     * @param at when it is recorded
     * @return the changed course, or every rule in the way
     */
    public Outcome<RemunerationCourse> findLoss(
            String id, LocalDate foundOn, SourceDocument finding, Instant at) {
        boolean isNew =
                id.matches("[A-Za-z0-9.-]{1,32}")
                        && of(LossFound.class).noneMatch(e -> e.id().equals(id));
        return with(
                new LossFound(
                        agreement.terms().community(),
                        at,
                        agreement.terms().id(),
                        id,
                        foundOn,
                        finding),
                List.of(
                        RuleCheck.of(TrusteeshipRule.LOSS_NEW, isNew, "id", id),
                        recordedAfter(foundOn, at)));
    }

    /**
     * Records that a loss was made good.
     *
     * @param id which loss
     * @param repairedOn the first day on which it is drawn again, not before it was found
     * @param receipt the paper that shows it
     * @param at when it is recorded
     * @return the changed course, or every rule in the way
     */
    public Outcome<RemunerationCourse> repairLoss(
            String id, LocalDate repairedOn, SourceDocument receipt, Instant at) {
        boolean isOpen =
                of(LossFound.class)
                                .anyMatch(
                                        e -> e.id().equals(id) && !repairedOn.isBefore(e.foundOn()))
                        && of(LossRepaired.class).noneMatch(e -> e.id().equals(id));
        return with(
                new LossRepaired(
                        agreement.terms().community(),
                        at,
                        agreement.terms().id(),
                        id,
                        repairedOn,
                        receipt),
                List.of(
                        RuleCheck.of(TrusteeshipRule.LOSS_OPEN, isOpen, "id", id),
                        recordedAfter(repairedOn, at)));
    }

    private static RuleCheck recordedAfter(LocalDate day, Instant at) {
        LocalDate recorded = at.atZone(Meeting.ZONE).toLocalDate();
        return RuleCheck.of(
                TrusteeshipRule.RECORDED_AFTERWARDS,
                !day.isAfter(recorded),
                "day",
                day,
                "recorded",
                recorded);
    }

    private Outcome<RemunerationCourse> with(
            RemunerationEvent event, List<? extends Finding> findings) {
        return history.with(event, findings, TrusteeshipRule.TIME_FORWARD)
                .then(after -> Outcome.accepted(new RemunerationCourse(agreement, after)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RemunerationCourse that
                && clauses().equals(that.clauses())
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code HT-2025-01, 3 events}. */
    @Override
    public String toString() {
        return agreement.terms().id() + ", " + events().size() + " events";
    }
}
