package io.github.xinyi.trust.export;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The book as a journal that beancount reads; it ends with the balance of every account, which
 * beancount then checks.
 *
 * <p>{@code service.expense.SF-01} becomes {@code Expenses:Service:Expense:SF-01}. It has every
 * amount, households' too, and so is for the committee and its auditor, not for the public; it
 * names no unit and no text of a household's entry.
 *
 * @since 0.1.0
 */
public final class BeancountJournal {

    private static final int PAGE = 1_000;
    private static final String FIRST_DAY = "1900-01-01";

    private final Map<AccountCode, String> names = new HashMap<>();

    /**
     * An export of books with a chart.
     *
     * @param chart the accounts
     * @throws IllegalArgumentException if two codes would have one name, or one begins a part with
     *     a hyphen, since beancount's accounts begin every part with a capital letter or a digit
     */
    public BeancountJournal(ChartOfAccounts chart) {
        for (Account account : chart.accounts()) {
            String name = name(account);
            if (names.containsValue(name) || name.contains(":-")) {
                throw new IllegalArgumentException("no name of its own for " + account.code());
            }
            names.put(account.code(), name);
        }
    }

    private static String name(Account account) {
        StringBuilder name = new StringBuilder(root(account));
        for (String part : account.code().value().split("\\.", -1)) {
            name.append(':')
                    .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return name.toString();
    }

    private static String root(Account account) {
        return switch (account.type()) {
            case CASH, RECEIVABLE -> "Assets";
            case LIABILITY -> "Liabilities";
            case FUND_BALANCE -> "Equity";
            case INCOME -> "Income";
            case EXPENSE -> "Expenses";
        };
    }

    /**
     * Writes the whole book.
     *
     * @param book the book as it stands
     * @param out where to
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalArgumentException if the book has an account that the chart lacks
     */
    public void write(BookReader book, Appendable out) {
        try {
            out.append("option \"operating_currency\" \"CNY\"\n\n");
            for (String name : new ArrayList<>(new TreeMap<>(names).values())) {
                out.append(FIRST_DAY + " open ").append(name).append(" CNY\n");
            }
            SortedMap<AccountCode, Money> balances = new TreeMap<>();
            LocalDate last = LocalDate.parse(FIRST_DAY);
            long next = 0;
            List<LogRecord> page = book.records(next, PAGE);
            while (!page.isEmpty()) {
                for (LogRecord record : page) {
                    for (LogRecord.OfEntry entry : record.asEntry().stream().toList()) {
                        out.append(text(entry.entry(), balances));
                        LocalDate day = entry.entry().draft().effectiveDate();
                        last = day.isAfter(last) ? day : last;
                    }
                }
                next += page.size();
                page = book.records(next, PAGE);
            }
            out.append('\n');
            for (Map.Entry<AccountCode, Money> balance : balances.entrySet()) {
                out.append(last.plusDays(1).toString())
                        .append(" balance ")
                        .append(name(balance.getKey()))
                        .append("  ")
                        .append(balance.getValue().toString())
                        .append(" CNY\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String narration(EntryDraft draft) {
        return draft.erased().isPresent() ? PlainTextJournal.ERASED : draft.narrative();
    }

    private String text(Entry entry, SortedMap<AccountCode, Money> balances) {
        boolean open = entry.draft().visibility().isOpen();
        StringBuilder text =
                new StringBuilder("\n")
                        .append(entry.draft().effectiveDate())
                        .append(" * \"")
                        .append(entry.draft().kind())
                        .append("\" \"")
                        .append(open ? quoted(narration(entry.draft())) : "")
                        .append("\"\n  index: ")
                        .append(entry.index())
                        .append('\n');
        for (Posting posting : entry.draft().postings()) {
            Money amount =
                    posting.side() == Side.DEBIT ? posting.amount() : posting.amount().negated();
            balances.merge(posting.account(), amount, Money::plus);
            text.append("  ")
                    .append(name(posting.account()))
                    .append("  ")
                    .append(amount)
                    .append(" CNY\n");
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String name(AccountCode account) {
        String name = names.get(account);
        if (name == null) {
            throw new IllegalArgumentException("the chart lacks " + account);
        }
        return name;
    }
}
