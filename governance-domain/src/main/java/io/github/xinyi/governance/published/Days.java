package io.github.xinyi.governance.published;

import io.github.xinyi.governance.voting.RuleSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days on which something may have happened as far as a notice tells, for example all of March
 * for {@code 2022-03}.
 *
 * @param earliest inclusive
 * @param latest inclusive, not before {@code earliest}
 * @since 0.1.0
 */
public record Days(LocalDate earliest, LocalDate latest) {

    /** The notice does not tell. */
    public static final Days UNTOLD = new Days(LocalDate.MIN, LocalDate.MAX);

    /** Refuses a range without a day. */
    public Days {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("from " + earliest + " to " + latest);
        }
    }

    /**
     * One day.
     *
     * @param day for example {@code 2022-03-05}
     * @return the range of that day alone
     */
    public static Days on(LocalDate day) {
        return new Days(day, day);
    }

    /**
     * Reads a day, a month or a year; what is printed is the precision.
     *
     * @param text for example {@code "2022-03-05"}, {@code "2022-03"} or {@code "2022"}
     * @return the days that it may be
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Days parse(String text) {
        try {
            if (text.matches("[0-9]{4}")) {
                Year year = Year.parse(text);
                return new Days(year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
            if (text.matches("[0-9]{4}-[0-9]{2}")) {
                YearMonth month = YearMonth.parse(text);
                return new Days(month.atDay(1), month.atEndOfMonth());
            }
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return on(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day: " + text, e);
        }
        throw new IllegalArgumentException("not a day, month or year: " + text);
    }

    boolean meets(RuleSet rules) {
        return earliest.isBefore(rules.period().endExclusive())
                && !latest.isBefore(rules.period().startInclusive());
    }

    /** Those of these days on which the rule set governs; it must {@link #meets meet} them. */
    Days under(RuleSet rules) {
        LocalDate first = rules.period().startInclusive();
        LocalDate end = rules.period().endExclusive();
        return new Days(
                earliest.isBefore(first) ? first : earliest,
                latest.isBefore(end) ? latest : end.minusDays(1));
    }

    /** The fewest days from some day here to some day there; below zero if that may be earlier. */
    long fewestTo(Days later) {
        return ChronoUnit.DAYS.between(latest, later.earliest);
    }

    /** The most days from some day here to some day there. */
    long mostTo(Days later) {
        return ChronoUnit.DAYS.between(earliest, later.latest);
    }

    /** For example {@code 2022-03-01..2022-03-31}; an open end is left out. */
    @Override
    public String toString() {
        if (earliest.equals(latest)) {
            return earliest.toString();
        }
        String from = earliest.equals(LocalDate.MIN) ? "" : earliest.toString();
        String to = latest.equals(LocalDate.MAX) ? "" : latest.toString();
        return from.isEmpty() && to.isEmpty() ? "-" : from + ".." + to;
    }
}
