package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    private final List<ContractEvent> events;

    private ContractLife(
            TrustContract contract, ContractClauses clauses, List<ContractEvent> events) {
        this.contract = contract;
        this.clauses = clauses;
        this.events = List.copyOf(events);
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
        return new ContractLife(contract, clauses, List.of())
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
        Outcome<ContractLife> life = begin(contract, clauses, events.get(0).occurredAt());
        life = life.then(begun -> begun.asRecorded(events.get(0)));
        for (ContractEvent event : events.subList(1, events.size())) {
            life =
                    life.then(before -> new ContractReplay(before, decisions).of(event))
                            .then(after -> after.asRecorded(event));
        }
        return life;
    }

    private Outcome<ContractLife> asRecorded(ContractEvent event) {
        RuleCheck same =
                RuleCheck.of(
                        LifeRule.AS_RECORDED,
                        events.get(events.size() - 1).equals(event),
                        "event",
                        event.getClass().getSimpleName(),
                        "at",
                        event.occurredAt());
        return same.isMet() ? Outcome.accepted(this) : Outcome.refused(Ruling.of(same));
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
        return events;
    }

    private <E extends ContractEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * The last day of the term, renewals counted.
     *
     * @return the day
     */
    public LocalDate termEnd() {
        return of(ContractEvent.Renewed.class)
                .map(renewed -> renewed.paper().endInclusive())
                .reduce(contract.terms().endInclusive(), (before, after) -> after);
    }

    /**
     * The last day of the contract, if it is known.
     *
     * @return empty while nothing ends it: then it goes on after its term (Civil Code art. 948)
     */
    public Optional<LocalDate> lastDay() {
        Optional<LocalDate> told =
                Stream.concat(
                                of(ContractEvent.EndedByOwners.class).map(e -> e.notice()),
                                of(ContractEvent.EndedByFirm.class).map(e -> e.notice()))
                        .map(EndNotice::lastDay)
                        .findFirst();
        return told.isPresent()
                ? told
                : of(ContractEvent.SuccessorChosen.class).findFirst().map(chosen -> termEnd());
    }

    private Optional<LocalDate> takenOver() {
        return of(ContractEvent.TakenOver.class).map(ContractEvent.TakenOver::on).findFirst();
    }

    /**
     * The last day on which the firm served, where someone has taken over.
     *
     * @return empty while it serves: then it also earns (Civil Code arts. 948 and 950)
     */
    public Optional<LocalDate> lastServed() {
        return takenOver().map(on -> on.minusDays(1));
    }

    /**
     * Where the contract stands on a day, by what has been recorded.
     *
     * @param day the day
     * @return one of six
     */
    public Status statusOn(LocalDate day) {
        if (day.isBefore(contract.terms().startInclusive())) {
            return Status.BEFORE_TERM;
        }
        if (lastDay().filter(day::isAfter).isEmpty()) {
            return day.isAfter(termEnd()) ? Status.CONTINUED : Status.IN_TERM;
        }
        if (takenOver().filter(on -> !day.isBefore(on)).isEmpty()) {
            return Status.SERVING_ON;
        }
        return missingOn(day).isEmpty() ? Status.CLOSED : Status.HANDING_OVER;
    }

    /**
     * What is still to be handed over on a day.
     *
     * @param day the day
     * @return in the order of the list; empty once all is
     */
    public List<HandOverItem> missingOn(LocalDate day) {
        List<HandOverItem> done =
                of(ContractEvent.HandedOver.class)
                        .filter(handed -> !handed.on().isAfter(day))
                        .map(ContractEvent.HandedOver::item)
                        .toList();
        return Arrays.stream(HandOverItem.values()).filter(item -> !done.contains(item)).toList();
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
        ContractTerms terms = contract.terms();
        ContractPaper.RatioAmendment first =
                new ContractPaper.RatioAmendment(
                        terms.community(),
                        terms.id(),
                        terms.ratio(),
                        terms.base(),
                        terms.startInclusive());
        return Stream.concat(
                        Stream.of(first),
                        of(ContractEvent.RatioAgreed.class).map(ContractEvent.RatioAgreed::paper))
                .map(paper -> new RatioPeriod(paper.from(), paper))
                .toList();
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
        List<Finding> findings = new ArrayList<>(decided(paper, decision, at));
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
        List<Finding> findings = new ArrayList<>(decided(paper, decision, at));
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
        List<Finding> findings = new ArrayList<>(decided(paper, decision, at));
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
        requireSide(notice, true);
        ContractPaper.Dismissal paper =
                new ContractPaper.Dismissal(contract.terms().community(), contract.terms().id());
        List<Finding> findings = new ArrayList<>(decided(paper, decision, at));
        findings.addAll(told(notice, at));
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
        requireSide(notice, false);
        return with(
                new ContractEvent.EndedByFirm(
                        contract.terms().community(), at, contract.terms().id(), notice),
                told(notice, at));
    }

    private static void requireSide(EndNotice notice, boolean owners) {
        if (notice.kind().isByOwners() != owners) {
            throw new IllegalArgumentException("the other side gives a notice of " + notice.kind());
        }
    }

    private List<Finding> told(EndNotice notice, Instant at) {
        Status status = statusOn(notice.given());
        boolean fits =
                switch (notice.kind()) {
                    case DISMISSAL -> status == Status.IN_TERM;
                    case NO_RENEWAL ->
                            status == Status.IN_TERM && notice.lastDay().equals(termEnd());
                    case INDEFINITE_BY_OWNERS, INDEFINITE_BY_FIRM -> status == Status.CONTINUED;
                };
        return List.of(
                RuleCheck.of(LifeRule.NOTICE_FITS, fits, "kind", notice.kind(), "status", status),
                notEnded(),
                recordedAfter(notice.given(), at),
                switch (notice.kind()) {
                    case DISMISSAL ->
                            inTime(LifeRule.DISMISSAL_NOTICE, notice, clauses.ownersNoticeDays());
                    case NO_RENEWAL ->
                            inTime(LifeRule.NO_RENEWAL_NOTICE, notice, clauses.firmNoticeDays());
                    case INDEFINITE_BY_OWNERS, INDEFINITE_BY_FIRM ->
                            inTime(LifeRule.INDEFINITE_NOTICE, notice, INDEFINITE_NOTICE_DAYS);
                });
    }

    private static RuleCheck inTime(Rule rule, EndNotice notice, int days) {
        LocalDate latest = Deadline.before(notice.lastDay(), days).lastDay();
        return RuleCheck.of(
                rule,
                !notice.given().isAfter(latest),
                "given",
                notice.given(),
                "latest",
                latest,
                "days",
                days);
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
                        RuleCheck.of(LifeRule.TAKEN_OVER_ONCE, takenOver().isEmpty(), "on", on),
                        recordedAfter(on, at)));
    }

    /**
     * Records that something of the list was handed over.
     *
     * @param item what
     * @param on the day, after the contract's last
     * @param receiver who took it
     * @param at when it is recorded
     * @return the changed life, or every rule in the way
     */
    public Outcome<ContractLife> handOver(
            HandOverItem item, LocalDate on, PersonId receiver, Instant at) {
        boolean first = of(ContractEvent.HandedOver.class).noneMatch(h -> h.item() == item);
        return with(
                new ContractEvent.HandedOver(
                        contract.terms().community(),
                        at,
                        contract.terms().id(),
                        item,
                        on,
                        receiver),
                List.of(
                        judge(Activity.HAND_OVER, on),
                        RuleCheck.of(LifeRule.HANDED_OVER_ONCE, first, "item", item),
                        recordedAfter(on, at)));
    }

    private List<Finding> decided(ContractPaper paper, OwnersDecision decision, Instant at) {
        Motion.Document document = paper.document();
        ContractTerms terms = contract.terms();
        boolean onFirm =
                decision.matter() == Matter.MANAGER_APPOINTMENT
                        || (paper instanceof ContractPaper.RatioAmendment
                                && decision.matter() == Matter.OTHER_MAJOR_MATTER);
        return List.of(
                RuleCheck.of(
                        LifeRule.SAME_CONTRACT,
                        paper.community().equals(terms.community())
                                && paper.contract().equals(terms.id()),
                        "contract",
                        terms.id()),
                RuleCheck.of(
                        ContractRule.RESOLUTION_OF_COMMUNITY,
                        decision.community().equals(terms.community()),
                        "community",
                        decision.community()),
                RuleCheck.of(ContractRule.RESOLUTION_ON_FIRM, onFirm, "matter", decision.matter()),
                RuleCheck.of(
                        LifeRule.DECISION_ON_PAPER,
                        decision.decides(document),
                        "decision",
                        decision,
                        "document",
                        document),
                recordedAfter(decision.adoptedOn(), at));
    }

    private RuleCheck notEnded() {
        return RuleCheck.of(
                LifeRule.NOT_ENDED,
                lastDay().isEmpty(),
                "contract",
                contract.terms().id(),
                "lastDay",
                lastDay().map(LocalDate::toString).orElse("-"));
    }

    private static RuleCheck recordedAfter(LocalDate day, Instant at) {
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
        List<Finding> all = new ArrayList<>(findings);
        if (!events.isEmpty()) {
            Instant last = events.get(events.size() - 1).occurredAt();
            all.add(
                    RuleCheck.of(
                            LifeRule.TIME_FORWARD,
                            !event.occurredAt().isBefore(last),
                            "at",
                            event.occurredAt(),
                            "last",
                            last));
        }
        Ruling ruling = new Ruling(all);
        List<ContractEvent> after = new ArrayList<>(events);
        after.add(event);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new ContractLife(contract, clauses, after))
                : Outcome.refused(ruling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractLife that
                && contract.terms().equals(that.contract.terms())
                && clauses.equals(that.clauses)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** For example {@code HT-2025-01, 3 events}. */
    @Override
    public String toString() {
        return contract.terms().id() + ", " + events.size() + " events";
    }
}
