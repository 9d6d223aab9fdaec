package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The firm's remuneration: the floor of ratio × fees received since the contract began, less what
 * was drawn, so that the months sum to the whole to the fen.
 *
 * <p>Example: ratio 8/100, received 1,279,393.25, drawn 90,000.00: at most 12,351.46 more. Source:
 * Trust Law art. 35; the rounding is an interpretation (I20).
 *
 * @since 0.1.0
 */
public final class Remuneration {

    private static final int PAGE = 1_000;

    private final ContractTerms terms;

    /**
     * The remuneration under a contract.
     *
     * @param contract a contract in force
     */
    public Remuneration(TrustContract contract) {
        this.terms = contract.terms();
    }

    /**
     * The base: fees received, less those reversed, from the contract's first day to a day.
     *
     * @param book the book as it stands
     * @param day the last day counted
     * @return at least zero
     */
    public Money base(BookReader book, LocalDate day) {
        Money received =
                book.turnover(
                                ChartOfAccounts.FEES_RECEIVABLE,
                                EntryKind.FEE_RECEIPT,
                                terms.startInclusive(),
                                day)
                        .net()
                        .negated();
        return received.atLeastZero();
    }

    /**
     * What was drawn in the contract's term; a draw of another day is never paid.
     *
     * @param book the book as it stands
     * @return drawn less reversed, at least zero: a draw of an earlier contract that came back
     *     gives this one no more
     */
    public Money drawn(BookReader book) {
        return book.turnover(
                        ChartOfAccounts.REMUNERATION_PAYABLE,
                        EntryKind.REMUNERATION_DRAW,
                        terms.startInclusive(),
                        terms.endInclusive())
                .net()
                .atLeastZero();
    }

    /**
     * What may still be drawn on a day.
     *
     * @param book the book as it stands
     * @param day the day
     * @return the floor of ratio × base less drawn; below zero if the base has fallen since
     */
    public Money available(BookReader book, LocalDate day) {
        return entitlement(book, day).minus(drawn(book));
    }

    private Money entitlement(BookReader book, LocalDate day) {
        Money base = base(book, day);
        return Money.ofMinor(terms.ratio().floorOf(base.minor()), base.currency());
    }

    /**
     * Records what has fallen due to the firm and was not recorded yet: a cost of the service fund,
     * a claim of the firm.
     *
     * <p>The amount is open and tells what was received, so it is refused while a household's fee
     * waits for its batch.
     *
     * @param book the book
     * @param id the caller's name for the entry
     * @param at the moment of recording
     * @param day the day up to which the base is counted
     * @param salt hides what may have to be erased
     * @return the entry, empty if nothing has fallen due; or every rule in the way
     */
    public Outcome<Optional<Acknowledgement>> accrue(
            Book book, EntryId id, Instant at, LocalDate day, Salt salt) {
        Money due = book.read(reader -> notAccrued(reader, day));
        if (!due.isPositive()) {
            return Outcome.accepted(Optional.empty());
        }
        EntryDraft draft =
                EntryDraft.of(
                                id,
                                EntryKind.REMUNERATION_ACCRUAL,
                                day,
                                new SourceDocument("contract", terms.id()),
                                salt)
                        .postings(
                                Posting.debit(ChartOfAccounts.REMUNERATION_COST, due),
                                Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, due),
                                Posting.debit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, due),
                                Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, due));
        return book.post(
                        draft,
                        at,
                        (reader, same) ->
                                List.of(
                                        withinEntitlement(reader, due, day),
                                        receiptsPublished(reader)))
                .then(posted -> Outcome.accepted(Optional.of(posted)));
    }

    private static Finding receiptsPublished(BookReader book) {
        long next = book.lastBatch(EntryKind.FEE_RECEIPT).map(HouseholdBatch::toIndex).orElse(0L);
        long waiting = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            waiting += page.stream().filter(Remuneration::isHouseholdReceipt).count();
            next += page.size();
            page = book.records(next, PAGE);
        }
        return RuleCheck.of(RemunerationRule.RECEIPTS_PUBLISHED, waiting == 0, "waiting", waiting);
    }

    private static boolean isHouseholdReceipt(LogRecord record) {
        return record.asEntry()
                .map(e -> e.entry().draft())
                .filter(
                        draft ->
                                draft.kind() == EntryKind.FEE_RECEIPT
                                        && !draft.visibility().isOpen())
                .isPresent();
    }

    private Money notAccrued(BookReader book, LocalDate day) {
        Money accrued =
                book.turnover(
                                ChartOfAccounts.REMUNERATION_PAYABLE,
                                EntryKind.REMUNERATION_ACCRUAL,
                                terms.startInclusive(),
                                terms.endInclusive())
                        .net()
                        .negated()
                        .atLeastZero();
        return entitlement(book, day).minus(accrued);
    }

    private Finding withinEntitlement(BookReader book, Money amount, LocalDate day) {
        return RuleCheck.of(
                RemunerationRule.WITHIN_ENTITLEMENT,
                terms.covers(day) && amount.compareTo(notAccrued(book, day)) <= 0,
                "ratio",
                terms.ratio(),
                "base",
                base(book, day),
                "amount",
                amount);
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
        Money available = available(book, day);
        return List.of(
                RuleCheck.of(
                        RemunerationRule.WITHIN_TERM, terms.covers(day), "contract", terms.id()),
                RuleCheck.of(
                        RemunerationRule.PAYEE_IS_TRUSTEE,
                        payee.equals(terms.trustee()),
                        "payee",
                        payee),
                receiptsPublished(book),
                RuleCheck.of(
                        RemunerationRule.WITHIN_ENTITLEMENT,
                        amount.compareTo(available) <= 0,
                        "ratio",
                        terms.ratio(),
                        "base",
                        base(book, day),
                        "drawn",
                        drawn(book),
                        "amount",
                        amount));
    }
}
