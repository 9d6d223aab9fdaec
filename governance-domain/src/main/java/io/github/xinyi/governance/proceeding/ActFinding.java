package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An act for which a text gives so many days, for example filing a committee elected on 2024-12-05
 * within 30 days: plainly to 2025-01-04, a Saturday, and with the rest days to 2025-01-06.
 *
 * <p>The first day does not count, and a last day of rest moves to the day after the rest: Civil
 * Code arts. 201 and 203, whose use for the acts of a committee is our reading. Where no calendar
 * of rest days is at hand the days are plain and the finding says so.
 *
 * @param checked the rule
 * @param verdict what it says; undetermined for {@link Deadline#LONGEST_REST_DAYS} days after the
 *     plain last day where the calendar does not tell of it
 * @param from the day from which is counted
 * @param to the day of the act, or the day asked about where there was none yet
 * @param last the last day on which there is time
 * @param restDays whether rest days were looked at
 * @param calendar the edition of the calendar that was looked at; {@code -} without one
 * @param term the number of days with its source
 * @param basis the source and, where rest days were looked at, how days are counted
 * @since 0.1.0
 */
public record ActFinding(
        Rule checked,
        Verdict verdict,
        LocalDate from,
        LocalDate to,
        LocalDate last,
        RestDays restDays,
        String calendar,
        Term term,
        List<Citation> basis)
        implements Finding {

    /** Whether rest days moved the last day, or could have. */
    public enum RestDays {
        /** A calendar told of them: Civil Code art. 203 was applied. */
        APPLIED,
        /** No calendar was given: Civil Code art. 203 was not applied. */
        NOT_APPLIED,
        /** The calendar given does not know the days that decide. */
        UNKNOWN
    }

    /** Copies the sources. */
    public ActFinding {
        basis = List.copyOf(basis);
    }

    /** In plain days. */
    static ActFinding plain(Rule rule, LocalDate from, LocalDate to, Term term) {
        LocalDate last = from.plusDays(term.days());
        return new ActFinding(
                rule,
                to.isAfter(last) ? Verdict.NOT_MET : Verdict.MET,
                from,
                to,
                last,
                RestDays.NOT_APPLIED,
                "-",
                term,
                term.basis());
    }

    /** With the rest days of a calendar; a term of no days has no last day to be moved. */
    static ActFinding of(
            Rule rule, LocalDate from, LocalDate to, Term term, HolidayCalendar calendar) {
        if (term.days() == 0) {
            return plain(rule, from, to, term);
        }
        Deadline deadline = Deadline.after(from, term.days(), Deadline.Unit.DAYS, calendar);
        List<Citation> basis = new ArrayList<>(term.basis());
        deadline.basis().stream().map(Citation::asInterpretation).forEach(basis::add);
        return new ActFinding(
                rule,
                RevocationPeriod.inTime(deadline, to),
                from,
                to,
                deadline.lastDay(),
                deadline.isCalendarKnown() ? RestDays.APPLIED : RestDays.UNKNOWN,
                deadline.calendarEdition(),
                term,
                basis);
    }

    /** The same for what has not happened yet: open until the last day is over. */
    ActFinding whileOpen() {
        return new ActFinding(
                checked,
                verdict == Verdict.MET ? Verdict.PENDING : verdict,
                from,
                to,
                last,
                restDays,
                calendar,
                term,
                basis);
    }

    @Override
    public RuleCode rule() {
        return checked.code();
    }

    @Override
    public Map<String, String> evidence() {
        return Evidence.of("from", from)
                .and("to", to)
                .and("days", ChronoUnit.DAYS.between(from, to))
                .and("term", term.days())
                .and("last", last)
                .and("restDays", restDays)
                .and("calendar", calendar)
                .toMap();
    }
}
