package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A contract whose store asks a sound one and changes an answer. */
abstract class BrokenStore extends BookStoreContract {

    private final BookStore sound = new InMemoryBookStore();

    @Override
    protected int scripts() {
        return 1;
    }

    @Override
    protected int commands() {
        return 30;
    }

    @Override
    protected BookStore createStore() {
        return new BookStore() {
            @Override
            public <T> T write(CommunityId book, Function<BookSession, T> work) {
                return BrokenStore.this.write(book, work);
            }

            @Override
            public <T> T read(CommunityId book, Function<BookReader, T> work) {
                return BrokenStore.this.read(book, work);
            }
        };
    }

    BookStore sound() {
        return sound;
    }

    <T> T write(CommunityId book, Function<BookSession, T> work) {
        return sound.write(book, session -> work.apply(around(book, session)));
    }

    <T> T read(CommunityId book, Function<BookReader, T> work) {
        return sound.read(book, reader -> work.apply(around(book, reader)));
    }

    AskedBook around(CommunityId book, BookReader target) {
        return around(target);
    }

    AskedBook around(BookReader target) {
        return new AskedBook(target);
    }

    /** Shows every entry changed. */
    static class ChangedEntries extends AskedBook {

        private final UnaryOperator<LogRecord.OfEntry> change;

        ChangedEntries(BookReader target, UnaryOperator<LogRecord.OfEntry> change) {
            super(target);
            this.change = change;
        }

        @Override
        public Optional<LogRecord.OfEntry> entry(EntryId id) {
            return super.entry(id).map(change);
        }

        @Override
        public List<LogRecord> records(long fromIndex, int limit) {
            return super.records(fromIndex, limit).stream()
                    .map(
                            record ->
                                    record.<LogRecord>fold(
                                            change::apply, b -> b, c -> c, a -> a, x -> x))
                    .toList();
        }
    }

    static LogRecord.OfEntry with(LogRecord.OfEntry record, EntryDraft draft) {
        Entry there = record.entry();
        return new LogRecord.OfEntry(
                new Entry(there.book(), there.index(), there.recordedAt(), draft),
                record.leaf(),
                record.balancesAfter());
    }

    /** Every question and every append is a call of its own, beside those of others. */
    static class OneByOne extends AskedBook {

        private final BookStore store;
        private final CommunityId book;

        OneByOne(BookStore store, CommunityId book) {
            super(alwaysFresh(store, book));
            this.store = store;
            this.book = book;
        }

        @Override
        public void append(Appended appended) {
            store.write(
                    book,
                    session -> {
                        session.append(appended);
                        return true;
                    });
        }
    }

    static AskedBook alwaysFresh(BookStore store, CommunityId book) {
        return new Fresh(store, book);
    }

    /** Answers each question from the moment at which it is asked. */
    static class Fresh extends AskedBook {

        private final BookStore store;
        private final CommunityId book;

        Fresh(BookStore store, CommunityId book) {
            super(new AskedBook(Empty.READER));
            this.store = store;
            this.book = book;
        }

        private <T> T ask(Function<BookReader, T> question) {
            return store.read(book, question);
        }

        @Override
        public Frontier frontier() {
            return ask(BookReader::frontier);
        }

        @Override
        public Optional<LogRecord.OfEntry> entry(EntryId id) {
            return ask(reader -> reader.entry(id));
        }

        @Override
        public Optional<EntryId> reversalOf(EntryId id) {
            return ask(reader -> reader.reversalOf(id));
        }

        @Override
        public List<LogRecord> records(long fromIndex, int limit) {
            return ask(reader -> reader.records(fromIndex, limit));
        }

        @Override
        public Balance balance(AccountCode account) {
            return ask(reader -> reader.balance(account));
        }

        @Override
        public List<Balance> balances() {
            return ask(BookReader::balances);
        }

        @Override
        public Balance balanceAt(AccountCode account, long size) {
            return ask(reader -> reader.balanceAt(account, size));
        }

        @Override
        public Balance balanceOn(AccountCode account, LocalDate toInclusive, long size) {
            return ask(reader -> reader.balanceOn(account, toInclusive, size));
        }

        @Override
        public Optional<LocalDate> closedThrough() {
            return ask(BookReader::closedThrough);
        }

        @Override
        public List<AccountChange> accountChanges() {
            return ask(BookReader::accountChanges);
        }

        @Override
        public Balance turnover(AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
            return ask(reader -> reader.turnover(account, kind, from, to));
        }

        @Override
        public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
            return ask(reader -> reader.lastBatch(kind));
        }

        @Override
        public Hash read(NodeAddress address) {
            return ask(reader -> reader.read(address));
        }
    }

    /** Stands where nobody asks. */
    static final class Empty {
        static final BookReader READER =
                new InMemoryBookStore().read(CommunityId.of("none"), reader -> reader);
    }

    /** Adds up postings of the records that are counted. */
    static class AddedTurnover extends AskedBook {

        private final BiFunction<LogRecord.OfEntry, LocalDate[], Boolean> counted;

        AddedTurnover(
                BookReader target, BiFunction<LogRecord.OfEntry, LocalDate[], Boolean> counted) {
            super(target);
            this.counted = counted;
        }

        @Override
        public Balance turnover(AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
            Balance sum = Balance.zero(account);
            for (LogRecord record : BookReading.allRecords(target())) {
                List<Posting> postings =
                        record.fold(
                                e ->
                                        e.entry().draft().kind() == kind
                                                        && counted.apply(
                                                                e, new LocalDate[] {from, to})
                                                ? e.entry().draft().postings()
                                                : List.of(),
                                b -> List.of(),
                                c -> List.of(),
                                a -> List.of(),
                                x -> List.of());
                for (Posting posting : postings) {
                    sum = posting.account().equals(account) ? sum.plus(posting) : sum;
                }
            }
            return sum;
        }
    }

    static boolean within(LocalDate day, LocalDate[] range) {
        return !day.isBefore(range[0]) && !day.isAfter(range[1]);
    }
}
