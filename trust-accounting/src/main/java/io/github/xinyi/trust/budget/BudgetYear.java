package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    private final List<BudgetEvent> events;

    private BudgetYear(AdoptedBudget budget, BudgetPolicy policy, List<BudgetEvent> events) {
        this.budget = budget;
        this.policy = policy;
        this.events = List.copyOf(events);
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
        return new BudgetYear(budget, policy, List.of())
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
        Outcome<BudgetYear> year = open(budget, policy, events.get(0).occurredAt());
        year = year.then(opened -> opened.asRecorded(events.get(0)));
        for (BudgetEvent event : events.subList(1, events.size())) {
            year =
                    year.then(before -> new BudgetReplay(before, authorities).of(event))
                            .then(after -> after.asRecorded(event));
        }
        return year;
    }

    private Outcome<BudgetYear> asRecorded(BudgetEvent event) {
        RuleCheck same = asRecorded(event, events.get(events.size() - 1).equals(event));
        return same.isMet() ? Outcome.accepted(this) : Outcome.refused(Ruling.of(same));
    }

    static RuleCheck asRecorded(BudgetEvent event, boolean same) {
        return RuleCheck.of(
                BudgetRule.AS_RECORDED,
                same,
                "event",
                event.getClass().getSimpleName(),
                "at",
                event.occurredAt());
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
        return events;
    }

    private <E extends BudgetEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private Stream<BudgetPaper> grants(Predicate<Authority.Name> by) {
        return Stream.concat(
                of(BudgetEvent.OverrunGranted.class)
                        .filter(e -> by.test(e.authority()))
                        .map(e -> e.paper()),
                of(BudgetEvent.EmergencyConfirmed.class)
                        .filter(e -> by.test(e.authority()))
                        .map(e -> e.paper()));
    }

    private Stream<BudgetPaper> transfers(Predicate<Authority.Name> by) {
        return of(BudgetEvent.Transferred.class)
                .filter(e -> by.test(e.authority()))
                .map(e -> e.paper());
    }

    /** What is declared, not confirmed, and not lapsed at a moment. */
    private Stream<BudgetPaper> pending(Instant at) {
        List<BudgetPaper> confirmed =
                of(BudgetEvent.EmergencyConfirmed.class).<BudgetPaper>map(e -> e.paper()).toList();
        return of(BudgetEvent.EmergencyDeclared.class)
                .filter(e -> !dayOf(at).isAfter(lastDayToConfirm(e)))
                .<BudgetPaper>map(e -> e.paper())
                .filter(paper -> !confirmed.contains(paper));
    }

    private LocalDate lastDayToConfirm(BudgetEvent.EmergencyDeclared declared) {
        return dayOf(declared.occurredAt()).plusDays(policy.emergencyDays());
    }

    /** The promises that are neither kept nor given up. */
    private Stream<BudgetEvent.Committed> promises() {
        List<String> released = of(BudgetEvent.Released.class).map(e -> e.id()).toList();
        return of(BudgetEvent.Committed.class).filter(e -> !released.contains(e.id()));
    }

    private static long sum(Stream<? extends BudgetPaper> papers) {
        return papers.mapToLong(BudgetPaper::amountMinor).sum();
    }

    /**
     * What a line may come to at a moment.
     *
     * @param line a line of the budget
     * @param at the moment
     * @return adopted, less given, and received, granted, confirmed, and pending emergencies
     */
    public Money limit(BudgetLine line, Instant at) {
        String code = line.code();
        long more =
                sum(
                        Stream.of(transfers(any -> true), grants(any -> true), pending(at))
                                .flatMap(papers -> papers)
                                .filter(paper -> paper.line().equals(code)));
        long given =
                of(BudgetEvent.Transferred.class)
                        .map(BudgetEvent.Transferred::paper)
                        .filter(paper -> paper.from().equals(code))
                        .mapToLong(BudgetPaper::amountMinor)
                        .sum();
        return line.amount().plus(Money.ofFen(more - given));
    }

    /**
     * What is promised of a line and not released.
     *
     * @param line a line of the budget
     * @return at least zero
     */
    public Money committed(BudgetLine line) {
        return Money.ofFen(
                promises()
                        .filter(promise -> promise.line().equals(line.code()))
                        .mapToLong(BudgetEvent.Committed::amountMinor)
                        .sum());
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
     * What the trustee owes the fund: spent above what a line may come to, since an emergency
     * lapsed. It is at least zero line by line, so that no line makes up for another.
     *
     * @param book the book as it stands
     * @param at the moment
     * @return at least zero
     */
    public Money trusteesShare(BookReader book, Instant at) {
        return share(book, budget.content().lines().stream(), at);
    }

    /**
     * The same of one fund's lines.
     *
     * @param book the book as it stands
     * @param fundClass whose lines
     * @param at the moment
     * @return at least zero
     */
    public Money trusteesShare(BookReader book, FundClass fundClass, Instant at) {
        return share(
                book,
                budget.content().lines().stream().filter(line -> line.fundClass() == fundClass),
                at);
    }

    private Money share(BookReader book, Stream<BudgetLine> lines, Instant at) {
        return lines.map(line -> execution(book, line, at).variance().negated().atLeastZero())
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
                promises()
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
                    promises()
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
        return promises().anyMatch(promise -> promise.id().equals(id));
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
        findings.add(known(code));
        budget.line(code)
                .ifPresent(
                        line ->
                                findings.add(
                                        withinLimit(
                                                line,
                                                amount,
                                                budget.spent(book, line),
                                                committed(line),
                                                at)));
        return findings;
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
                promises().filter(p -> p.id().equals(id)).findFirst();
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
                    findings.add(withinLimit(line, amount, budget.spent(book, line), others, at));
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

    private RuleCheck known(String code) {
        return RuleCheck.of(BudgetRule.LINE_KNOWN, budget.line(code).isPresent(), "line", code);
    }

    private RuleCheck withinLimit(
            BudgetLine line, Money amount, Money spent, Money promised, Instant at) {
        Money limit = limit(line, at);
        return RuleCheck.of(
                BudgetRule.WITHIN_LIMIT,
                amount.compareTo(limit.minus(spent).minus(promised)) <= 0,
                "line",
                line.code(),
                "limit",
                limit,
                "spent",
                spent,
                "promised",
                promised,
                "amount",
                amount);
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
        findings.add(newName(id));
        findings.add(known(code));
        budget.line(code)
                .ifPresent(
                        line ->
                                findings.add(
                                        withinLimit(line, amount, spent, committed(line), at)));
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
        List<Finding> findings = new ArrayList<>(decided(paper, authority, at));
        findings.add(newName(paper.id()));
        findings.add(known(paper.from()));
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
        from.ifPresent(line -> findings.add(leftFor(paper, line, spent, at)));
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

    private RuleCheck leftFor(
            BudgetPaper.Transfer paper, BudgetLine from, Money spent, Instant at) {
        Money left = limit(from, at).minus(spent).minus(committed(from));
        return RuleCheck.of(
                BudgetRule.TRANSFER_LEFT,
                paper.amountMinor() <= left.minor(),
                "line",
                from.code(),
                "left",
                left,
                "amount",
                Money.ofFen(paper.amountMinor()));
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
        List<Finding> findings = new ArrayList<>(decided(paper, authority, at));
        findings.add(newName(paper.id()));
        findings.addAll(withinContingency(paper, authority));
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
                List.of(ofBudget(paper), known(paper.line()), newName(paper.id())));
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
                of(BudgetEvent.EmergencyDeclared.class)
                        .filter(e -> e.paper().equals(paper))
                        .findFirst();
        boolean confirmed =
                of(BudgetEvent.EmergencyConfirmed.class).anyMatch(e -> e.paper().equals(paper));
        List<Finding> findings = new ArrayList<>(decided(paper, authority, at));
        findings.addAll(withinContingency(paper, authority));
        findings.add(
                RuleCheck.of(
                        BudgetRule.EMERGENCY_OPEN,
                        declared.isPresent() && !confirmed,
                        "id",
                        paper.id()));
        declared.map(this::lastDayToConfirm)
                .ifPresent(
                        last ->
                                findings.add(
                                        RuleCheck.of(
                                                BudgetRule.EMERGENCY_IN_TIME,
                                                !dayOf(at).isAfter(last),
                                                "day",
                                                dayOf(at),
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
        Instant last = events.get(events.size() - 1).occurredAt();
        return last.isAfter(at) ? last : at;
    }

    private RuleCheck newName(String id) {
        boolean used =
                Stream.of(
                                of(BudgetEvent.Committed.class).map(e -> e.id()),
                                of(BudgetEvent.Transferred.class).map(e -> e.paper().id()),
                                of(BudgetEvent.OverrunGranted.class).map(e -> e.paper().id()),
                                of(BudgetEvent.EmergencyDeclared.class).map(e -> e.paper().id()))
                        .flatMap(ids -> ids)
                        .anyMatch(id::equals);
        return RuleCheck.of(BudgetRule.PAPER_ONCE, !used, "id", id);
    }

    private RuleCheck ofBudget(BudgetPaper paper) {
        return RuleCheck.of(
                BudgetRule.PAPER_OF_BUDGET,
                paper.community().equals(policy.community()) && paper.year() == policy.year(),
                "community",
                paper.community(),
                "year",
                paper.year());
    }

    private List<Finding> decided(BudgetPaper paper, Authority authority, Instant at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(ofBudget(paper));
        findings.add(known(paper.line()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.AUTHORITY_OF_COMMUNITY,
                        authority.community().equals(policy.community()),
                        "community",
                        authority.community()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.AUTHORITY_ON_PAPER,
                        authority.decides(paper.document()),
                        "authority",
                        authority.name(),
                        "document",
                        paper.document()));
        findings.add(
                RuleCheck.of(
                        BudgetRule.TIME_FORWARD,
                        !authority.decidedOn().isAfter(dayOf(at)),
                        "at",
                        at,
                        "last",
                        authority.decidedOn()));
        if (authority instanceof Authority.OfOwners owners) {
            Matter matter = owners.decision().matter();
            findings.add(
                    RuleCheck.of(
                            BudgetRule.RESOLUTION_ON_BUDGET,
                            matter == Matter.OTHER_MAJOR_MATTER,
                            "matter",
                            matter));
        } else if (authority instanceof Authority.OfBody body) {
            findings.add(
                    RuleCheck.of(
                            BudgetRule.BODY_DELEGATED,
                            body.isDelegatedWith(policy.document()),
                            "item",
                            body.name()));
            budget.line(paper.line()).ifPresent(line -> findings.add(withinTier(paper, line)));
        }
        return findings;
    }

    private static boolean isBody(Authority.Name name) {
        return name.kind() == Authority.Kind.BODY;
    }

    private RuleCheck withinTier(BudgetPaper paper, BudgetLine line) {
        long before =
                sum(
                        Stream.concat(grants(BudgetYear::isBody), transfers(BudgetYear::isBody))
                                .filter(p -> p.line().equals(line.code())));
        long tier = policy.bodyTier().floorOf(line.amount().minor());
        return RuleCheck.of(
                BudgetRule.WITHIN_BODY_TIER,
                before + paper.amountMinor() <= tier,
                "line",
                line.code(),
                "tier",
                Money.ofFen(tier),
                "before",
                Money.ofFen(before),
                "amount",
                Money.ofFen(paper.amountMinor()));
    }

    private List<Finding> withinContingency(BudgetPaper paper, Authority authority) {
        if (!isBody(authority.name())) {
            return List.of();
        }
        long before = sum(grants(BudgetYear::isBody));
        return List.of(
                RuleCheck.of(
                        BudgetRule.WITHIN_CONTINGENCY,
                        before + paper.amountMinor() <= policy.contingencyMinor(),
                        "contingency",
                        Money.ofFen(policy.contingencyMinor()),
                        "before",
                        Money.ofFen(before),
                        "amount",
                        Money.ofFen(paper.amountMinor())));
    }

    private static LocalDate dayOf(Instant at) {
        return at.atZone(Meeting.ZONE).toLocalDate();
    }

    private Outcome<BudgetYear> with(BudgetEvent event, List<? extends Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        if (!events.isEmpty()) {
            Instant last = events.get(events.size() - 1).occurredAt();
            all.add(
                    RuleCheck.of(
                            BudgetRule.TIME_FORWARD,
                            !event.occurredAt().isBefore(last),
                            "at",
                            event.occurredAt(),
                            "last",
                            last));
        }
        Ruling ruling = new Ruling(all);
        List<BudgetEvent> after = new ArrayList<>(events);
        after.add(event);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new BudgetYear(budget, policy, after))
                : Outcome.refused(ruling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BudgetYear that
                && budget.content().equals(that.budget.content())
                && policy.equals(that.policy)
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** For example {@code 2025, 3 events}. */
    @Override
    public String toString() {
        return policy.year() + ", " + events.size() + " events";
    }
}
