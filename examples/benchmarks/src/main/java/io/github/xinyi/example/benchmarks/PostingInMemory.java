package io.github.xinyi.example.benchmarks;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.merkle.Frontier;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleHash;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * P8: entries posted one by one into a new book in memory by one thread, with every rule, the key
 * of each entry, its leaf and its place in the tree, against the SHA-256 of the same bytes alone:
 * text, leaf and nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Xmx2g")
public class PostingInMemory {

    private static final int ENTRIES = 10_000;
    private static final CommunityId COMMUNITY = CommunityId.of("S001");
    private static final Instant AT = Instant.parse("2025-03-01T02:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private final List<EntryDraft> drafts = new ArrayList<>(ENTRIES);
    private final List<byte[]> texts = new ArrayList<>(ENTRIES);
    private final List<byte[]> leaves = new ArrayList<>(ENTRIES);

    /** Makes the entries and their bytes, outside of what is measured. */
    public PostingInMemory() {
        for (int i = 0; i < ENTRIES; i++) {
            EntryDraft draft = draft(i);
            byte[] text = text(draft);
            byte[] leaf = leaf(draft, i, text);
            Hash expected = Leaf.hashOf(new Entry(COMMUNITY, i, AT, draft));
            if (!MerkleHash.leaf(leaf).equals(expected)) {
                throw new IllegalStateException("not the bytes of the leaf of entry " + i);
            }
            drafts.add(draft);
            texts.add(text);
            leaves.add(leaf);
        }
    }

    private static EntryDraft draft(int number) {
        Money amount = Money.ofFen(number % 900 + 1L);
        return EntryDraft.of(
                        EntryId.of("opening/" + number),
                        EntryKind.OPENING,
                        DAY,
                        new SourceDocument("voucher", "V" + number),
                        Salt.of(CanonicalBytes.part().u64(number).sha256()))
                .narrative("期初结余第" + number + "笔")
                .postings(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(
                                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND), amount));
    }

    private static byte[] text(EntryDraft draft) {
        return new CanonicalBytes("xinyi/text/v1")
                .raw(draft.salt().toByteArray())
                .text(draft.narrative())
                .toByteArray();
    }

    /** The bytes that docs/leaf-format.md names. */
    private static byte[] leaf(EntryDraft draft, int index, byte[] text) {
        CanonicalBytes body =
                CanonicalBytes.part()
                        .text(draft.id().value())
                        .text(draft.source().type())
                        .text(draft.source().id())
                        .text("")
                        .bytes(CanonicalBytes.part().raw(text).sha256())
                        .u32(draft.postings().size());
        for (Posting posting : draft.postings()) {
            body.text(posting.account().value())
                    .text(posting.side().letter())
                    .u64(posting.amount().minor())
                    .text("CNY")
                    .text("");
        }
        return new CanonicalBytes("xinyi/leaf/v1")
                .text(COMMUNITY.value())
                .u64(index)
                .text(draft.kind().name())
                .text("OPEN")
                .text(DAY.toString())
                .text(Leaf.timestamp(AT))
                .bytes(body.toByteArray())
                .toByteArray();
    }

    /**
     * Ours: a new book and all entries, one by one.
     *
     * @return the head of the log
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Hash posts() {
        Book book = new Book(COMMUNITY, ChartOfAccounts.standard(), new InMemoryBookStore());
        for (EntryDraft draft : drafts) {
            if (!book.post(draft, AT).isAccepted()) {
                throw new IllegalStateException("refused: " + draft);
            }
        }
        return book.read(reader -> reader.frontier().head().root());
    }

    /**
     * The limit: the hashes of all texts, leaves and nodes.
     *
     * @return the head of the same log
     */
    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Hash hashesOnly() {
        Frontier frontier = Frontier.empty();
        int sum = 0;
        for (int i = 0; i < ENTRIES; i++) {
            sum += CanonicalBytes.part().raw(texts.get(i)).sha256()[0];
            frontier = frontier.append(MerkleHash.leaf(leaves.get(i))).frontier();
        }
        if (sum == Integer.MIN_VALUE) {
            throw new IllegalStateException("the hashes of the texts are used");
        }
        return frontier.head().root();
    }
}
