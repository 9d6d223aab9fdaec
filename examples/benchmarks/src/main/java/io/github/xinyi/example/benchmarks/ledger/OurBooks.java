package io.github.xinyi.example.benchmarks.ledger;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.BookWriter;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * Ours, with every rule, key, leaf and place in the tree: all callers post to the cash of one book,
 * or each to books of its own.
 */
final class OurBooks implements Contestant {

    private static final Instant AT = Instant.parse("2025-03-01T02:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private final BookWriter writer;
    private final BookStore store;
    private final String prefix;
    private final int booksPerCaller;
    private final int entriesPerCall;
    private final AtomicLong callers = new AtomicLong();

    private OurBooks(
            BookWriter writer,
            BookStore store,
            String prefix,
            int booksPerCaller,
            int entriesPerCall) {
        this.writer = writer;
        this.store = store;
        this.prefix = prefix;
        this.booksPerCaller = booksPerCaller;
        this.entriesPerCall = entriesPerCall;
    }

    /** One hot book, in tables that are made if need be. */
    static OurBooks hot(DataSource source, String book, int entriesPerCall) {
        return hot(source, book, entriesPerCall, UnaryOperator.identity());
    }

    /** One hot book, reached through something. */
    static OurBooks hot(
            DataSource source, String book, int entriesPerCall, UnaryOperator<BookStore> through) {
        BookWriter writer = JdbcStores.on(source).migrate().bookWriter();
        return new OurBooks(writer, through.apply(writer), book, 0, entriesPerCall);
    }

    /** Many books, each caller posting to its own in turn. */
    static OurBooks many(DataSource source, int booksPerCaller) {
        BookWriter writer = JdbcStores.on(source).migrate().bookWriter();
        return new OurBooks(writer, writer, "many", booksPerCaller, 1);
    }

    @Override
    public Call caller(int number) {
        long unique = callers.incrementAndGet();
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < Math.max(1, booksPerCaller); i++) {
            String id = booksPerCaller == 0 ? prefix : prefix + "-" + number + "-" + i;
            books.add(new Book(CommunityId.of(id), ChartOfAccounts.standard(), store));
        }
        long[] posted = {0};
        return () -> {
            Book book = books.get((int) (posted[0] % books.size()));
            if (entriesPerCall == 1) {
                EntryDraft draft = draft(unique, posted[0]++);
                require(book.post(draft, AT).isAccepted());
            } else {
                require(book.postAll(drafts(unique, posted), AT).isAccepted());
            }
        };
    }

    private List<EntryDraft> drafts(long caller, long[] posted) {
        List<EntryDraft> drafts = new ArrayList<>(entriesPerCall);
        for (int i = 0; i < entriesPerCall; i++) {
            drafts.add(draft(caller, posted[0]++));
        }
        return drafts;
    }

    /** Posts so many entries at once as go, to have a long book. */
    void fill(long entries) {
        Book book = new Book(CommunityId.of(prefix), ChartOfAccounts.standard(), store);
        long unique = callers.incrementAndGet();
        for (long from = 0; from < entries; from += Book.MAX_TOGETHER) {
            List<EntryDraft> drafts = new ArrayList<>();
            for (long i = from; i < Math.min(entries, from + Book.MAX_TOGETHER); i++) {
                drafts.add(draft(unique, i));
            }
            require(book.postAll(drafts, AT).isAccepted());
        }
    }

    BookStore store() {
        return store;
    }

    private static void require(boolean accepted) {
        if (!accepted) {
            throw new IllegalStateException("an entry was refused");
        }
    }

    /** What the first entries of a caller come to, in fen. */
    static long sum(long entries) {
        return LongStream.range(0, entries).map(OurBooks::fen).sum();
    }

    private static long fen(long number) {
        return number % 900 + 1;
    }

    static EntryDraft draft(long caller, long number) {
        Money amount = Money.ofFen(fen(number));
        return EntryDraft.of(
                        EntryId.of("c" + caller + "/" + number),
                        EntryKind.OPENING,
                        DAY,
                        new SourceDocument("voucher", "V" + number),
                        Salt.of(CanonicalBytes.part().u64(caller).u64(number).sha256()))
                .narrative("期初结余第" + number + "笔")
                .postings(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(
                                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), amount));
    }

    @Override
    public int entriesPerCall() {
        return entriesPerCall;
    }

    @Override
    public void close() {
        writer.close();
    }
}
