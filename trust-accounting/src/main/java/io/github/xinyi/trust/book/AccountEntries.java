package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that moved an account on one side, found by its sums: where the sum of the side is
 * the same at two places of the log, nothing between them is read. So a few entries of a long book
 * cost a few steps each.
 *
 * <p>Example: {@code AccountEntries.of(book, ChartOfAccounts.REMUNERATION_PAYABLE, Side.DEBIT)} is
 * every draw of remuneration.
 *
 * @since 0.1.0
 */
public final class AccountEntries {

    /** So many records are read rather than halved once more. */
    private static final int PAGE = 16;

    private final BookReader book;
    private final AccountCode account;
    private final Side side;
    private final List<EntryDraft> found = new ArrayList<>();

    private AccountEntries(BookReader book, AccountCode account, Side side) {
        this.book = book;
        this.account = account;
        this.side = side;
    }

    /**
     * The entries of a book that have a posting on a side of an account.
     *
     * @param book the book as it stands
     * @param account the account
     * @param side the side
     * @return each once, in the order of the log
     */
    public static List<EntryDraft> of(BookReader book, AccountCode account, Side side) {
        AccountEntries entries = new AccountEntries(book, account, side);
        long size = book.frontier().size();
        entries.find(0, entries.sumAt(0), size, entries.sumAt(size));
        return List.copyOf(entries.found);
    }

    private void find(long from, Money sumFrom, long to, Money sumTo) {
        if (sumFrom.equals(sumTo)) {
            return;
        }
        if (to - from <= PAGE) {
            read(from, (int) (to - from));
            return;
        }
        long middle = from + (to - from) / 2;
        Money sumMiddle = sumAt(middle);
        find(from, sumFrom, middle, sumMiddle);
        find(middle, sumMiddle, to, sumTo);
    }

    private void read(long from, int records) {
        book.records(from, records).stream()
                .flatMap(record -> record.asEntry().stream())
                .map(record -> record.entry().draft())
                .filter(draft -> draft.postings().stream().anyMatch(this::isOnSide))
                .forEach(found::add);
    }

    private boolean isOnSide(Posting posting) {
        return posting.side() == side && posting.account().equals(account);
    }

    private Money sumAt(long size) {
        Balance balance = book.balanceAt(account, size);
        return side == Side.DEBIT ? balance.debits() : balance.credits();
    }
}
