package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether each outflow of a book is what a disbursement under two keys asked for. */
record OutflowAudit(Book book, DisbursementStore store) {

    private static final int PAGE = 1_000;

    private static final Set<EntryKind> OUTFLOWS =
            Arrays.stream(OutflowKind.values())
                    .map(Book::entryKindOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class)));

    /** Those that are not, in the order of the log. */
    List<EntryId> unaccounted() {
        return book.read(this::unaccounted);
    }

    private List<EntryId> unaccounted(BookReader reader) {
        ChartOfAccounts chart = book.chartIn(reader);
        List<EntryId> found = new ArrayList<>();
        long next = 0;
        List<LogRecord> page = reader.records(next, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(record -> record.asEntry().stream())
                    .map(LogRecord.OfEntry::entry)
                    .filter(entry -> isOutflow(entry.draft()) && !isAccounted(chart, entry))
                    .map(Entry::id)
                    .forEach(found::add);
            next += page.size();
            page = reader.records(next, PAGE);
        }
        return List.copyOf(found);
    }

    /** Of earlier books the keys are not here, and a reversal brings cash back. */
    private static boolean isOutflow(EntryDraft draft) {
        return OUTFLOWS.contains(draft.kind())
                && draft.reverses().isEmpty()
                && !draft.source().type().equals(SourceDocument.IMPORTED);
    }

    private boolean isAccounted(ChartOfAccounts chart, Entry entry) {
        return Book.orderPaidBy(entry.id())
                .flatMap(number -> store.find(book.id(), number))
                .filter(there -> there.approvals().size() >= 2)
                .map(there -> there.request().order())
                .filter(order -> Book.entryKindOf(order.kind()) == entry.draft().kind())
                .filter(order -> order.amount().equals(leaving(chart, entry.draft())))
                .isPresent();
    }

    private static Money leaving(ChartOfAccounts chart, EntryDraft draft) {
        return draft.postings().stream()
                .filter(posting -> posting.side() == Side.CREDIT)
                .filter(
                        posting ->
                                chart.find(posting.account()).orElseThrow().type()
                                        == AccountType.CASH)
                .map(Posting::amount)
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }
}
