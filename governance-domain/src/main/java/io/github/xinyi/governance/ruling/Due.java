package io.github.xinyi.governance.ruling;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.Deadline.RestDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a thing was done by a day, for example filed by 2024-04-01, done on 2024-04-02, one day
 * late.
 *
 * <p>The evidence is the last day, the day on which it was done, the days late, whether rest days
 * were looked at (Civil Code art. 203), and by which edition of the calendar.
 *
 * @since 0.1.0
 */
public final class Due {

    private Due() {}

    /**
     * The finding on a thing that has been done, as it stands on a day.
     *
     * @param rule the rule, with the sources of the period
     * @param deadline the last day and how it was found
     * @param done when it was done; after {@code today} it is not done yet
     * @param today the day asked about
     * @return met or not met; undetermined where it came late and a holiday that the calendar does
     *     not tell of may still have moved the last day
     */
    public static RuleCheck of(Rule rule, Deadline deadline, LocalDate done, LocalDate today) {
        return done.isAfter(today)
                ? of(rule, deadline, today)
                : finding(rule, deadline, done, Verdict.MET, done.toString());
    }

    /**
     * The finding on a thing that has not been done by a day.
     *
     * @param rule the rule, with the sources of the period
     * @param deadline the last day and how it was found
     * @param today the day asked about
     * @return pending while there is time, else not met, or undetermined as above
     */
    public static RuleCheck of(Rule rule, Deadline deadline, LocalDate today) {
        return finding(rule, deadline, today, Verdict.PENDING, "-");
    }

    private static RuleCheck finding(
            Rule rule, Deadline deadline, LocalDate until, Verdict inTime, String done) {
        long late = Math.max(0, ChronoUnit.DAYS.between(deadline.lastDay(), until));
        Verdict missed = deadline.isCertainOn(until) ? Verdict.NOT_MET : Verdict.UNDETERMINED;
        return new RuleCheck(
                rule.under(sources(rule, deadline)),
                late > 0 ? missed : inTime,
                Evidence.of("deadline", deadline.lastDay())
                        .and("done", done)
                        .and("late", late)
                        .and("rest", deadline.restDays())
                        .and("calendar", deadline.calendarEdition())
                        .toMap());
    }

    /** How the days were counted is cited where a calendar took part in it. */
    private static List<Citation> sources(Rule rule, Deadline deadline) {
        boolean looked =
                deadline.restDays() == RestDays.LOOKED_AT
                        || deadline.restDays() == RestDays.UNKNOWN;
        return looked
                ? Stream.concat(rule.basis().stream(), deadline.basis().stream()).toList()
                : rule.basis();
    }
}
