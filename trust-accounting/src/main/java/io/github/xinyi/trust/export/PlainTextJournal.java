package io.github.xinyi.trust.export;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The book as a plain-text journal that hledger and ledger read.
 *
 * <p>It has every amount, households' too, and so is for the committee and its auditor, not for the
 * public; it names no unit and no text of a household's entry.
 *
 * @since 0.1.0
 */
public final class PlainTextJournal {

    private static final int PAGE = 1_000;

    /** Stands where a text stood. */
    static final String ERASED = "(text erased)";

    private final ChartOfAccounts chart;

    /**
     * An export of books with a chart.
     *
     * @param chart the accounts, which are declared first
     */
    public PlainTextJournal(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /**
     * Writes the whole book.
     *
     * @param book the book as it stands
     * @param out where to
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(BookReader book, Appendable out) {
        try {
            out.append("commodity CNY\n    format 1000.00 CNY\n\n");
            for (var account : chart.accounts()) {
                out.append("account ").append(name(account.code())).append('\n');
            }
            long next = 0;
            List<LogRecord> page = book.records(next, PAGE);
            while (!page.isEmpty()) {
                for (LogRecord record : page) {
                    out.append(record.asEntry().map(e -> text(e.entry())).orElse(""));
                }
                next += page.size();
                page = book.records(next, PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Entry entry) {
        boolean open = entry.draft().visibility().isOpen();
        StringBuilder text =
                new StringBuilder("\n")
                        .append(entry.draft().effectiveDate())
                        .append(" * (")
                        .append(entry.index())
                        .append(") ")
                        .append(entry.draft().kind());
        if (open && entry.draft().erased().isPresent()) {
            text.append(' ').append(ERASED);
        } else if (open && !entry.draft().narrative().isEmpty()) {
            text.append(' ').append(entry.draft().narrative().replaceAll("[;|\\s]+", " "));
        }
        text.append('\n');
        for (Posting posting : entry.draft().postings()) {
            text.append("    ")
                    .append(name(posting.account()))
                    .append("  ")
                    .append(posting.side() == Side.DEBIT ? "" : "-")
                    .append(posting.amount())
                    .append(' ')
                    .append(posting.amount().currency().getCurrencyCode())
                    .append('\n');
        }
        return text.toString();
    }

    private static String name(AccountCode account) {
        return account.value().replace('.', ':');
    }
}
