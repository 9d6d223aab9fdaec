package io.github.xinyi.trust.proof;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.book.AccountChange;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.disclosure.EntryProof;
import io.github.xinyi.trust.disclosure.PublicRecord;
import io.github.xinyi.trust.disclosure.SignedNote;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.InclusionProof;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One file with a record, its path and the signed checkpoint, which proves offline that the record
 * stands in the log (证明文件): what an owner keeps as his receipt.
 *
 * <p>For example {@code {"format":"xinyi/entry-proof/v1","entry":{...},"proof":{...},
 * "checkpoint":"..."}} in UTF-8, as {@code docs/leaf-format.md} says; {@link EntryProofCheck} and
 * {@code proof.js} read it. The file names no key: who checks it takes the key from elsewhere.
 *
 * @since 0.1.0
 */
public final class EntryProofFile {

    /** What the member {@code format} says. */
    public static final String FORMAT = "xinyi/entry-proof/v1";

    /** Above it a number is written as a text, since a browser would not read it exactly. */
    private static final long MAX_NUMBER = (1L << 53) - 1;

    private EntryProofFile() {}

    /**
     * The file of a record as everybody may see it; of a household's entry only its commitment.
     *
     * @param proof the record with its path and checkpoint
     * @return the file
     */
    public static String of(EntryProof proof) {
        return write(proof, entry(proof));
    }

    /**
     * The file of a household's own entry, opened with its salt: for that household alone.
     *
     * @param proof the closed record with its path and checkpoint
     * @param own the entry
     * @return the file; if its text was erased, no salt opens it, and the file is that of {@link
     *     #of}
     * @throws IllegalArgumentException if the proof is of another record
     */
    public static String opened(EntryProof proof, Entry own) {
        if (own.index() != proof.record().index() || own.draft().visibility().isOpen()) {
            throw new IllegalArgumentException(
                    own + " is not the household entry at " + proof.record().index());
        }
        Map<String, Object> entry = entry(proof);
        if (own.draft().erased().isEmpty()) {
            entry.putAll(content(own.draft()));
        }
        return write(proof, entry);
    }

    private static String write(EntryProof proof, Map<String, Object> entry) {
        InclusionProof path = proof.path();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("index", number(path.index()));
        place.put("size", number(path.size()));
        place.put("path", path.path().stream().map(Hash::toHex).toList());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("entry", entry);
        file.put("proof", place);
        file.put("checkpoint", SignedNote.parse(proof.checkpoint().note()).toText());
        return JsonText.write(file);
    }

    private static Map<String, Object> entry(EntryProof proof) {
        String book = proof.checkpoint().book().value();
        return proof.record()
                .fold(
                        o -> open(book, o.entry()),
                        h -> household(book, h),
                        b -> batch(book, b.batch()),
                        c -> close(book, c.close()),
                        a -> account(book, a.change()),
                        x -> erasure(book, x));
    }

    /** As an open entry without postings whose text is not shown; its leaf is that of one. */
    private static Map<String, Object> erasure(String book, PublicRecord.ErasureRecord erasure) {
        Map<String, Object> entry =
                heading(book, erasure.index(), Leaf.ERASURE, "OPEN", erasure.recordedAt());
        entry.put("effectiveDate", erasure.day().toString());
        entry.put("entryId", erasure.id());
        entry.put("sourceType", "erasure");
        entry.put("sourceId", erasure.subject());
        entry.put("narrativeCommitment", erasure.commitment().toHex());
        entry.put("postings", List.of());
        return entry;
    }

    private static Map<String, Object> heading(
            String book, long index, String kind, String visibility, Instant recordedAt) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("book", book);
        entry.put("index", number(index));
        entry.put("kind", kind);
        entry.put("visibility", visibility);
        entry.put("recordedAt", Leaf.timestamp(recordedAt));
        return entry;
    }

    private static Map<String, Object> open(String book, Entry entry) {
        EntryDraft draft = entry.draft();
        Map<String, Object> open =
                heading(book, entry.index(), draft.kind().name(), "OPEN", entry.recordedAt());
        open.put("effectiveDate", draft.effectiveDate().toString());
        open.putAll(content(draft));
        return open;
    }

    private static Map<String, Object> content(EntryDraft draft) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("entryId", draft.id().value());
        content.put("sourceType", draft.source().type());
        content.put("sourceId", draft.source().id());
        draft.reverses().ifPresent(reversed -> content.put("reverses", reversed.value()));
        if (draft.erased().isPresent()) {
            content.put("narrativeCommitment", draft.erased().get().narrative().toHex());
        } else {
            content.put("narrative", draft.narrative());
            content.put("narrativeSalt", draft.salt().toHex());
        }
        String unit = draft.visibility().fold(() -> "", UnitId::value);
        content.put("postings", draft.postings().stream().map(each -> line(each, unit)).toList());
        return content;
    }

    private static Map<String, Object> line(Posting posting, String unit) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("account", posting.account().value());
        line.put("side", posting.side().letter());
        line.put("amountMinor", number(posting.amount().minor()));
        line.put("currency", posting.amount().currency().getCurrencyCode());
        if (!unit.isEmpty()) {
            line.put("unit", unit);
        }
        return line;
    }

    private static Map<String, Object> household(String book, PublicRecord.Household closed) {
        Map<String, Object> entry =
                heading(
                        book,
                        closed.index(),
                        closed.kind().name(),
                        "HOUSEHOLD",
                        closed.recordedAt());
        entry.put("effectiveDate", closed.effectiveDate().toString());
        entry.put("commitment", closed.commitment().toHex());
        return entry;
    }

    private static Map<String, Object> batch(String book, HouseholdBatch batch) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("kind", batch.kind().name());
        sums.put("fromIndex", number(batch.fromIndex()));
        sums.put("toIndex", number(batch.toIndex()));
        sums.put("entryCount", number(batch.entryCount()));
        sums.put("unitCount", number(batch.unitCount()));
        sums.put("totals", batch.totals().stream().map(each -> line(each, "")).toList());
        Map<String, Object> entry =
                heading(book, batch.index(), batch.kind().name(), "BATCH", batch.recordedAt());
        entry.put("effectiveDate", batch.effectiveDate().toString());
        entry.put("entryId", batch.id());
        entry.put("batch", sums);
        return entry;
    }

    private static Map<String, Object> close(String book, PeriodClose close) {
        Map<String, Object> entry =
                heading(book, close.index(), "PERIOD", "CLOSE", close.recordedAt());
        entry.put("effectiveDate", close.through().toString());
        entry.put("entryId", close.id());
        return entry;
    }

    private static Map<String, Object> account(String book, AccountChange change) {
        Account account = change.account();
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("code", account.code().value());
        named.put("nameZh", account.nameZh());
        named.put("nameEn", account.nameEn());
        named.put("fundClass", account.fundClass().name());
        named.put("type", account.type().name());
        Map<String, Object> entry =
                heading(book, change.index(), change.kind().name(), "ACCOUNT", change.recordedAt());
        entry.put("effectiveDate", change.from().toString());
        entry.put("entryId", change.id());
        entry.put("account", named);
        return entry;
    }

    private static Object number(long exact) {
        if (exact > MAX_NUMBER) {
            return Long.toString(exact);
        }
        return exact;
    }
}
