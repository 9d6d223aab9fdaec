package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The firm's remuneration: what ratio × base comes to since the contract began, rounded as agreed
 * and never above the floor of the whole, less deductions and what was drawn.
 *
 * <p>Example: ratio 8/100, received 1,279,393.25, drawn 90,000.00: at most 12,351.46 more. Ratios,
 * deductions and losses are read from the trust's courses whenever they are asked for, so that none
 * is stale. Source: Trust Law art. 35; the rounding is an interpretation (I20).
 *
 * @since 0.1.0
 */
public final class Remuneration {

    private static final int PAGE = 1_000;

    /** A day after every draw of a contract that nobody has ended. */
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private final Trusteeship trusteeship;
    private final Function<EntryId, Optional<String>> contractOf;
    private final ContractTerms terms;
    private final TrusteeDebt debt;

    /**
     * The remuneration under a trust.
     *
     * @param trusteeship whose contract and book
     * @param contractOf under which contract a payment to a firm was signed, for example {@code new
     *     SignedDraws(community, store)}; of an entry for which it is empty the day tells
     */
    public Remuneration(Trusteeship trusteeship, Function<EntryId, Optional<String>> contractOf) {
        this.trusteeship = trusteeship;
        this.contractOf = contractOf;
        this.terms = trusteeship.agreement().contract().terms();
        this.debt = new TrusteeDebt(trusteeship);
    }

    /**
     * The base from the contract's first day to a day, over all periods; fees received count less
     * those reversed or refunded.
     *
     * @param book the book as it stands
     * @param day the last day counted
     * @return at least zero
     */
    public Money base(BookReader book, LocalDate day) {
        return RemunerationTerms.of(trusteeship).base(book, day);
    }

    /**
     * What was drawn and settled under this contract, on whatever day it was paid: a draw that was
     * sent while the firm served is its own though the bank paid it later.
     *
     * @param book the book as it stands
     * @return without what the bank brought back, on whatever day; another firm's draws are none of
     *     it, and what comes back of them frees nothing here
     */
    public Money drawn(BookReader book) {
        return new FirmsDraws(trusteeship.life(), contractOf).in(book);
    }

    /**
     * What may still be drawn on a day.
     *
     * @param book the book as it stands
     * @param day the day
     * @return earned, and due when the book was opened, less drawn; below zero if the base has
     *     fallen since
     */
    public Money available(BookReader book, LocalDate day) {
        return entitlement(book, day).minus(drawn(book));
    }

    /** Earned, and due when the book was opened, whatever was drawn of it. */
    private Money entitlement(BookReader book, LocalDate day) {
        return earned(book, day).plus(broughtIn(book));
    }

    /**
     * What the service fund owed the firm when the book was opened. An opening of a day before the
     * contract's first is due to the firm before; both classes record it, and none comes in later.
     * One that was taken back is due to nobody, on whatever day that was.
     */
    private Money broughtIn(BookReader book) {
        AccountCode claim = ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE;
        return AccountEntries.of(book, claim, Side.DEBIT).stream()
                .filter(entry -> entry.kind() == EntryKind.OPENING && entry.reverses().isEmpty())
                .filter(opening -> book.reversalOf(opening.id()).isEmpty())
                .filter(opening -> isServed(opening.effectiveDate()))
                .flatMap(opening -> opening.postings().stream())
                .filter(posting -> posting.account().equals(claim))
                .map(Posting::amount)
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }

    private boolean isServed(LocalDate day) {
        return !day.isBefore(terms.startInclusive()) && !day.isAfter(lastDay());
    }

    private LocalDate lastDay() {
        return trusteeship.life().lastServed().orElse(OPEN_END);
    }

    /** Σ ratio × base, rounded, less deductions; never below zero. */
    private Money earned(BookReader book, LocalDate day) {
        return RemunerationTerms.of(trusteeship).earned(book, day);
    }

    /**
     * Records what has fallen due to the firm and was not recorded yet: a cost of the service fund,
     * a claim of the firm. If the base has fallen, what was recorded too much is taken back, and
     * where it was drawn already the firm owes it to the fund until it has earned it again (追回应收款):
     * the balance of {@code remuneration.payable} is then a debit, and nothing is drawn.
     *
     * <p>The amount is open and tells what was received, so it is refused while a household's fee
     * waits for its batch. It is of the day up to which it counts, so a period is closed after its
     * last accrual: into a closed one nothing accrues, and after the take-over nothing does but
     * what is taken back, or given again of it. What was earned there is drawn and settled all the
     * same.
     *
     * @param id the caller's name for the entry
     * @param at the moment of recording
     * @param day the day up to which the base is counted
     * @param salt hides what may have to be erased
     * @return the entry, empty if nothing has fallen due; or every rule in the way
     */
    public Outcome<Optional<Acknowledgement>> accrue(
            EntryId id, Instant at, LocalDate day, Salt salt) {
        Book book = trusteeship.book();
        Money due = book.read(reader -> notAccrued(reader, day));
        if (due.minor() == 0) {
            return Outcome.accepted(Optional.empty());
        }
        EntryDraft draft =
                EntryDraft.of(
                                id,
                                EntryKind.REMUNERATION_ACCRUAL,
                                day,
                                FirmsAccruals.source(terms.id()),
                                salt)
                        .postings(due.isNegative() ? taken(due.negated()) : earned(due));
        return book.accrue(
                        new Warrant.Accrual(),
                        draft,
                        at,
                        (reader, same) -> judgeAccrual(reader, due, day))
                .then(posted -> Outcome.accepted(Optional.of(posted)));
    }

    private static List<Posting> earned(Money due) {
        return List.of(
                Posting.debit(ChartOfAccounts.REMUNERATION_COST, due),
                Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, due),
                Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, due),
                Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, due));
    }

    private static List<Posting> taken(Money tooMuch) {
        return earned(tooMuch).stream().map(Posting::reversed).toList();
    }

    private static Finding receiptsPublished(BookReader book) {
        long waiting = waiting(book, EntryKind.FEE_RECEIPT) + waiting(book, EntryKind.REFUND);
        return RuleCheck.of(RemunerationRule.RECEIPTS_PUBLISHED, waiting == 0, "waiting", waiting);
    }

    private static long waiting(BookReader book, EntryKind kind) {
        long next = book.lastBatch(kind).map(HouseholdBatch::toIndex).orElse(0L);
        long waiting = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            waiting += page.stream().filter(record -> isHouseholds(record, kind)).count();
            next += page.size();
            page = book.records(next, PAGE);
        }
        return waiting;
    }

    private static boolean isHouseholds(LogRecord record, EntryKind kind) {
        return record.asEntry()
                .map(e -> e.entry().draft())
                .filter(draft -> draft.kind() == kind && !draft.visibility().isOpen())
                .isPresent();
    }

    private Money notAccrued(BookReader book, LocalDate day) {
        return earned(book, day).minus(accruals().in(book));
    }

    private FirmsAccruals accruals() {
        return new FirmsAccruals(trusteeship.life());
    }

    /** After the end what was too much is taken back, and given again at most. */
    private List<Finding> judgeAccrual(BookReader book, Money due, LocalDate day) {
        boolean corrects =
                day.isAfter(lastDay()) && due.compareTo(accruals().takenBackSince(book)) <= 0;
        List<Finding> findings = new ArrayList<>();
        if (!corrects) {
            findings.add(earning(day));
        }
        findings.add(withinEntitlement(book, due, day));
        findings.add(receiptsPublished(book));
        return findings;
    }

    private Finding withinEntitlement(BookReader book, Money amount, LocalDate day) {
        return RuleCheck.of(
                RemunerationRule.WITHIN_ENTITLEMENT,
                amount.compareTo(notAccrued(book, day)) <= 0,
                "ratio",
                ratioOn(day),
                "base",
                base(book, day),
                "amount",
                amount);
    }

    /** The ratio in force, for the finding's reader; the sum itself is over all periods. */
    private Ratio ratioOn(LocalDate day) {
        List<ContractLife.RatioPeriod> periods = trusteeship.life().ratioPeriods();
        return periods.stream()
                .filter(period -> !period.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(periods.get(0))
                .terms()
                .ratio();
    }

    /**
     * Judges a draw against the book as it stands.
     *
     * @param book the book
     * @param payee who is to be paid
     * @param amount the draw
     * @param day the day to which it belongs
     * @return findings, met and not met
     */
    public List<Finding> judge(BookReader book, PersonId payee, Money amount, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        findings.add(earning(day));
        findings.addAll(judgeSettlement(book, payee, amount, day));
        return findings;
    }

    /**
     * Judges what a firm is to be paid while the trust is handed over: as a draw, but that it earns
     * no more.
     *
     * @param book the book
     * @param payee who is to be paid
     * @param amount what is to be paid
     * @param day the day to which it belongs
     * @return findings, met and not met
     */
    public List<Finding> judgeSettlement(
            BookReader book, PersonId payee, Money amount, LocalDate day) {
        Money drawn = drawn(book);
        Money available = entitlement(book, day).minus(drawn);
        return List.of(
                RuleCheck.of(
                        RemunerationRule.PAYEE_IS_TRUSTEE,
                        payee.equals(terms.trustee()),
                        "payee",
                        payee),
                receiptsPublished(book),
                lossRepaired(day),
                debtPaid(book, day),
                RuleCheck.of(
                        RemunerationRule.WITHIN_ENTITLEMENT,
                        amount.compareTo(available) <= 0,
                        "ratio",
                        ratioOn(day),
                        "base",
                        base(book, day),
                        "drawn",
                        drawn,
                        "amount",
                        amount));
    }

    private RuleCheck earning(LocalDate day) {
        return trusteeship.life().judge(ContractLife.Activity.REMUNERATION, day);
    }

    private RuleCheck lossRepaired(LocalDate day) {
        return RuleCheck.of(
                RemunerationRule.LOSS_REPAIRED,
                trusteeship.remuneration().openLosses(day).isEmpty(),
                "day",
                day);
    }

    private RuleCheck debtPaid(BookReader book, LocalDate day) {
        Money owed = debt.outstanding(book, day.atStartOfDay(Meeting.ZONE).toInstant());
        return RuleCheck.of(
                RemunerationRule.TRUSTEE_DEBT_PAID, !owed.isPositive(), "day", day, "owed", owed);
    }
}
