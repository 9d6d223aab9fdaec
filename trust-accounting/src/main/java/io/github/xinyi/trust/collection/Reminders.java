package io.github.xinyi.trust.collection;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.receivable.Charge;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a bill may go to court or arbitration (起诉或仲裁): the payer was reminded of it, and a
 * reasonable time has passed. There is no other means: nobody may cut power, water, heat or gas.
 *
 * <p>Example: {@code new Reminders(position, List.of(day)).suit(30, today)}. Source: Civil Code
 * art. 944 paras. 2 and 3; the law knows no number of days.
 *
 * @param position the bill as it stands
 * @param reminded the days on which the payer was reminded of it (催告)
 * @since 0.1.0
 */
public record Reminders(Charge.Position position, List<LocalDate> reminded) {

    /** Copies the days. */
    public Reminders {
        reminded = List.copyOf(reminded);
    }

    /**
     * Whether a suit is open.
     *
     * @param reasonableDays the days after the reminder that are reasonable, 1 to 365, as agreed
     * @param today the day asked about
     * @return met, or what is missing
     * @throws IllegalArgumentException if the days are out of bounds
     */
    public Ruling suit(int reasonableDays, LocalDate today) {
        if (reasonableDays < 1 || reasonableDays > 365) {
            throw new IllegalArgumentException("days are not 1 to 365: " + reasonableDays);
        }
        LocalDate due = position.charge().due();
        boolean overdue = due.isBefore(today) && position.openMinor() > 0;
        boolean waited =
                reminded.stream()
                        .anyMatch(
                                day ->
                                        day.isAfter(due)
                                                && day.plusDays(reasonableDays).isBefore(today));
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                CollectionRule.OVERDUE,
                                overdue,
                                "bill",
                                position.charge().number(),
                                "due",
                                due),
                        RuleCheck.of(
                                CollectionRule.REMINDED,
                                waited,
                                "bill",
                                position.charge().number(),
                                "days",
                                reasonableDays));
        return new Ruling(findings);
    }
}
