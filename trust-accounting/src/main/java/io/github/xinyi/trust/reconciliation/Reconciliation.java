package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bank statement matched with the book, line by line, by the bank's number and the amount.
 *
 * @param matchedLines how many lines have an entry of their number and amount
 * @param unmatchedLines the lines that have none
 * @param unmatchedEntries entries that move the cash without a line of their number and amount
 * @param bankBalance the balance after the statement's last line
 * @param bookBalance the cash of the book's accounts
 * @since 0.1.0
 */
public record Reconciliation(
        int matchedLines,
        List<BankLine> unmatchedLines,
        List<EntryId> unmatchedEntries,
        Money bankBalance,
        Money bookBalance) {

    private static final int PAGE = 1_000;

    /** Copies the lists. */
    public Reconciliation {
        unmatchedLines = List.copyOf(unmatchedLines);
        unmatchedEntries = List.copyOf(unmatchedEntries);
    }

    /**
     * Matches a statement with the book.
     *
     * @param book the book as it stands
     * @param cash the cash accounts that share the bank account
     * @param lines the statement's lines in the bank's order, at least one, each number once
     * @return the matches and what is left on either side
     */
    public static Reconciliation of(
            BookReader book, Collection<AccountCode> cash, List<BankLine> lines) {
        Map<String, BankLine> open = new HashMap<>();
        for (BankLine line : lines) {
            if (open.put(line.reference(), line) != null) {
                throw new IllegalArgumentException("the bank's number twice: " + line.reference());
            }
        }
        List<EntryId> unmatchedEntries = new ArrayList<>();
        Set<AccountCode> accounts = Set.copyOf(cash);
        Set<String> matched = new HashSet<>();
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            for (LogRecord record : page) {
                record.asEntry()
                        .ifPresent(
                                e -> match(e.entry(), accounts, open, matched, unmatchedEntries));
            }
            next += page.size();
            page = book.records(next, PAGE);
        }
        Money bookBalance =
                accounts.stream()
                        .map(account -> book.balance(account).net())
                        .reduce(Money.ofFen(0), Money::plus);
        return new Reconciliation(
                matched.size(),
                lines.stream().filter(line -> open.containsKey(line.reference())).toList(),
                unmatchedEntries,
                lines.get(lines.size() - 1).balanceAfter(),
                bookBalance);
    }

    private static boolean match(
            Entry entry,
            Set<AccountCode> cash,
            Map<String, BankLine> open,
            Set<String> matched,
            List<EntryId> unmatchedEntries) {
        boolean opening = entry.draft().kind() == EntryKind.OPENING;
        if (opening || movement(entry, cash).minor() == 0) {
            return false;
        }
        String reference = entry.draft().source().id();
        boolean onBankLine = entry.draft().source().type().equals(SourceDocument.BANK_LINE);
        BankLine line = onBankLine ? open.get(reference) : null;
        if (line == null || !line.amount().equals(movement(entry, cash))) {
            unmatchedEntries.add(entry.id());
            return false;
        }
        open.remove(reference);
        return matched.add(reference);
    }

    private static Money movement(Entry entry, Set<AccountCode> cash) {
        return entry.draft().postings().stream()
                .filter(posting -> cash.contains(posting.account()))
                .map(Reconciliation::signed)
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static Money signed(Posting posting) {
        return posting.side() == Side.DEBIT ? posting.amount() : posting.amount().negated();
    }

    /**
     * Whether the statement and the book say the same.
     *
     * @return true if nothing is left on either side and the balances are equal
     */
    public boolean isComplete() {
        return unmatchedLines.isEmpty()
                && unmatchedEntries.isEmpty()
                && bankBalance.equals(bookBalance);
    }
}
