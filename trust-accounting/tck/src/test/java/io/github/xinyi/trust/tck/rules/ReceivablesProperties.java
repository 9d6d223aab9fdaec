package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.Allocation;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.AllocationRule.OpenBill;
import io.github.xinyi.trust.receivable.AllocationRule.UnspentReceipt;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.LateChargeClause;
import io.github.xinyi.trust.receivable.Payment;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.ReceivableEvent.ReceiptUndone.Reason;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.RefundClaim;
import io.github.xinyi.trust.receivable.WriteOffList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever comes in whatever order, no fen is lost, made or paid twice. */
class ReceivablesProperties {

    private static final LocalDate START = Fees.START;

    /** Lists that gave up something of the bills B0 to B7, decided by the owners once. */
    private static final List<WriteOffList.Adopted> LISTS =
            IntStream.range(0, 8)
                    .mapToObj(
                            i ->
                                    Fees.adopted(
                                            Fees.list(
                                                    "HX-" + i, Fees.line("B" + i, 700 + 400L * i))))
                    .toList();

    private static final LateChargeClause.Agreed CLAUSE = Fees.agreed(Fees.CLAUSE);
    private static final Receivables.Papers PAPERS = new Receivables.Papers(LISTS, List.of(CLAUSE));

    /** One command: which, on what number, after how many days, of how much, naming what. */
    record Command(int which, int number, int days, long fen, List<Integer> named) {}

    @Provide
    Arbitrary<List<Command>> commands() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, 0),
                                Tuple.of(5, 1),
                                Tuple.of(2, 2),
                                Tuple.of(2, 3),
                                Tuple.of(3, 4),
                                Tuple.of(2, 5),
                                Tuple.of(2, 6),
                                Tuple.of(1, 7),
                                Tuple.of(2, 8)),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(0, 0, 1, 10, 31, 60),
                        Arbitraries.longs().between(0, 3_000),
                        Arbitraries.integers().between(0, 7).list().ofMaxSize(2))
                .as(Command::new)
                .list()
                .ofMaxSize(40);
    }

    private static Outcome<Receivables> run(Receivables before, Command c, LocalDate day) {
        Instant at = Fees.on(day);
        return switch (c.which()) {
            case 0 ->
                    before.charge(
                            Fees.bill("B" + c.number(), day.plusDays(c.fen() % 40), c.fen()),
                            c.fen() % 3 == 0 ? Charge.Kind.PROPERTY_FEE : Charge.Kind.METERED_FEE,
                            at);
            case 1 ->
                    before.receive(
                            Fees.receipt("R" + c.number(), day.minusDays(c.fen() % 3), c.fen()),
                            c.named().stream().map(i -> (i % 2 == 0 ? "B" : "L") + i).toList(),
                            at);
            case 2 -> before.withdraw((c.fen() % 4 == 0 ? "L" : "B") + c.number(), at);
            case 3 ->
                    before.undo(
                            "R" + c.number(),
                            c.fen() % 2 == 0 ? Reason.BOUNCED : Reason.MISTAKEN,
                            SourceDocument.bankLine("BACK" + c.number()),
                            day,
                            at);
            case 4 ->
                    before.requestRefund(
                            "TF" + c.number(),
                            Money.ofFen(c.fen()),
                            RefundClaim.Reason.OVERPAID,
                            at);
            case 5 -> before.refundPaid("TF" + c.number(), at);
            case 6 -> before.dropRefund("TF" + c.number(), at);
            case 7 -> before.writeOff(LISTS.get(c.number()), at);
            default ->
                    before.lateCharge(
                            "L" + c.number(), "B" + c.number(), CLAUSE, day.minusDays(1), day, at);
        };
    }

    /** Sums taken from the events alone, by an oracle that knows no allocation rule. */
    private static void assertNoFenIsLost(Receivables state) {
        Map<String, Long> billed = new HashMap<>();
        Map<String, Long> received = new HashMap<>();
        Map<String, Long> refunded = new HashMap<>();
        Map<String, Long> forgiven = new HashMap<>();
        for (ReceivableEvent event : state.events()) {
            if (event instanceof ReceivableEvent.Charged e) {
                billed.put(e.charge().number(), e.charge().amountMinor());
            } else if (event instanceof ReceivableEvent.LateCharged e) {
                billed.put(e.charge().number(), e.charge().amountMinor());
            } else if (event instanceof ReceivableEvent.ChargeWithdrawn e) {
                billed.remove(e.bill());
            } else if (event instanceof ReceivableEvent.Received e) {
                received.put(e.payment().number(), e.payment().amountMinor());
            } else if (event instanceof ReceivableEvent.ReceiptUndone e) {
                received.remove(e.receipt());
            } else if (event instanceof ReceivableEvent.RefundRequested e) {
                refunded.put(e.order(), e.amountMinor());
            } else if (event instanceof ReceivableEvent.RefundDropped e) {
                refunded.remove(e.order());
            } else if (event instanceof ReceivableEvent.WrittenOff e) {
                e.lines()
                        .forEach(
                                line -> forgiven.merge(line.bill(), line.amountMinor(), Long::sum));
            }
        }
        long allocated = state.allocations().stream().mapToLong(Allocation::amountMinor).sum();
        long open = state.openTotal().minor();
        assertThat(allocated + open + sum(forgiven)).isEqualTo(sum(billed));
        assertThat(allocated + state.credit().minor() - state.owedBack().minor() + sum(refunded))
                .isEqualTo(sum(received));
        for (Charge.Position position : state.positions()) {
            String bill = position.charge().number();
            assertThat(position.openMinor()).isBetween(0L, billed.getOrDefault(bill, -1L));
            assertThat(position.writtenOffMinor()).isEqualTo(forgiven.getOrDefault(bill, 0L));
            assertThat(position.paidMinor()).isEqualTo(spent(state, a -> a.bill().equals(bill)));
        }
        for (Payment payment : state.receipts()) {
            assertThat(spent(state, a -> a.receipt().equals(payment.number())))
                    .isBetween(0L, payment.amountMinor());
        }
        assertThat(state.positions()).hasSameSizeAs(billed.keySet());
        assertThat(state.receipts()).hasSameSizeAs(received.keySet());
        assertThat(state.credit().isNegative()).isFalse();
        assertThat(state.owedBack().isNegative()).isFalse();
        boolean feeOpen =
                state.positions().stream()
                        .anyMatch(p -> p.charge().kind().isFee() && p.openMinor() > 0);
        assertThat(state.credit().isPositive() && feeOpen).isFalse();
    }

    private static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long spent(Receivables state, Predicate<Allocation> selected) {
        return state.allocations().stream()
                .filter(selected)
                .mapToLong(Allocation::amountMinor)
                .sum();
    }

    @Property(tries = 300)
    void billedIsPaidOpenAndWrittenOffAfterAnyCommandsAndReplays(
            @ForAll AllocationRule rule, @ForAll("commands") List<Command> commands) {
        Receivables state = Fees.opened(rule);
        LocalDate day = START;
        for (Command command : commands) {
            day = day.plusDays(command.days());
            List<ReceivableEvent> before = state.events();
            Outcome<Receivables> outcome = run(state, command, day);

            assertThat(state.events()).isEqualTo(before);
            assertNoFenIsLost(state);
            Receivables unchanged = state;
            state = outcome.fold(after -> after, ruling -> unchanged);
            assertNoFenIsLost(state);
            assertThat(state.events().size() - before.size())
                    .isEqualTo(outcome.isAccepted() ? 1 : 0);
        }
        Receivables again = accept(Receivables.replay(state.events(), PAPERS));
        assertThat(again).isEqualTo(state);
        assertThat(again.positions()).isEqualTo(state.positions());
        assertThat(again.credit()).isEqualTo(state.credit());
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 500).list().ofMaxSize(8);
    }

    /** Bills in the order of their numbers and receipts likewise, interleaved in any way. */
    @Property(tries = 200)
    void whoPaysWhatDoesNotDependOnWhetherBillsOrReceiptsComeFirst(
            @ForAll("amounts") List<Long> bills,
            @ForAll("amounts") List<Long> receipts,
            @ForAll Random first,
            @ForAll Random second) {
        assertThat(interleaved(bills, receipts, first))
                .isEqualTo(interleaved(bills, receipts, second));
    }

    private static Map<String, Long> interleaved(
            List<Long> bills, List<Long> receipts, Random random) {
        Receivables state = Fees.opened(AllocationRule.OLDEST_FIRST);
        int bill = 0;
        int receipt = 0;
        while (bill < bills.size() || receipt < receipts.size()) {
            boolean billNext =
                    receipt == receipts.size() || (bill < bills.size() && random.nextBoolean());
            if (billNext) {
                state = Fees.charged(state, "B" + bill, START.plusDays(bill), bills.get(bill));
                bill++;
            } else {
                state = Fees.paid(state, "R" + receipt, START, receipts.get(receipt));
                receipt++;
            }
        }
        Map<String, Long> parts = new HashMap<>();
        state.allocations()
                .forEach(a -> parts.merge(a.receipt() + a.bill(), a.amountMinor(), Long::sum));
        parts.put("credit", state.credit().minor());
        return parts;
    }

    @Provide
    Arbitrary<List<OpenBill>> openBills() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(0, 300),
                        Arbitraries.of(Charge.Kind.values()))
                .as((day, fen, kind) -> new OpenBill("", kind, START.plusDays(day), fen))
                .list()
                .ofMaxSize(8)
                .map(
                        bills ->
                                IntStream.range(0, bills.size())
                                        .mapToObj(
                                                i ->
                                                        new OpenBill(
                                                                "B" + i,
                                                                bills.get(i).kind(),
                                                                bills.get(i).due(),
                                                                bills.get(i).openMinor()))
                                        .toList());
    }

    @Property
    void allocationDoesNotDependOnTheOrderInWhichBillsAndReceiptsAreGiven(
            @ForAll AllocationRule rule,
            @ForAll("openBills") List<OpenBill> bills,
            @ForAll("amounts") List<Long> receipts,
            @ForAll Random random) {
        List<UnspentReceipt> sources =
                IntStream.range(0, receipts.size())
                        .mapToObj(
                                i ->
                                        new UnspentReceipt(
                                                "R" + i, START.plusDays(i % 3), receipts.get(i)))
                        .toList();
        List<String> named =
                bills.stream().map(OpenBill::number).filter(b -> random.nextInt(3) == 0).toList();
        long limit = random.nextInt(1_500) - 100L;
        List<OpenBill> shuffledBills = new ArrayList<>(bills);
        List<UnspentReceipt> shuffledSources = new ArrayList<>(sources);
        Collections.shuffle(shuffledBills, random);
        Collections.shuffle(shuffledSources, random);

        List<Allocation> made = rule.allocate(bills, sources, named, limit);

        assertThat(rule.allocate(shuffledBills, shuffledSources, named, limit)).isEqualTo(made);
        long payable =
                bills.stream()
                        .filter(b -> b.kind().isFee() || named.contains(b.number()))
                        .mapToLong(OpenBill::openMinor)
                        .sum();
        long money = receipts.stream().mapToLong(Long::longValue).sum();
        assertThat(made.stream().mapToLong(Allocation::amountMinor).sum())
                .isEqualTo(Math.min(Math.max(0, limit), Math.min(payable, money)));
    }
}
