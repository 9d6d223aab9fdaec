package io.github.xinyi.trust.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.AccountCode;
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
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stores that are wrong in one way each: the contract must say so, by the check that is meant. */
class BrokenBookStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(LeavesAGapAfterUndo.class, "required_L3_indexesHaveNoGap"),
                Arguments.of(CutsFullPages.class, "required_L3_recordsComeInPages"),
                Arguments.of(LosesANode.class, "required_T2_everyInclusionProofVerifies"),
                Arguments.of(SwapsNodes.class, "required_T2_everyConsistencyProofVerifies"),
                Arguments.of(UpdatesTheOriginal.class, "required_L2_whatIsRecordedNeverChanges"),
                Arguments.of(ForgetsReversals.class, "required_L2_reversesAnEntryAtMostOnce"),
                Arguments.of(
                        KeepsOnException.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(
                        KeepsEarlierEntries.class, "required_L6_aRefusedEntryUndoesThoseBeforeIt"),
                Arguments.of(
                        LeaksBalancesOnUndo.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(
                        WrapsExceptions.class,
                        "required_L6_anExceptionPassesThroughAndUndoesEverything"),
                Arguments.of(HidesWhatItAppends.class, "required_L6_workSeesWhatItHasAppended"),
                Arguments.of(WritesTogether.class, "required_L3_writesToOneBookRunAlone"),
                Arguments.of(
                        OverdrawsByLateBalances.class, "required_D5_concurrentDrawsNeverOverdraw"),
                Arguments.of(CachesBalances.class, "required_L4_balancesAreThoseOfNow"),
                Arguments.of(
                        CountsOneRecordTooMany.class,
                        "required_L4_balanceAtEverySizeIsTheFoldUpToIt"),
                Arguments.of(
                        EndsTurnoverADayEarly.class,
                        "required_L4_turnoverIsByKindAndEffectiveDate"),
                Arguments.of(
                        TurnsOverByRecordedDate.class,
                        "required_L4_turnoverIsByKindAndEffectiveDate"),
                Arguments.of(
                        LeavesReversalsOutOfTurnover.class, "required_L4_turnoverIsNetOfReversals"),
                Arguments.of(
                        MovesWhileReading.class, "required_L4_aReadDoesNotMoveWhileOthersWrite"),
                Arguments.of(ForgetsIdsOnReopen.class, "required_L5_everythingSurvivesReopening"),
                Arguments.of(FoldsCase.class, "required_L5_idsThatLookAlikeAreDifferent"),
                Arguments.of(
                        KeepsThirtyTwoBits.class,
                        "required_L8_keepsTheGreatestAmountAndRefusesOneFenMore"),
                Arguments.of(ShowsAnotherLeaf.class, "required_T1_everyRecordIsALeafInItsOrder"),
                Arguments.of(CutsText.class, "required_T1_contentComesBackAsItWasWritten"),
                Arguments.of(MixesBooks.class, "required_F8_twoBooksNeverMix"),
                Arguments.of(MixesKindsOfBatch.class, "required_T5_aBatchCoversWhatNoBatchCovered"),
                Arguments.of(
                        EndsTheDayBefore.class,
                        "required_L4_aBalanceIsAskedByEffectiveDateAndByWhatWasKnown"),
                Arguments.of(
                        KnowsTheFuture.class,
                        "required_L4_aBalanceIsAskedByEffectiveDateAndByWhatWasKnown"),
                Arguments.of(
                        ForgetsTheClose.class, "required_L7_aClosedPeriodTakesNoEntryAndNoBatch"),
                Arguments.of(ShowsTheFirstClose.class, "required_L7_aCloseGoesForwardAndIsARecord"),
                Arguments.of(KeepsAFailedClose.class, "required_L7_aCloseThatFailedClosesNothing"));
    }

    @ParameterizedTest
    @MethodSource("brokenStores")
    void aBrokenStoreFailsTheCheckThatIsMeant(Class<?> contract, String check) {
        Set<String> failed = failedChecks(contract);

        System.out.printf("%-30s %2d  %s%n", contract.getSimpleName(), failed.size(), failed);
        assertThat(failed).contains(check);
    }

    @Test
    void theUnbrokenStorePassesByTheSameRoute() {
        assertThat(failedChecks(Unbroken.class)).isEmpty();
    }

    private static Set<String> failedChecks(Class<?> contract) {
        return ContractChecks.failed(contract, 40);
    }

    /** A contract whose store asks a sound one and changes an answer. */
    abstract static class Broken extends BookStoreContract {

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
                    return Broken.this.write(book, work);
                }

                @Override
                public <T> T read(CommunityId book, Function<BookReader, T> work) {
                    return Broken.this.read(book, work);
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
    }

    static class Unbroken extends Broken {}

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
                    .map(record -> record.<LogRecord>fold(change::apply, b -> b, c -> c))
                    .toList();
        }
    }

    private static LogRecord.OfEntry with(LogRecord.OfEntry record, EntryDraft draft) {
        Entry there = record.entry();
        return new LogRecord.OfEntry(
                new Entry(there.book(), there.index(), there.recordedAt(), draft),
                record.leaf(),
                record.balancesAfter());
    }

    /** A sequence of the database that an undone call has used up. */
    static class LeavesAGapAfterUndo extends Broken {

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
            return new ChangedEntries(
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

    static class CutsFullPages extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public List<LogRecord> records(long fromIndex, int limit) {
                    List<LogRecord> page = super.records(fromIndex, limit);
                    return page.size() == limit && limit < 100 ? page.subList(0, limit - 1) : page;
                }
            };
        }
    }

    static class LosesANode extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Hash read(NodeAddress address) {
                    if (address.level() == 2 && address.index() == 1) {
                        throw new NoSuchElementException("lost " + address);
                    }
                    return super.read(address);
                }
            };
        }
    }

    static class SwapsNodes extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Hash read(NodeAddress address) {
                    return super.read(
                            address.level() == 1 && address.index() < 2
                                    ? new NodeAddress(1, 0)
                                    : address);
                }
            };
        }
    }

    static class UpdatesTheOriginal extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(
                    target,
                    record ->
                            target.reversalOf(record.entry().id()).isPresent()
                                    ? with(record, record.entry().draft().narrative("已冲销"))
                                    : record);
        }
    }

    static class ForgetsReversals extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<EntryId> reversalOf(EntryId id) {
                    return Optional.empty();
                }
            };
        }
    }

    /** Ends the call well whatever the work did, and throws only afterwards. */
    static class KeepsOnException extends Broken {

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
    static class KeepsEarlierEntries extends Broken {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return work.apply(new OneByOne(sound(), book));
        }
    }

    static class LeaksBalancesOnUndo extends Broken {

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

    static class WrapsExceptions extends Broken {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            try {
                return super.write(book, work);
            } catch (RuntimeException failed) {
                throw new IllegalStateException("store failed", failed);
            }
        }
    }

    static class HidesWhatItAppends extends Broken {
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
    private static final class Empty {
        static final BookReader READER =
                new InMemoryBookStore().read(CommunityId.of("none"), reader -> reader);
    }

    static class WritesTogether extends Broken {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return work.apply(new OneByOne(sound(), book));
        }
    }

    /** Shows a write the balances of a copy that lags one record behind. */
    static class OverdrawsByLateBalances extends Broken {
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

    static class CachesBalances extends Broken {

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

    static class CountsOneRecordTooMany extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceAt(AccountCode account, long size) {
                    return super.balanceAt(account, size + 1);
                }
            };
        }
    }

    static class EndsTurnoverADayEarly extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance turnover(
                        AccountCode account, EntryKind kind, LocalDate from, LocalDate to) {
                    return super.turnover(account, kind, from, to.minusDays(1));
                }
            };
        }
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
                                c -> List.of());
                for (Posting posting : postings) {
                    sum = posting.account().equals(account) ? sum.plus(posting) : sum;
                }
            }
            return sum;
        }
    }

    private static boolean within(LocalDate day, LocalDate[] range) {
        return !day.isBefore(range[0]) && !day.isAfter(range[1]);
    }

    static class TurnsOverByRecordedDate extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AddedTurnover(
                    target,
                    (record, range) ->
                            within(
                                    LocalDate.ofInstant(record.recordedAt(), ZoneOffset.UTC),
                                    range));
        }
    }

    static class LeavesReversalsOutOfTurnover extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AddedTurnover(
                    target,
                    (record, range) ->
                            record.entry().draft().reverses().isEmpty()
                                    && within(record.entry().draft().effectiveDate(), range));
        }
    }

    static class MovesWhileReading extends Broken {
        @Override
        <T> T read(CommunityId book, Function<BookReader, T> work) {
            return work.apply(alwaysFresh(sound(), book));
        }
    }

    static class ForgetsIdsOnReopen extends Broken {

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

    static class FoldsCase extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return BookReading.allRecords(target).stream()
                            .flatMap(record -> record.asEntry().stream())
                            .filter(
                                    record ->
                                            record.entry()
                                                    .id()
                                                    .value()
                                                    .equalsIgnoreCase(id.value()))
                            .findFirst();
                }
            };
        }
    }

    static class KeepsThirtyTwoBits extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    Balance right = super.balance(account);
                    return new Balance(account, cut(right.debits()), cut(right.credits()));
                }

                private Money cut(Money money) {
                    return Money.ofFen(money.minor() & 0x7fff_ffffL);
                }
            };
        }
    }

    static class ShowsAnotherLeaf extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(
                    target,
                    record ->
                            record.index() == 0
                                    ? record
                                    : new LogRecord.OfEntry(
                                            record.entry(),
                                            target.read(new NodeAddress(0, record.index() - 1)),
                                            record.balancesAfter()));
        }
    }

    static class CutsText extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(
                    target,
                    record -> {
                        String text = record.entry().draft().narrative();
                        return text.length() <= 255
                                ? record
                                : with(
                                        record,
                                        record.entry().draft().narrative(text.substring(0, 255)));
                    });
        }
    }

    static class MixesBooks extends Broken {
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

    static class MixesKindsOfBatch extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<HouseholdBatch> lastBatch(EntryKind kind) {
                    return Stream.of(EntryKind.values())
                            .flatMap(any -> target.lastBatch(any).stream())
                            .reduce((a, b) -> a.index() > b.index() ? a : b);
                }
            };
        }
    }

    static class EndsTheDayBefore extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceOn(AccountCode account, LocalDate to, long size) {
                    return super.balanceOn(account, to.minusDays(1), size);
                }
            };
        }
    }

    static class KnowsTheFuture extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceOn(AccountCode account, LocalDate to, long size) {
                    return super.balanceOn(account, to, Long.MAX_VALUE);
                }
            };
        }
    }

    static class ForgetsTheClose extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LocalDate> closedThrough() {
                    return Optional.empty();
                }
            };
        }
    }

    static class ShowsTheFirstClose extends Broken {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LocalDate> closedThrough() {
                    return BookReading.allRecords(target).stream()
                            .flatMap(
                                    r ->
                                            r.fold(
                                                    e -> Stream.empty(),
                                                    b -> Stream.empty(),
                                                    Stream::of))
                            .map(close -> close.close().through())
                            .findFirst();
                }
            };
        }
    }

    /** Remembers a close from the moment it is appended, whether the call ends well or not. */
    static class KeepsAFailedClose extends Broken {

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
                                    c -> Optional.of(c.close().through()))
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
}
