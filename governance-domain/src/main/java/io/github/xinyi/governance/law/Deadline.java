package io.github.xinyi.governance.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a period and how it was found, for example one year from 2024-02-29: counted to
 * 2025-02-28, a Friday, which is also the last day.
 *
 * <p>The day on which a period begins is not counted (Civil Code 201); months and years end on the
 * corresponding day, or on the month's last day (202); a last day on a 法定休假日 moves to the day after
 * the rest (203). Article 203 does not say whether that word includes the weekend. Here it does, as
 * the rest days that make-up days are taken from: where a weekend decides, its citation is marked
 * as our reading. Law or agreement may count otherwise (204). Immutable.
 *
 * @since 0.1.0
 */
public final class Deadline {

    /** The longest period, in its own unit. */
    public static final int MAX_LENGTH = 10_000;

    private static final List<Citation> CALENDAR_DAYS =
            List.of(Statutes.CIVIL_CODE.at(200), Statutes.CIVIL_CODE.at(201, 1));
    private static final Citation CORRESPONDING_DAY = Statutes.CIVIL_CODE.at(202);
    private static final Citation REST = Statutes.CIVIL_CODE.at(203, 1);

    /** No run of rest days is taken to be longer; our reading, in days. */
    public static final int LONGEST_REST_DAYS = 30;

    /** Whether the last day gave way to rest days (Civil Code 203). */
    public enum RestDays {
        /** The last day is no rest day of the calendar at hand. */
        LOOKED_AT,
        /** The calendar does not tell of the days that decide; a holiday may still move them. */
        UNKNOWN,
        /** There was no calendar, so article 203 was not applied. */
        NOT_APPLIED,
        /** Counted back from an event; rest days do not move the day. */
        NOT_MOVED
    }

    /** How the length is counted. */
    public enum Unit {
        /** Calendar days after the start. */
        DAYS,
        /** Calendar days before an event; rest days do not move the day. */
        DAYS_BEFORE,
        /** Months before an event, to the corresponding day; rest days do not move it. */
        MONTHS_BEFORE,
        /** Days that are no rest days. */
        WORKING_DAYS,
        /** Months, to the corresponding day. */
        MONTHS,
        /** Years, to the corresponding day. */
        YEARS
    }

    private final LocalDate start;
    private final int length;
    private final Unit unit;
    private final LocalDate counted;
    private final LocalDate lastDay;
    private final RestDays restDays;
    private final @Nullable HolidayCalendar calendar;
    private final List<Citation> basis;

    private Deadline(
            LocalDate start,
            int length,
            Unit unit,
            LocalDate counted,
            LocalDate lastDay,
            RestDays restDays,
            @Nullable HolidayCalendar calendar,
            List<Citation> basis) {
        this.start = start;
        this.length = length;
        this.unit = unit;
        this.counted = counted;
        this.lastDay = lastDay;
        this.restDays = restDays;
        this.calendar = calendar;
        this.basis = List.copyOf(basis);
    }

    /**
     * The last day of a period that runs from a day on.
     *
     * @param start the day on which it begins, not counted
     * @param length for example 30, from 1 to {@link #MAX_LENGTH}
     * @param unit any but those counted back
     * @param calendar the rest days
     * @return the deadline
     * @throws IllegalArgumentException if the length or the unit is another
     */
    public static Deadline after(LocalDate start, int length, Unit unit, HolidayCalendar calendar) {
        requireLength(length);
        return switch (unit) {
            case DAYS, MONTHS, YEARS ->
                    moved(start, length, unit, counted(start, length, unit), calendar);
            case WORKING_DAYS -> worked(start, length, calendar);
            case DAYS_BEFORE, MONTHS_BEFORE ->
                    throw new IllegalArgumentException("counted back: see before");
        };
    }

    /**
     * The last day of a period where no calendar is at hand, counted in plain days; article 203 is
     * not applied, and {@link #restDays} says so.
     *
     * @param start the day on which it begins, not counted
     * @param length for example 30, from 1 to {@link #MAX_LENGTH}
     * @param unit days, months or years
     * @return the deadline
     * @throws IllegalArgumentException if the length or the unit is another
     */
    public static Deadline plain(LocalDate start, int length, Unit unit) {
        requireLength(length);
        LocalDate last = counted(start, length, unit);
        return new Deadline(
                start, length, unit, last, last, RestDays.NOT_APPLIED, null, countedBy(unit));
    }

    private static LocalDate counted(LocalDate start, int length, Unit unit) {
        return switch (unit) {
            case DAYS -> start.plusDays(length);
            case MONTHS -> start.plusMonths(length);
            case YEARS -> start.plusYears(length);
            case WORKING_DAYS, DAYS_BEFORE, MONTHS_BEFORE ->
                    throw new IllegalArgumentException("not of plain days: " + unit);
        };
    }

    private static List<Citation> countedBy(Unit unit) {
        List<Citation> basis = new ArrayList<>(CALENDAR_DAYS);
        if (unit != Unit.DAYS) {
            basis.add(CORRESPONDING_DAY);
        }
        return basis;
    }

    /**
     * The last day on which something may be done that is due so many days before an event, as the
     * notice of a meeting is; plain calendar days, of which neither end is moved by a rest day.
     *
     * @param event for example the day of the meeting, 2024-12-20; it is not counted
     * @param days for example 15, from 1 to {@link #MAX_LENGTH}
     * @return for example 2024-12-05
     */
    public static Deadline before(LocalDate event, int days) {
        return before(event, days, Unit.DAYS_BEFORE, event.minusDays(days));
    }

    /**
     * The last day on which something may be done that is due so many months before an event, as
     * the report of a term's end is; no rest day moves it.
     *
     * @param event for example the end of the term, 2027-03-01; it is not counted
     * @param months for example 3, from 1 to {@link #MAX_LENGTH}
     * @return for example 2026-12-01
     */
    public static Deadline monthsBefore(LocalDate event, int months) {
        return before(event, months, Unit.MONTHS_BEFORE, event.minusMonths(months));
    }

    private static Deadline before(LocalDate event, int length, Unit unit, LocalDate day) {
        requireLength(length);
        List<Citation> basis =
                countedBy(unit == Unit.DAYS_BEFORE ? Unit.DAYS : Unit.MONTHS).stream()
                        .map(Citation::asInterpretation)
                        .toList();
        return new Deadline(event, length, unit, day, day, RestDays.NOT_MOVED, null, basis);
    }

    private static Deadline moved(
            LocalDate start, int length, Unit unit, LocalDate counted, HolidayCalendar calendar) {
        LocalDate lastDay = counted;
        boolean byWeekend = false;
        while (calendar.isRestDay(lastDay)) {
            byWeekend |= !calendar.holidays().contains(lastDay);
            lastDay = lastDay.plusDays(1);
        }
        List<Citation> basis = countedBy(unit);
        basis.add(byWeekend ? REST.asInterpretation() : REST);
        return new Deadline(
                start,
                length,
                unit,
                counted,
                lastDay,
                restDays(calendar, counted, lastDay),
                calendar,
                basis);
    }

    private static Deadline worked(LocalDate start, int length, HolidayCalendar calendar) {
        LocalDate day = start;
        for (int left = length; left > 0; left -= calendar.isRestDay(day) ? 0 : 1) {
            day = day.plusDays(1);
        }
        List<Citation> basis = new ArrayList<>(CALENDAR_DAYS);
        basis.add(REST.asInterpretation());
        RestDays known = restDays(calendar, start.plusDays(1), day);
        return new Deadline(start, length, Unit.WORKING_DAYS, day, day, known, calendar, basis);
    }

    private static RestDays restDays(HolidayCalendar calendar, LocalDate from, LocalDate until) {
        boolean known = calendar.known().contains(from) && calendar.known().contains(until);
        return known ? RestDays.LOOKED_AT : RestDays.UNKNOWN;
    }

    private static void requireLength(int length) {
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("length is not 1 to " + MAX_LENGTH + ": " + length);
        }
    }

    /**
     * The day from which it was counted.
     *
     * @return the start or the event, itself not counted
     */
    public LocalDate start() {
        return start;
    }

    /**
     * How many units it has.
     *
     * @return from 1 to {@link #MAX_LENGTH}
     */
    public int length() {
        return length;
    }

    /**
     * What was counted.
     *
     * @return for example {@link Unit#DAYS}
     */
    public Unit unit() {
        return unit;
    }

    /**
     * The last day before rest days were looked at.
     *
     * @return at most {@link #lastDay}
     */
    public LocalDate counted() {
        return counted;
    }

    /**
     * The last day on which there is still time, until midnight.
     *
     * @return never a rest day of a calendar that is known, unless counted back
     */
    public LocalDate lastDay() {
        return lastDay;
    }

    /**
     * Whether the calendar was known for the days that decide; otherwise only weekends were looked
     * at, and a holiday may still move the day.
     *
     * @return true where {@link #lastDay} stands
     */
    public boolean isCalendarKnown() {
        return restDays == RestDays.LOOKED_AT || restDays == RestDays.NOT_MOVED;
    }

    /**
     * Whether rest days were looked at.
     *
     * @return for example {@link RestDays#NOT_APPLIED}
     */
    public RestDays restDays() {
        return restDays;
    }

    /**
     * The edition of the calendar by which it was counted.
     *
     * @return as {@link HolidayCalendar#edition} has it; {@code -} where none was looked at
     */
    public String calendarEdition() {
        return calendar == null ? "-" : calendar.edition();
    }

    /**
     * Whether a day was in time, as far as the calendar can tell.
     *
     * @param day for example the day of a filing
     * @return false while the calendar is {@link RestDays#UNKNOWN} and the day lies within {@link
     *     #LONGEST_REST_DAYS} after the day counted, so that a holiday may still decide
     */
    public boolean isCertainOn(LocalDate day) {
        return restDays != RestDays.UNKNOWN
                || !day.isAfter(counted)
                || day.isAfter(counted.plusDays(LONGEST_REST_DAYS));
    }

    /**
     * Whether it is too late on a day.
     *
     * @param day for example the day on which a claim is made
     * @return true from the day after {@link #lastDay} on
     */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(lastDay);
    }

    /**
     * Whole days from a day to the last day.
     *
     * @param day for example today
     * @return 0 on the last day, negative after it
     */
    public long daysLeftOn(LocalDate day) {
        return ChronoUnit.DAYS.between(day, lastDay);
    }

    /**
     * The law by which it was counted.
     *
     * @return the articles used, each with its standing
     */
    public List<Citation> basis() {
        return basis;
    }

    /** For example {@code 2025-02-28 (1 YEARS from 2024-02-29)}. */
    @Override
    public String toString() {
        return lastDay + " (" + length + " " + unit + " from " + start + ")";
    }
}
