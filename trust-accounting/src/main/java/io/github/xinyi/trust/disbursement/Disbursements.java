package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.budget.AdoptedBudget;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetRule;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.TrustContract;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeys;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one way by which money leaves (双密码支付): request, two keys, payment.
 *
 * <p>Every rule is judged again at the moment of payment: both signatures, the budget line or the
 * remuneration's limit, and the cash that is there. A repeated call of {@link #pay} pays once.
 * Thread-safe if its stores are.
 *
 * @since 0.1.0
 */
public final class Disbursements {

    /** The calendar by which the day of a payment is told. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ContractTerms terms;
    private final AdoptedBudget budget;
    private final Remuneration remuneration;
    private final TwoKeys lock;
    private final Book book;
    private final DisbursementStore store;

    /**
     * The payments of one community.
     *
     * @param contract the contract in force
     * @param budget the budget of the year
     * @param book the community's book; its chart has the budget's accounts
     * @param store where disbursements are kept
     */
    public Disbursements(
            TrustContract contract, AdoptedBudget budget, Book book, DisbursementStore store) {
        this.terms = contract.terms();
        if (!budget.content().community().equals(terms.community())
                || !book.id().equals(terms.community())) {
            throw new IllegalArgumentException(
                    "contract, budget and book of "
                            + terms.community()
                            + " do not belong together");
        }
        this.budget = budget;
        this.remuneration = new Remuneration(contract);
        this.lock = new TwoKeys(terms.keys());
        this.book = book;
        this.store = store;
    }

    /**
     * Asks for a payment.
     *
     * @param request what is to be paid
     * @return the disbursement, or every rule in the way
     */
    public Outcome<Disbursement> request(PaymentRequest request) {
        OutflowOrder order = request.order();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        DisbursementRule.OF_CONTRACT,
                        order.community().equals(terms.community())
                                && order.policy().equals(terms.id()),
                        "contract",
                        terms.id()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.EXPIRY_AS_AGREED,
                        order.expiresAt().equals(expiry(request.requestedAt())),
                        "expires",
                        order.expiresAt(),
                        "days",
                        terms.approvalValidDays()));
        if (order.kind() == OutflowKind.PAYMENT) {
            findings.add(vouchersShowAmount(request));
            findings.add(
                    RuleCheck.of(
                            DisbursementRule.PAYEE_NOT_TRUSTEE,
                            !order.payee().equals(terms.trustee()),
                            "payee",
                            order.payee()));
            findings.add(
                    RuleCheck.of(
                            BudgetRule.LINE_KNOWN,
                            budget.line(order.budgetLine()).isPresent(),
                            "line",
                            order.budgetLine()));
        }
        Disbursement disbursement = new Disbursement(request, List.of(), Status.REQUESTED);
        Ruling ruling = new Ruling(findings);
        if (!ruling.notMet().isEmpty()) {
            return Outcome.refused(ruling);
        }
        if (store.insert(disbursement)) {
            return Outcome.accepted(disbursement);
        }
        Optional<Disbursement> there = store.find(order.community(), order.id());
        return there.filter(d -> d.request().equals(request)).isPresent()
                ? Outcome.accepted(there.get())
                : refused(DisbursementRule.NEW_ID, order.id());
    }

    /**
     * The moment at which a request made at a moment expires.
     *
     * @param requestedAt when it is made
     * @return as many days later as the contract says
     */
    public Instant expiry(Instant requestedAt) {
        return requestedAt.plus(Duration.ofDays(terms.approvalValidDays()));
    }

    private static Finding vouchersShowAmount(PaymentRequest request) {
        Money shown =
                request.vouchers().stream()
                        .filter(voucher -> voucher.kind().showsCost())
                        .map(Voucher::amount)
                        .reduce(Money.zero(request.order().amount().currency()), Money::plus);
        return RuleCheck.of(
                DisbursementRule.VOUCHERS_SHOW_AMOUNT,
                shown.equals(request.order().amount()),
                "shown",
                shown,
                "amount",
                request.order().amount());
    }

    /**
     * Gives a key to a payment.
     *
     * @param id the disbursement's number
     * @param approval a signature over its order
     * @return the disbursement with the key, or every rule in the way
     */
    public Outcome<Disbursement> approve(String id, Approval approval) {
        Optional<Disbursement> found = store.find(terms.community(), id);
        if (found.isEmpty()) {
            return refused(DisbursementRule.KNOWN, id);
        }
        Disbursement there = found.get();
        if (there.approvals().contains(approval)) {
            return Outcome.accepted(there);
        }
        if (there.status() != Status.REQUESTED) {
            return refused(DisbursementRule.OPEN_FOR_APPROVAL, id);
        }
        if (approval.signedAt().isBefore(there.request().requestedAt())) {
            return refused(DisbursementRule.REQUESTED_BEFORE_SIGNED, id);
        }
        return lock.approve(there.request().order(), there.approvals(), approval)
                .then(
                        all ->
                                advance(
                                        there,
                                        new Disbursement(
                                                there.request(),
                                                all,
                                                all.size() == 2
                                                        ? Status.AUTHORISED
                                                        : Status.REQUESTED)));
    }

    /**
     * Pays: the entry is posted, once, and the disbursement is marked.
     *
     * @param id the disbursement's number
     * @param source the bank's line of the payment
     * @param at the moment of payment
     * @param day the day to which the payment belongs
     * @param salt hides what may have to be erased
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> pay(
            String id, SourceDocument source, Instant at, LocalDate day, Salt salt) {
        Optional<Disbursement> found = store.find(terms.community(), id);
        if (found.isEmpty()) {
            return refused(DisbursementRule.KNOWN, id);
        }
        Disbursement there = found.get();
        OutflowOrder order = there.request().order();
        Outcome<Acknowledgement> paid =
                book.find(Book.paymentId(order))
                        .map(Outcome::accepted)
                        .orElseGet(
                                () ->
                                        lock.open(order, there.approvals(), at)
                                                .then(
                                                        proof ->
                                                                book.pay(
                                                                        proof,
                                                                        draft(
                                                                                order, source, day,
                                                                                salt),
                                                                        at,
                                                                        guard(order, at, day))));
        if (paid.isAccepted() && there.status() == Status.AUTHORISED) {
            store.advance(there, new Disbursement(there.request(), there.approvals(), Status.PAID));
        }
        return paid;
    }

    private BookGuard guard(OutflowOrder order, Instant at, LocalDate day) {
        LocalDate made = at.atZone(ZONE).toLocalDate();
        List<Finding> dates =
                List.of(
                        RuleCheck.of(
                                DisbursementRule.WITHIN_TERM,
                                terms.covers(day),
                                "day",
                                day,
                                "contract",
                                terms.id()),
                        RuleCheck.of(
                                DisbursementRule.DAY_OF_PAYMENT,
                                day.equals(made),
                                "made",
                                made,
                                "day",
                                day));
        return (reader, draft) ->
                Stream.concat(dates.stream(), limits(reader, order, day).stream()).toList();
    }

    private List<Finding> limits(BookReader reader, OutflowOrder order, LocalDate day) {
        return order.kind() == OutflowKind.PAYMENT
                ? budget.judge(reader, order.budgetLine(), order.amount(), day)
                : remuneration.judge(reader, order.payee(), order.amount(), day);
    }

    private EntryDraft draft(OutflowOrder order, SourceDocument source, LocalDate day, Salt salt) {
        EntryKind kind =
                order.kind() == OutflowKind.PAYMENT
                        ? EntryKind.PAYMENT
                        : EntryKind.REMUNERATION_DRAW;
        return EntryDraft.of(Book.paymentId(order), kind, day, source, salt)
                .narrative(order.purpose())
                .postings(order.kind() == OutflowKind.PAYMENT ? cost(order) : draw(order.amount()));
    }

    private List<Posting> cost(OutflowOrder order) {
        BudgetLine line =
                budget.line(order.budgetLine())
                        .orElseThrow(() -> new IllegalStateException("line was there on request"));
        return List.of(
                Posting.debit(line.expenseAccount(), order.amount()),
                Posting.credit(line.cashAccount(), order.amount()));
    }

    /** The service fund owes remuneration and pays it; the firm's claim arises and is met. */
    private static List<Posting> draw(Money amount) {
        return List.of(
                Posting.debit(ChartOfAccounts.DUE_TO_REMUNERATION, amount),
                Posting.credit(ChartOfAccounts.SERVICE_CASH, amount),
                Posting.debit(ChartOfAccounts.REMUNERATION_PAYABLE, amount),
                Posting.credit(ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, amount));
    }

    private Outcome<Disbursement> advance(Disbursement there, Disbursement next) {
        return store.advance(there, next)
                ? Outcome.accepted(next)
                : refused(DisbursementRule.UNCHANGED_SINCE_READ, there.id());
    }

    private static <T> Outcome<T> refused(DisbursementRule rule, String id) {
        return Outcome.refused(Ruling.of(RuleCheck.of(rule, false, "id", id)));
    }
}
