package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A budget in execution (预算执行): promises, transfers between lines, what was granted above a line
 * and by whom, and emergencies that somebody must confirm in time.
 *
 * <p>Example: {@code year.grant(overrun, Authority.of(decision), at)}. Each command yields a new
 * year with one event more, or every rule in the way; {@link #replay} judges recorded events by the
 * same rules. An emergency that nobody confirms in time lapses: what was spent by it is the
 * trustee's ({@link #trusteesShare}). Source: invariant F9; Trust Law art. 37; the tiers are an
 * interpretation (I24). Immutable.
 *
 * @since 0.1.0
 */
public final class BudgetYear {

    private final AdoptedBudget budget;
    private final BudgetPolicy policy;
    private final EventHistory<BudgetEvent> history;

    private BudgetYear(
            AdoptedBudget budget, BudgetPolicy policy, EventHistory<BudgetEvent> history) {
        this.budget = budget;
        this.policy = policy;
        this.history = history;
    }

    /**
     * Begins to execute a budget whose policy was decided with it.
     *
     * @param budget the budget as adopted
     * @param policy how far and by whom it may be exceeded
     * @param at when it is recorded
     * @return the year with its first event, or every rule in the way
     */
    public static Outcome<BudgetYear> open(AdoptedBudget budget, BudgetPolicy policy, Instant at) {
        DraftBudget content = budget.content();
        OwnersDecision decision = budget.decision();
        boolean adopted =
                policy.community().equals(content.community())
                        && policy.year() == content.year()
                        && decision.decides(policy.document());
        boolean inRange =
                content.lines().stream()
                        .allMatch(l -> l.amount().minor() <= BudgetPaper.MAX_AMOUNT_MINOR);
        return new BudgetYear(budget, policy, EventHistory.empty())
                .with(
                        new BudgetEvent.Opened(
                                content.community(),
                                at,
                                content.year(),
                                content.document(),
                                policy.document(),
                                Authority.of(decision).name()),
                        List.of(
                                RuleCheck.of(
                                        BudgetRule.POLICY_ADOPTED,
                                        adopted,
                                        "document",
                                        policy.document()),
                                RuleCheck.of(
                                        BudgetRule.LINE_IN_RANGE,
                                        inRange,
                                        "limit",
                                        BudgetPaper.MAX_AMOUNT_MINOR)));
    }

    /**
     * Judges recorded events again, in their order.
     *
     * @param budget the budget as adopted, its decision judged again
     * @param policy how far and by whom it may be exceeded
     * @param events what was recorded, at least one
     * @param authorities shows the authority of a name again
     * @return the year they make, or the rules that the first wrong one breaks
     */
    public static Outcome<BudgetYear> replay(
            AdoptedBudget budget,
            BudgetPolicy policy,
            List<BudgetEvent> events,
            Function<Authority.Name, Optional<Authority>> authorities) {
        return EventHistory.replay(
                events,
                event ->
                        open(budget, policy, event.occurredAt())
                                .then(opened -> opened.asRecorded(event)),
                (before, event) ->
                        new BudgetReplay(before, authorities)
                                .of(event)
                                .then(after -> after.asRecorded(event)));
    }

    private Outcome<BudgetYear> asRecorded(BudgetEvent event) {
        return history.asRecorded(event, BudgetRule.AS_RECORDED, this);
    }

    /**
     * The budget.
     *
     * @return as adopted
     */
    public AdoptedBudget budget() {
        return budget;
    }

    /**
     * How far and by whom it may be exceeded.
     *
     * @return as adopted
     */
    public BudgetPolicy policy() {
        return policy;
    }

    /**
     * Everything that happened.
     *
     * @return in the order recorded, at least one
     */
    public List<BudgetEvent> events() {
        return history.events();
    }

    private BudgetFigures figures() {
        return new BudgetFigures(budget, policy, events());
    }

    private BudgetPaperRules rules() {
        return new BudgetPaperRules(figures());
    }

    /**
     * What a line may come to at a moment.
     *
     * @param line a line of the budget
     * @param at the moment
     * @return adopted, less given, and received, granted, confirmed, and pending emergencies
     */
    public Money limit(BudgetLine line, Instant at) {
        return figures().limit(line, at);
    }

    /**
     * What a line may come to for good.
     *
     * @param line a line of the budget
     * @return the limit without the emergencies that nobody has confirmed
     */
    public Money confirmedLimit(BudgetLine line) {
        return figures().confirmedLimit(line);
    }

    /**
     * What is promised of a line and not released.
     *
     * @param line a line of the budget
     * @return at least zero
     */
    public Money committed(BudgetLine line) {
        return figures().committed(line);
    }

    /**
     * How a line was executed.
     *
     * @param book the book as it stands
     * @param line a line of the budget
     * @param at the moment
     * @return the figures, each to the fen
     */
    public LineExecution execution(BookReader book, BudgetLine line, Instant at) {
        return new LineExecution(line, limit(line, at), committed(line), budget.spent(book, line));
    }

    /**
     * What trustees owe the funds: paid above what a line may come to, since an emergency lapsed.
     * It is at least zero line by line, so that no line makes up for another; what the bank took by
     * itself is not in it.
     *
     * @param book the book as it stands
     * @param at the moment
     * @return at least zero
     */
    public Money trusteesShare(BookReader book, Instant at) {
        LocalDate last = figures().lastDay();
        return budget.content().lines().stream()
                .map(line -> figures().above(book, line, last, at))
                .reduce(Money.ofFen(0), Money::plus);
    }

    /**
     * The same of one fund's lines, as far as it was paid on some days: whoever served then owes
     * it.
     *
     * @param book the book as it stands
     * @param fundClass whose lines
     * @param fromInclusive the first day
     * @param toInclusive the last day
     * @param at the moment
     * @return at least zero; days without gap add up to the whole of the fund
     */
    public Money trusteesShare(
            BookReader book,
            FundClass fundClass,
            LocalDate fromInclusive,
            LocalDate toInclusive,
            Instant at) {
        return budget.content().lines().stream()
                .filter(line -> line.fundClass() == fundClass)
                .map(line -> figures().aboveBetween(book, line, fromInclusive, toInclusive, at))
                .reduce(Money.ofFen(0), Money::plus);
    }

    /**
     * Judges a spending by what it is charged to (F9).
     *
     * @param book the book as it stands
     * @param charge a line, or a promise of the same line
     * @param amount what is to be spent
     * @param day the day to which it belongs
     * @param at the moment
     * @return findings, met and not met
     */
    public List<Finding> judge(
            BookReader book, BudgetCharge charge, Money amount, LocalDate day, Instant at) {
        return charge.isPromised()
                ? judgeCommitted(book, ofLine(charge), amount, day, at)
                : judge(book, charge.line(), amount, day, at);
    }

    /** A promise of another line is none of this one. */
    private String ofLine(BudgetCharge charge) {
        boolean same =
                figures()
                        .promises()
                        .noneMatch(
                                p ->
                                        p.id().equals(charge.promise())
                                                && !p.line().equals(charge.line()));
        return same ? charge.promise() : charge.toString();
    }

    /**
     * What a charge has left, whatever is asked for and not paid yet.
     *
     * @param book the book as it stands
     * @param charge a line, or a promise
     * @param at the moment
     * @return of a line, what is neither spent nor promised; of an open promise, its amount
     */
    public Money left(BookReader book, BudgetCharge charge, Instant at) {
        if (charge.isPromised()) {
            return Money.ofFen(
                    figures()
                            .promises()
                            .filter(p -> p.id().equals(ofLine(charge)))
                            .mapToLong(BudgetEvent.Committed::amountMinor)
                            .sum());
        }
        return budget.line(charge.line())
                .map(line -> execution(book, line, at).left())
                .orElse(Money.ofFen(0));
    }

    /**
     * Whether a promise can be used or released.
     *
     * @param id which
     * @return false once released, and where there was none
     */
    public boolean isPromised(String id) {
        return figures().promises().anyMatch(promise -> promise.id().equals(id));
    }

    /**
     * Judges a spending that was not promised (F9).
     *
     * @param book the book as it stands
     * @param code the line to be charged
     * @param amount what is to be spent
     * @param day the day to which it belongs
     * @param at the moment
     * @return findings, met and not met
     */
    public List<Finding> judge(
            BookReader book, String code, Money amount, LocalDate day, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(yearOf(day));
        findings.add(rules().known(code));
        budget.line(code)
                .ifPresent(
                        line ->
                                findings.add(
                                        rules().withinLimit(
                                                        line,
                                                        amount,
                                                        budget.spent(book, line),
                                                        committed(line),
                                                        at)));
        return findings;
    }

    /**
     * Judges a cost that another line paid and this one is to bear (F9): by what it may come to for
     * good, so that no moved cost becomes the trustee's when an emergency lapses. What the line was
     * itself relieved of is not asked for a second time, as far as the cost takes its place.
     *
     * @param book the book as it stands
     * @param cost which passing it is, or which one is taken back
     * @param code the line that is to bear it
     * @param amount of the cost
     * @param day the day to which it belongs
     * @return findings, met and not met
     */
    public List<Finding> judgeMoved(
            BookReader book, PassedCost cost, String code, Money amount, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        findings.add(yearOf(day));
        findings.add(rules().known(code));
        budget.line(code)
                .ifPresent(
                        line ->
                                findings.add(
                                        rules().withinLimit(
                                                        line,
                                                        amount,
                                                        budget.borneBeside(
                                                                book, line, cost, amount),
                                                        committed(line),
                                                        confirmedLimit(line))));
        return findings;
    }

    /**
     * What a line has left for a cost that another line paid.
     *
     * @param book the book as it stands
     * @param cost which passing it is, or which one is taken back
     * @param code the line
     * @param amount of the cost
     * @return by the figures of {@link #judgeMoved}; zero for no line of the budget
     */
    public Money leftForMoved(BookReader book, PassedCost cost, String code, Money amount) {
        return budget.line(code)
                .map(
                        line ->
                                confirmedLimit(line)
                                        .minus(budget.borneBeside(book, line, cost, amount))
                                        .minus(committed(line)))
                .orElse(Money.ofFen(0));
    }

    /**
     * Judges a spending that was promised: it may use the promise and no more than that.
     *
     * @param book the book as it stands
     * @param id which promise
     * @param amount what is to be spent
     * @param day the day to which it belongs
     * @param at the moment
     * @return findings, met and not met
     */
    public List<Finding> judgeCommitted(
            BookReader book, String id, Money amount, LocalDate day, Instant at) {
        Optional<BudgetEvent.Committed> promise =
                figures().promises().filter(p -> p.id().equals(id)).findFirst();
        List<Finding> findings = new ArrayList<>();
        findings.add(yearOf(day));
        findings.add(
                RuleCheck.of(
                        BudgetRule.COMMITMENT_OPEN,
                        promise.filter(p -> amount.minor() <= p.amountMinor()).isPresent(),
                        "id",
                        id,
                        "amount",
                        amount));
        promise.ifPresent(
                p -> {
                    BudgetLine line = budget.line(p.line()).orElseThrow();
                    Money others = committed(line).minus(Money.ofFen(p.amountMinor()));
                    findings.add(
                            rules().withinLimit(
                                            line, amount, budget.spent(book, line), others, at));
                });
        return findings;
    }

    private RuleCheck yearOf(LocalDate day) {
        return RuleCheck.of(
                BudgetRule.YEAR_OF_BUDGET,
                day.getYear() == policy.year(),
                "day",
                day,
                "year",
                policy.year());
    }

    /**
     * Promises money of a line.
     *
     * @param id once in the year
     * @param code the line
     * @param amount above zero, at most {@link BudgetPaper#MAX_AMOUNT_MINOR}
     * @param spent what the book shows as spent on the line
     * @param at when it is recorded
     * @return the changed year, or every rule in the way
     * @throws IllegalArgumentException if the amount is out of its bounds
     */
    public Outcome<BudgetYear> commit(
            String id, String code, Money amount, Money spent, Instant at) {
        if (!amount.isPositive() || amount.minor() > BudgetPaper.MAX_AMOUNT_MINOR) {
            throw new IllegalArgumentException("no promise of " + amount);
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(rules().newName(id));
        findings.add(rules().known(code));
        budget.line(code)
                .ifPresent(
                        line ->
                                findings.add(
                                        rules().withinLimit(
                                                        line, amount, spent, committed(line), at)));
        return with(
                new BudgetEvent.Committed(
                        policy.community(),
                        at,
                        policy.year(),
                        id,
                        code,
                        amount.minor(),
                        spent.minor()),
                findings);
    }

    /**
     * Releases a promise: it was paid, or is given up.
     *
     * @param id which
     * @param at when it is recorded
     * @return the changed year, or every rule in the way
     */
    public Outcome<BudgetYear> release(String id, Instant at) {
        boolean open = isPromised(id);
        return with(
                new BudgetEvent.Released(policy.community(), at, policy.year(), id),
                List.of(RuleCheck.of(BudgetRule.COMMITMENT_OPEN, open, "id", id, "amount", "-")));
    }

    /**
     * Moves money from one line to another of the same fund.
     *
     * @param paper what was decided
     * @param authority by whom; the body within its tier of the line that receives
     * @param spent what the book shows as spent on the line that gives
     * @param at when it is recorded
     * @return the changed year, or every rule in the way
     */
    public Outcome<BudgetYear> transfer(
            BudgetPaper.Transfer paper, Authority authority, Money spent, Instant at) {
        List<Finding> findings = new ArrayList<>(rules().decided(paper, authority, at));
        findings.add(rules().newName(paper.id()));
        findings.add(rules().known(paper.from()));
        Optional<BudgetLine> from = budget.line(paper.from());
        Optional<BudgetLine> to = budget.line(paper.line());
        if (from.isPresent() && to.isPresent()) {
            findings.add(
                    RuleCheck.of(
                            BudgetRule.TRANSFER_IN_FUND,
                            from.get().fundClass() == to.get().fundClass(),
                            "from",
                            from.get().fundClass(),
                            "to",
                            to.get().fundClass()));
        }
        from.ifPresent(line -> findings.add(rules().leftFor(paper, line, spent, at)));
        return with(
                new BudgetEvent.Transferred(
                        paper.community(),
                        at,
                        paper.year(),
                        paper,
                        authority.name(),
                        spent.minor()),
                findings);
    }

    /**
     * Lets a line have more than was adopted.
     *
     * @param paper what was decided
     * @param authority by whom; the body within its tier of the line and within the contingency
     * @param at when it is recorded
     * @return the changed year, or every rule in the way
     */
    public Outcome<BudgetYear> grant(BudgetPaper.Overrun paper, Authority authority, Instant at) {
        List<Finding> findings = new ArrayList<>(rules().decided(paper, authority, at));
        findings.add(rules().newName(paper.id()));
        findings.addAll(rules().withinContingency(paper, authority));
        return with(
                new BudgetEvent.OverrunGranted(
                        paper.community(), at, paper.year(), paper, authority.name()),
                findings);
    }

    /**
     * Lets a line have more at once, for as many days as the policy gives to confirm it.
     *
     * @param paper what is asked for, with its reason
     * @param at when it is recorded
     * @return the changed year, or every rule in the way
     */
    public Outcome<BudgetYear> declareEmergency(BudgetPaper.Overrun paper, Instant at) {
        return with(
                new BudgetEvent.EmergencyDeclared(paper.community(), at, paper.year(), paper),
                List.of(
                        rules().ofBudget(paper),
                        rules().known(paper.line()),
                        rules().newName(paper.id())));
    }

    /**
     * Confirms an emergency in time.
     *
     * @param paper what was declared
     * @param authority by whom; the body within its tier of the line and within the contingency
     * @param at when it is recorded, at the latest on the last day to confirm
     * @return the changed year, or every rule in the way
     */
    public Outcome<BudgetYear> confirmEmergency(
            BudgetPaper.Overrun paper, Authority authority, Instant at) {
        Optional<BudgetEvent.EmergencyDeclared> declared =
                figures()
                        .of(BudgetEvent.EmergencyDeclared.class)
                        .filter(e -> e.paper().equals(paper))
                        .findFirst();
        boolean confirmed =
                figures()
                        .of(BudgetEvent.EmergencyConfirmed.class)
                        .anyMatch(e -> e.paper().equals(paper));
        List<Finding> findings = new ArrayList<>(rules().decided(paper, authority, at));
        findings.addAll(rules().withinContingency(paper, authority));
        findings.add(
                RuleCheck.of(
                        BudgetRule.EMERGENCY_OPEN,
                        declared.isPresent() && !confirmed,
                        "id",
                        paper.id()));
        declared.map(figures()::lastDayToConfirm)
                .ifPresent(
                        last ->
                                findings.add(
                                        RuleCheck.of(
                                                BudgetRule.EMERGENCY_IN_TIME,
                                                !BudgetFigures.dayOf(at).isAfter(last),
                                                "day",
                                                BudgetFigures.dayOf(at),
                                                "last",
                                                last)));
        return with(
                new BudgetEvent.EmergencyConfirmed(
                        paper.community(), at, paper.year(), paper, authority.name()),
                findings);
    }

    /**
     * The first moment at which something more can be recorded.
     *
     * @param at the moment told
     * @return that moment, or that of the last record if it is later
     */
    public Instant notBeforeLast(Instant at) {
        Instant last = history.last().occurredAt();
        return last.isAfter(at) ? last : at;
    }

    private Outcome<BudgetYear> with(BudgetEvent event, List<? extends Finding> findings) {
        return history.with(event, findings, BudgetRule.TIME_FORWARD)
                .then(after -> Outcome.accepted(new BudgetYear(budget, policy, after)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BudgetYear that
                && budget.content().equals(that.budget.content())
                && policy.equals(that.policy)
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code 2025, 3 events}. */
    @Override
    public String toString() {
        return policy.year() + ", " + events().size() + " events";
    }
}
