package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The course of a trust contract from its adoption to the last thing handed over (合同存续).
 *
 * <p>Example: {@code life.end(notice, decision, at)} yields the contract with its end, or every
 * rule in the way. Each command yields a new life with one event more; a refused one leaves this as
 * it was. {@link #replay} judges recorded events by the same rules. Days are days of {@link
 * Meeting#ZONE}. Source: Civil Code arts. 946 to 950, Trust Law arts. 35 and 55. Immutable.
 *
 * @since 0.1.0
 */
public final class ContractLife {

    /** The days of notice that end a contract without a term; no agreement changes them. */
    public static final int INDEFINITE_NOTICE_DAYS = 60;

    /** Where a contract stands on a day. */
    public enum Status {
        /** Not begun. */
        BEFORE_TERM,
        /** In its term. */
        IN_TERM,
        /** Its term is over and it goes on without one (Civil Code art. 948). */
        CONTINUED,
        /** Ended; the firm serves on until someone takes over (Civil Code art. 950). */
        SERVING_ON,
        /** Taken over, and not all is handed over (Civil Code art. 949). */
        HANDING_OVER,
        /** All is handed over. */
        CLOSED
    }

    /** What may be open or frozen. */
    public enum Activity {
        /** To change the contract. */
        AMENDMENT,
        /** To pay what the service costs. */
        SERVICE,
        /** To earn remuneration. */
        REMUNERATION,
        /** To hand over, money included. */
        HAND_OVER;

        boolean isOpenIn(Status status) {
            return switch (this) {
                case AMENDMENT -> status == Status.IN_TERM || status == Status.CONTINUED;
                case SERVICE, REMUNERATION ->
                        status == Status.IN_TERM
                                || status == Status.CONTINUED
                                || status == Status.SERVING_ON;
                case HAND_OVER -> status == Status.SERVING_ON || status == Status.HANDING_OVER;
            };
        }
    }

    /**
     * A ratio and the first day on which it applies; it applies until the next one does.
     *
     * @param from the first day
     * @param terms the ratio and base of these days
     */
    public record RatioPeriod(LocalDate from, ContractPaper.RatioAmendment terms) {}

    private final TrustContract contract;
    private final ContractClauses clauses;
    private final EventHistory<ContractEvent> history;

    private ContractLife(
            TrustContract contract, ContractClauses clauses, EventHistory<ContractEvent> history) {
        this.contract = contract;
        this.clauses = clauses;
        this.history = history;
    }

    /**
     * Begins the course of a contract whose clauses were decided with its terms.
     *
     * @param contract the contract as adopted
     * @param clauses what it says beside its terms
     * @param at when it is recorded
     * @return the life with its first event, or every rule in the way
     */
    public static Outcome<ContractLife> begin(
            TrustContract contract, ContractClauses clauses, Instant at) {
        ContractTerms terms = contract.terms();
        boolean adopted =
                clauses.community().equals(terms.community())
                        && clauses.contract().equals(terms.id())
                        && clauses.trustee().equals(terms.trustee())
                        && contract.decision().decides(clauses.document());
        ContractEvent event =
                new ContractEvent.Adopted(
                        terms.community(),
                        at,
                        terms.id(),
                        DecisionName.of(contract.decision(), terms.document()),
                        clauses.document());
        return new ContractLife(contract, clauses, EventHistory.empty())
                .with(
                        event,
                        List.of(
                                RuleCheck.of(
                                        LifeRule.CLAUSES_ADOPTED,
                                        adopted,
                                        "contract",
                                        terms.id(),
                                        "document",
                                        clauses.document())));
    }

    /**
     * Judges recorded events again, in their order.
     *
     * @param contract the contract as adopted, its decision judged again
     * @param clauses what it says beside its terms
     * @param events what was recorded, at least one
     * @param decisions shows the decision of a name again, counted or entered anew
     * @return the life they make, or the rules that the first wrong one breaks
     */
    public static Outcome<ContractLife> replay(
            TrustContract contract,
            ContractClauses clauses,
            List<ContractEvent> events,
            Function<DecisionName, Optional<OwnersDecision>> decisions) {
        return EventHistory.replay(
                events,
                event ->
                        begin(contract, clauses, event.occurredAt())
                                .then(begun -> begun.asRecorded(event)),
                (before, event) ->
                        new ContractReplay(before, decisions)
                                .of(event)
                                .then(after -> after.asRecorded(event)));
    }

    private Outcome<ContractLife> asRecorded(ContractEvent event) {
        return history.asRecorded(event, LifeRule.AS_RECORDED, this);
    }

    /**
     * The contract.
     *
     * @return as adopted
     */
    public TrustContract contract() {
        return contract;
    }

    /**
     * What it says beside its terms.
     *
     * @return as adopted
     */
    public ContractClauses clauses() {
        return clauses;
    }

    /**
     * Everything that happened.
     *
     * @return in the order recorded, at least one
     */
    public List<ContractEvent> events() {
        return history.events();
    }

    private ContractStanding standing() {
        return new ContractStanding(contract.terms(), events());
    }

    /**
     * The last day of the term, renewals counted.
     *
     * @return the day
     */
    public LocalDate termEnd() {
        return standing().termEnd();
    }

    /**
     * The last day of the contract, if it is known.
     *
     * @return empty while nothing ends it: then it goes on after its term (Civil Code art. 948)
     */
    public Optional<LocalDate> lastDay() {
        return standing().lastDay();
    }

    /**
     * The last day on which the firm served, where someone has taken over.
     *
     * @return empty while it serves: then it also earns (Civil Code arts. 948 and 950)
     */
    public Optional<LocalDate> lastServed() {
        return standing().takenOver().map(on -> on.minusDays(1));
    }

    /**
     * Where the contract stands on a day, by what has been recorded.
     *
     * @param day the day
     * @return one of six
     */
    public Status statusOn(LocalDate day) {
        return standing().on(day);
    }

    /**
     * What is still to be handed over on a day.
     *
     * @param day the day
     * @return in the order of the list; empty once all is
     */
    public List<HandOverItem> missingOn(LocalDate day) {
        return standing().missingOn(day);
    }

    /**
     * How many days a contract has been over on a day.
     *
     * @param day the day
     * @return 0 until its last day, 1 on the day after it
     */
    public long daysAfterEnd(LocalDate day) {
        return lastDay().map(last -> Math.max(0, ChronoUnit.DAYS.between(last, day))).orElse(0L);
    }

    /**
     * The last day to hand over and leave, by the days agreed (Civil Code art. 949).
     *
     * @param calendar the rest days
     * @return empty while the end is not known
     */
    public Optional<Deadline> exitDeadline(HolidayCalendar calendar) {
        return lastDay()
                .map(
                        last ->
                                Deadline.after(
                                        last, clauses.exitDays(), Deadline.Unit.DAYS, calendar));
    }

    /**
     * The ratios by the days from which they apply.
     *
     * @return in the order of days, the first from the first day of the term
     */
    public List<RatioPeriod> ratioPeriods() {
        return standing().ratioPeriods();
    }

    /**
     * The ratio by which the firm earns on a day.
     *
     * @param day the day
     * @return empty where none is agreed or the contract earns nothing: then there is no
     *     remuneration (Trust Law art. 35, Civil Code arts. 948 and 950)
     */
    public Optional<RatioPeriod> ratioOn(LocalDate day) {
        return Activity.REMUNERATION.isOpenIn(statusOn(day))
                ? ratioPeriods().stream()
                        .filter(period -> !period.from().isAfter(day))
                        .reduce((before, after) -> after)
                : Optional.empty();
    }

    /**
     * Whether something may be done on a day; what follows the take-over is hand-over alone.
     *
     * @param activity what is to be done
     * @param day the day to which it belongs
     * @return the finding, for a command to report with its own
     */
    public RuleCheck judge(Activity activity, LocalDate day) {
        Status status = statusOn(day);
        return RuleCheck.of(
                LifeRule.OPEN_FOR_ACTIVITY,
                activity.isOpenIn(status),
                "contract",
                contract.terms().id(),
                "activity",
                activity,
                "status",
                status,
                "day",
                day);
    }

    /**
     * Agrees on another ratio from a day on; what was earned before that day stays.
     *
     * @param paper what was decided, not earlier than the decision
     * @param decision on the firm, or on another major matter (items 4 and 9 fit alike)
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> agreeRatio(
            ContractPaper.RatioAmendment paper, OwnersDecision decision, Instant at) {
        List<RatioPeriod> periods = ratioPeriods();
        LocalDate last = periods.get(periods.size() - 1).from();
        List<Finding> findings =
                new ArrayList<>(new PaperRules(contract.terms()).judge(paper, decision, at));
        findings.add(judge(Activity.AMENDMENT, paper.from()));
        findings.add(
                RuleCheck.of(
                        LifeRule.RATIO_NOT_BACKDATED,
                        !paper.from().isBefore(decision.adoptedOn()),
                        "from",
                        paper.from(),
                        "decided",
                        decision.adoptedOn()));
        findings.add(
                RuleCheck.of(
                        LifeRule.RATIO_FORWARD,
                        paper.from().isAfter(last),
                        "from",
                        paper.from(),
                        "last",
                        last));
        return with(
                new ContractEvent.RatioAgreed(
                        paper.community(),
                        at,
                        paper.contract(),
                        paper,
                        DecisionName.of(decision, paper.document())),
                findings);
    }

    /**
     * Extends the term before it is over (Civil Code art. 947 para. 1).
     *
     * @param paper what was decided
     * @param decision on the firm
     * @param at when it is recorded, at the latest on the last day of the term
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> renew(
            ContractPaper.Renewal paper, OwnersDecision decision, Instant at) {
        List<Finding> findings =
                new ArrayList<>(new PaperRules(contract.terms()).judge(paper, decision, at));
        findings.add(inTerm(at));
        findings.add(notEnded());
        findings.add(
                RuleCheck.of(
                        LifeRule.RENEWAL_EXTENDS,
                        paper.endInclusive().isAfter(termEnd()),
                        "end",
                        paper.endInclusive(),
                        "term",
                        termEnd()));
        return with(
                new ContractEvent.Renewed(
                        paper.community(),
                        at,
                        paper.contract(),
                        paper,
                        DecisionName.of(decision, paper.document())),
                findings);
    }

    /**
     * Lets another firm follow at the end of the term, so that the contract does not go on.
     *
     * @param paper what was decided
     * @param decision on the firm
     * @param at when it is recorded, at the latest on the last day of the term
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> succeed(
            ContractPaper.Succession paper, OwnersDecision decision, Instant at) {
        List<Finding> findings =
                new ArrayList<>(new PaperRules(contract.terms()).judge(paper, decision, at));
        findings.add(inTerm(at));
        findings.add(notEnded());
        return with(
                new ContractEvent.SuccessorChosen(
                        paper.community(),
                        at,
                        paper.contract(),
                        paper,
                        DecisionName.of(decision, paper.document())),
                findings);
    }

    private RuleCheck inTerm(Instant at) {
        return RuleCheck.of(
                LifeRule.RENEWED_IN_TERM,
                !dayOf(at).isAfter(termEnd()),
                "day",
                dayOf(at),
                "term",
                termEnd());
    }

    /**
     * Ends the contract by the owners' notice.
     *
     * @param notice a {@link EndNotice.Kind#DISMISSAL} in the term, or {@link
     *     EndNotice.Kind#INDEFINITE_BY_OWNERS} after it
     * @param decision on the firm, with {@link ContractPaper.Dismissal} among its papers
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     * @throws IllegalArgumentException if the notice is the firm's
     */
    public Outcome<ContractLife> end(EndNotice notice, OwnersDecision decision, Instant at) {
        NoticeRules.requireSide(notice, true);
        ContractPaper.Dismissal paper =
                new ContractPaper.Dismissal(contract.terms().community(), contract.terms().id());
        List<Finding> findings =
                new ArrayList<>(new PaperRules(contract.terms()).judge(paper, decision, at));
        findings.addAll(notices().judge(notice, at));
        findings.add(
                RuleCheck.of(
                        LifeRule.DISMISSAL_DECIDED,
                        !notice.given().isBefore(decision.adoptedOn()),
                        "given",
                        notice.given(),
                        "decided",
                        decision.adoptedOn()));
        return with(
                new ContractEvent.EndedByOwners(
                        paper.community(),
                        at,
                        paper.contract(),
                        notice,
                        DecisionName.of(decision, paper.document())),
                findings);
    }

    /**
     * Ends the contract by the firm's notice.
     *
     * @param notice a {@link EndNotice.Kind#NO_RENEWAL} in the term, for its last day, or {@link
     *     EndNotice.Kind#INDEFINITE_BY_FIRM} after it
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     * @throws IllegalArgumentException if the notice is the owners'
     */
    public Outcome<ContractLife> end(EndNotice notice, Instant at) {
        NoticeRules.requireSide(notice, false);
        return with(
                new ContractEvent.EndedByFirm(
                        contract.terms().community(), at, contract.terms().id(), notice),
                notices().judge(notice, at));
    }

    private NoticeRules notices() {
        return new NoticeRules(this);
    }

    /**
     * Records that a new firm or the owners took over; from then on all but hand-over is frozen.
     *
     * @param on the first day on which the firm no longer serves, after the last day
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> takeOver(LocalDate on, Instant at) {
        return with(
                new ContractEvent.TakenOver(
                        contract.terms().community(), at, contract.terms().id(), on),
                List.of(
                        RuleCheck.of(
                                LifeRule.TAKEN_OVER_AFTER_END,
                                lastDay().filter(on::isAfter).isPresent(),
                                "on",
                                on),
                        RuleCheck.of(LifeRule.TAKEN_OVER_ONCE, lastServed().isEmpty(), "on", on),
                        recordedAfter(on, at)));
    }

    /**
     * Records that something of the list was handed over, in the order of {@link #judgeOrder}.
     *
     * @param item what
     * @param on the day, after the contract's last
     * @param receiver who took it
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> handOver(
            HandOverItem item, LocalDate on, PersonId receiver, Instant at) {
        return handedOver(item, on, receiver, at, List.of(judgeOrder(item, on)));
    }

    /** What was handed over before the order was asked for stays as it was recorded. */
    Outcome<ContractLife> handedOver(
            HandOverItem item, LocalDate on, PersonId receiver, Instant at, List<RuleCheck> order) {
        List<Finding> findings = new ArrayList<>(order);
        findings.add(judge(Activity.HAND_OVER, on));
        findings.add(
                RuleCheck.of(
                        LifeRule.HANDED_OVER_ONCE,
                        standing().handedOverOn(item).isEmpty(),
                        "item",
                        item));
        findings.add(recordedAfter(on, at));
        return with(
                new ContractEvent.HandedOver(
                        contract.terms().community(),
                        at,
                        contract.terms().id(),
                        item,
                        on,
                        receiver),
                findings);
    }

    /**
     * Whether something may be handed over on a day, by what goes before it: the money after the
     * take-over and the report on the trust, the books after the money.
     *
     * @param item what
     * @param on the day
     * @return the finding, for a command to report with its own; met for all that has no order
     */
    public RuleCheck judgeOrder(HandOverItem item, LocalDate on) {
        ContractStanding standing = standing();
        boolean inOrder =
                switch (item) {
                    case SERVICE_ROOMS, FACILITIES, PAPERS, STATE_OF_PROPERTY, FINAL_STATEMENT ->
                            true;
                    case BALANCE ->
                            standing.takenOver().filter(day -> !on.isBefore(day)).isPresent()
                                    && standing.isHandedOver(HandOverItem.FINAL_STATEMENT, on);
                    case BOOKS_AND_VOUCHERS -> standing.isHandedOver(HandOverItem.BALANCE, on);
                };
        return RuleCheck.of(LifeRule.HANDED_OVER_IN_ORDER, inOrder, "item", item, "day", on);
    }

    RuleCheck notEnded() {
        return RuleCheck.of(
                LifeRule.NOT_ENDED,
                lastDay().isEmpty(),
                "contract",
                contract.terms().id(),
                "lastDay",
                lastDay().map(LocalDate::toString).orElse("-"));
    }

    static RuleCheck recordedAfter(LocalDate day, Instant at) {
        return RuleCheck.of(
                LifeRule.RECORDED_AFTERWARDS,
                !day.isAfter(dayOf(at)),
                "day",
                day,
                "recorded",
                dayOf(at));
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(Meeting.ZONE).toLocalDate();
    }

    private Outcome<ContractLife> with(ContractEvent event, List<? extends Finding> findings) {
        return history.with(event, findings, LifeRule.TIME_FORWARD)
                .then(after -> Outcome.accepted(new ContractLife(contract, clauses, after)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractLife that
                && contract.terms().equals(that.contract.terms())
                && clauses.equals(that.clauses)
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code HT-2025-01, 3 events}. */
    @Override
    public String toString() {
        return contract.terms().id() + ", " + events().size() + " events";
    }
}
