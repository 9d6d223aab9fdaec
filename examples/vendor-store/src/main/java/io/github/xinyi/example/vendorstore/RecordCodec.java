package io.github.xinyi.example.vendorstore;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Erasure;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.ErasureGround;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.money.Money;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bytes of a record in the file; leaves and balances follow from them and are not kept. */
final class RecordCodec {

    private enum Sort {
        ENTRY,
        BATCH,
        CLOSE,
        ACCOUNT,
        ERASURE
    }

    private final CommunityId book;

    RecordCodec(CommunityId book) {
        this.book = book;
    }

    /** A step of writing, each of which may fail. */
    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    void write(LogRecord record, DataOutputStream out) throws IOException {
        out.writeLong(record.recordedAt().toEpochMilli());
        record.<Writing>fold(
                        e -> to -> write(e.entry().draft(), to),
                        b -> to -> write(b.batch(), to),
                        c ->
                                to -> {
                                    to.writeUTF(Sort.CLOSE.name());
                                    to.writeUTF(c.close().through().toString());
                                },
                        a -> to -> write(a.change(), to),
                        x -> to -> write(x.erasure(), to))
                .to(out);
    }

    private static void write(EntryDraft draft, DataOutputStream out) throws IOException {
        out.writeUTF(Sort.ENTRY.name());
        out.writeUTF(draft.id().value());
        out.writeUTF(draft.kind().name());
        out.writeUTF(draft.visibility().fold(() -> "", UnitId::value));
        out.writeUTF(draft.effectiveDate().toString());
        out.writeUTF(draft.source().type());
        out.writeUTF(draft.source().id());
        out.writeUTF(draft.erased().isPresent() ? "" : draft.salt().toHex());
        if (draft.erased().isPresent()) {
            out.writeLong(draft.erased().get().erasedBy());
            write(draft.erased().get(), out);
        }
        out.writeUTF(draft.narrative());
        out.writeUTF(draft.reverses().map(EntryId::value).orElse(""));
        write(draft.postings(), out);
    }

    private static void write(HouseholdBatch batch, DataOutputStream out) throws IOException {
        out.writeUTF(Sort.BATCH.name());
        out.writeUTF(batch.effectiveDate().toString());
        out.writeUTF(batch.kind().name());
        out.writeLong(batch.fromIndex());
        out.writeLong(batch.toIndex());
        out.writeInt(batch.entryCount());
        out.writeInt(batch.unitCount());
        write(batch.totals(), out);
    }

    private static void write(AccountChange change, DataOutputStream out) throws IOException {
        Account account = change.account();
        out.writeUTF(Sort.ACCOUNT.name());
        out.writeUTF(account.code().value());
        out.writeUTF(account.nameZh());
        out.writeUTF(account.nameEn());
        out.writeUTF(account.fundClass().name());
        out.writeUTF(account.type().name());
        out.writeUTF(change.kind().name());
        out.writeUTF(change.from().toString());
    }

    private static void write(Erasure erasure, DataOutputStream out) throws IOException {
        out.writeUTF(Sort.ERASURE.name());
        out.writeUTF(erasure.day().toString());
        out.writeLong(erasure.entryIndex());
        out.writeUTF(erasure.ground().name());
        out.writeUTF(erasure.by().value());
        out.writeUTF(erasure.salt().toHex());
        write(erasure.left(), out);
        out.writeUTF(erasure.remains().toHex());
    }

    private static void write(ErasedText left, DataOutputStream out) throws IOException {
        out.writeUTF(left.narrative().toHex());
        out.writeUTF(left.household().map(Hash::toHex).orElse(""));
    }

    private static void write(List<Posting> postings, DataOutputStream out) throws IOException {
        out.writeInt(postings.size());
        for (Posting posting : postings) {
            out.writeUTF(posting.account().value());
            out.writeUTF(posting.side().name());
            out.writeLong(posting.amount().minor());
        }
    }

    LogRecord read(DataInputStream in, BookRecords before) throws IOException {
        long index = before.records().size();
        Instant at = Instant.ofEpochMilli(in.readLong());
        return switch (Sort.valueOf(in.readUTF())) {
            case ENTRY -> entry(new Entry(book, index, at, draft(in)), before);
            case BATCH -> {
                HouseholdBatch batch = batch(in, index, at);
                yield new LogRecord.OfBatch(batch, Leaf.hashOf(batch));
            }
            case CLOSE -> {
                LocalDate through = LocalDate.parse(in.readUTF());
                PeriodClose close = new PeriodClose(book, index, at, through);
                yield new LogRecord.OfClose(close, Leaf.hashOf(close));
            }
            case ACCOUNT -> {
                AccountChange change = change(in, index, at);
                yield new LogRecord.OfAccount(change, Leaf.hashOf(change));
            }
            case ERASURE -> {
                Erasure erasure = erasure(in, index, at);
                yield new LogRecord.OfErasure(erasure, Leaf.hashOf(erasure));
            }
        };
    }

    private static LogRecord.OfEntry entry(Entry entry, BookRecords before) {
        Map<AccountCode, Balance> latest = new HashMap<>();
        List<Balance> after = new ArrayList<>();
        for (Posting posting : entry.draft().postings()) {
            Balance balance =
                    latest.computeIfAbsent(posting.account(), before::balance).plus(posting);
            latest.put(posting.account(), balance);
            after.add(balance);
        }
        return new LogRecord.OfEntry(entry, Leaf.hashOf(entry), after);
    }

    private static EntryDraft draft(DataInputStream in) throws IOException {
        EntryId id = EntryId.of(in.readUTF());
        EntryKind kind = EntryKind.valueOf(in.readUTF());
        String unit = in.readUTF();
        LocalDate day = LocalDate.parse(in.readUTF());
        SourceDocument source = new SourceDocument(in.readUTF(), in.readUTF());
        String salt = in.readUTF();
        EntryDraft hidden =
                salt.isEmpty()
                        ? EntryDraft.ofErased(id, kind, day, source, left(in, in.readLong()))
                        : EntryDraft.of(id, kind, day, source, Salt.fromHex(salt));
        String text = in.readUTF();
        EntryDraft draft =
                (salt.isEmpty() ? hidden : hidden.narrative(text))
                        .visibility(
                                unit.isEmpty()
                                        ? Visibility.open()
                                        : Visibility.household(UnitId.of(unit)));
        String reverses = in.readUTF();
        EntryDraft whole = draft.postings(postings(in));
        return reverses.isEmpty() ? whole : whole.reversing(EntryId.of(reverses));
    }

    private Erasure erasure(DataInputStream in, long index, Instant at) throws IOException {
        return new Erasure(
                book,
                index,
                at,
                LocalDate.parse(in.readUTF()),
                in.readLong(),
                ErasureGround.valueOf(in.readUTF()),
                PersonId.of(in.readUTF()),
                Salt.fromHex(in.readUTF()),
                left(in, index),
                Hash.fromHex(in.readUTF()));
    }

    private static ErasedText left(DataInputStream in, long erasedBy) throws IOException {
        Hash text = Hash.fromHex(in.readUTF());
        String household = in.readUTF();
        return household.isEmpty()
                ? ErasedText.ofOpen(erasedBy, text)
                : ErasedText.ofHousehold(erasedBy, text, Hash.fromHex(household));
    }

    private HouseholdBatch batch(DataInputStream in, long index, Instant at) throws IOException {
        return new HouseholdBatch(
                book,
                index,
                at,
                LocalDate.parse(in.readUTF()),
                EntryKind.valueOf(in.readUTF()),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                postings(in));
    }

    private AccountChange change(DataInputStream in, long index, Instant at) throws IOException {
        Account account =
                new Account(
                        AccountCode.of(in.readUTF()),
                        in.readUTF(),
                        in.readUTF(),
                        FundClass.valueOf(in.readUTF()),
                        AccountType.valueOf(in.readUTF()));
        AccountChange.Kind kind = AccountChange.Kind.valueOf(in.readUTF());
        return new AccountChange(book, index, at, account, kind, LocalDate.parse(in.readUTF()));
    }

    private static List<Posting> postings(DataInputStream in) throws IOException {
        List<Posting> postings = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            AccountCode account = AccountCode.of(in.readUTF());
            Side side = Side.valueOf(in.readUTF());
            postings.add(new Posting(account, side, Money.ofFen(in.readLong())));
        }
        return postings;
    }
}
