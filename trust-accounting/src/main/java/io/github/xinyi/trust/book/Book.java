package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.MerkleDigest;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The book of one community (账簿): decides on an entry and applies it in one step, with its balances
 * and its leaf in the public log.
 *
 * <p>Nothing is ever changed or removed but a text that is erased by a record of its own;
 * corrections are reversals. A record is never dated before the one before it: a moment given that
 * is earlier is brought up to that one. An id posted again with the same content gives the same
 * acknowledgement. Cash leaves only under two keys, by {@code Disbursements}. Thread-safe if its
 * store is.
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

    /** The most accounts of the chart that a book is given. */
    public static final int MAX_CHART_ACCOUNTS = 1_000;

    /** The most accounts that a book opens in its log, those closed since among them. */
    public static final int MAX_OPENED_ACCOUNTS = 1_000;

    /** Begins the id of the entry through which an order is paid. */
    private static final String PAYMENT = "pay/";

    private final CommunityId id;
    private final ChartOfAccounts chart;
    private final BookStore store;
    private final LogAppender log;

    /**
     * Opens the book of a community, whose log is hashed with SHA-256.
     *
     * @param id whose book
     * @param chart its accounts
     * @param store where it is kept
     * @throws IllegalArgumentException if the chart has more than {@link #MAX_CHART_ACCOUNTS}
     */
    public Book(CommunityId id, ChartOfAccounts chart, BookStore store) {
        this(id, chart, store, MerkleDigest.SHA_256);
    }

    /**
     * Opens the book of a community.
     *
     * @param id whose book
     * @param chart its accounts
     * @param store where it is kept
     * @param digest that of its log, the same for ever; writing to a log of another throws {@link
     *     IllegalStateException}
     * @throws IllegalArgumentException if the chart has more than {@link #MAX_CHART_ACCOUNTS}
     */
    public Book(CommunityId id, ChartOfAccounts chart, BookStore store, MerkleDigest digest) {
        if (chart.accounts().size() > MAX_CHART_ACCOUNTS) {
            throw new IllegalArgumentException(
                    chart.accounts().size() + " accounts, at most " + MAX_CHART_ACCOUNTS);
        }
        this.id = id;
        this.chart = chart;
        this.store = store;
        this.log = new LogAppender(digest);
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
     * The digest of its log.
     *
     * @return SHA-256 unless another was chosen
     */
    public MerkleDigest digest() {
        return log.digest();
    }

    /**
     * The accounts it was given.
     *
     * @return the chart without what was opened in the log
     */
    public ChartOfAccounts chart() {
        return chart;
    }

    /**
     * Its accounts at one moment: the chart, and those opened in its log.
     *
     * @param reader what {@link #read} hands out
     * @return the larger chart; an account that was closed is still in it
     */
    public ChartOfAccounts chartIn(BookReader reader) {
        return Accounts.of(chart, reader).chart();
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
        return store.write(
                id, Set.of(draft.id()), session -> apply(session, Step.plain(draft), at, guard));
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
        List<Step> steps = drafts.stream().map(Step::plain).toList();
        return together(ids(drafts), session -> Outcome.accepted(steps), at, BookGuard.none());
    }

    /** All steps of a command, or none. */
    private Outcome<List<Acknowledgement>> together(
            Set<EntryId> asked,
            Function<BookReader, Outcome<List<Step>>> command,
            Instant at,
            BookGuard guard) {
        try {
            return store.write(
                    id,
                    asked,
                    session ->
                            command.apply(session)
                                    .then(
                                            steps ->
                                                    Outcome.accepted(
                                                            applyAll(session, steps, at, guard))));
        } catch (Undone undone) {
            return Outcome.refused(undone.ruling);
        }
    }

    private List<Acknowledgement> applyAll(
            BookSession session, List<Step> steps, Instant at, BookGuard guard) {
        List<Acknowledgement> all = new ArrayList<>();
        for (Step step : steps) {
            all.add(apply(session, step, at, guard).orElseThrow(Undone::new));
        }
        return List.copyOf(all);
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
                ids(drafts),
                session -> {
                    List<Outcome<Acknowledgement>> each = new ArrayList<>();
                    for (EntryDraft draft : drafts) {
                        each.add(apply(session, Step.plain(draft), at, BookGuard.none()));
                    }
                    return List.copyOf(each);
                });
    }

    private static Set<EntryId> ids(List<EntryDraft> drafts) {
        return drafts.stream().map(EntryDraft::id).collect(Collectors.toUnmodifiableSet());
    }

    private static void requireFew(List<EntryDraft> drafts) {
        if (drafts.size() > MAX_TOGETHER) {
            throw new IllegalArgumentException(
                    drafts.size() + " entries in one call, at most " + MAX_TOGETHER);
        }
    }

    /**
     * Posts the entry of a payment under two keys. Who pays is {@code Disbursements}, which hands
     * in the limits of each kind of outflow: nobody else can name a warrant, since its package is
     * exported to the contract tests alone.
     *
     * @param warrant the two keys, given for this payment
     * @param draft the entry; its id is {@link #paymentId}, so that an order pays once
     * @param at the moment of payment
     * @param guard the limits, such as a budget line, judged in the same step
     * @return the acknowledgement, or every rule in the way
     * @throws IllegalArgumentException if the order is of another community
     */
    @SuppressWarnings("exports")
    public Outcome<Acknowledgement> pay(
            Warrant.Payment warrant, EntryDraft draft, Instant at, BookGuard guard) {
        CommunityId signed = warrant.keys().order().community();
        if (!signed.equals(id)) {
            throw new IllegalArgumentException("order of " + signed + " in the book of " + id);
        }
        return store.write(
                id,
                Set.of(draft.id()),
                session -> apply(session, Step.under(warrant, draft), at, guard));
    }

    /**
     * Posts one entry as a rule of the trust has reckoned it: remuneration that has fallen due,
     * what the firm owes for what was spent without authority and pays in, what it pays back of its
     * draws, and a shortfall that one class repays another. By {@link #post} such an entry is
     * refused.
     *
     * @param warrant that a rule of the trust made the entry
     * @param draft the entry
     * @param at the moment of recording
     * @param guard the rule, judged again in the same step
     * @return the acknowledgement, or every rule in the way
     */
    @SuppressWarnings("exports")
    public Outcome<Acknowledgement> accrue(
            Warrant.Accrual warrant, EntryDraft draft, Instant at, BookGuard guard) {
        return store.write(
                id,
                Set.of(draft.id()),
                session -> apply(session, Step.under(warrant, draft), at, guard));
    }

    /**
     * Posts what a rule makes of the book as it stands, all of it or nothing: what classes owe each
     * other for a cost, the return of a payment whose cost was passed, and the taking back of an
     * opening balance that brought in dues.
     *
     * @param warrant that a rule of the trust makes the entries
     * @param drafts makes them, in the same step; a later one sees the earlier ones
     * @param at the moment of recording
     * @param guard the rule, judged of each
     * @return an acknowledgement each, or every rule in the way of the first that is refused
     */
    @SuppressWarnings("exports")
    public Outcome<List<Acknowledgement>> accrueAll(
            Warrant.Accrual warrant,
            Function<BookReader, Outcome<List<EntryDraft>>> drafts,
            Instant at,
            BookGuard guard) {
        return together(
                Set.of(),
                session ->
                        drafts.apply(session)
                                .then(
                                        each ->
                                                Outcome.accepted(
                                                        each.stream()
                                                                .map(d -> Step.under(warrant, d))
                                                                .toList())),
                at,
                guard);
    }

    /**
     * Enters what the bank took out by itself, on the evidence of a line of its statement. Each
     * line enters once; where the class has not enough cash, other cash in the same account at the
     * bank lends it, and both classes record the shortfall in an entry of its own.
     *
     * @param debit a fee or a returned item
     * @param at the moment of recording
     * @param guard the further rules, such as that the line was imported, judged in the same step
     * @return the entries, that of the debit last, a shortfall before it; or every rule in the way,
     *     {@link LedgerRule#FUNDS_SUFFICIENT} if the book has less cash than the account at the
     *     bank had
     */
    public Outcome<List<Acknowledgement>> recordBankDebit(
            BankDebit debit, Instant at, BookGuard guard) {
        return together(
                Set.of(),
                session -> {
                    ChartOfAccounts accounts = chartIn(session);
                    return new BankDebits(accounts, new Receipts(accounts)).steps(session, debit);
                },
                at,
                guard);
    }

    /**
     * Puts a mistaken receipt right; the cash at the bank does not move.
     *
     * @param correction what was mistaken, with the receipt it belongs to
     * @param at the moment of recording
     * @param guard the further rules, judged in the same step
     * @return the entries of the correction, or every rule in the way
     */
    public Outcome<List<Acknowledgement>> correctReceipt(
            ReceiptCorrection correction, Instant at, BookGuard guard) {
        return together(
                Set.of(),
                session -> new ReceiptCorrections(chartIn(session)).steps(session, correction),
                at,
                guard);
    }

    /**
     * Brings in the entries of a month of earlier books, all of them or none, before the book has
     * an entry of its own. They keep their days, are recorded now, and are leaves like others;
     * their payments need no keys, since they were made long ago.
     *
     * @param period the month, after those imported before
     * @param drafts its entries, in order, each on a voucher {@link
     *     io.github.xinyi.trust.journal.SourceDocument#imported}
     * @param at the moment of recording
     * @param today the day of recording, where the community is
     * @return an acknowledgement each, or every rule in the way of the first that is refused
     * @throws IllegalArgumentException if there are more than {@link #MAX_TOGETHER}
     */
    public Outcome<List<Acknowledgement>> importPeriod(
            YearMonth period, List<EntryDraft> drafts, Instant at, LocalDate today) {
        requireFew(drafts);
        return together(
                ids(drafts),
                session -> Outcome.accepted(Imports.steps(session, period, drafts, today)),
                at,
                BookGuard.none());
    }

    /**
     * Opens an account that the chart does not have; itself a record of the log. A book opens at
     * most {@link #MAX_OPENED_ACCOUNTS}.
     *
     * @param account the account
     * @param from the day from which it is open
     * @param at the moment of recording
     * @return the record, or every rule in the way
     */
    public Outcome<AccountChange> openAccount(Account account, LocalDate from, Instant at) {
        return store.write(
                id,
                session -> {
                    Accounts accounts = Accounts.of(chart, session);
                    return change(
                            session,
                            accounts.opening(session, account, from),
                            account,
                            AccountChange.Kind.OPENED,
                            from,
                            at);
                });
    }

    /**
     * Closes an account at zero for ever; itself a record of the log.
     *
     * @param account the account
     * @param from the day from which it is closed, after its last entry
     * @param at the moment of recording
     * @return the record, or every rule in the way
     */
    public Outcome<AccountChange> closeAccount(AccountCode account, LocalDate from, Instant at) {
        return store.write(
                id,
                session -> {
                    Accounts accounts = Accounts.of(chart, session);
                    List<Finding> findings = accounts.closing(session, account, from);
                    return accounts.chart()
                            .find(account)
                            .map(
                                    known ->
                                            change(
                                                    session,
                                                    findings,
                                                    known,
                                                    AccountChange.Kind.CLOSED,
                                                    from,
                                                    at))
                            .orElseGet(
                                    () ->
                                            Outcome.refused(
                                                    new Ruling(LedgerRule.inOrder(findings))));
                });
    }

    private Outcome<AccountChange> change(
            BookSession session,
            List<Finding> findings,
            Account account,
            AccountChange.Kind kind,
            LocalDate from,
            Instant at) {
        Optional<Ruling> refusal = refusal(findings);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        AccountChange change =
                new AccountChange(
                        id,
                        session.frontier().size(),
                        notBeforeLast(session, at),
                        account,
                        kind,
                        from);
        log.append(
                session,
                Leaf.hashOf(change, log.digest()),
                leaf -> new LogRecord.OfAccount(change, leaf));
        return Outcome.accepted(change);
    }

    /**
     * The id of the one entry through which an order is paid.
     *
     * @param order the order
     * @return for example {@code pay/E0001}
     */
    public static EntryId paymentId(OutflowOrder order) {
        return EntryId.of(PAYMENT + order.id());
    }

    /**
     * The number of the order that an entry pays, by its id as {@link #paymentId} makes it.
     *
     * @param entry the id of an entry
     * @return for example {@code E0001} of {@code pay/E0001}; empty where the id is no payment's
     * @since 0.1.0
     */
    public static Optional<String> orderPaidBy(EntryId entry) {
        return Optional.of(entry.value())
                .filter(id -> id.startsWith(PAYMENT))
                .map(id -> id.substring(PAYMENT.length()));
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
     * Publishes the sums of the household entries of a kind that no batch covers yet, each unit
     * taken for a household of its own.
     *
     * @param kind the kind of entry
     * @param minUnits as {@link #publishBatch(EntryKind, int, UnitHolders, Instant, LocalDate)}
     * @param at the moment of publication
     * @param day the day of publication
     * @return the batch; refused while too few units stand behind a sum; empty if there is nothing
     *     to publish
     */
    public Outcome<Optional<HouseholdBatch>> publishBatch(
            EntryKind kind, int minUnits, Instant at, LocalDate day) {
        return publishBatch(kind, minUnits, UnitHolders.eachItsOwn(), at, day);
    }

    /**
     * Publishes the sums of the household entries of a kind that no batch covers yet: one net sum
     * an account, in which reversals are counted with what they stand beside.
     *
     * @param kind the kind of entry
     * @param minUnits the least number of households behind the sum over every set of accounts, at
     *     least {@link #MIN_BATCH_UNITS}
     * @param holders which units are one household
     * @param at the moment of publication
     * @param day the day of publication
     * @return the batch; refused while too few stand behind a sum; empty if there is nothing to
     *     publish
     */
    public Outcome<Optional<HouseholdBatch>> publishBatch(
            EntryKind kind, int minUnits, UnitHolders holders, Instant at, LocalDate day) {
        if (minUnits < MIN_BATCH_UNITS) {
            throw new IllegalArgumentException("a batch of " + minUnits + " units hides nobody");
        }
        return store.write(
                id,
                session -> {
                    PendingBatch pending = PendingBatch.of(session, kind, holders);
                    if (pending.isEmpty()) {
                        return Outcome.accepted(Optional.empty());
                    }
                    List<Finding> findings = new ArrayList<>(PeriodRules.period(session, day));
                    findings.addAll(pending.judge(minUnits));
                    Optional<Ruling> refusal = refusal(findings);
                    if (refusal.isPresent()) {
                        return Outcome.refused(refusal.get());
                    }
                    long index = session.frontier().size();
                    HouseholdBatch batch =
                            pending.batch(id, index, notBeforeLast(session, at), day);
                    log.append(
                            session,
                            Leaf.hashOf(batch, log.digest()),
                            leaf -> new LogRecord.OfBatch(batch, leaf));
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
                    Optional<Ruling> refusal =
                            refusal(PeriodRules.closing(session, chartIn(session), through, today));
                    if (refusal.isPresent()) {
                        return Outcome.refused(refusal.get());
                    }
                    PeriodClose close =
                            new PeriodClose(
                                    id,
                                    session.frontier().size(),
                                    notBeforeLast(session, at),
                                    through);
                    log.append(
                            session,
                            Leaf.hashOf(close, log.digest()),
                            leaf -> new LogRecord.OfClose(close, leaf));
                    return Outcome.accepted(close);
                });
    }

    /**
     * Erases the text of an entry and the salt with it, for ever; itself a record of the log. What
     * was hashed stays: every proof that was given verifies on. A household's entry can then be
     * opened by nobody any more.
     *
     * @param request which entry, why, on whose order
     * @param at the moment of recording
     * @param day the day of the order, where the community is
     * @return the record, the first one if the text was erased before; or every rule in the way
     */
    public Outcome<Erasure> erase(ErasureRequest request, Instant at, LocalDate day) {
        return store.write(
                id,
                session -> {
                    Optional<LogRecord.OfEntry> entry = session.entry(request.entry());
                    Optional<Erasure> before =
                            entry.flatMap(there -> Erasures.before(session, there));
                    if (before.isPresent()) {
                        return Outcome.accepted(before.get());
                    }
                    List<Finding> findings = Erasures.rules(entry, request, day);
                    Optional<Ruling> refusal = refusal(findings);
                    if (entry.isEmpty() || refusal.isPresent()) {
                        return Outcome.refused(refusal.orElseGet(() -> new Ruling(findings)));
                    }
                    Erasure erasure =
                            new Erasures(session, log.digest())
                                    .erase(entry.get(), request, day, notBeforeLast(session, at));
                    log.append(
                            session,
                            Leaf.hashOf(erasure, log.digest()),
                            leaf -> new LogRecord.OfErasure(erasure, leaf));
                    return Outcome.accepted(erasure);
                });
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
            BookSession session, Step step, Instant at, BookGuard guard) {
        EntryDraft draft = step.draft();
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
        EntryRules.Judged judged =
                new EntryRules(Accounts.of(chart, session)).judge(session, step, guard);
        Optional<Ruling> refusal = refusal(judged.findings());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Entry entry = new Entry(id, session.frontier().size(), notBeforeLast(session, at), draft);
        LogRecord.OfEntry record =
                log.append(
                        session,
                        Leaf.hashOf(entry, log.digest()),
                        leaf -> new LogRecord.OfEntry(entry, leaf, judged.balancesAfter()));
        return Outcome.accepted(Acknowledgement.of(record, false));
    }

    /** The log's time never runs backwards, even where the callers' clocks differ. */
    private static Instant notBeforeLast(BookReader book, Instant at) {
        return book.lastRecordedAt().filter(last -> last.isAfter(at)).orElse(at);
    }

    /** All findings in their order, if one of them stands in the way. */
    private static Optional<Ruling> refusal(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.NOT_MET) {
                return Optional.of(new Ruling(LedgerRule.inOrder(findings)));
            }
        }
        return Optional.empty();
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
