package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import io.github.xinyi.governance.ruling.Due;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stage that an urgent repair went before, and whether it has been made up (补办) as a day has it,
 * for example the vote, due by 2025-06-20, made up two days late.
 *
 * <p>Civil Code art. 281 para. 2 lets the repair come first and sets no day for the rest: that each
 * stage is made up is our reading, and by when, in days after the repair, is its table's alone.
 * After a decision was revoked the vote, and what follows it, is owed from the day on which that
 * was noted.
 *
 * @param stage which one
 * @param finding met where it was made up in time; not met where it is overdue or was made up late;
 *     pending while there is time; undetermined while it is open and its table sets no day, or
 *     where a holiday that the calendar does not tell of may still decide
 * @since 0.1.0
 */
public record CompletionDuty(Stage stage, RuleCheck finding) {

    private static final String NOT_DONE = "-";

    static CompletionDuty of(
            Stage stage,
            LocalDate since,
            LocalDate done,
            LocalDate today,
            HolidayCalendar calendar) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("stage", stage.id());
        evidence.put("since", since.toString());
        if (stage.makeUpDays() == 0) {
            boolean open = done.isAfter(today);
            evidence.put("done", open ? NOT_DONE : done.toString());
            Verdict verdict = open ? Verdict.UNDETERMINED : Verdict.MET;
            return new CompletionDuty(
                    stage, new RuleCheck(ProcedureRule.COMPLETION_DAY, verdict, evidence));
        }
        Deadline deadline = Deadline.after(since, stage.makeUpDays(), Deadline.Unit.DAYS, calendar);
        RuleCheck due = Due.of(ProcedureRule.COMPLETION, deadline, done, today);
        evidence.putAll(due.evidence());
        return new CompletionDuty(stage, new RuleCheck(due.checked(), due.verdict(), evidence));
    }

    /**
     * Whether it is still to be made up.
     *
     * @return true until it is, in time or late
     */
    public boolean isOpen() {
        return NOT_DONE.equals(finding.evidence().get("done"));
    }
}
