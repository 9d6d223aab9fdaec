package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.billing.FeeReceipt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one payer was billed, has paid, has to its credit and still owes (应收账款).
 *
 * <p>Example: {@code receivables.receive(receipt, List.of(), at)}. Each command yields new
 * receivables with one event more, or every rule in the way; {@link #replay} judges recorded events
 * by the same rules. Appended to an {@code EventStore} under the version read, no receipt pays
 * twice however many write at once. For every bill: amount = paid + open + written off; free credit
 * never waits beside an open fee. Source: Civil Code arts. 560 and 944. Immutable.
 *
 * @since 0.1.0
 */
public final class Receivables {

    private static final EventCodec CODEC = EventCodec.of(ReceivableEvent.class);

    private final ReceivableEvent.Opened opening;
    private final List<ReceivableEvent> events;
    private final ReceivableState state;

    private Receivables(
            ReceivableEvent.Opened opening, List<ReceivableEvent> events, ReceivableState state) {
        this.opening = opening;
        this.events = List.copyOf(events);
        this.state = state;
    }

    /**
     * The papers that a replay is shown again.
     *
     * @param writeOffs the lists adopted
     * @param clauses the clauses agreed
     */
    public record Papers(
            List<WriteOffList.Adopted> writeOffs, List<LateChargeClause.Agreed> clauses) {

        /** Copies the lists. */
        public Papers {
            writeOffs = List.copyOf(writeOffs);
            clauses = List.copyOf(clauses);
        }

        /**
         * No papers.
         *
         * @return for an account without write-offs and late charges
         */
        public static Papers none() {
            return new Papers(List.of(), List.of());
        }

        Optional<WriteOffList.Adopted> writeOff(Motion.Document list) {
            return writeOffs.stream().filter(w -> w.content().document().equals(list)).findFirst();
        }

        Optional<LateChargeClause.Agreed> clause(Motion.Document clause) {
            return clauses.stream().filter(c -> c.content().document().equals(clause)).findFirst();
        }
    }

    /**
     * Opens an account.
     *
     * @param community whose unit
     * @param account who pays
     * @param rule which bill a payment pays first
     * @param at when it is recorded
     * @return receivables without bills
     */
    public static Receivables open(
            CommunityId community, FeeAccount account, AllocationRule rule, Instant at) {
        ReceivableEvent.Opened opening = new ReceivableEvent.Opened(community, at, account, rule);
        return new Receivables(opening, List.of(opening), new ReceivableState());
    }

    /**
     * Judges recorded events again, in their order.
     *
     * @param events what was recorded, at least one
     * @param papers what owners decided
     * @return the receivables they make, or the rules that the first wrong one breaks
     */
    public static Outcome<Receivables> replay(List<ReceivableEvent> events, Papers papers) {
        if (!(events.get(0) instanceof ReceivableEvent.Opened opening)) {
            return ReceivableReplay.notAsRecorded(events.get(0));
        }
        Outcome<Receivables> all =
                Outcome.accepted(
                        open(
                                opening.community(),
                                opening.account(),
                                opening.rule(),
                                opening.occurredAt()));
        for (ReceivableEvent event : events.subList(1, events.size())) {
            all =
                    all.then(before -> new ReceivableReplay(before, papers).of(event))
                            .then(after -> after.asRecorded(event));
        }
        return all;
    }

    private Outcome<Receivables> asRecorded(ReceivableEvent event) {
        return events.get(events.size() - 1).equals(event)
                ? Outcome.accepted(this)
                : ReceivableReplay.notAsRecorded(event);
    }

    /**
     * Whose unit.
     *
     * @return the community
     */
    public CommunityId community() {
        return opening.community();
    }

    /**
     * Who pays.
     *
     * @return the account
     */
    public FeeAccount account() {
        return opening.account();
    }

    /**
     * Which bill a payment pays first.
     *
     * @return as agreed when the account was opened
     */
    public AllocationRule rule() {
        return opening.rule();
    }

    /**
     * Everything that happened.
     *
     * @return in the order recorded, at least one
     */
    public List<ReceivableEvent> events() {
        return events;
    }

    /**
     * The bills that stand, with what has become of them.
     *
     * @return in the order billed; those withdrawn are not among them
     */
    public List<Charge.Position> positions() {
        return state.charges().stream()
                .map(
                        charge ->
                                new Charge.Position(
                                        community(),
                                        account(),
                                        charge,
                                        state.paid(charge.number()),
                                        state.writtenOff(charge.number())))
                .toList();
    }

    boolean isLateCharge(String bill) {
        return state.charge(bill).filter(charge -> !charge.kind().isFee()).isPresent();
    }

    /**
     * The receipts that stand.
     *
     * @return in the order recorded; those undone are not among them
     */
    public List<Payment> receipts() {
        return state.payments();
    }

    /**
     * Which receipt pays which bill.
     *
     * @return in the order in which it was recorded
     */
    public List<Allocation> allocations() {
        return state.allocations();
    }

    /**
     * The refunds asked for.
     *
     * @return with their states, in the order asked
     */
    public List<RefundClaim> refunds() {
        return state.refunds();
    }

    /**
     * What was paid ahead or too much and is free: the next bill takes it (预存、多缴).
     *
     * @return at least zero; what is set aside for a refund is not in it
     */
    public Money credit() {
        return Money.ofFen(Math.max(0, state.pool()));
    }

    /**
     * What went back to the payer although the receipt behind it bounced later; the next receipt
     * makes it good before it pays any bill.
     *
     * @return at least zero
     */
    public Money owedBack() {
        return Money.ofFen(Math.max(0, -state.pool()));
    }

    /**
     * What of fees and late charges is still owed.
     *
     * @return at least zero; {@link #owedBack} is not in it
     */
    public Money openTotal() {
        return Money.ofFen(positions().stream().mapToLong(Charge.Position::openMinor).sum());
    }

    /**
     * What the book must show on the account of fees receivable for this payer: fees open and owed
     * back, less credit and what is set aside.
     *
     * @return below zero where the payer is owed
     */
    public Money feesReceivable() {
        long open =
                positions().stream()
                        .filter(p -> p.charge().kind().isFee())
                        .mapToLong(Charge.Position::openMinor)
                        .sum();
        long pending =
                refunds().stream()
                        .filter(claim -> claim.state() == RefundClaim.State.PENDING)
                        .mapToLong(RefundClaim::amountMinor)
                        .sum();
        return Money.ofFen(open - state.pool() - pending);
    }

    /**
     * Takes a bill; free credit pays what it can of it.
     *
     * @param bill the bill, of this unit and payer
     * @param kind a kind of fee
     * @param at when it is recorded, no later than the day on which the bill falls due
     * @return refused with every rule broken
     * @throws IllegalArgumentException if the kind is no fee
     */
    public Outcome<Receivables> charge(Bill bill, Charge.Kind kind, Instant at) {
        if (!kind.isFee()) {
            throw new IllegalArgumentException("lateCharge() makes late charges");
        }
        return judged(
                checks().charge(bill, kind, at),
                at,
                () -> {
                    Charge charge = Charge.of(bill, kind);
                    return new ReceivableEvent.Charged(
                            community(), at, account(), charge, state.with(charge).fill(rule()));
                });
    }

    /**
     * Charges for late payment through a day, as far as it was not charged for yet.
     *
     * @param number the number of the new bill
     * @param bill the bill that is late
     * @param clause what was agreed
     * @param through the last day charged for; it is over
     * @param due the day on which the late charge falls due
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> lateCharge(
            String number,
            String bill,
            LateChargeClause.Agreed clause,
            LocalDate through,
            LocalDate due,
            Instant at) {
        List<Finding> findings = new ArrayList<>(checks().late(bill, clause, through, at));
        findings.add(checks().numberOnce(number));
        findings.add(checks().duePast(number, due, at));
        findings.add(checks().billsBound());
        findings.add(
                RuleCheck.of(
                        ReceivableRule.DECISION_OF_COMMUNITY,
                        clause.content().community().equals(community()),
                        "community",
                        clause.content().community()));
        return judged(
                findings,
                at,
                () -> {
                    Charge late = state.charge(bill).orElseThrow();
                    return new ReceivableEvent.LateCharged(
                            community(),
                            at,
                            account(),
                            new Charge(
                                    number,
                                    Charge.Kind.LATE_CHARGE,
                                    through.withDayOfMonth(1),
                                    due,
                                    checks().lateMinor(late, clause.content(), through)),
                            bill,
                            clause.content().document(),
                            through);
                });
    }

    /**
     * Takes a bill back; what paid it is credit, and pays other fees.
     *
     * @param bill the bill's number
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> withdraw(String bill, Instant at) {
        return judged(
                checks().withdraw(bill),
                at,
                () -> {
                    ReceivableState after = state.copy();
                    after.withdraw(bill);
                    return new ReceivableEvent.ChargeWithdrawn(
                            community(), at, account(), bill, after.fill(rule()));
                });
    }

    /**
     * Takes money: it makes good what is owed back, pays what the payer names, then fees, and what
     * is left is credit.
     *
     * @param receipt the receipt, of this unit
     * @param named the numbers of bills that the payer named, in the payer's order; may be empty
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> receive(FeeReceipt receipt, List<String> named, Instant at) {
        List<Finding> findings = new ArrayList<>(checks().named(named));
        findings.add(
                RuleCheck.of(
                        ReceivableRule.OF_ACCOUNT,
                        receipt.unit().equals(account().unit()),
                        "number",
                        receipt.number()));
        findings.add(checks().numberOnce(receipt.number()));
        findings.add(
                RuleCheck.of(
                        ReceivableRule.BANK_LINE_ONCE,
                        !state.isBankLineUsed(receipt.bankLine().id()),
                        "line",
                        receipt.bankLine().id()));
        findings.add(ReceivableChecks.amount(receipt.amount()));
        findings.add(checks().notAhead(receipt.day(), at));
        return judged(
                findings,
                at,
                () -> {
                    Payment payment = Payment.of(receipt);
                    ReceivableState after = state.copy();
                    after.receive(payment);
                    return new ReceivableEvent.Received(
                            community(),
                            at,
                            account(),
                            payment,
                            named,
                            after.fill(rule(), payment, named));
                });
    }

    /**
     * Undoes a receipt that bounced or was a mistake. In this order: the bills it paid are open
     * again; its credit is gone; what of it had gone back is taken from other credit; what is still
     * missing is {@link #owedBack}; other credit that is left pays open fees, the oldest first.
     *
     * @param receipt the receipt's number
     * @param reason why
     * @param paper the bank's line, or the paper that shows the mistake
     * @param day the day on which it went back, or was found
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> undo(
            String receipt,
            ReceivableEvent.ReceiptUndone.Reason reason,
            SourceDocument paper,
            LocalDate day,
            Instant at) {
        Optional<Payment> payment = state.payment(receipt);
        boolean shown =
                reason != ReceivableEvent.ReceiptUndone.Reason.BOUNCED
                        || (paper.type().equals(SourceDocument.BANK_LINE)
                                && !state.isBankLineUsed(paper.id()));
        return judged(
                List.of(
                        RuleCheck.of(
                                ReceivableRule.RECEIPT_STANDS,
                                payment.isPresent(),
                                "receipt",
                                receipt),
                        RuleCheck.of(
                                ReceivableRule.UNDONE_BY_PAPER,
                                shown && payment.filter(p -> day.isBefore(p.day())).isEmpty(),
                                "receipt",
                                receipt,
                                "paper",
                                paper.id()),
                        checks().notAhead(day, at)),
                at,
                () -> {
                    ReceivableState after = state.copy();
                    after.undo(receipt, reason);
                    return new ReceivableEvent.ReceiptUndone(
                            community(),
                            at,
                            account(),
                            receipt,
                            reason,
                            paper.id(),
                            day,
                            after.fill(rule()));
                });
    }

    /**
     * Sets free credit aside to go back.
     *
     * @param order the number that the order to pay it will have, see {@link RefundClaim#order}
     * @param amount above zero, at most {@link #credit}
     * @param reason why
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> requestRefund(
            String order, Money amount, RefundClaim.Reason reason, Instant at) {
        RuleCheck inRange = ReceivableChecks.amount(amount);
        return judged(
                List.of(
                        checks().numberOnce(order),
                        inRange,
                        RuleCheck.of(
                                ReceivableRule.WITHIN_CREDIT,
                                amount.minor() <= credit().minor(),
                                "amount",
                                amount,
                                "credit",
                                credit())),
                at,
                () ->
                        new ReceivableEvent.RefundRequested(
                                community(), at, account(), order, amount.minor(), reason));
    }

    /**
     * Records that a refund was paid.
     *
     * @param order the number of the order
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> refundPaid(String order, Instant at) {
        return judged(
                List.of(pending(order)),
                at,
                () -> new ReceivableEvent.RefundPaid(community(), at, account(), order));
    }

    /**
     * Gives a refund up, as when its order expired: it is credit again and pays fees.
     *
     * @param order the number of the order
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> dropRefund(String order, Instant at) {
        return judged(
                List.of(pending(order)),
                at,
                () -> {
                    ReceivableState after = state.copy();
                    after.drop(order);
                    return new ReceivableEvent.RefundDropped(
                            community(), at, account(), order, after.fill(rule()));
                });
    }

    private RuleCheck pending(String order) {
        return RuleCheck.of(
                ReceivableRule.REFUND_PENDING,
                state.refund(order)
                        .filter(claim -> claim.state() == RefundClaim.State.PENDING)
                        .isPresent(),
                "order",
                order);
    }

    /**
     * Gives up what the owners decided to, as far as it is still open.
     *
     * @param list the list, adopted by the owners
     * @param at when it is recorded
     * @return refused with every rule broken
     */
    public Outcome<Receivables> writeOff(WriteOffList.Adopted list, Instant at) {
        List<WriteOffList.Line> open = checks().stillOpen(list);
        List<Finding> findings = new ArrayList<>(checks().writeOff(list, open, at));
        findings.add(
                RuleCheck.of(
                        ReceivableRule.DECISION_OF_COMMUNITY,
                        list.content().community().equals(community()),
                        "community",
                        list.content().community()));
        return judged(
                findings,
                at,
                () ->
                        new ReceivableEvent.WrittenOff(
                                community(),
                                at,
                                account(),
                                list.content().document(),
                                list.decision().reference(),
                                open));
    }

    private ReceivableChecks checks() {
        return new ReceivableChecks(account(), rule(), state);
    }

    /** Makes the event only where nothing is in the way. */
    private Outcome<Receivables> judged(
            List<Finding> findings, Instant at, Supplier<ReceivableEvent> command) {
        List<Finding> all = new ArrayList<>(findings);
        Instant last = events.get(events.size() - 1).occurredAt();
        all.add(
                RuleCheck.of(
                        ReceivableRule.TIME_FORWARD, !at.isBefore(last), "at", at, "last", last));
        Ruling ruling = new Ruling(all);
        if (!ruling.notMet().isEmpty()) {
            return Outcome.refused(ruling);
        }
        ReceivableEvent event = command.get();
        RuleCheck storable = CODEC.storable(event);
        if (!storable.isMet()) {
            return Outcome.refused(Ruling.of(storable));
        }
        List<ReceivableEvent> after = new ArrayList<>(events);
        after.add(event);
        return Outcome.accepted(new Receivables(opening, after, state.after(event)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receivables that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return events.hashCode();
    }

    /** For example {@code 3-2-1102 OWNERS, 12 events}. */
    @Override
    public String toString() {
        return account() + ", " + events.size() + " events";
    }
}
