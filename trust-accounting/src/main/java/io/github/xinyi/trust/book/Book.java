package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.merkle.Frontier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The book of one community (账簿): decides on an entry and applies it in one step, with its balances
 * and its leaf in the public log.
 *
 * <p>Nothing is ever changed or removed; corrections are reversals. A record is never dated before
 * the one before it: a moment given that is earlier is brought up to that one. An id posted again
 * with the same content gives the same acknowledgement. Cash leaves only with a {@link
 * TwoKeyProof}. Thread-safe if its store is.
 *
 * @since 0.1.0
 */
public final class Book {

    /** The one currency of a book. */
    public static final Currency CURRENCY = Currency.getInstance("CNY");

    /** No published sum has fewer units behind it; a contract may ask for more. */
    public static final int MIN_BATCH_UNITS = 5;

    /** The most entries of one call. */
    public static final int MAX_TOGETHER = 10_000;

    private static final int PAGE = 1_000;

    private final CommunityId id;
    private final ChartOfAccounts chart;
    private final BookStore store;
    private final EntryRules rules;

    /**
     * Opens the book of a community.
     *
     * @param id whose book
     * @param chart its accounts
     * @param store where it is kept
     */
    public Book(CommunityId id, ChartOfAccounts chart, BookStore store) {
        this.id = id;
        this.chart = chart;
        this.store = store;
        this.rules = new EntryRules(chart);
    }

    /**
     * Whose book it is.
     *
     * @return the community
     */
    public CommunityId id() {
        return id;
    }

    /**
     * Its accounts.
     *
     * @return the chart
     */
    public ChartOfAccounts chart() {
        return chart;
    }

    /**
     * Posts an entry that takes no cash out.
     *
     * @param draft the entry
     * @param at the moment of recording
     * @return the acknowledgement, or every rule in the way
     */
    public Outcome<Acknowledgement> post(EntryDraft draft, Instant at) {
        return post(draft, at, BookGuard.none());
    }

    /**
     * Posts an entry that takes no cash out and keeps further rules.
     *
     * @param draft the entry
     * @param at the moment of recording
     * @param guard the further rules, judged in the same step
     * @return the acknowledgement, or every rule in the way
     */
    public Outcome<Acknowledgement> post(EntryDraft draft, Instant at, BookGuard guard) {
        return store.write(id, session -> apply(session, draft, at, null, guard));
    }

    /**
     * Posts entries together: all of them, or none.
     *
     * @param drafts the entries, in order; a later one sees the earlier ones
     * @param at the moment of recording
     * @return an acknowledgement each, or every rule in the way of the first that is refused
     * @throws IllegalArgumentException if there are more than {@link #MAX_TOGETHER}
     */
    public Outcome<List<Acknowledgement>> postAll(List<EntryDraft> drafts, Instant at) {
        requireFew(drafts);
        try {
            return store.write(
                    id,
                    session -> {
                        List<Acknowledgement> all = new ArrayList<>();
                        for (EntryDraft draft : drafts) {
                            all.add(
                                    apply(session, draft, at, null, BookGuard.none())
                                            .orElseThrow(Undone::new));
                        }
                        return Outcome.accepted(List.copyOf(all));
                    });
        } catch (Undone undone) {
            return Outcome.refused(undone.ruling);
        }
    }

    /**
     * Posts entries in one step, each by itself: a refusal of one leaves the others standing.
     *
     * @param drafts the entries, in order; a later one sees the earlier ones that were accepted
     * @param at the moment of recording
     * @return for each, in the same order, its acknowledgement or every rule in its way
     * @throws IllegalArgumentException if there are more than {@link #MAX_TOGETHER}
     */
    public List<Outcome<Acknowledgement>> postEach(List<EntryDraft> drafts, Instant at) {
        requireFew(drafts);
        return store.write(
                id,
                session -> {
                    List<Outcome<Acknowledgement>> each = new ArrayList<>();
                    for (EntryDraft draft : drafts) {
                        each.add(apply(session, draft, at, null, BookGuard.none()));
                    }
                    return List.copyOf(each);
                });
    }

    private static void requireFew(List<EntryDraft> drafts) {
        if (drafts.size() > MAX_TOGETHER) {
            throw new IllegalArgumentException(
                    drafts.size() + " entries in one call, at most " + MAX_TOGETHER);
        }
    }

    /**
     * Posts the entry of a payment under two keys.
     *
     * @param proof the two keys, given for this payment
     * @param draft the entry; its id is {@link #paymentId}, so that an order pays once
     * @param at the moment of payment
     * @param guard the further rules, such as a budget line, judged in the same step
     * @return the acknowledgement, or every rule in the way
     */
    public Outcome<Acknowledgement> pay(
            TwoKeyProof proof, EntryDraft draft, Instant at, BookGuard guard) {
        if (!proof.order().community().equals(id)) {
            throw new IllegalArgumentException(
                    "order of " + proof.order().community() + " in the book of " + id);
        }
        return store.write(id, session -> apply(session, draft, at, proof, guard));
    }

    /**
     * The id of the one entry through which an order is paid.
     *
     * @param order the order
     * @return for example {@code pay/E0001}
     */
    public static EntryId paymentId(OutflowOrder order) {
        return EntryRules.paymentOf(order);
    }

    /**
     * What the entry of an outflow records.
     *
     * @param kind the kind of outflow
     * @return for example {@code REMUNERATION_DRAW} for remuneration
     */
    public static EntryKind entryKindOf(OutflowKind kind) {
        return EntryRules.entryKindOf(kind);
    }

    /**
     * Publishes the sums of the household entries of a kind that no batch covers yet.
     *
     * @param kind the kind of entry
     * @param minUnits the least number of different units behind each sum, at least {@link
     *     #MIN_BATCH_UNITS}
     * @param at the moment of publication
     * @param day the day of publication
     * @return the batch; refused while too few units stand behind a sum; empty if there is nothing
     *     to publish
     */
    public Outcome<Optional<HouseholdBatch>> publishBatch(
            EntryKind kind, int minUnits, Instant at, LocalDate day) {
        if (minUnits < MIN_BATCH_UNITS) {
            throw new IllegalArgumentException("a batch of " + minUnits + " units hides nobody");
        }
        return store.write(
                id,
                session -> {
                    long from = session.lastBatch(kind).map(HouseholdBatch::toIndex).orElse(0L);
                    Pending pending = pending(session, kind, from);
                    if (pending.entryCount == 0) {
                        return Outcome.accepted(Optional.empty());
                    }
                    List<Finding> findings = new ArrayList<>(EntryRules.period(session, day));
                    findings.addAll(pending.judge(minUnits));
                    Ruling ruling = new Ruling(findings);
                    if (!ruling.notMet().isEmpty()) {
                        return Outcome.refused(ruling);
                    }
                    HouseholdBatch batch =
                            pending.batch(
                                    id,
                                    session.frontier().size(),
                                    notBeforeLast(session, at),
                                    day,
                                    kind,
                                    from);
                    append(session, new LogRecord.OfBatch(batch, Leaf.hashOf(batch)));
                    return Outcome.accepted(Optional.of(batch));
                });
    }

    /**
     * Closes all periods up to a day, for ever: no entry takes effect on it or before any more.
     *
     * @param through the last day of a month that is over
     * @param at the moment of closing
     * @param today the day of closing, where the community is
     * @return the close, or every rule in the way
     */
    public Outcome<PeriodClose> close(LocalDate through, Instant at, LocalDate today) {
        return store.write(
                id,
                session -> {
                    Ruling ruling = new Ruling(closing(session, through, today));
                    if (!ruling.notMet().isEmpty()) {
                        return Outcome.refused(ruling);
                    }
                    PeriodClose close =
                            new PeriodClose(
                                    id,
                                    session.frontier().size(),
                                    notBeforeLast(session, at),
                                    through);
                    append(session, new LogRecord.OfClose(close, Leaf.hashOf(close)));
                    return Outcome.accepted(close);
                });
    }

    private static List<Finding> closing(BookReader book, LocalDate through, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_ENDS_MONTH,
                        PeriodClose.endsMonth(through),
                        "day",
                        through));
        book.closedThrough()
                .ifPresent(
                        closed ->
                                findings.add(
                                        RuleCheck.of(
                                                LedgerRule.CLOSE_FORWARD,
                                                through.isAfter(closed),
                                                "day",
                                                through,
                                                "closed",
                                                closed)));
        findings.add(
                RuleCheck.of(
                        LedgerRule.CLOSE_OVER,
                        through.isBefore(today),
                        "day",
                        through,
                        "today",
                        today));
        return findings;
    }

    /**
     * The acknowledgement of an entry that is in the book.
     *
     * @param entry the caller's name for it
     * @return empty if the book has none
     */
    public Optional<Acknowledgement> find(EntryId entry) {
        return read(reader -> reader.entry(entry).map(there -> Acknowledgement.of(there, true)));
    }

    /**
     * Reads from one moment of the book.
     *
     * @param work reads
     * @param <T> what the work answers
     * @return its answer
     */
    public <T> T read(Function<BookReader, T> work) {
        return store.read(id, work);
    }

    /**
     * Reads while nobody writes: no entry is posted from the first thing read until the work is
     * done, so that what it keeps elsewhere fits the book.
     *
     * @param work reads, and may keep something in another store
     * @param <T> what the work answers
     * @return its answer
     */
    public <T> T alone(Function<BookReader, T> work) {
        return store.write(id, work::apply);
    }

    private Outcome<Acknowledgement> apply(
            BookSession session,
            EntryDraft draft,
            Instant at,
            @Nullable TwoKeyProof proof,
            BookGuard guard) {
        Optional<LogRecord.OfEntry> there = session.entry(draft.id());
        if (there.isPresent()) {
            return there.get().entry().draft().hasSameContentAs(draft)
                    ? Outcome.accepted(Acknowledgement.of(there.get(), true))
                    : Outcome.refused(
                            Ruling.of(
                                    RuleCheck.of(
                                            LedgerRule.SAME_ID_OTHER_CONTENT,
                                            false,
                                            "entry",
                                            draft.id())));
        }
        List<Finding> findings = new ArrayList<>(rules.judge(session, draft, proof));
        findings.addAll(guard.judge(session, draft));
        Ruling ruling = new Ruling(findings);
        if (!ruling.notMet().isEmpty()) {
            return Outcome.refused(ruling);
        }
        Entry entry = new Entry(id, session.frontier().size(), notBeforeLast(session, at), draft);
        LogRecord.OfEntry record =
                new LogRecord.OfEntry(entry, Leaf.hashOf(entry), balancesAfter(session, draft));
        append(session, record);
        return Outcome.accepted(Acknowledgement.of(record, false));
    }

    /** The log's time never runs backwards, even where the callers' clocks differ. */
    private static Instant notBeforeLast(BookReader book, Instant at) {
        return book.lastRecordedAt().filter(last -> last.isAfter(at)).orElse(at);
    }

    private static List<Balance> balancesAfter(BookReader book, EntryDraft draft) {
        Map<AccountCode, Balance> latest = new TreeMap<>();
        List<Balance> after = new ArrayList<>();
        for (Posting posting : draft.postings()) {
            Balance balance =
                    Objects.requireNonNullElseGet(
                                    latest.get(posting.account()),
                                    () -> book.balance(posting.account()))
                            .plus(posting);
            latest.put(posting.account(), balance);
            after.add(balance);
        }
        return after;
    }

    private static void append(BookSession session, LogRecord record) {
        Frontier.Appended appended = session.frontier().append(record.leaf());
        session.append(new BookSession.Appended(record, appended.completed(), appended.frontier()));
    }

    private static Pending pending(BookReader book, EntryKind kind, long from) {
        Pending pending = new Pending();
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

    /** The household entries of one kind that wait for their batch. */
    private static final class Pending {

        /** Who stands behind each sum; a lone reversal on the other side would show its amount. */
        private final Map<AccountCode, Map<Side, Set<UnitId>>> unitsBySum = new TreeMap<>();

        private final Map<AccountCode, Map<Side, Posting>> totals = new TreeMap<>();
        private final Set<UnitId> units = new HashSet<>();
        private int entryCount;

        Pending add(EntryDraft draft, EntryKind kind) {
            if (draft.kind() == kind) {
                draft.visibility().fold(() -> this, unit -> add(draft, unit));
            }
            return this;
        }

        private Pending add(EntryDraft draft, UnitId unit) {
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
                                                a.account(),
                                                a.side(),
                                                a.amount().plus(b.amount())));
            }
            return this;
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
                CommunityId book,
                long index,
                Instant at,
                LocalDate day,
                EntryKind kind,
                long from) {
            List<Posting> postings =
                    totals.values().stream()
                            .flatMap(bySide -> new TreeMap<>(bySide).values().stream())
                            .toList();
            return new HouseholdBatch(
                    book, index, at, day, kind, from, index, entryCount, units.size(), postings);
        }
    }

    /** Carries a refusal out of the store's call, so that the store undoes the batch. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Ruling ruling;

        Undone(Ruling ruling) {
            super(null, null, false, false);
            this.ruling = ruling;
        }
    }
}
