package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * Within how many working days of its receipt public income must be with the maintenance fund
 * (公共收益存入期限), for example 15.
 *
 * <p>Source: a place may ask for it; Taizhou's regulation on property management art. 45 para. 2
 * (2021, read) gives developers and their firms 15 working days of the early stage. The number and
 * the split are the place's data; there is none by default.
 *
 * @param fromInclusive the first day whose income counts
 * @param workingDays after the day of receipt, 1 to {@link #MAX_WORKING_DAYS}
 * @param split the share of the net income
 * @since 0.1.0
 */
public record IncomeDeadline(LocalDate fromInclusive, int workingDays, IncomeSplit split) {

    /** The most working days. */
    public static final int MAX_WORKING_DAYS = 250;

    /** Refuses a period that no rule has. */
    public IncomeDeadline {
        if (workingDays < 1 || workingDays > MAX_WORKING_DAYS) {
            throw new IllegalArgumentException(workingDays + " working days");
        }
    }

    /**
     * The last day to pass on what was received on a day.
     *
     * @param received the day of receipt, not counted
     * @param calendar the rest days
     * @return the deadline
     */
    public Deadline deadline(LocalDate received, HolidayCalendar calendar) {
        return Deadline.after(received, workingDays, Deadline.Unit.WORKING_DAYS, calendar);
    }

    /**
     * What should have passed before a day and has not.
     *
     * @param book the book as it stands
     * @param day the day
     * @param calendar the rest days
     * @return of what was received on days whose deadline is over, the share less all that was
     *     passed; at least zero
     */
    public Money outstanding(BookReader book, LocalDate day, HolidayCalendar calendar) {
        LocalDate due = lastDue(day, calendar);
        if (due.isBefore(fromInclusive)) {
            return Money.ofFen(0);
        }
        Money owed = split.toFund(PublicIncomeAccount.of(book, fromInclusive, due).net());
        Money passed = PublicIncomeAccount.of(book, fromInclusive, day).passed();
        return owed.minus(passed).atLeastZero();
    }

    /** The last day of receipt whose deadline is over on a day. */
    private LocalDate lastDue(LocalDate day, HolidayCalendar calendar) {
        LocalDate received = day;
        while (!deadline(received, calendar).lastDay().isBefore(day)) {
            received = received.minusDays(1);
        }
        return received;
    }

    /**
     * Whether the share has passed in time.
     *
     * @param book the book as it stands
     * @param day the day asked about
     * @param calendar the rest days
     * @return one finding, met or not
     */
    public Finding judge(BookReader book, LocalDate day, HolidayCalendar calendar) {
        Money outstanding = outstanding(book, day, calendar);
        return RuleCheck.of(
                FundRule.INCOME_PASSED_IN_TIME,
                !outstanding.isPositive(),
                "day",
                day,
                "outstanding",
                outstanding);
    }
}
