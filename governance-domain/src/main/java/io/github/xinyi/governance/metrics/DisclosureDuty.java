package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.Stage;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that must be disclosed by a day, for example the accounts of the second quarter by
 * 2025-07-15.
 *
 * @param community whose duty it is
 * @param id its name there, for example {@code 2025-Q2-ACCOUNTS}
 * @param dueOn the last day on which it is in time
 * @param disclosedOn the day; {@link LocalDate#MAX} while it is not disclosed
 * @since 0.1.0
 */
public record DisclosureDuty(
        CommunityId community, String id, LocalDate dueOn, LocalDate disclosedOn) {

    /** The most days that accounts may have after the end of their period: a year. */
    public static final int MAX_DAYS = 366;

    /**
     * The displays that a procedure owes by a day, each due as its stage has it.
     *
     * @param history of the procedure, whole
     * @param calendar the rest days
     * @return one duty a display with a last day, such as {@code 2025-P-01/decision-disclosure}; a
     *     display becomes due once the stage before it is taken
     * @throws IllegalArgumentException if no commands could have made the history
     */
    public static List<DisclosureDuty> ofProcedure(
            List<? extends ProcedureEvent> history, HolidayCalendar calendar) {
        Procedure procedure = Procedure.from(history);
        Map<String, LocalDate> posted = new HashMap<>();
        for (ProcedureEvent event : history) {
            if (event instanceof DisclosurePosted display) {
                posted.put(
                        display.stage(), LocalDate.ofInstant(display.occurredAt(), Meeting.ZONE));
            }
        }
        List<DisclosureDuty> duties = new ArrayList<>();
        for (Stage stage : procedure.stages()) {
            if (stage.kind() == Stage.Kind.DISCLOSURE) {
                procedure
                        .deadline(stage, calendar)
                        .ifPresent(
                                due ->
                                        duties.add(
                                                new DisclosureDuty(
                                                        procedure.community(),
                                                        procedure.id() + "/" + stage.id(),
                                                        due.lastDay(),
                                                        posted.getOrDefault(
                                                                stage.id(), LocalDate.MAX))));
            }
        }
        return duties;
    }

    /**
     * The accounts of a period, by the days on which accounts were published, for example those of
     * the checkpoints of a book; what is published shows everything up to its day.
     *
     * @param community whose accounts
     * @param periodEnd the last day of the period, such as 2025-03-31
     * @param withinDays how many days later the accounts are due, 1 to {@link #MAX_DAYS}
     * @param published all days on which accounts were published, in any order
     * @return the duty {@code ACCOUNTS-2025-03-31}, met by the first publication after the period
     * @throws IllegalArgumentException if there are fewer or more days
     */
    public static DisclosureDuty ofAccounts(
            CommunityId community,
            LocalDate periodEnd,
            int withinDays,
            Collection<LocalDate> published) {
        if (withinDays < 1 || withinDays > MAX_DAYS) {
            throw new IllegalArgumentException("due after " + withinDays + " days");
        }
        return new DisclosureDuty(
                community,
                "ACCOUNTS-" + periodEnd,
                periodEnd.plusDays(withinDays),
                published.stream()
                        .filter(periodEnd::isBefore)
                        .min(LocalDate::compareTo)
                        .orElse(LocalDate.MAX));
    }

    Count on(LocalDate day) {
        if (dueOn.isAfter(day)) {
            return Count.NOT_YET_DUE;
        }
        if (disclosedOn.isAfter(day)) {
            return Count.NOT_DISCLOSED;
        }
        return disclosedOn.isAfter(dueOn) ? Count.LATE : Count.COUNTED;
    }
}
