package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.SourceDocument;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings in the journals of earlier years, before a book goes live. */
final class Imports {

    private static final int PAGE = 100;

    private Imports() {}

    static List<Step> steps(
            BookReader book, YearMonth period, List<EntryDraft> drafts, LocalDate today) {
        Optional<EntryDraft> last = lastEntry(book);
        return drafts.stream()
                .map(draft -> Step.imported(draft, findings(last, period, draft, today)))
                .toList();
    }

    private static List<Finding> findings(
            Optional<EntryDraft> last, YearMonth period, EntryDraft draft, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.IMPORT_BEFORE_LIVE,
                        last.isEmpty() || isImported(last.get()),
                        "live",
                        last.filter(entry -> !isImported(entry))
                                .map(entry -> entry.id().value())
                                .orElse("")));
        findings.add(
                RuleCheck.of(
                        LedgerRule.IMPORT_FORWARD,
                        last.map(entry -> YearMonth.from(entry.effectiveDate()))
                                .filter(imported -> !imported.isBefore(period))
                                .isEmpty(),
                        "period",
                        period));
        findings.add(
                RuleCheck.of(
                        LedgerRule.IMPORT_OF_PERIOD,
                        YearMonth.from(draft.effectiveDate()).equals(period),
                        "day",
                        draft.effectiveDate(),
                        "period",
                        period));
        findings.add(
                RuleCheck.of(
                        LedgerRule.IMPORT_PAST,
                        period.atEndOfMonth().isBefore(today),
                        "period",
                        period,
                        "today",
                        today));
        return findings;
    }

    static boolean isImported(EntryDraft draft) {
        return draft.source().type().equals(SourceDocument.IMPORTED);
    }

    /** The last entry of the log, whatever records that are no entries stand after it. */
    private static Optional<EntryDraft> lastEntry(BookReader book) {
        long end = book.frontier().size();
        while (end > 0) {
            long from = Math.max(0, end - PAGE);
            Optional<EntryDraft> last =
                    book.records(from, (int) (end - from)).stream()
                            .flatMap(record -> record.asEntry().stream())
                            .map(there -> there.entry().draft())
                            .reduce((earlier, later) -> later);
            if (last.isPresent()) {
                return last;
            }
            end = from;
        }
        return Optional.empty();
    }
}
