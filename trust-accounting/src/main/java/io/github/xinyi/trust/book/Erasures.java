package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.ErasedText;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.merkle.Hash;
import io.github.xinyi.trust.merkle.MerkleDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the text of an entry may be erased, and what is left of it. */
final class Erasures {

    private final BookReader book;
    private final MerkleDigest digest;

    Erasures(BookReader book, MerkleDigest digest) {
        this.book = book;
        this.digest = digest;
    }

    /** The erasure of an entry that was erased before. */
    static Optional<Erasure> before(BookReader book, LogRecord.OfEntry entry) {
        return entry.entry().draft().erased().stream()
                .flatMap(left -> book.records(left.erasedBy(), 1).stream())
                .flatMap(record -> record.asErasure().stream())
                .map(LogRecord.OfErasure::erasure)
                .findFirst();
    }

    /** Every rule on an order to erase. */
    static List<Finding> rules(
            Optional<LogRecord.OfEntry> entry, ErasureRequest request, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.ERASED_ENTRY_KNOWN,
                        entry.isPresent(),
                        "entry",
                        request.entry()));
        entry.ifPresent(
                there ->
                        findings.add(
                                RuleCheck.of(
                                        LedgerRule.ERASED_TEXT_THERE,
                                        !there.entry().draft().narrative().isEmpty(),
                                        "entry",
                                        request.entry())));
        findings.add(
                RuleCheck.of(
                        LedgerRule.ERASURE_AFTER_KEEPING,
                        day.isAfter(request.keptThrough()),
                        "day",
                        day,
                        "kept",
                        request.keptThrough()));
        return findings;
    }

    Erasure erase(LogRecord.OfEntry entry, ErasureRequest request, LocalDate day, Instant at) {
        long index = book.frontier().size();
        EntryDraft draft = entry.entry().draft();
        Hash narrative = Leaf.commitment(draft.narrative(), draft.salt(), digest);
        ErasedText left =
                draft.visibility()
                        .fold(
                                () -> ErasedText.ofOpen(index, narrative),
                                unit ->
                                        ErasedText.ofHousehold(
                                                index, narrative, Leaf.commitment(draft, digest)));
        return new Erasure(
                entry.entry().book(),
                index,
                at,
                day,
                entry.entry().index(),
                request.ground(),
                request.by(),
                request.salt(),
                left,
                Leaf.remains(draft.withoutText(left), request.salt(), digest));
    }
}
