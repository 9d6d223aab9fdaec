package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores that keep wrongly what they are given, in one way each. */
final class BrokenWrites {

    private BrokenWrites() {}

    /** Ends the call well whatever the work did, and throws only afterwards. */
    static class KeepsOnException extends BrokenStore {

        private record Ended<T>(List<T> answer, List<RuntimeException> failure) {}

        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            Ended<T> ended = super.write(book, session -> end(session, work));
            if (!ended.failure().isEmpty()) {
                throw ended.failure().get(0);
            }
            return ended.answer().get(0);
        }

        private static <T> Ended<T> end(BookSession session, Function<BookSession, T> work) {
            try {
                return new Ended<>(List.of(work.apply(session)), List.of());
            } catch (RuntimeException failed) {
                return new Ended<>(List.of(), List.of(failed));
            }
        }
    }

    /** Commits after each record. */
    static class KeepsEarlierEntries extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return work.apply(new BrokenStore.OneByOne(sound(), book));
        }
    }

    static class LeaksBalancesOnUndo extends BrokenStore {

        private final Map<AccountCode, Balance> leaked = new ConcurrentHashMap<>();

        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return super.write(
                    book,
                    session -> {
                        try {
                            return work.apply(session);
                        } catch (RuntimeException undone) {
                            ((AskedBook) session)
                                    .target()
                                    .balances()
                                    .forEach(balance -> leaked.put(balance.account(), balance));
                            throw undone;
                        }
                    });
        }

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    Balance leak = leaked.get(account);
                    return leak == null ? super.balance(account) : leak;
                }
            };
        }
    }

    static class WrapsExceptions extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            try {
                return super.write(book, work);
            } catch (RuntimeException failed) {
                throw new IllegalStateException("store failed", failed);
            }
        }
    }

    static class HidesWhatItAppends extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            long before = target.frontier().size();
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return super.entry(id).filter(record -> record.index() < before);
                }
            };
        }
    }

    static class WritesTogether extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return work.apply(new BrokenStore.OneByOne(sound(), book));
        }
    }

    /** Shows a write the balances of a copy that lags one record behind. */
    static class OverdrawsByLateBalances extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return sound().write(book, session -> work.apply(late(session)));
        }

        private static AskedBook late(BookSession session) {
            return new AskedBook(session) {
                @Override
                public Balance balance(AccountCode account) {
                    return super.balanceAt(account, Math.max(0, frontier().size() - 1));
                }
            };
        }
    }

    static class MovesWhileReading extends BrokenStore {
        @Override
        <T> T read(CommunityId book, Function<BookReader, T> work) {
            return work.apply(BrokenStore.alwaysFresh(sound(), book));
        }
    }

    /** Remembers a close from the moment it is appended, whether the call ends well or not. */
    static class KeepsAFailedClose extends BrokenStore {

        private volatile Optional<LocalDate> seen = Optional.empty();

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public void append(BookSession.Appended appended) {
                    appended.record()
                            .<Optional<LocalDate>>fold(
                                    e -> Optional.empty(),
                                    b -> Optional.empty(),
                                    c -> Optional.of(c.close().through()),
                                    a -> Optional.empty(),
                                    x -> Optional.empty())
                            .ifPresent(through -> seen = Optional.of(through));
                    super.append(appended);
                }

                @Override
                public Optional<LocalDate> closedThrough() {
                    return seen;
                }
            };
        }
    }

    /** A sequence of the database that an undone call has used up. */
    static class LeavesAGapAfterUndo extends BrokenStore {

        private volatile long gapAt = Long.MAX_VALUE;

        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            try {
                return super.write(book, work);
            } catch (RuntimeException undone) {
                gapAt = sound().read(book, reader -> reader.frontier().size());
                throw undone;
            }
        }

        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record -> {
                        Entry there = record.entry();
                        long index = there.index() >= gapAt ? there.index() + 1 : there.index();
                        return new LogRecord.OfEntry(
                                new Entry(there.book(), index, there.recordedAt(), there.draft()),
                                record.leaf(),
                                record.balancesAfter());
                    });
        }
    }

    static class ForgetsIdsOnReopen extends BrokenStore {

        private volatile long reopenedAt;

        @Override
        protected BookStore reopen(BookStore store) {
            reopenedAt = sound().read(CommunityId.of("S001"), reader -> reader.frontier().size());
            return store;
        }

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return super.entry(id).filter(record -> record.index() >= reopenedAt);
                }
            };
        }
    }

    static class MixesBooks extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return super.write(one(book), work);
        }

        @Override
        <T> T read(CommunityId book, Function<BookReader, T> work) {
            return super.read(one(book), work);
        }

        private static CommunityId one(CommunityId book) {
            return CommunityId.of(book.value().substring(0, 1));
        }
    }

    static class CachesBalances extends BrokenStore {

        private final Map<AccountCode, Balance> cache = new ConcurrentHashMap<>();

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    return cache.computeIfAbsent(account, target::balance);
                }
            };
        }
    }

    /** Stores that take what they are told beforehand for all that will be asked for. */
    abstract static class Told extends BrokenStore {

        abstract AskedBook told(BookSession session, Set<EntryId> asked);

        @Override
        protected BookStore createStore() {
            BookStore whole = super.createStore();
            return new BookStore() {
                @Override
                public <T> T write(CommunityId book, Function<BookSession, T> work) {
                    return whole.write(book, work);
                }

                @Override
                public <T> T write(
                        CommunityId book, Set<EntryId> asked, Function<BookSession, T> work) {
                    return whole.write(book, session -> work.apply(told(session, asked)));
                }

                @Override
                public <T> T read(CommunityId book, Function<BookReader, T> work) {
                    return whole.read(book, work);
                }
            };
        }
    }

    static class AnswersOnlyWhatItWasToldOf extends Told {
        @Override
        AskedBook told(BookSession session, Set<EntryId> asked) {
            return new AskedBook(session) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return asked.contains(id) ? super.entry(id) : Optional.empty();
                }
            };
        }
    }

    static class LooksOnceForWhatItWasToldOf extends Told {
        @Override
        AskedBook told(BookSession session, Set<EntryId> asked) {
            Set<EntryId> absent = new HashSet<>(asked);
            absent.removeIf(id -> session.entry(id).isPresent());
            return new AskedBook(session) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return absent.contains(id) ? Optional.empty() : super.entry(id);
                }
            };
        }
    }
}
