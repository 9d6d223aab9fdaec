package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The figures after some events; each event is applied to a copy. */
final class ReceivableState {

    /** What somebody paid or gave up of a bill, from a day on. */
    record Less(LocalDate day, long amountMinor) {}

    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, RefundClaim> refunds = new LinkedHashMap<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private final Map<String, Long> paid = new HashMap<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Map<String, List<Less>> writtenOff = new HashMap<>();
    private final Map<String, List<String>> lateCharges = new HashMap<>();
    private final Set<Motion.Document> lists = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> bankLines = new HashSet<>();
    private long pool;

    ReceivableState() {}

    private ReceivableState(ReceivableState before) {
        charges.putAll(before.charges);
        payments.putAll(before.payments);
        refunds.putAll(before.refunds);
        allocations.addAll(before.allocations);
        paid.putAll(before.paid);
        spent.putAll(before.spent);
        before.writtenOff.forEach((bill, less) -> writtenOff.put(bill, new ArrayList<>(less)));
        before.lateCharges.forEach((bill, late) -> lateCharges.put(bill, new ArrayList<>(late)));
        lists.addAll(before.lists);
        numbers.addAll(before.numbers);
        bankLines.addAll(before.bankLines);
        pool = before.pool;
    }

    ReceivableState after(ReceivableEvent event) {
        ReceivableState next = new ReceivableState(this);
        next.apply(event);
        return next;
    }

    private void apply(ReceivableEvent event) {
        if (event instanceof ReceivableEvent.Charged e) {
            add(e.charge());
            e.allocations().forEach(this::add);
        } else if (event instanceof ReceivableEvent.LateCharged e) {
            add(e.charge());
            lateCharges.computeIfAbsent(e.bill(), b -> new ArrayList<>()).add(e.charge().number());
        } else if (event instanceof ReceivableEvent.ChargeWithdrawn e) {
            withdraw(e.bill());
            e.allocations().forEach(this::add);
        } else if (event instanceof ReceivableEvent.Received e) {
            receive(e.payment());
            e.allocations().forEach(this::add);
        } else if (event instanceof ReceivableEvent.ReceiptUndone e) {
            undo(e.receipt(), e.reason());
            if (e.reason() == ReceivableEvent.ReceiptUndone.Reason.BOUNCED) {
                bankLines.add(e.paper());
            }
            e.allocations().forEach(this::add);
        } else if (event instanceof ReceivableEvent.RefundRequested e) {
            request(
                    new RefundClaim(
                            e.community(),
                            e.account(),
                            e.order(),
                            e.amountMinor(),
                            e.reason(),
                            RefundClaim.State.PENDING));
        } else if (event instanceof ReceivableEvent.RefundPaid e) {
            refunds.computeIfPresent(
                    e.order(), (order, claim) -> claim.with(RefundClaim.State.PAID));
        } else if (event instanceof ReceivableEvent.RefundDropped e) {
            drop(e.order());
            e.allocations().forEach(this::add);
        } else if (event instanceof ReceivableEvent.WrittenOff e) {
            lists.add(e.list());
            e.lines().forEach(line -> giveUp(line, dayOf(e.occurredAt())));
        }
        // Only an opening is left, which changes no figure.
    }

    static LocalDate dayOf(Instant at) {
        return at.atZone(Meeting.ZONE).toLocalDate();
    }

    private void add(Charge charge) {
        numbers.add(charge.number());
        charges.put(charge.number(), charge);
    }

    private void add(Allocation allocation) {
        allocations.add(allocation);
        paid.merge(allocation.bill(), allocation.amountMinor(), Long::sum);
        spent.merge(allocation.receipt(), allocation.amountMinor(), Long::sum);
        pool -= allocation.amountMinor();
    }

    private void release(Allocation allocation) {
        paid.merge(allocation.bill(), -allocation.amountMinor(), Long::sum);
        spent.merge(allocation.receipt(), -allocation.amountMinor(), Long::sum);
        pool += allocation.amountMinor();
    }

    void receive(Payment payment) {
        numbers.add(payment.number());
        bankLines.add(payment.bankLine());
        payments.put(payment.number(), payment);
        pool += payment.amountMinor();
    }

    void withdraw(String bill) {
        allocations.stream().filter(a -> a.bill().equals(bill)).forEach(this::release);
        allocations.removeIf(a -> a.bill().equals(bill));
        charges.remove(bill);
        lateCharges.values().forEach(late -> late.remove(bill));
    }

    /** A line of the bank that was recorded by mistake may be recorded again. */
    void undo(String receipt, ReceivableEvent.ReceiptUndone.Reason reason) {
        allocations.stream().filter(a -> a.receipt().equals(receipt)).forEach(this::release);
        allocations.removeIf(a -> a.receipt().equals(receipt));
        Payment payment = payments.remove(receipt);
        if (payment != null) {
            pool -= payment.amountMinor();
            if (reason == ReceivableEvent.ReceiptUndone.Reason.MISTAKEN) {
                bankLines.remove(payment.bankLine());
            }
        }
    }

    private void request(RefundClaim claim) {
        numbers.add(claim.order());
        refunds.put(claim.order(), claim);
        pool -= claim.amountMinor();
    }

    void drop(String order) {
        RefundClaim claim = refunds.get(order);
        if (claim != null) {
            refunds.put(order, claim.with(RefundClaim.State.DROPPED));
            pool += claim.amountMinor();
        }
    }

    private void giveUp(WriteOffList.Line line, LocalDate day) {
        writtenOff
                .computeIfAbsent(line.bill(), b -> new ArrayList<>())
                .add(new Less(day, line.amountMinor()));
    }

    ReceivableState copy() {
        return new ReceivableState(this);
    }

    ReceivableState with(Charge charge) {
        ReceivableState next = copy();
        next.add(charge);
        return next;
    }

    /** What free credit pays now. */
    List<Allocation> fill(AllocationRule rule) {
        return rule.allocate(openBills(), unspent(), List.of(), pool);
    }

    /** What a receipt pays, that was just received. */
    List<Allocation> fill(AllocationRule rule, Payment payment, List<String> named) {
        return rule.allocate(
                openBills(),
                List.of(
                        new AllocationRule.UnspentReceipt(
                                payment.number(), payment.day(), payment.amountMinor())),
                named,
                pool);
    }

    List<AllocationRule.OpenBill> openBills() {
        return charges.values().stream()
                .filter(charge -> open(charge) > 0)
                .map(
                        charge ->
                                new AllocationRule.OpenBill(
                                        charge.number(), charge.kind(), charge.due(), open(charge)))
                .toList();
    }

    private List<AllocationRule.UnspentReceipt> unspent() {
        return payments.values().stream()
                .map(
                        payment ->
                                new AllocationRule.UnspentReceipt(
                                        payment.number(),
                                        payment.day(),
                                        payment.amountMinor()
                                                - spent.getOrDefault(payment.number(), 0L)))
                .filter(receipt -> receipt.unspentMinor() > 0)
                .toList();
    }

    List<Charge> charges() {
        return List.copyOf(charges.values());
    }

    Optional<Charge> charge(String bill) {
        return Optional.ofNullable(charges.get(bill));
    }

    Optional<Payment> payment(String receipt) {
        return Optional.ofNullable(payments.get(receipt));
    }

    Optional<RefundClaim> refund(String order) {
        return Optional.ofNullable(refunds.get(order));
    }

    List<RefundClaim> refunds() {
        return List.copyOf(refunds.values());
    }

    List<Payment> payments() {
        return List.copyOf(payments.values());
    }

    List<Allocation> allocations() {
        return List.copyOf(allocations);
    }

    long paid(String bill) {
        return paid.getOrDefault(bill, 0L);
    }

    long writtenOff(String bill) {
        return writtenOff.getOrDefault(bill, List.of()).stream().mapToLong(Less::amountMinor).sum();
    }

    long open(Charge charge) {
        return charge.amountMinor() - paid(charge.number()) - writtenOff(charge.number());
    }

    /** Free credit; below zero where more went back than is left. */
    long pool() {
        return pool;
    }

    boolean isUsed(String number) {
        return numbers.contains(number);
    }

    boolean isBankLineUsed(String line) {
        return bankLines.contains(line);
    }

    boolean isCarriedOut(Motion.Document list) {
        return lists.contains(list);
    }

    List<String> lateChargesOn(String bill) {
        return List.copyOf(lateCharges.getOrDefault(bill, List.of()));
    }

    /** What makes less open of a bill, and since when. */
    List<Less> less(String bill) {
        List<Less> all = new ArrayList<>(writtenOff.getOrDefault(bill, List.of()));
        for (Allocation allocation : allocations) {
            Payment payment = payments.get(allocation.receipt());
            if (allocation.bill().equals(bill) && payment != null) {
                all.add(new Less(payment.day(), allocation.amountMinor()));
            }
        }
        return all;
    }
}
