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
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.TrusteeDebt;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
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

    /** What the service fund gave to a successor's account. */
    private static final AccountCode HANDED_OVER = AccountCode.of("service.handed-over");

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
     * sent while the firm served is its own though the bank paid it later. What the firm has paid
     * back is taken off.
     *
     * @param book the book as it stands
     * @return without what the bank brought back, on whatever day; another firm's draws are none of
     *     it, and what comes back of them frees nothing here. Below zero where a draw came back
     *     after it was paid back
     */
    public Money drawn(BookReader book) {
        return draws().in(book);
    }

    private FirmsDraws draws() {
        return new FirmsDraws(trusteeship.life(), contractOf);
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

    /**
     * What the firm has to pay back on a day, since its base is worth less than it drew: a draw is
     * refused until that is met, and never made smaller by it.
     *
     * @param book the book as it stands
     * @param day the day
     * @return for example 30.00; at least zero
     * @since 0.1.0
     */
    public Money owed(BookReader book, LocalDate day) {
        return available(book, day).negated().atLeastZero();
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
        Money due = book.read(reader -> toAccrue(reader, day));
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

    /**
     * Records what the firm has paid back into the service fund, which meets what it owes of its
     * draws (追回应收款) and opens them again once all is met. It is the opposite of a draw, and of this
     * contract alone: also after another firm has taken over, as long as the contract's money is
     * kept in this book. If the bank takes it back ({@code BankDebit.ReturnedItem}), the firm owes
     * it again. It is refused while a household's fee waits for its batch, since what is owed tells
     * of it.
     *
     * @param repaid what was paid, by whom, on which line of the bank; the same again changes
     *     nothing
     * @param at the moment of recording
     * @return the entry, or every rule in the way: above what is owed, {@link
     *     RemunerationRule#REPAID_WITHIN_OWED} names what is
     * @since 0.1.0
     */
    public Outcome<Acknowledgement> repay(RemunerationRepayment repaid, Instant at) {
        Money amount = repaid.amount();
        EntryDraft draft =
                EntryDraft.of(
                                repaid.entryId(terms.id()),
                                EntryKind.REMUNERATION_REPAYMENT,
                                repaid.day(),
                                repaid.bankLine(),
                                repaid.salt())
                        .narrative(terms.id())
                        .postings(
                                Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                                Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                                Posting.debit(
                                        ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount),
                                Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, amount));
        return trusteeship
                .book()
                .accrue(
                        new Warrant.Accrual(),
                        draft,
                        at,
                        (reader, same) -> judgeRepayment(reader, repaid, at));
    }

    /** Another currency than the book's is refused by the book itself. */
    private List<Finding> judgeRepayment(
            BookReader book, RemunerationRepayment repaid, Instant at) {
        LocalDate recorded = at.atZone(Meeting.ZONE).toLocalDate();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        RemunerationRule.PAYER_IS_TRUSTEE,
                        repaid.payer().equals(terms.trustee()),
                        "payer",
                        repaid.payer()));
        findings.add(receiptsPublished(book));
        findings.add(shownByBank(book, repaid.bankLine()));
        findings.add(
                RuleCheck.of(
                        TrusteeshipRule.RECORDED_AFTERWARDS,
                        !repaid.day().isAfter(recorded),
                        "day",
                        repaid.day(),
                        "recorded",
                        recorded));
        findings.add(intoFund(book, repaid.day()));
        if (repaid.amount().currency().equals(Book.CURRENCY)) {
            Money owed = owed(book, repaid.day());
            findings.add(
                    RuleCheck.of(
                            RemunerationRule.REPAID_WITHIN_OWED,
                            repaid.amount().compareTo(owed) <= 0,
                            "owed",
                            owed,
                            "amount",
                            repaid.amount()));
        }
        return findings;
    }

    private Finding shownByBank(BookReader book, SourceDocument line) {
        return RuleCheck.of(
                RemunerationRule.REPAYMENT_SHOWN_BY_BANK,
                line.type().equals(SourceDocument.BANK_LINE)
                        && draws().repayments(book).noneMatch(there -> there.source().equals(line)),
                "line",
                line.id());
    }

    /** What comes once all is handed over and the money is elsewhere could leave by no rule. */
    private Finding intoFund(BookReader book, LocalDate day) {
        ContractLife.Status status = trusteeship.life().statusOn(day);
        boolean isGone =
                status == ContractLife.Status.CLOSED
                        && book.turnover(
                                        HANDED_OVER,
                                        EntryKind.HAND_OVER,
                                        lastDay().plusDays(1),
                                        OPEN_END)
                                .net()
                                .isPositive();
        return RuleCheck.of(
                RemunerationRule.REPAID_INTO_FUND,
                status != ContractLife.Status.BEFORE_TERM && !isGone,
                "contract",
                terms.id(),
                "status",
                status,
                "day",
                day);
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

    /** After the end no more is given again than was taken back; the rest is asked for in vain. */
    private Money toAccrue(BookReader book, LocalDate day) {
        Money due = notAccrued(book, day);
        Money again = accruals().most(book).minus(accruals().in(book));
        return day.isAfter(lastDay()) && again.isPositive() && due.compareTo(again) > 0
                ? again
                : due;
    }

    private FirmsAccruals accruals() {
        return new FirmsAccruals(trusteeship.life());
    }

    /** After the end what was too much is taken back, and given again at most. */
    private List<Finding> judgeAccrual(BookReader book, Money due, LocalDate day) {
        FirmsAccruals accruals = accruals();
        boolean corrects =
                day.isAfter(lastDay())
                        && accruals.in(book).plus(due).compareTo(accruals.most(book)) <= 0;
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
