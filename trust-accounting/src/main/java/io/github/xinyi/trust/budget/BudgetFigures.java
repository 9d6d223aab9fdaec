package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the lines of a budget come to by what has happened in its year. */
record BudgetFigures(AdoptedBudget budget, BudgetPolicy policy, List<BudgetEvent> events) {

    <E extends BudgetEvent> Stream<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    Stream<BudgetPaper> grants(Predicate<Authority.Name> by) {
        return Stream.concat(
                of(BudgetEvent.OverrunGranted.class)
                        .filter(e -> by.test(e.authority()))
                        .map(e -> e.paper()),
                of(BudgetEvent.EmergencyConfirmed.class)
                        .filter(e -> by.test(e.authority()))
                        .map(e -> e.paper()));
    }

    Stream<BudgetPaper> transfers(Predicate<Authority.Name> by) {
        return of(BudgetEvent.Transferred.class)
                .filter(e -> by.test(e.authority()))
                .map(e -> e.paper());
    }

    /** What was declared by a moment, is not confirmed, and had not lapsed then. */
    private Stream<BudgetPaper> pending(Instant at) {
        List<BudgetPaper> confirmed =
                of(BudgetEvent.EmergencyConfirmed.class).<BudgetPaper>map(e -> e.paper()).toList();
        return of(BudgetEvent.EmergencyDeclared.class)
                .filter(e -> !e.occurredAt().isAfter(at))
                .filter(e -> !dayOf(at).isAfter(lastDayToConfirm(e)))
                .<BudgetPaper>map(e -> e.paper())
                .filter(paper -> !confirmed.contains(paper));
    }

    LocalDate lastDayToConfirm(BudgetEvent.EmergencyDeclared declared) {
        return dayOf(declared.occurredAt()).plusDays(policy.emergencyDays());
    }

    /** The promises that are neither kept nor given up. */
    Stream<BudgetEvent.Committed> promises() {
        List<String> released = of(BudgetEvent.Released.class).map(e -> e.id()).toList();
        return of(BudgetEvent.Committed.class).filter(e -> !released.contains(e.id()));
    }

    static long sum(Stream<? extends BudgetPaper> papers) {
        return papers.mapToLong(BudgetPaper::amountMinor).sum();
    }

    /** What a line may come to at a moment. */
    Money limit(BudgetLine line, Instant at) {
        return confirmedLimit(line)
                .plus(Money.ofFen(sum(pending(at).filter(p -> p.line().equals(line.code())))));
    }

    /** What a line may come to without the emergencies that nobody has confirmed. */
    Money confirmedLimit(BudgetLine line) {
        String code = line.code();
        long more =
                sum(
                        Stream.concat(transfers(any -> true), grants(any -> true))
                                .filter(paper -> paper.line().equals(code)));
        long given =
                of(BudgetEvent.Transferred.class)
                        .map(BudgetEvent.Transferred::paper)
                        .filter(paper -> paper.from().equals(code))
                        .mapToLong(BudgetPaper::amountMinor)
                        .sum();
        return line.amount().plus(Money.ofFen(more - given));
    }

    /** What is promised of a line and not released. */
    Money committed(BudgetLine line) {
        return Money.ofFen(
                promises()
                        .filter(promise -> promise.line().equals(line.code()))
                        .mapToLong(BudgetEvent.Committed::amountMinor)
                        .sum());
    }

    /** What was paid above a line on some days; days without gap add up to the whole. */
    Money aboveBetween(BookReader book, BudgetLine line, LocalDate from, LocalDate to, Instant at) {
        return aboveStill(book, line, to, at)
                .minus(aboveStill(book, line, from.minusDays(1), at))
                .atLeastZero();
    }

    /** What was paid above the line until a day, less what has come back since. */
    private Money aboveStill(BookReader book, BudgetLine line, LocalDate day, Instant at) {
        Money then = above(book, line, day, at);
        Money now = above(book, line, lastDay(), at);
        return then.compareTo(now) < 0 ? then : now;
    }

    Money above(BookReader book, BudgetLine line, LocalDate day, Instant at) {
        return budget.paid(book, line, day).minus(limit(line, at)).atLeastZero();
    }

    LocalDate lastDay() {
        return LocalDate.of(policy.year(), 12, 31);
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(Meeting.ZONE).toLocalDate();
    }
}
