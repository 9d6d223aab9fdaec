package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureEvent;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.Stage;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.voting.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

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
     * The displays that a procedure owed by the end of a day, each due as its stage has it, from
     * what was on record then.
     *
     * <p>What follows the owners' decision is owed once for each decision. When one is noted as
     * revoked, what had fallen due on an earlier day stays as it was kept or missed, and what had
     * not falls away with it; what hung under it shows nothing of the next.
     *
     * @param history of the procedure; what came after the day is left aside
     * @param day the day, the same that the duties are then counted on
     * @param calendar the rest days
     * @return one duty a display with a last day, such as {@code 2025-P-01/decision-disclosure}, or
     *     {@code 2025-P-01/decision-disclosure/2} for the second decision; a display becomes due
     *     once the stage before it is taken; none before the procedure was opened
     * @throws IllegalArgumentException if no commands could have made the history up to the day
     */
    public static List<DisclosureDuty> ofProcedure(
            List<? extends ProcedureEvent> history, LocalDate day, HolidayCalendar calendar) {
        List<? extends ProcedureEvent> past = Moments.until(day, history);
        if (past.isEmpty()) {
            return List.of();
        }
        Procedure procedure = Procedure.from(past.subList(0, 1));
        List<DisclosureDuty> duties = new ArrayList<>();
        int decision = 1;
        for (ProcedureEvent event : past.subList(1, past.size())) {
            if (event instanceof OwnersDecisionRevoked) {
                LocalDate revoked = LocalDate.ofInstant(event.occurredAt(), Meeting.ZONE);
                underDecision(procedure, decision, calendar).stream()
                        .filter(duty -> duty.dueOn().isBefore(revoked))
                        .forEach(duties::add);
                decision++;
            }
            procedure = procedure.after(event);
        }
        List<Stage> before =
                procedure.stages().stream()
                        .takeWhile(stage -> stage.kind() != Kind.OWNERS_VOTE)
                        .toList();
        duties.addAll(owed(procedure, before, "", calendar));
        duties.addAll(underDecision(procedure, decision, calendar));
        return duties;
    }

    /** What follows the vote, as it stands by the decision of that number. */
    private static List<DisclosureDuty> underDecision(
            Procedure procedure, int decision, HolidayCalendar calendar) {
        List<Stage> after =
                procedure.stages().stream()
                        .dropWhile(stage -> stage.kind() != Kind.OWNERS_VOTE)
                        .toList();
        return owed(procedure, after, decision == 1 ? "" : "/" + decision, calendar);
    }

    private static List<DisclosureDuty> owed(
            Procedure procedure, List<Stage> stages, String suffix, HolidayCalendar calendar) {
        SortedMap<String, LocalDate> taken = procedure.publicView().taken();
        List<DisclosureDuty> duties = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.kind() == Kind.DISCLOSURE) {
                String id = procedure.id() + "/" + stage.id() + suffix;
                LocalDate shownOn = taken.getOrDefault(stage.id(), LocalDate.MAX);
                procedure
                        .deadline(stage, calendar)
                        .map(Deadline::lastDay)
                        .map(due -> new DisclosureDuty(procedure.community(), id, due, shownOn))
                        .ifPresent(duties::add);
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
