package io.github.xinyi.governance.law;

import io.github.xinyi.governance.law.Deadline.Unit;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How the last days of periods are found: by a calendar of rest days, or in plain days where none
 * is at hand, for example {@code DeadlineCount.by(calendar).after(elected, 30, Unit.DAYS)}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class DeadlineCount {

    private static final DeadlineCount PLAIN = new DeadlineCount(null);

    private final @Nullable HolidayCalendar calendar;

    private DeadlineCount(@Nullable HolidayCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Without a calendar; Civil Code 203 is not applied.
     *
     * @return the count of {@link Deadline#plain}
     */
    public static DeadlineCount plain() {
        return PLAIN;
    }

    /**
     * By a calendar.
     *
     * @param calendar the rest days
     * @return the count of {@link Deadline#after}
     */
    public static DeadlineCount by(HolidayCalendar calendar) {
        return new DeadlineCount(calendar);
    }

    /**
     * The last day of a period that runs from a day on.
     *
     * @param start the day on which it begins, not counted
     * @param length for example 30, from 1 to {@link Deadline#MAX_LENGTH}
     * @param unit days, months or years
     * @return the deadline
     * @throws IllegalArgumentException if the length or the unit is another
     */
    public Deadline after(LocalDate start, int length, Unit unit) {
        return calendar == null
                ? Deadline.plain(start, length, unit)
                : Deadline.after(start, length, unit, calendar);
    }

    /**
     * The edition of the calendar by which is counted.
     *
     * @return as {@link HolidayCalendar#edition} has it; {@code -} without one
     */
    public String edition() {
        return calendar == null ? "-" : calendar.edition();
    }

    /**
     * The working days (工作日) after one day up to another.
     *
     * @param start not counted
     * @param last counted
     * @return 0 where {@code last} is not after {@code start}; nothing without a calendar, or with
     *     one that does not tell of every day between
     */
    public OptionalLong workingDays(LocalDate start, LocalDate last) {
        if (calendar == null) {
            return OptionalLong.empty();
        }
        HolidayCalendar days = calendar;
        LocalDate first = start.plusDays(1);
        boolean known =
                last.isBefore(first)
                        || (days.known().contains(first) && days.known().contains(last));
        return known
                ? OptionalLong.of(
                        first.datesUntil(last.isBefore(first) ? first : last.plusDays(1))
                                .filter(day -> !days.isRestDay(day))
                                .count())
                : OptionalLong.empty();
    }
}
