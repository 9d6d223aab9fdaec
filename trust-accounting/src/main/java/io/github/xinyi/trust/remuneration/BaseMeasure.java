package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a base amounts to in a period, by the book or the budget. What comes back of it on a day of
 * another firm is of the day on which it came in.
 *
 * @param days those of the contract, as far as they are asked for
 * @param back what came back until then and crosses from one firm's days to another's
 */
record BaseMeasure(
        BookReader book, List<AdoptedBudget> budgets, Days days, List<ComesBack.Part> back) {

    private static final int PAGE = 1_000;

    /** Nothing is dated later. */
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    /**
     * The days on which a firm serves.
     *
     * @param last the last of them
     * @param asked the day at whose end the base is asked for
     */
    record Days(LocalDate first, LocalDate last, LocalDate asked) {

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        boolean isCrossed(ComesBack.Part part) {
            return !part.day().isAfter(asked) && has(part.day()) != has(part.of());
        }
    }

    /**
     * Postings of one kind that make up a base.
     *
     * @param account the account, or, where it ends with a dot, all that begin so
     * @param grows the side on which the base grows
     */
    private record Part(String account, EntryKind kind, Side grows) {

        /** Whether something came back, so that a reversal or a refund is among it. */
        boolean cameBack(Balance moved) {
            Money back = grows == Side.CREDIT ? moved.debits() : moved.credits();
            return back.isPositive() || (kind == EntryKind.REFUND && moved.credits().isPositive());
        }

        boolean has(AccountCode code) {
            return account.endsWith(".")
                    ? code.value().startsWith(account)
                    : code.value().equals(account);
        }

        Money signed(Money net) {
            return grows == Side.DEBIT ? net : net.negated();
        }
    }

    private static final List<Part> RECEIVED =
            List.of(
                    new Part(
                            ChartOfAccounts.FEES_RECEIVABLE.value(),
                            EntryKind.FEE_RECEIPT,
                            Side.CREDIT),
                    new Part(
                            ChartOfAccounts.FEES_RECEIVABLE.value(),
                            EntryKind.REFUND,
                            Side.CREDIT));
    private static final Part BILLED =
            new Part(ChartOfAccounts.FEE_INCOME.value(), EntryKind.BILL, Side.CREDIT);
    private static final Part SPENT = new Part("service.expense.", EntryKind.PAYMENT, Side.DEBIT);
    private static final Part PUBLIC =
            new Part("public.income.", EntryKind.PUBLIC_INCOME, Side.CREDIT);

    private static List<Part> parts(RemunerationBase base) {
        return switch (base) {
            case FEES_RECEIVED -> RECEIVED;
            case FEES_RECEIVABLE -> List.of(BILLED);
            case ACTUAL_EXPENDITURE -> List.of(SPENT);
            case FEES_RECEIVED_PLUS_PUBLIC_INCOME -> {
                List<Part> both = new ArrayList<>(RECEIVED);
                both.add(PUBLIC);
                yield both;
            }
            case BUDGET_EXPENDITURE -> List.of();
        };
    }

    static BaseMeasure of(
            BookReader book, List<AdoptedBudget> budgets, ContractLife life, LocalDate asked) {
        Days days =
                new Days(
                        life.contract().terms().startInclusive(),
                        life.lastServed().orElse(OPEN_END),
                        asked);
        BaseMeasure plain = new BaseMeasure(book, budgets, days, List.of());
        boolean crosses =
                life.ratioPeriods().stream()
                        .flatMap(period -> parts(period.terms().base()).stream())
                        .distinct()
                        .anyMatch(plain::mayCross);
        return crosses
                ? new BaseMeasure(
                        book,
                        budgets,
                        days,
                        ComesBack.in(book).stream().filter(days::isCrossed).toList())
                : plain;
    }

    /** Only where another firm went before or comes after is the log read for what crosses. */
    private boolean mayCross(Part part) {
        for (AccountCode account : accounts(part)) {
            Balance before = book.balanceOn(account, days.first().minusDays(1), Long.MAX_VALUE);
            boolean isFirst = before.equals(Balance.zero(account));
            boolean isLast = days.last().equals(OPEN_END);
            if ((!isFirst && cameBack(part, account, days.first(), days.last()))
                    || (!isLast && cameBack(part, account, days.last().plusDays(1), OPEN_END))) {
                return true;
            }
        }
        return false;
    }

    private boolean cameBack(Part part, AccountCode account, LocalDate from, LocalDate to) {
        return part.cameBack(book.turnover(account, part.kind(), from, to));
    }

    /** What came back in a period and came in before, or came in in it and came back later. */
    private List<Money> crossed(RemunerationPeriod period) {
        List<Money> crossed = new ArrayList<>();
        for (Part part : parts(period.base())) {
            for (ComesBack.Part there : back) {
                boolean isOthers = days.has(there.day());
                if (part.kind() == there.kind()
                        && part.has(there.account())
                        && period.has(isOthers ? there.day() : there.of())) {
                    Money signed = part.signed(there.net());
                    crossed.add(isOthers ? signed.negated() : signed);
                }
            }
        }
        return crossed;
    }

    Money of(RemunerationPeriod period) {
        Money sum =
                period.base() == RemunerationBase.BUDGET_EXPENDITURE
                        ? budgeted(period.fromInclusive(), period.toInclusive())
                        : Money.ofFen(0);
        for (Part part : parts(period.base())) {
            for (AccountCode account : accounts(part)) {
                Money net =
                        book.turnover(
                                        account,
                                        part.kind(),
                                        period.fromInclusive(),
                                        period.toInclusive())
                                .net();
                sum = sum.plus(part.signed(net));
            }
        }
        return crossed(period).stream().reduce(sum, Money::plus);
    }

    private List<AccountCode> accounts(Part part) {
        return part.account().endsWith(".")
                ? book.balances().stream().map(Balance::account).filter(part::has).toList()
                : List.of(AccountCode.of(part.account()));
    }

    /** Each movement by itself; what a budget has is one movement a calendar month. */
    List<Money> movements(RemunerationPeriod period) {
        if (period.base() == RemunerationBase.BUDGET_EXPENDITURE) {
            return period.months().stream().map(this::of).toList();
        }
        List<Money> movements = new ArrayList<>();
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            for (LogRecord record : page) {
                record.asEntry()
                        .map(entry -> entry.entry().draft())
                        .filter(draft -> period.has(draft.effectiveDate()))
                        .ifPresent(draft -> movements.add(moved(draft, parts(period.base()))));
            }
            next += page.size();
            page = book.records(next, PAGE);
        }
        movements.addAll(crossed(period));
        return movements;
    }

    private static Money moved(EntryDraft draft, List<Part> parts) {
        Money sum = Money.ofFen(0);
        for (Part part : parts) {
            for (Posting posting : draft.postings()) {
                if (part.kind() == draft.kind() && part.has(posting.account())) {
                    sum =
                            posting.side() == part.grows()
                                    ? sum.plus(posting.amount())
                                    : sum.minus(posting.amount());
                }
            }
        }
        return sum;
    }

    /** The year's lines, earned evenly over its days and never ahead of them. */
    private Money budgeted(LocalDate from, LocalDate to) {
        Money sum = Money.ofFen(0);
        for (AdoptedBudget budget : budgets) {
            LocalDate first = LocalDate.of(budget.content().year(), 1, 1);
            LocalDate start = from.isAfter(first) ? from : first;
            LocalDate last = LocalDate.of(budget.content().year(), 12, 31);
            LocalDate end = to.isBefore(last) ? to : last;
            long days = Math.max(0, ChronoUnit.DAYS.between(start, end) + 1);
            sum = sum.plus(part(total(budget), days, first.lengthOfYear()));
        }
        return sum;
    }

    private static Money total(AdoptedBudget budget) {
        return budget.content().lines().stream()
                .filter(line -> line.fundClass() == FundClass.SERVICE_FUND)
                .map(BudgetLine::amount)
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static Money part(Money total, long days, long daysOfYear) {
        BigInteger product = BigInteger.valueOf(total.minor()).multiply(BigInteger.valueOf(days));
        return Money.ofFen(product.divide(BigInteger.valueOf(daysOfYear)).longValueExact());
    }
}
