package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The household entries of one kind that wait for their batch. */
final class PendingBatch {

    private static final int PAGE = 1_000;

    /** Who stands behind each sum; a lone reversal on the other side would show its amount. */
    private final Map<AccountCode, Map<Side, Set<UnitId>>> unitsBySum = new TreeMap<>();

    private final Map<AccountCode, Map<Side, Posting>> totals = new TreeMap<>();
    private final Set<UnitId> units = new HashSet<>();
    private int entryCount;

    static PendingBatch of(BookReader book, EntryKind kind, long from) {
        PendingBatch pending = new PendingBatch();
        long next = from;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            for (LogRecord record : page) {
                record.asEntry().ifPresent(e -> pending.add(e.entry().draft(), kind));
            }
            next += page.size();
            page = book.records(next, PAGE);
        }
        return pending;
    }

    private PendingBatch add(EntryDraft draft, EntryKind kind) {
        if (draft.kind() == kind) {
            draft.visibility().fold(() -> this, unit -> add(draft, unit));
        }
        return this;
    }

    private PendingBatch add(EntryDraft draft, UnitId unit) {
        entryCount++;
        units.add(unit);
        for (Posting posting : draft.postings()) {
            unitsBySum
                    .computeIfAbsent(posting.account(), a -> new EnumMap<>(Side.class))
                    .computeIfAbsent(posting.side(), s -> new HashSet<>())
                    .add(unit);
            totals.computeIfAbsent(posting.account(), a -> new LinkedHashMap<>())
                    .merge(
                            posting.side(),
                            posting,
                            (a, b) ->
                                    new Posting(
                                            a.account(), a.side(), a.amount().plus(b.amount())));
        }
        return this;
    }

    boolean isEmpty() {
        return entryCount == 0;
    }

    List<Finding> judge(int minUnits) {
        List<Finding> findings = new ArrayList<>();
        unitsBySum.forEach(
                (account, bySide) ->
                        bySide.forEach(
                                (side, behind) ->
                                        findings.add(
                                                RuleCheck.of(
                                                        LedgerRule.BATCH_LARGE_ENOUGH,
                                                        behind.size() >= minUnits,
                                                        "account",
                                                        account,
                                                        "side",
                                                        side,
                                                        "units",
                                                        behind.size(),
                                                        "needed",
                                                        minUnits))));
        return findings;
    }

    HouseholdBatch batch(
            CommunityId book, long index, Instant at, LocalDate day, EntryKind kind, long from) {
        List<Posting> postings =
                totals.values().stream()
                        .flatMap(bySide -> new TreeMap<>(bySide).values().stream())
                        .toList();
        return new HouseholdBatch(
                book, index, at, day, kind, from, index, entryCount, units.size(), postings);
    }
}
