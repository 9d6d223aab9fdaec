package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.event.EventStore;
import io.github.xinyi.governance.event.StreamName;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetEvent;
import io.github.xinyi.trust.budget.BudgetPolicy;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.contract.ContractEvent;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.KeyChangeOrder;
import io.github.xinyi.trust.keys.KeyHistory;
import io.github.xinyi.trust.keys.KeysChanged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A trust as it is carried out in one book (信托履行): the courses of its contract, its keys, its
 * budgets, its remuneration and what was agreed on payments, read from their store whenever they
 * are asked for.
 *
 * <p>Example: {@code trusteeship.execute(2025, command, (year, book) -> year.grant(paper,
 * authority, at))}. Nobody hands in a state, so nobody hands in a stale one: a command is judged,
 * and what it makes is kept, while no entry is posted to the book, and a payment asks inside the
 * book's own write. A store that holds what no command could have made is a {@link
 * io.github.xinyi.governance.store.StoreException}. Thread-safe if its stores are.
 *
 * @since 0.1.0
 */
public final class Trusteeship {

    private final Agreement agreement;
    private final Book book;
    private final EventStore events;
    private final Decisions decisions;
    private final Course<ContractEvent, ContractLife> contract;
    private final Course<RemunerationEvent, RemunerationCourse> remuneration;
    private final Course<DisbursementPolicyEvent, DisbursementPolicyCourse> payments;
    private final Course<KeysChanged, KeyHistory> keys;
    private final ConcurrentMap<Integer, Course<BudgetEvent, BudgetYear>> years =
            new ConcurrentHashMap<>();

    private Trusteeship(Agreement agreement, Book book, EventStore events, Decisions decisions) {
        ContractTerms terms = agreement.terms();
        this.agreement = agreement;
        this.book = book;
        this.events = events;
        this.decisions = decisions;
        this.contract =
                new Course<>(
                        events,
                        stream("trust-contract", terms.id()),
                        ContractEvent.class,
                        told ->
                                ContractLife.replay(
                                        agreement.contract(),
                                        agreement.clauses(),
                                        told,
                                        decisions.ofOwners()),
                        ContractLife::events);
        this.remuneration =
                new Course<>(
                        events,
                        stream("trust-remuneration", terms.id()),
                        RemunerationEvent.class,
                        told -> RemunerationCourse.replay(agreement, told),
                        RemunerationCourse::events);
        this.payments =
                new Course<>(
                        events,
                        stream("trust-payments", terms.id()),
                        DisbursementPolicyEvent.class,
                        told ->
                                DisbursementPolicyCourse.replay(
                                        agreement, told, decisions.ofOwners()),
                        DisbursementPolicyCourse::events);
        this.keys =
                new Course<>(
                        events,
                        stream("trust-keys", terms.id()),
                        KeysChanged.class,
                        KeyHistory.of(terms.community(), terms.id(), terms.keys())::replay,
                        KeyHistory::events);
    }

    private StreamName stream(String kind, String id) {
        return new StreamName(agreement.terms().community(), kind, id);
    }

    /**
     * Opens a trust, and begins its courses where that has not been done; again the same changes
     * nothing.
     *
     * @param agreement what was voted
     * @param book the community's book
     * @param events where the courses are kept, with a codec that knows every event of the trust
     *     ({@code records.TrustEvents})
     * @param decisions shows again what recorded events rest on
     * @param at when it is recorded, if it is the first time
     * @return the trust, or every rule in the way
     * @throws IllegalArgumentException if the book is of another community
     */
    public static Outcome<Trusteeship> open(
            Agreement agreement, Book book, EventStore events, Decisions decisions, Instant at) {
        ContractTerms terms = agreement.terms();
        if (!book.id().equals(terms.community())) {
            throw new IllegalArgumentException(
                    "a contract of " + terms.community() + " in the book of " + book.id());
        }
        Trusteeship trust = new Trusteeship(agreement, book, events, decisions);
        return book.alone(
                reader ->
                        trust.begun(
                                        trust.contract,
                                        "begin/contract/" + terms.id(),
                                        () ->
                                                ContractLife.begin(
                                                        agreement.contract(),
                                                        agreement.clauses(),
                                                        at))
                                .then(
                                        life ->
                                                trust.begun(
                                                        trust.remuneration,
                                                        "begin/remuneration/" + terms.id(),
                                                        () ->
                                                                RemunerationCourse.begin(
                                                                        agreement, at)))
                                .then(
                                        course ->
                                                trust.begun(
                                                        trust.payments,
                                                        "begin/payments/" + terms.id(),
                                                        () ->
                                                                DisbursementPolicyCourse.begin(
                                                                        agreement, at)))
                                .then(course -> trust.keys.judged())
                                .then(history -> Outcome.accepted(trust)));
    }

    private <T> Outcome<T> begun(Course<?, T> course, String command, Supplier<Outcome<T>> begin) {
        return course.isBegun()
                ? course.judged()
                : begin.get().then(first -> course.begin(CommandId.of(command), first));
    }

    /**
     * Opens a year's budget for execution; again the same changes nothing.
     *
     * @param budget the budget as adopted
     * @param policy its policy, decided with it
     * @param at when it is recorded, if it is the first time
     * @return the year as it stands, or every rule in the way; another budget or policy than the
     *     one with which the year was opened is refused
     * @throws IllegalArgumentException if the budget is of another community
     */
    public Outcome<BudgetYear> openYear(AdoptedBudget budget, BudgetPolicy policy, Instant at) {
        if (!budget.content().community().equals(book.id())) {
            throw new IllegalArgumentException(
                    "a budget of " + budget.content().community() + " in the book of " + book.id());
        }
        int year = budget.content().year();
        Course<BudgetEvent, BudgetYear> course =
                new Course<>(
                        events,
                        stream("trust-budget", Integer.toString(year)),
                        BudgetEvent.class,
                        told -> BudgetYear.replay(budget, policy, told, decisions.authorities()),
                        BudgetYear::events);
        return book.alone(
                        reader ->
                                begun(
                                        course,
                                        "begin/budget/" + year,
                                        () -> BudgetYear.open(budget, policy, at)))
                .then(
                        opened -> {
                            years.put(year, course);
                            return Outcome.accepted(opened);
                        });
    }

    private static RuleCheck yearOpen(int year, boolean open) {
        return RuleCheck.of(TrusteeshipRule.YEAR_OPEN, open, "year", year);
    }

    /**
     * Whether a year was opened, for a command to report with its own findings.
     *
     * @param year for example 2025
     * @return one finding, met or not
     */
    public RuleCheck judgeYear(int year) {
        return yearOpen(year, years.containsKey(year));
    }

    /**
     * What was voted on.
     *
     * @return the agreement with which it was opened
     */
    public Agreement agreement() {
        return agreement;
    }

    /**
     * The book in which the trust's money is kept.
     *
     * @return the community's
     */
    public Book book() {
        return book;
    }

    /**
     * The contract as it stands now.
     *
     * @return its life
     */
    public ContractLife life() {
        return contract.now();
    }

    /**
     * The keys as they stand now.
     *
     * @return the register with its changes
     */
    public KeyHistory keys() {
        return keys.now();
    }

    /**
     * Deductions and losses as they stand now.
     *
     * @return the course
     */
    public RemunerationCourse remuneration() {
        return remuneration.now();
    }

    /**
     * What was agreed on payments beside the two keys, as it stands now.
     *
     * @return the course
     */
    public DisbursementPolicyCourse payments() {
        return payments.now();
    }

    /**
     * A year's budget as it stands now.
     *
     * @param year for example 2025
     * @return empty where it was not opened
     */
    public Optional<BudgetYear> year(int year) {
        return Optional.ofNullable(years.get(year)).map(Course::now);
    }

    /**
     * All budgets that were opened.
     *
     * @return by year
     */
    public List<BudgetYear> years() {
        return years.values().stream()
                .map(Course::now)
                .sorted(Comparator.comparing(year -> year.policy().year()))
                .toList();
    }

    /**
     * Changes the contract's course by one of its commands.
     *
     * @param command the caller's name for it, once in the community
     * @param step for example {@code life -> life.renew(paper, decision, at)}
     * @return the contract as it stands then, or every rule in the way
     */
    public Outcome<ContractLife> change(
            CommandId command, Function<ContractLife, Outcome<ContractLife>> step) {
        return book.alone(reader -> contract.step(command, step));
    }

    /**
     * Changes the course of remuneration by one of its commands.
     *
     * @param command the caller's name for it, once in the community
     * @param step for example {@code course -> course.evaluate(evaluation, at)}
     * @return the course as it stands then, or every rule in the way
     */
    public Outcome<RemunerationCourse> judge(
            CommandId command, Function<RemunerationCourse, Outcome<RemunerationCourse>> step) {
        return book.alone(reader -> remuneration.step(command, step));
    }

    /**
     * Lets another policy on payments bind, by a vote of the owners alone.
     *
     * @param command the caller's name for it, once in the community
     * @param policy the whole new policy
     * @param decision of the owners, with the policy among its papers
     * @param at when it is recorded
     * @return the course as it stands then, or every rule in the way
     */
    public Outcome<DisbursementPolicyCourse> amendPayments(
            CommandId command, DisbursementPolicy policy, OwnersDecision decision, Instant at) {
        return book.alone(
                reader -> payments.step(command, course -> course.amend(policy, decision, at)));
    }

    /**
     * Executes a year's budget by one of its commands; what was spent is read from the book handed
     * in, which nobody writes meanwhile.
     *
     * @param year for example 2025
     * @param command the caller's name for it, once in the community
     * @param step for example {@code (budget, book) -> budget.transfer(paper, authority,
     *     budget.budget().spent(book, line), at)}
     * @return the year as it stands then, or every rule in the way
     */
    public Outcome<BudgetYear> execute(
            int year,
            CommandId command,
            BiFunction<BudgetYear, BookReader, Outcome<BudgetYear>> step) {
        Course<BudgetEvent, BudgetYear> course = years.get(year);
        return course == null
                ? Outcome.refused(Ruling.of(yearOpen(year, false)))
                : book.alone(reader -> course.step(command, before -> step.apply(before, reader)));
    }

    /**
     * Changes who may sign, under two keys: none of them is switched off by anything else.
     *
     * @param command the caller's name for it, once in the community
     * @param order what is to change
     * @param approvals the two signatures over it
     * @param at when it takes effect
     * @return the keys as they stand then, or every rule in the way
     */
    public Outcome<KeyHistory> changeKeys(
            CommandId command, KeyChangeOrder order, List<Approval> approvals, Instant at) {
        return book.alone(
                reader -> keys.step(command, history -> history.change(order, approvals, at)));
    }
}
