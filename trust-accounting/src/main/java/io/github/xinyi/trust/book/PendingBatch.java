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
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The household entries of one kind that wait for their batch, and what may be published of them.
 *
 * <p>Published is one net sum an account. A sum of several accounts can be told from these, so the
 * least number of households is asked for behind every set of accounts, not only behind each: if
 * five households pay cash against fees, five others bank against deposits, and one cash against
 * deposits, the sum of cash and fees is the amount of that one. Since every entry balances, what
 * stays inside a set cancels out, and only the households with postings inside and outside of it
 * are behind its sum. A reversal is netted with the other entries and needs no four others of its
 * kind beside it; a household whose entries cancel out is not counted.
 */
final class PendingBatch {

    /** So many accounts at most: their sets are looked at one by one. */
    static final int MAX_ACCOUNTS = 16;

    private static final int PAGE = 1_000;

    private final EntryKind kind;
    private final long from;
    private final UnitHolders holders;
    private final Map<UnitId, Map<AccountCode, Long>> netByGroup = new HashMap<>();
    private final Map<AccountCode, Money> nets = new TreeMap<>();
    private final Set<UnitId> units = new HashSet<>();
    private int entryCount;

    private PendingBatch(EntryKind kind, long from, UnitHolders holders) {
        this.kind = kind;
        this.from = from;
        this.holders = holders;
    }

    static PendingBatch of(BookReader book, EntryKind kind, UnitHolders holders) {
        long from = book.lastBatch(kind).map(HouseholdBatch::toIndex).orElse(0L);
        PendingBatch pending = new PendingBatch(kind, from, holders);
        long next = from;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            for (LogRecord record : page) {
                record.asEntry().ifPresent(e -> pending.add(e.entry().draft()));
            }
            next += page.size();
            page = book.records(next, PAGE);
        }
        return pending;
    }

    private PendingBatch add(EntryDraft draft) {
        if (draft.kind() == kind) {
            draft.visibility().fold(() -> this, unit -> add(draft, unit));
        }
        return this;
    }

    private PendingBatch add(EntryDraft draft, UnitId unit) {
        entryCount++;
        units.add(unit);
        Map<AccountCode, Long> ofGroup =
                netByGroup.computeIfAbsent(holders.groupOf(unit), group -> new HashMap<>());
        for (Posting posting : draft.postings()) {
            Money amount = posting.amount();
            Money signed = posting.side() == Side.DEBIT ? amount : amount.negated();
            ofGroup.merge(posting.account(), signed.minor(), Math::addExact);
            nets.merge(posting.account(), signed, Money::plus);
        }
        return this;
    }

    boolean isEmpty() {
        return entryCount == 0;
    }

    /** One finding for each account, and one for each set of accounts that would tell too much. */
    List<Finding> judge(int needed) {
        List<AccountCode> accounts = List.copyOf(nets.keySet());
        List<Finding> findings = new ArrayList<>();
        for (AccountCode account : accounts) {
            findings.add(finding(Set.of(account), needed));
        }
        if (accounts.size() > MAX_ACCOUNTS) {
            findings.add(tooMany(accounts, needed));
            return findings;
        }
        int sets = 1 << Math.max(0, accounts.size() - 1);
        for (int bits = 0; bits < sets; bits++) {
            Set<AccountCode> set = setOf(accounts, bits);
            if (set.size() > 1 && set.size() < accounts.size() - 1 && isTooFew(set, needed)) {
                findings.add(finding(set, needed));
            }
        }
        return findings;
    }

    /** The last account never, so that of a set and the rest only one is looked at. */
    private static Set<AccountCode> setOf(List<AccountCode> accounts, int bits) {
        Set<AccountCode> set = new TreeSet<>();
        for (int i = 0; i < accounts.size() - 1; i++) {
            if ((bits >> i & 1) == 1) {
                set.add(accounts.get(i));
            }
        }
        return set;
    }

    private Finding finding(Set<AccountCode> set, int needed) {
        String names = set.stream().map(AccountCode::value).collect(Collectors.joining(" + "));
        return RuleCheck.of(
                LedgerRule.BATCH_LARGE_ENOUGH,
                !isTooFew(set, needed),
                "account",
                names,
                "units",
                behind(set),
                "needed",
                needed);
    }

    private static Finding tooMany(List<AccountCode> accounts, int needed) {
        return RuleCheck.of(
                LedgerRule.BATCH_LARGE_ENOUGH,
                false,
                "account",
                accounts.size() + " > " + MAX_ACCOUNTS,
                "units",
                0,
                "needed",
                needed);
    }

    private boolean isTooFew(Set<AccountCode> set, int needed) {
        boolean tellsOfSomebody =
                netByGroup.values().stream().anyMatch(group -> isInsideAndOutside(group, set));
        return tellsOfSomebody && behind(set) < needed;
    }

    private static boolean isInsideAndOutside(Map<AccountCode, Long> group, Set<AccountCode> set) {
        return group.keySet().stream().anyMatch(set::contains) && !set.containsAll(group.keySet());
    }

    /** How many groups of units have a share in the sum over a set of accounts. */
    private int behind(Set<AccountCode> set) {
        return (int) netByGroup.values().stream().filter(group -> sum(group, set) != 0).count();
    }

    private static long sum(Map<AccountCode, Long> group, Set<AccountCode> set) {
        long sum = 0;
        for (AccountCode account : set) {
            sum = Math.addExact(sum, group.getOrDefault(account, 0L));
        }
        return sum;
    }

    HouseholdBatch batch(CommunityId book, long index, Instant at, LocalDate day) {
        List<Posting> totals = new ArrayList<>();
        nets.forEach(
                (account, net) -> {
                    if (net.isPositive()) {
                        totals.add(Posting.debit(account, net));
                    } else if (net.isNegative()) {
                        totals.add(Posting.credit(account, net.negated()));
                    }
                });
        return new HouseholdBatch(
                book, index, at, day, kind, from, index, entryCount, units.size(), totals);
    }
}
