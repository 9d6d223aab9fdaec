package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.journal.LedgerRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules of closed periods. */
final class PeriodRules {

    private PeriodRules() {}

    /** A closed period takes nothing more: its corrections belong to an open one. */
    static List<Finding> period(BookReader book, LocalDate effectiveDate) {
        return book.closedThrough()
                .<List<Finding>>map(
                        closed ->
                                List.of(
                                        RuleCheck.of(
                                                LedgerRule.PERIOD_OPEN,
                                                effectiveDate.isAfter(closed),
                                                "day",
                                                effectiveDate,
                                                "closed",
                                                closed)))
                .orElseGet(List::of);
    }

    /** Every rule on a close. */
    static List<Finding> closing(BookReader book, LocalDate through, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_ENDS_MONTH,
                        PeriodClose.endsMonth(through),
                        "day",
                        through));
        book.closedThrough()
                .ifPresent(
                        closed ->
                                findings.add(
                                        RuleCheck.of(
                                                LedgerRule.CLOSE_FORWARD,
                                                through.isAfter(closed),
                                                "day",
                                                through,
                                                "closed",
                                                closed)));
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_OVER,
                        through.isBefore(today),
                        "day",
                        through,
                        "today",
                        today));
        return findings;
    }
}
