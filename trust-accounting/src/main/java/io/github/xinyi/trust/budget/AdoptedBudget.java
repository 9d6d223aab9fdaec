package io.github.xinyi.trust.budget;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.CostDebt;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A budget that the owners have adopted (已通过的预算); only {@link DraftBudget#adopt} makes one.
 *
 * @since 0.1.0
 */
public final class AdoptedBudget {

    private final DraftBudget content;
    private final OwnersDecision decision;

    AdoptedBudget(DraftBudget content, OwnersDecision decision) {
        this.content = content;
        this.decision = decision;
    }

    /**
     * What was adopted.
     *
     * @return community, year and lines
     */
    public DraftBudget content() {
        return content;
    }

    /**
     * What the owners adopted.
     *
     * @return the decision, with the label of where it was counted
     */
    public OwnersDecision decision() {
        return decision;
    }

    /**
     * The accounts that the chart needs for its lines.
     *
     * @return one expense account a line
     */
    public List<Account> accounts() {
        return content.lines().stream().map(BudgetLine::account).toList();
    }

    /**
     * A line by its code.
     *
     * @param code for example {@code SF-03}
     * @return empty if the budget has none
     */
    public Optional<BudgetLine> line(String code) {
        return content.lines().stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /**
     * What was spent on a line in the budget's year: what was paid under two keys, and the fees
     * that the bank took by itself. A fee is recorded whatever the line has left, since nobody can
     * refuse it; it leaves less to pay.
     *
     * @param book the book as it stands
     * @param line a line of this budget
     * @return each less reversed, at least zero: what came back of another year's payment or
     *     passing gives this year no more to spend; a cost that another class bears is in it until
     *     it is settled, as {@link #paid} says
     */
    public Money spent(BookReader book, BudgetLine line) {
        return paid(book, line, lastDay()).plus(fees(book, line));
    }

    /**
     * What a line bears beside a cost that is to come to it: with what it was relieved of before
     * and is not settled, as far as the cost does not take its place.
     */
    Money borneBeside(BookReader book, BudgetLine line, PassedCost cost, Money amount) {
        Money relieved = relieved(book, line, lastDay()).minus(amount).atLeastZero();
        return costs(book, line, lastDay())
                .plus(fees(book, line))
                .plus(
                        unsettled(
                                book,
                                line,
                                lastDay(),
                                relieved,
                                debt -> !debt.entry().id().equals(cost.passing())));
    }

    private Money fees(BookReader book, BudgetLine line) {
        return moved(book, line, EntryKind.BANK_FEE, lastDay()).atLeastZero();
    }

    /**
     * What was paid on a line under two keys in the budget's year until a day; fees of the bank are
     * not in it. What another class bears of it is in it still, as far as that class has not paid
     * it under two keys: nobody has more to spend by moving a cost.
     *
     * @param book the book as it stands
     * @param line a line of this budget
     * @param through the last day counted
     * @return paid less reversed, with what the line bears of another class's payments and without
     *     what another class bears of its own and has settled; at least zero
     */
    public Money paid(BookReader book, BudgetLine line, LocalDate through) {
        Money relieved = relieved(book, line, through);
        return costs(book, line, through)
                .plus(unsettled(book, line, through, relieved, debt -> true));
    }

    private Money costs(BookReader book, BudgetLine line, LocalDate through) {
        return moved(book, line, EntryKind.PAYMENT, through)
                .plus(moved(book, line, EntryKind.MISPLACED_COST, through))
                .atLeastZero();
    }

    private Money relieved(BookReader book, BudgetLine line, LocalDate through) {
        return moved(book, line, EntryKind.MISPLACED_COST, through).negated().atLeastZero();
    }

    /**
     * Of what a line was relieved of, so much as nobody has settled of its own costs: debts are
     * paid in their order, so that what passes later binds no line that is free.
     */
    private Money unsettled(
            BookReader book,
            BudgetLine line,
            LocalDate through,
            Money relieved,
            Predicate<CostDebt> counted) {
        if (!relieved.isPositive()) {
            return relieved;
        }
        Money unsettled =
                Dues.ofCosts().stream()
                        .filter(dues -> dues.creditor() == line.fundClass())
                        .map(dues -> CostDebt.of(book, dues, book.balance(dues.claim()).net()))
                        .flatMap(List::stream)
                        .filter(debt -> debt.relieves(line.expenseAccount()))
                        .filter(debt -> isWithin(debt.entry().effectiveDate(), through))
                        .filter(counted)
                        .map(CostDebt::unpaid)
                        .reduce(Money.zero(relieved.currency()), Money::plus);
        return relieved.compareTo(unsettled) < 0 ? relieved : unsettled;
    }

    private boolean isWithin(LocalDate day, LocalDate through) {
        return day.getYear() == content.year() && !day.isAfter(through);
    }

    private LocalDate lastDay() {
        return LocalDate.of(content.year(), 12, 31);
    }

    /** Without what was taken back in the year of another year's costs. */
    private Money moved(BookReader book, BudgetLine line, EntryKind kind, LocalDate through) {
        LocalDate first = LocalDate.of(content.year(), 1, 1);
        if (through.isBefore(first)) {
            return Money.zero(line.amount().currency());
        }
        LocalDate last = through.isAfter(lastDay()) ? lastDay() : through;
        Balance moved = book.turnover(line.expenseAccount(), kind, first, last);
        return mayTakeBack(kind, moved)
                ? moved.net()
                        .minus(
                                new OtherYearsCosts(line.expenseAccount(), first, last)
                                        .in(book, kind))
                : moved.net();
    }

    /** A cost is passed on either side; nothing else is a debit and takes something back. */
    private static boolean mayTakeBack(EntryKind kind, Balance moved) {
        return moved.credits().isPositive()
                || (kind == EntryKind.MISPLACED_COST && moved.debits().isPositive());
    }
}
