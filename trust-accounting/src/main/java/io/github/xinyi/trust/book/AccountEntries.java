package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

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

    private AccountEntries() {}

    /**
     * The entries of a book that have a posting on a side of an account.
     *
     * @param book the book as it stands
     * @param account the account
     * @param side the side
     * @return each once, in the order of the log
     */
    public static List<EntryDraft> of(BookReader book, AccountCode account, Side side) {
        Deque<EntryDraft> entries = new ArrayDeque<>();
        latestFirst(book, account, side).forEachRemaining(entries::addFirst);
        return List.copyOf(entries);
    }

    /** The same against the order of the log; none is looked for before it is asked for. */
    static Iterator<EntryDraft> latestFirst(BookReader book, AccountCode account, Side side) {
        return new LatestFirst(book, account, side);
    }

    /** Halves the log, since a book tells sums at any size and has no list of an account. */
    private static final class LatestFirst implements Iterator<EntryDraft> {

        /** So many records are read rather than halved once more. */
        private static final int PAGE = 16;

        private final BookReader book;
        private final AccountCode account;
        private final Side side;
        private final Deque<Stretch> unread = new ArrayDeque<>();
        private final Deque<EntryDraft> found = new ArrayDeque<>();

        /** A part of the log, and the sums at its ends. */
        private record Stretch(long from, Money sumFrom, long to, Money sumTo) {}

        LatestFirst(BookReader book, AccountCode account, Side side) {
            this.book = book;
            this.account = account;
            this.side = side;
            long size = book.frontier().size();
            unread.push(new Stretch(0, sumAt(0), size, sumAt(size)));
        }

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && !unread.isEmpty()) {
                look(unread.pop());
            }
            return !found.isEmpty();
        }

        @Override
        public EntryDraft next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no earlier entry on " + account);
            }
            return found.pop();
        }

        private void look(Stretch stretch) {
            if (stretch.sumFrom().equals(stretch.sumTo())) {
                return;
            }
            long from = stretch.from();
            long records = stretch.to() - from;
            if (records <= PAGE) {
                read(from, (int) records);
                return;
            }
            long middle = from + records / 2;
            Money sum = sumAt(middle);
            unread.push(new Stretch(from, stretch.sumFrom(), middle, sum));
            unread.push(new Stretch(middle, sum, stretch.to(), stretch.sumTo()));
        }

        private void read(long from, int records) {
            book.records(from, records).stream()
                    .flatMap(record -> record.asEntry().stream())
                    .map(record -> record.entry().draft())
                    .filter(draft -> draft.postings().stream().anyMatch(this::isOnSide))
                    .forEach(found::push);
        }

        private boolean isOnSide(Posting posting) {
            return posting.side() == side && posting.account().equals(account);
        }

        private Money sumAt(long size) {
            Balance balance = book.balanceAt(account, size);
            return side == Side.DEBIT ? balance.debits() : balance.credits();
        }
    }
}
