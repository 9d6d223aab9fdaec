package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.event.CommandId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.budget.BudgetCharge;
import io.github.xinyi.trust.budget.BudgetYear;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.fund.AdoptedPlan;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.keys.TwoKeyProof;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one way by which money leaves (双密码支付): request, two keys, payment.
 *
 * <p>An open request holds cash and budget for itself until it is paid, ends or expires. Every rule
 * is judged again at the moment at which the money may leave, that of {@link #send} or else of
 * {@link #pay}: both signatures, a third person's where one is due, the limits of the kind of
 * outflow, and the cash that is there. A repeated call of {@link #pay} pays once. Where the bank's
 * answer is outstanding, {@link #send} keeps the order open however long, and {@link #pay} or
 * {@link #fail} ends it: what the bank has paid is recorded whatever has changed since, and until
 * then it counts as paid against every limit. Thread-safe if its stores are.
 *
 * @since 0.1.0
 */
public final class Disbursements {

    /** Of a digest that stands for a text. */
    private static final int DIGITS = 32;

    /** How often a request that others keep coming between is tried. */
    private static final int MAX_TRIES = 100;

    private final Trusteeship trusteeship;
    private final CommunityId community;
    private final OutflowCases cases;
    private final RequestRules rules;
    private final HeldMoney held;
    private final SignedKeys keys;
    private final Book book;
    private final DisbursementStore store;

    /**
     * The payments of one community; contract, keys, budgets, remuneration and what was agreed on
     * payments are read from the trust's courses at every command, and again inside the write that
     * posts the payment.
     *
     * @param trusteeship the trust; its book's chart has the accounts of the budgets and the plans,
     *     and for a hand-over {@link #handOverAccounts}
     * @param plans what the owners decided on transfers and distributions, each id once
     * @param store where disbursements are kept
     * @throws IllegalArgumentException if a plan is of another community
     */
    public Disbursements(
            Trusteeship trusteeship, List<AdoptedPlan> plans, DisbursementStore store) {
        ContractTerms terms = trusteeship.agreement().contract().terms();
        this.trusteeship = trusteeship;
        this.community = terms.community();
        this.book = trusteeship.book();
        this.cases = new OutflowCases(trusteeship, plans, store);
        this.rules = new RequestRules(terms, cases);
        this.held = new HeldMoney(cases, community, store);
        this.keys = new SignedKeys(trusteeship, new CumulativeLimits(community, store));
        this.store = store;
        for (AdoptedPlan plan : plans) {
            if (!plan.content().community().equals(community)) {
                throw new IllegalArgumentException(
                        "plan " + plan.content().id() + " is not of " + community);
            }
        }
    }

    /**
     * The accounts that the chart needs for handing over.
     *
     * @return one of each class that has cash
     */
    public static List<Account> handOverAccounts() {
        return HandOverCase.accounts();
    }

    /**
     * Asks for a payment, and holds cash and budget for it.
     *
     * @param request what is to be paid
     * @return the disbursement, or every rule in the way
     */
    public Outcome<Disbursement> request(PaymentRequest request) {
        OutflowOrder order = request.order();
        Optional<Outcome<Disbursement>> before = askedBefore(request);
        if (before.isPresent()) {
            return before.get();
        }
        if (!RequestRules.isInCurrencyOfBook(request)) {
            return refused(DisbursementRule.CURRENCY_OF_BOOK, order.id());
        }
        Disbursement asked = new Disbursement(request, List.of(), Status.REQUESTED);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<Disbursement> open = store.open(community, request.requestedAt());
            List<Finding> findings = rules.judge(request, trusteeship.payments().policy());
            findings.add(RequestRules.payeeNameSigned(request));
            findings.add(RequestRules.chargeKept(request));
            findings.addAll(book.read(reader -> held.available(reader, request, open)));
            Ruling ruling = new Ruling(findings);
            if (!ruling.notMet().isEmpty()) {
                return Outcome.refused(ruling);
            }
            if (store.insertBeside(asked, open)) {
                return Outcome.accepted(asked);
            }
            Optional<Outcome<Disbursement>> same = askedBefore(request);
            if (same.isPresent()) {
                return same.get();
            }
        }
        return refused(DisbursementRule.UNCHANGED_SINCE_READ, order.id());
    }

    private Optional<Outcome<Disbursement>> askedBefore(PaymentRequest request) {
        String id = request.order().id();
        return store.find(community, id)
                .map(
                        there ->
                                there.request().isAskedAgainBy(request)
                                        ? Outcome.accepted(there)
                                        : refused(DisbursementRule.NEW_ID, id));
    }

    /**
     * The moment at which a request made at a moment expires.
     *
     * @param requestedAt when it is made
     * @return as many days later as the contract says
     */
    public Instant expiry(Instant requestedAt) {
        return rules.expiry(requestedAt);
    }

    /**
     * Gives a key to a payment; after the two keys, a third person's signature where one is due.
     *
     * @param id the disbursement's number
     * @param approval a signature over its order
     * @return the disbursement with the key, or every rule in the way
     */
    public Outcome<Disbursement> approve(String id, Approval approval) {
        Optional<Disbursement> found = store.find(community, id);
        if (found.isEmpty()) {
            return refused(DisbursementRule.KNOWN, id);
        }
        Disbursement there = found.get();
        if (there.approvals().contains(approval)) {
            return Outcome.accepted(there);
        }
        boolean isThird = there.status() == Status.AUTHORISED && there.approvals().size() == 2;
        if (there.status() != Status.REQUESTED
                && !(isThird && needsThird(there, approval.signedAt()))) {
            return refused(DisbursementRule.OPEN_FOR_APPROVAL, id);
        }
        if (approval.signedAt().isBefore(there.request().requestedAt())) {
            return refused(DisbursementRule.REQUESTED_BEFORE_SIGNED, id);
        }
        OutflowOrder order = there.request().order();
        Instant keysAt = trusteeship.keys().notBeforeLastChange(approval.signedAt());
        Outcome<List<Approval>> all =
                isThird
                        ? keys.lock()
                                .third(order, there.keys(), approval, keysAt)
                                .then(third -> Outcome.accepted(with(there, third)))
                        : keys.lock().approve(order, there.approvals(), approval, keysAt);
        return all.then(signed -> notClose(there, signed))
                .then(signed -> advance(there, there.approved(signed)));
    }

    private static List<Approval> with(Disbursement there, Approval third) {
        return Stream.concat(there.approvals().stream(), Stream.of(third)).toList();
    }

    private Outcome<List<Approval>> notClose(Disbursement there, List<Approval> approvals) {
        Finding finding = keys.notClose(there, approvals);
        return finding.verdict() == Verdict.MET
                ? Outcome.accepted(approvals)
                : Outcome.refused(Ruling.of(finding));
    }

    private boolean needsThird(Disbursement there, Instant at) {
        return book.read(reader -> keys.needsThird(reader, there, at));
    }

    /** Paid, though nobody has come to mark it yet. */
    private static boolean isPosted(BookReader reader, Disbursement other) {
        return reader.entry(Book.paymentId(other.request().order())).isPresent();
    }

    /**
     * Marks a payment as handed to the bank, whose answer is not known yet; its money stays held
     * until {@link #pay} or {@link #fail}, even after it has expired. Every rule is asked as at a
     * payment, beside what else is at the bank. A moment before the book's last record is brought
     * up to it.
     *
     * @param id the disbursement's number
     * @param instruction the paper of the instruction
     * @param at the moment of sending
     * @return the disbursement, or every rule in the way
     */
    public Outcome<Disbursement> send(String id, SourceDocument instruction, Instant at) {
        Optional<Disbursement> found = store.find(community, id);
        if (found.isEmpty()) {
            return refused(DisbursementRule.KNOWN, id);
        }
        Disbursement there = found.get();
        if (there.steps().stream().anyMatch(step -> isSending(step, instruction, at))) {
            return Outcome.accepted(there);
        }
        return there.status() == Status.AUTHORISED
                ? book.alone(reader -> send(reader, there, instruction, at))
                : refused(DisbursementRule.READY_TO_SEND, id);
    }

    /** While nobody pays and nobody else sends, so that no limit is used up twice. */
    private Outcome<Disbursement> send(
            BookReader reader, Disbursement there, SourceDocument instruction, Instant at) {
        if (isPosted(reader, there)) {
            return refused(DisbursementRule.READY_TO_SEND, there.id());
        }
        Instant sent = CumulativeLimits.recorded(reader, at);
        return keys.opened(reader, there, sent)
                .then(proof -> judged(reader, there, sent))
                .then(
                        judged ->
                                advance(
                                        there,
                                        there.after(new Step(Status.SENT, sent, instruction))));
    }

    private static boolean isSending(Step step, SourceDocument instruction, Instant at) {
        return step.status() == Status.SENT
                && step.paper().equals(instruction)
                && !step.at().isBefore(at);
    }

    /** All that is asked at a payment: what has gone to the bank is not asked again. */
    private Outcome<Disbursement> judged(BookReader reader, Disbursement there, Instant at) {
        LocalDate day = OutflowCases.dayOf(at);
        List<Finding> findings = rules.judge(there.request(), keys.policy(there));
        findings.addAll(serving(there, day));
        findings.addAll(limits(reader, there, day, at));
        findings.addAll(held.besideSent(reader, there.request().asOf(at), sent(reader, there, at)));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty() ? Outcome.accepted(there) : Outcome.refused(ruling);
    }

    /**
     * Ends a payment that the bank says it has not made; what it held is free again.
     *
     * @param id the disbursement's number
     * @param notice the bank's notice
     * @param at the moment of the notice
     * @return the disbursement, or every rule in the way
     */
    public Outcome<Disbursement> fail(String id, SourceDocument notice, Instant at) {
        return end(
                id,
                new Step(Status.FAILED, at, notice),
                there ->
                        RuleCheck.of(
                                DisbursementRule.AT_BANK, there.status() == Status.SENT, "id", id));
    }

    /**
     * Takes a request back that has not gone to the bank; what it held is free again. A payment
     * that comes at the same time wins, and the disbursement then says so.
     *
     * @param id the disbursement's number
     * @param asker who takes it back: who asked for it
     * @param letter the paper that says so
     * @param at the moment
     * @return the disbursement, or every rule in the way
     */
    public Outcome<Disbursement> withdraw(
            String id, PersonId asker, SourceDocument letter, Instant at) {
        return end(
                id,
                new Step(Status.WITHDRAWN, at, letter),
                there ->
                        RuleCheck.of(
                                DisbursementRule.WITHDRAWN_BY_ASKER,
                                there.steps().isEmpty()
                                        && there.status() != Status.PAID
                                        && asker.equals(there.request().order().initiator()),
                                "id",
                                id));
    }

    private Outcome<Disbursement> end(
            String id, Step step, Function<Disbursement, RuleCheck> rule) {
        return book.alone(
                reader ->
                        store.find(community, id)
                                .map(there -> end(reader, there, step, rule))
                                .orElseGet(() -> refused(DisbursementRule.KNOWN, id)));
    }

    /** While nobody pays it. */
    private Outcome<Disbursement> end(
            BookReader reader,
            Disbursement there,
            Step step,
            Function<Disbursement, RuleCheck> rule) {
        if (there.steps().contains(step)) {
            return Outcome.accepted(there);
        }
        boolean isPaid = isPosted(reader, there);
        RuleCheck check = rule.apply(there);
        Ruling ruling =
                Ruling.of(
                        check, RuleCheck.of(DisbursementRule.NOT_ENDED, !isPaid, "id", there.id()));
        return ruling.notMet().isEmpty()
                ? advance(there, there.after(step))
                : Outcome.refused(ruling);
    }

    /**
     * Pays: the entry is posted, once, and the disbursement is marked. A payment that was sent was
     * judged then; only its keys are asked again, as of that moment, and the book's own rules.
     *
     * @param id the disbursement's number
     * @param source the bank's line of the payment
     * @param at the moment of payment
     * @param day the day to which the payment belongs: that of the moment, or of a payment that was
     *     sent the day of sending, so that it is of the year whose budget was judged
     * @param salt hides what may have to be erased
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> pay(
            String id, SourceDocument source, Instant at, LocalDate day, Salt salt) {
        Optional<Disbursement> found = store.find(community, id);
        if (found.isEmpty()) {
            return refused(DisbursementRule.KNOWN, id);
        }
        Disbursement there = found.get();
        Outcome<Acknowledgement> paid =
                book.find(Book.paymentId(there.request().order()))
                        .map(Outcome::accepted)
                        .orElseGet(() -> post(there, source, at, day, salt));
        return paid.then(
                entry -> {
                    Disbursement marked = markPaid(id);
                    keepPromise(marked, entry.entry().draft().effectiveDate(), at);
                    return Outcome.accepted(entry);
                });
    }

    private Outcome<Acknowledgement> post(
            Disbursement there, SourceDocument source, Instant at, LocalDate day, Salt salt) {
        OutflowOrder order = there.request().order();
        if (there.status() == Status.FAILED || there.status() == Status.WITHDRAWN) {
            return refused(DisbursementRule.NOT_ENDED, there.id());
        }
        Outcome<TwoKeyProof> opened = opened(there, there.sentAt().orElse(at));
        List<Finding> asked = rules.judge(there.request(), keys.policy(there));
        if (there.sentAt().isEmpty() && !new Ruling(asked).notMet().isEmpty()) {
            asked.addAll(opened.fold(proof -> List.of(), Ruling::findings));
            return Outcome.refused(new Ruling(asked));
        }
        OutflowCase kind = cases.of(order);
        LocalDate judged = sentOn(there).orElse(day);
        if (kind.payingClass(order, judged).isEmpty()) {
            asked.addAll(book.read(reader -> kind.limits(reader, order, judged, at)));
            return Outcome.refused(new Ruling(asked));
        }
        EntryDraft draft =
                EntryDraft.of(
                                Book.paymentId(order),
                                Book.entryKindOf(order.kind()),
                                day,
                                source,
                                salt)
                        .visibility(kind.visibility(order))
                        .narrative(order.purpose())
                        .postings(kind.postings(order, judged));
        return opened.then(
                proof ->
                        book.pay(
                                new Warrant.Payment(proof, there.sentAt().isPresent()),
                                draft,
                                at,
                                guard(there, at, day)));
    }

    /**
     * Passes a cost that one class paid to the other that is to bear it; no cash moves. The line
     * that bears it must have it left for good and is charged at once. The class owes the one that
     * paid until a transfer under two keys, charged to {@code dues/service-public} or {@code
     * dues/public-service}, has settled it: before, nothing is free on the line that paid, and no
     * period closes. What only an emergency covers that nobody confirmed does not pass. A repeated
     * call passes it once. The chart has {@link
     * io.github.xinyi.trust.account.Dues#accountsForCosts}.
     *
     * @param cost what was paid, and which line is to bear it
     * @param at the moment of recording
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> passCost(MisplacedCost cost, Instant at) {
        return costs().pass(cost, at);
    }

    /**
     * Takes a passed cost back: the line that paid bears it again and must have it left for good.
     * What is owed for it is owed no more; as far as it was settled already, the class that paid
     * owes it to the other. A repeated call takes it back once.
     *
     * @param passed which passing
     * @param day in the year of the passing, not before it, not in the future
     * @param salt hides what may have to be erased
     * @param at the moment of recording
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> takeBackCost(
            PassedCost passed, LocalDate day, Salt salt, Instant at) {
        return costs().takeBack(passed, day, salt, at);
    }

    /**
     * Records that the bank brought a payment back. A cost of it that stands passed is taken back
     * in the same step, whatever its line has left, so that no class bears what nobody has paid;
     * the book refuses such a return in any other way.
     *
     * @param returned the payment, and the bank's line of the return
     * @param at the moment of recording
     * @return the entry of the return, or every rule in the way
     */
    public Outcome<Acknowledgement> recordReturn(ReturnedPayment returned, Instant at) {
        return recordReturn(returned, at, BookGuard.none());
    }

    /**
     * The same, with further rules of the caller on each entry that the return makes, as {@link
     * Book#post(EntryDraft, Instant, BookGuard)} takes them.
     *
     * @param returned the payment, and the bank's line of the return
     * @param at the moment of recording
     * @param guard further rules, judged where nobody writes meanwhile
     * @return the entry of the return, or every rule in the way
     */
    public Outcome<Acknowledgement> recordReturn(
            ReturnedPayment returned, Instant at, BookGuard guard) {
        return costs().giveBack(returned, at, guard);
    }

    /**
     * Gives a class back what was lent of its cash for a debit by the bank, or owed to it so when
     * the book was opened; the account at the bank does not change, and so no key signs. Cash that
     * open requests hold stays. Nobody reverses a shortfall by hand, which would not ask for them.
     *
     * @param repaid who pays how much to whom
     * @param at the moment of recording
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> repayShortfall(RepaidShortfall repaid, Instant at) {
        return classDebts().repay(repaid, at);
    }

    /**
     * Takes back an opening balance that brought in what the service fund and public income owed
     * each other for costs, or a shortfall, where all of that is still owed and no open request is
     * to pay it. What of it was paid stays, and so does the opening: a debt that came later is
     * another. An opening that also holds cash is not taken back by this command, since that cash
     * would leave without a key.
     *
     * @param opening the entry of the opening balance
     * @param reversal the caller's name for the entry that takes it back
     * @param day the day to which it belongs
     * @param salt hides what may have to be erased
     * @param at the moment of recording
     * @return the entry, or every rule in the way
     */
    public Outcome<Acknowledgement> takeBackOpening(
            EntryId opening, EntryId reversal, LocalDate day, Salt salt, Instant at) {
        return classDebts().takeBackOpening(opening, reversal, day, salt, at);
    }

    private ClassDebts classDebts() {
        return new ClassDebts(trusteeship, held, new Warrant.Accrual());
    }

    private MisplacedCosts costs() {
        return new MisplacedCosts(trusteeship, held, new Warrant.Accrual());
    }

    /**
     * The outflows of the book that no disbursement under two keys asked for, as one is that was
     * written past this service; for whoever audits the book. Imported history is not asked.
     *
     * @return the ids of the entries, in the order of the log; empty where every outflow is of the
     *     kind and the amount that was asked for and signed
     */
    public List<EntryId> unaccounted() {
        return new OutflowAudit(book, store).unaccounted();
    }

    /**
     * A promise that was paid for is kept; what it had too much is the line's again. It is of the
     * year by which the payment was judged. Whoever pays at the same time may have kept it.
     */
    private void keepPromise(Disbursement paid, LocalDate day, Instant at) {
        OutflowOrder order = paid.request().order();
        BudgetCharge charge = PaymentCase.charge(order);
        int year = sentOn(paid).orElse(day).getYear();
        if (order.kind() == OutflowKind.PAYMENT && isPromised(year, charge)) {
            Outcome<BudgetYear> kept =
                    trusteeship.execute(
                            year,
                            CommandId.of("paid/" + nameOf(order.id())),
                            (executed, reader) ->
                                    executed.release(charge.promise(), executed.notBeforeLast(at)));
            if (isPromised(year, charge)) {
                kept.orElseThrow(
                        ruling -> new IllegalStateException("promise " + charge + ": " + ruling));
            }
        }
    }

    private boolean isPromised(int year, BudgetCharge charge) {
        return charge.isPromised()
                && trusteeship
                        .year(year)
                        .filter(executed -> executed.isPromised(charge.promise()))
                        .isPresent();
    }

    /** An order may have a number that no command can be named by. */
    private static String nameOf(String id) {
        return id.matches("[\\p{L}\\p{Nd}._-]+")
                ? id
                : CanonicalBytes.part().text(id).sha256Hex().substring(0, DIGITS);
    }

    /** Marks what the book says was paid, whoever came between. */
    private Disbursement markPaid(String id) {
        Disbursement now = store.find(community, id).orElseThrow();
        for (int tries = 0; now.status() != Status.PAID && tries < MAX_TRIES; tries++) {
            store.advance(now, now.paid());
            now = store.find(community, id).orElseThrow();
        }
        return now;
    }

    private Outcome<TwoKeyProof> opened(Disbursement there, Instant at) {
        return book.read(reader -> keys.opened(reader, there, at));
    }

    private static Optional<LocalDate> sentOn(Disbursement there) {
        return there.sentAt().map(OutflowCases::dayOf);
    }

    private BookGuard guard(Disbursement there, Instant at, LocalDate day) {
        LocalDate made = OutflowCases.dayOf(at);
        RuleCheck ofDay =
                RuleCheck.of(
                        DisbursementRule.DAY_OF_PAYMENT,
                        day.equals(made) || day.equals(sentOn(there).orElse(made)),
                        "made",
                        made,
                        "day",
                        day);
        return (reader, draft) -> {
            List<Finding> findings = new ArrayList<>();
            findings.add(ofDay);
            findings.addAll(
                    standing(reader, store.find(community, there.id()).orElseThrow(), at, day));
            return findings;
        };
    }

    /** As it stands while nobody sends it, ends it or pays it. */
    private List<Finding> standing(BookReader reader, Disbursement now, Instant at, LocalDate day) {
        Instant left = now.sentAt().orElse(at);
        boolean isEnded = now.status() == Status.FAILED || now.status() == Status.WITHDRAWN;
        List<Finding> findings = new ArrayList<>();
        findings.add(RuleCheck.of(DisbursementRule.NOT_ENDED, !isEnded, "id", now.id()));
        findings.add(
                RuleCheck.of(
                        DisbursementRule.SENT_BEFORE_PAID,
                        !at.isBefore(left),
                        "sent",
                        left,
                        "at",
                        at));
        if (now.sentAt().isEmpty()) {
            findings.addAll(serving(now, day));
            findings.addAll(limits(reader, now, day, at));
            List<Disbursement> sent = sent(reader, now, at);
            if (!sent.isEmpty()) {
                findings.addAll(held.besideSent(reader, now.request().asOf(at), sent));
            }
        }
        findings.addAll(keysInForce(reader, now, left));
        return findings;
    }

    /** Keys, and who else must sign, are asked again where nobody can change them meanwhile. */
    private List<Finding> keysInForce(BookReader reader, Disbursement there, Instant at) {
        return keys.opened(reader, there, at).fold(proof -> List.of(), Ruling::findings);
    }

    /** A trust that was taken over pays nothing more: what is left is handed over. */
    private List<Finding> serving(Disbursement there, LocalDate day) {
        return cases.of(there.request().order()).isService()
                ? List.of(trusteeship.life().judge(ContractLife.Activity.SERVICE, day))
                : List.of();
    }

    private List<Finding> limits(BookReader reader, Disbursement there, LocalDate day, Instant at) {
        OutflowOrder order = there.request().order();
        List<Finding> findings = new ArrayList<>(cases.of(order).limits(reader, order, day, at));
        findings.addAll(held.duesKept(reader, order, day));
        findings.add(keys.notClose(there, there.approvals()));
        return findings;
    }

    /** What is with the bank counts as paid: it may be, and no limit may have gone by then. */
    private List<Disbursement> sent(BookReader reader, Disbursement there, Instant at) {
        return store.open(community, at).stream()
                .filter(other -> other.status() == Status.SENT)
                .filter(other -> !other.id().equals(there.id()))
                .filter(other -> !isPosted(reader, other))
                .toList();
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
