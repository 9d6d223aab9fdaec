package io.github.xinyi.trust.tck;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.BookSession;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Stores with the defects that were found in ledgers in use, and with those of newer records. */
final class BrokenLikeOthers {

    private BrokenLikeOthers() {}

    /** Money moves although the caller is told that it was refused. */
    abstract static class MovesOnRefusal extends BrokenStore {

        private final AtomicLong moved = new AtomicLong();

        abstract LedgerRule rule();

        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            T answer = super.write(book, work);
            if (answer instanceof Outcome<?> outcome && isRefusedByRule(outcome)) {
                moved.incrementAndGet();
            }
            return answer;
        }

        private boolean isRefusedByRule(Outcome<?> outcome) {
            return outcome.fold(
                    value -> false,
                    ruling ->
                            ruling.notMet().stream().anyMatch(f -> f.rule().equals(rule().code())));
        }

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    Balance right = super.balance(account);
                    return account.equals(ChartOfAccounts.SERVICE_CASH) && moved.get() > 0
                            ? new Balance(
                                    account,
                                    right.debits().plus(Money.ofFen(moved.get())),
                                    right.credits())
                            : right;
                }
            };
        }
    }

    /** A refund sent again is refused as a duplicate, and applied again. */
    static class AppliesARefusedRepetition extends MovesOnRefusal {
        @Override
        LedgerRule rule() {
            return LedgerRule.SAME_ID_OTHER_CONTENT;
        }
    }

    /** An overdraft is refused after both balances were changed. */
    static class MovesBeforeItRefusesAnOverdraft extends MovesOnRefusal {
        @Override
        LedgerRule rule() {
            return LedgerRule.FUNDS_SUFFICIENT;
        }
    }

    /** Half of an entry that does not balance is on its account before the sum is looked at. */
    static class KeepsTheFirstHalfOfWhatDoesNotBalance extends MovesOnRefusal {
        @Override
        LedgerRule rule() {
            return LedgerRule.CLASS_BALANCED;
        }
    }

    /** An amount in another currency is added up as if it were the book's, and then refused. */
    static class AddsUpWhateverTheCurrency extends MovesOnRefusal {
        @Override
        LedgerRule rule() {
            return LedgerRule.CURRENCY_OF_BOOK;
        }
    }

    /** What is malformed is kept as a draft that the balances count. */
    static class CountsDrafts extends MovesOnRefusal {
        @Override
        LedgerRule rule() {
            return LedgerRule.POSTING_COUNT;
        }
    }

    /** One balance for one account at the bank, whosever money it is. */
    static class PoolsWhatLiesInOneBankAccount extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    Balance own = super.balance(account);
                    if (!account.equals(ChartOfAccounts.SERVICE_CASH)) {
                        return own;
                    }
                    Balance other = super.balance(ChartOfAccounts.PUBLIC_CASH);
                    return new Balance(
                            account,
                            own.debits().plus(other.debits()),
                            own.credits().plus(other.credits()));
                }
            };
        }
    }

    /** Of two entries that follow the same one, the chain has one; both are acknowledged. */
    static class ForksItsChain extends BrokenStore {
        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return work.apply(
                    new BrokenStore.OneByOne(sound(), book) {
                        @Override
                        public void append(Appended appended) {
                            try {
                                super.append(appended);
                            } catch (IllegalArgumentException forked) {
                                // Acknowledged all the same: that is the defect.
                                lost.add(forked);
                            }
                        }
                    });
        }

        private final List<Exception> lost = new CopyOnWriteArrayList<>();
    }

    /** The key of an entry is not seen by later entries of the same call. */
    static class LosesKeysWithinACall extends BrokenWrites.HidesWhatItAppends {}

    /**
     * Another entry under a key that was used is acknowledged, and the first is no longer found.
     */
    static class KeepsTheLastOfAnId extends BrokenStore {

        private final Map<List<Object>, LogRecord.OfEntry> last = new ConcurrentHashMap<>();

        @Override
        <T> T write(CommunityId book, Function<BookSession, T> work) {
            return sound().write(
                            book,
                            session ->
                                    work.apply(
                                            new AskedBook(session) {
                                                @Override
                                                public Optional<LogRecord.OfEntry> entry(
                                                        EntryId id) {
                                                    return Optional.empty();
                                                }

                                                @Override
                                                public void append(Appended appended) {
                                                    if (!isKept(book, target(), appended)) {
                                                        super.append(appended);
                                                    }
                                                }
                                            }));
        }

        private boolean isKept(CommunityId book, BookReader there, BookSession.Appended appended) {
            return appended.record()
                    .fold(
                            entry -> {
                                EntryId id = entry.entry().id();
                                boolean isUsed = there.entry(id).isPresent();
                                if (isUsed) {
                                    last.put(List.of(book, id), entry);
                                }
                                return isUsed;
                            },
                            batch -> false,
                            close -> false,
                            account -> false,
                            erasure -> false);
        }

        @Override
        AskedBook around(CommunityId book, BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return Optional.ofNullable(last.get(List.of(book, id)))
                            .or(() -> super.entry(id));
                }
            };
        }
    }

    /** Nobody asks for the key at all. */
    static class KnowsNoKeys extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    return Optional.empty();
                }
            };
        }
    }

    /** A balance of a day is computed once, and an entry dated back comes too late for it. */
    static class CachesBalancesOfDays extends BrokenStore {

        private final Map<List<Object>, Balance> cache = new ConcurrentHashMap<>();

        @Override
        AskedBook around(CommunityId book, BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceOn(AccountCode account, LocalDate to, long size) {
                    return cache.computeIfAbsent(
                            List.of(book, account, to, size),
                            key -> target.balanceOn(account, to, size));
                }
            };
        }
    }

    /** A value edited in the file, which the audit calls consistent. */
    static class ShowsAnEditedAmount extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record ->
                            record.index() == 1
                                    ? BrokenStore.with(record, edited(record.entry().draft()))
                                    : record);
        }

        private static EntryDraft edited(EntryDraft draft) {
            List<Posting> postings = new ArrayList<>();
            for (Posting posting : draft.postings()) {
                Money more = Money.ofFen(posting.amount().minor() ^ 1);
                postings.add(new Posting(posting.account(), posting.side(), more));
            }
            return draft.postings(postings);
        }
    }

    static class LosesPapers extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record ->
                            BrokenStore.with(
                                    record,
                                    record.entry()
                                            .draft()
                                            .source(new SourceDocument("paper", "lost"))));
        }
    }

    static class LosesTheUnitOfAReallocation extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record ->
                            record.entry().draft().kind() == EntryKind.REALLOCATION
                                    ? BrokenStore.with(
                                            record,
                                            record.entry().draft().visibility(Visibility.open()))
                                    : record);
        }
    }

    static class ForgetsAccountChanges extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public List<AccountChange> accountChanges() {
                    return List.of();
                }
            };
        }
    }

    static class ShowsTheFirstAccountChange extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public List<AccountChange> accountChanges() {
                    return super.accountChanges().stream().limit(1).toList();
                }
            };
        }
    }

    /** Tells of an erasure, and shows the text on. */
    static class KeepsTheText extends BrokenStore {

        final Map<EntryId, LogRecord.OfEntry> kept = new ConcurrentHashMap<>();

        LogRecord.OfEntry shown(LogRecord.OfEntry whole, LogRecord.OfEntry erased) {
            return whole;
        }

        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(target, this::shown) {
                @Override
                public void append(BookSession.Appended appended) {
                    appended.record()
                            .asErasure()
                            .flatMap(
                                    x ->
                                            target.records(x.erasure().entryIndex(), 1)
                                                    .get(0)
                                                    .asEntry())
                            .ifPresent(entry -> kept.putIfAbsent(entry.entry().id(), entry));
                    super.append(appended);
                }
            };
        }

        private LogRecord.OfEntry shown(LogRecord.OfEntry record) {
            LogRecord.OfEntry whole = kept.get(record.entry().id());
            return whole == null || record.entry().draft().erased().isEmpty()
                    ? record
                    : shown(whole, record);
        }
    }

    /** Empties the text, and leaves the salt by which a short text can be guessed. */
    static class LeavesTheSalt extends KeepsTheText {
        @Override
        LogRecord.OfEntry shown(LogRecord.OfEntry whole, LogRecord.OfEntry erased) {
            return with(whole, whole.entry().draft().narrative(""));
        }
    }

    /** Empties the text of the record before, too. */
    static class ErasesAnotherEntry extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(target, record -> erased(target, record));
        }

        private static LogRecord.OfEntry erased(BookReader target, LogRecord.OfEntry record) {
            EntryDraft draft = record.entry().draft();
            long next = record.entry().index() + 1;
            Optional<ErasedText> left =
                    target.records(next, 1).stream()
                            .flatMap(other -> other.asEntry().stream())
                            .flatMap(other -> other.entry().draft().erased().stream())
                            .findFirst();
            if (left.isEmpty() || draft.erased().isPresent()) {
                return record;
            }
            Hash text = Leaf.commitment(draft.narrative(), draft.salt(), MerkleDigest.SHA_256);
            return with(record, draft.withoutText(ErasedText.ofOpen(left.get().erasedBy(), text)));
        }
    }

    /** The text of the first entry is away, and no record tells of it. */
    static class ErasesWithoutARecord extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(
                    target,
                    record -> {
                        EntryDraft draft = record.entry().draft();
                        if (record.entry().index() > 0
                                || !draft.visibility().isOpen()
                                || draft.erased().isPresent()) {
                            return record;
                        }
                        Hash text =
                                Leaf.commitment(
                                        draft.narrative(), draft.salt(), MerkleDigest.SHA_256);
                        return with(record, draft.withoutText(ErasedText.ofOpen(1, text)));
                    });
        }
    }

    /** Forgets the commitment of a household's entry with its salt. */
    static class LosesTheCommitment extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new ChangedEntries(
                    target,
                    record -> {
                        EntryDraft draft = record.entry().draft();
                        return draft.erased()
                                .map(
                                        left ->
                                                with(
                                                        record,
                                                        draft.withoutText(
                                                                ErasedText.ofOpen(
                                                                        left.erasedBy(),
                                                                        left.narrative()))))
                                .orElse(record);
                    });
        }
    }

    /** Remembers a change from the moment it is appended, whether the call ends well or not. */
    static class KeepsAFailedAccountChange extends BrokenStore {

        private final List<AccountChange> seen = new CopyOnWriteArrayList<>();

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public void append(BookSession.Appended appended) {
                    appended.record()
                            .fold(
                                    e -> false,
                                    b -> false,
                                    c -> false,
                                    a -> seen.add(a.change()),
                                    x -> false);
                    super.append(appended);
                }

                @Override
                public List<AccountChange> accountChanges() {
                    return seen.stream()
                            .filter(change -> change.book().equals(CommunityId.of("S001")))
                            .toList();
                }
            };
        }
    }
}
