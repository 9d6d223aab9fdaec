package io.github.xinyi.trust.tck;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.NodeAddress;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores that answer one question wrongly each. */
final class BrokenReads {

    private BrokenReads() {}

    static class CutsFullPages extends BrokenStore {
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

    /** Earlier balances of accounts that the one who wrote it took for money alone. */
    static class KnowsNoEarlierClaims extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceAt(AccountCode account, long size) {
                    return account.value().contains(".due-from-")
                            ? Balance.zero(account)
                            : super.balanceAt(account, size);
                }
            };
        }
    }

    /**
     * Earlier balances of the firm's claim as one figure, since what is left of it is what counts.
     */
    static class NetsTheFirmsClaim extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balanceAt(AccountCode account, long size) {
                    Balance right = super.balanceAt(account, size);
                    return account.value().startsWith("remuneration.")
                            ? new Balance(
                                    account,
                                    right.net().atLeastZero(),
                                    right.net().negated().atLeastZero())
                            : right;
                }
            };
        }
    }

    /** One side of what classes owe each other, since the other follows from it. */
    static class KeepsTheDebtAndNotTheClaim extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Balance balance(AccountCode account) {
                    return account.value().contains(".due-from-")
                            ? Balance.zero(account)
                            : super.balance(account);
                }
            };
        }
    }

    /** Looks names up in a column that is shorter than the longest of them. */
    static class CutsNamesToItsColumn extends BrokenStore {

        private static final int WIDTH = 48;

        @Override
        AskedBook around(BookReader target) {
            return new AskedBook(target) {
                @Override
                public Optional<LogRecord.OfEntry> entry(EntryId id) {
                    String name = id.value();
                    return target.entry(
                            EntryId.of(name.substring(0, Math.min(WIDTH, name.length()))));
                }
            };
        }
    }

    static class LosesANode extends BrokenStore {
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

    static class SwapsNodes extends BrokenStore {
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

    static class UpdatesTheOriginal extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record ->
                            target.reversalOf(record.entry().id()).isPresent()
                                    ? BrokenStore.with(
                                            record, record.entry().draft().narrative("已冲销"))
                                    : record);
        }
    }

    static class ForgetsReversals extends BrokenStore {
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

    static class CountsOneRecordTooMany extends BrokenStore {
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

    static class EndsTurnoverADayEarly extends BrokenStore {
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

    static class TurnsOverByRecordedDate extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.AddedTurnover(
                    target,
                    (record, range) ->
                            BrokenStore.within(
                                    LocalDate.ofInstant(record.recordedAt(), ZoneOffset.UTC),
                                    range));
        }
    }

    static class LeavesReversalsOutOfTurnover extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.AddedTurnover(
                    target,
                    (record, range) ->
                            record.entry().draft().reverses().isEmpty()
                                    && BrokenStore.within(
                                            record.entry().draft().effectiveDate(), range));
        }
    }

    static class FoldsCase extends BrokenStore {
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

    static class KeepsThirtyTwoBits extends BrokenStore {
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

    static class ShowsAnotherLeaf extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
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

    static class CutsText extends BrokenStore {
        @Override
        AskedBook around(BookReader target) {
            return new BrokenStore.ChangedEntries(
                    target,
                    record -> {
                        String text = record.entry().draft().narrative();
                        return text.length() <= 255
                                ? record
                                : BrokenStore.with(
                                        record,
                                        record.entry().draft().narrative(text.substring(0, 255)));
                    });
        }
    }

    static class MixesKindsOfBatch extends BrokenStore {
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

    static class EndsTheDayBefore extends BrokenStore {
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

    static class KnowsTheFuture extends BrokenStore {
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

    static class ForgetsTheClose extends BrokenStore {
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

    static class ShowsTheFirstClose extends BrokenStore {
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
                                                    Stream::of,
                                                    a -> Stream.empty(),
                                                    x -> Stream.empty()))
                            .map(close -> close.close().through())
                            .findFirst();
                }
            };
        }
    }
}
