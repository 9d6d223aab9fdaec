package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.billing.Bill;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of each command, judged against the figures before it. */
record ReceivableChecks(FeeAccount account, AllocationRule rule, ReceivableState state) {

    static final int MAX_OPEN = 500;

    private static final Money LEAST = Money.ofFen(1);

    RuleCheck numberOnce(String number) {
        return RuleCheck.of(ReceivableRule.NUMBER_ONCE, !state.isUsed(number), "number", number);
    }

    static RuleCheck amount(Money amount) {
        return RuleCheck.of(
                ReceivableRule.AMOUNT_IN_RANGE,
                amount.currency().equals(LEAST.currency()) && Charge.isAmount(amount.minor()),
                "amount",
                amount);
    }

    RuleCheck duePast(String number, LocalDate due, Instant at) {
        return RuleCheck.of(
                ReceivableRule.DUE_NOT_PAST,
                !due.isBefore(ReceivableState.dayOf(at)),
                "bill",
                number,
                "due",
                due,
                "recorded",
                ReceivableState.dayOf(at));
    }

    RuleCheck billsBound() {
        return RuleCheck.of(
                ReceivableRule.OPEN_BILLS_BOUND,
                state.openBills().size() < MAX_OPEN,
                "limit",
                MAX_OPEN);
    }

    RuleCheck billStands(String bill) {
        return RuleCheck.of(
                ReceivableRule.BILL_STANDS, state.charge(bill).isPresent(), "bill", bill);
    }

    RuleCheck notAhead(LocalDate day, Instant at) {
        return RuleCheck.of(
                ReceivableRule.NOT_AHEAD,
                !day.isAfter(ReceivableState.dayOf(at)),
                "day",
                day,
                "recorded",
                ReceivableState.dayOf(at));
    }

    List<Finding> charge(Bill bill, Charge.Kind kind, Instant at) {
        boolean theirs = bill.unit().equals(account.unit()) && bill.payer() == account.payer();
        boolean again =
                kind == Charge.Kind.PROPERTY_FEE
                        && state.charges().stream()
                                .anyMatch(
                                        c ->
                                                c.kind() == kind
                                                        && c.month()
                                                                .equals(bill.period().atDay(1)));
        return List.of(
                RuleCheck.of(ReceivableRule.OF_ACCOUNT, theirs, "number", bill.number()),
                numberOnce(bill.number()),
                amount(bill.amount()),
                duePast(bill.number(), bill.issued(), at),
                RuleCheck.of(
                        ReceivableRule.ONE_FEE_A_MONTH,
                        !again,
                        "bill",
                        bill.number(),
                        "period",
                        bill.period()),
                billsBound());
    }

    List<Finding> named(List<String> named) {
        List<Finding> findings = new ArrayList<>();
        for (String number : named) {
            Optional<Charge> charge = state.charge(number);
            boolean once = named.indexOf(number) == named.lastIndexOf(number);
            findings.add(
                    RuleCheck.of(
                            ReceivableRule.NAMED_OPEN,
                            once && charge.filter(c -> state.open(c) > 0).isPresent(),
                            "bill",
                            number));
            charge.ifPresent(
                    c ->
                            findings.add(
                                    RuleCheck.of(
                                            ReceivableRule.NAMING_AGREED,
                                            rule.lets(c.kind()),
                                            "bill",
                                            number,
                                            "rule",
                                            rule)));
        }
        return findings;
    }

    List<Finding> withdraw(String bill) {
        boolean late = state.charge(bill).filter(c -> !c.kind().isFee()).isPresent();
        return List.of(
                billStands(bill),
                RuleCheck.of(
                        ReceivableRule.NOT_WRITTEN_OFF, state.writtenOff(bill) == 0, "bill", bill),
                RuleCheck.of(
                        ReceivableRule.LATE_CHARGES_FIRST,
                        state.lateChargesOn(bill).isEmpty(),
                        "bill",
                        bill),
                RuleCheck.of(
                        ReceivableRule.LATE_CHARGE_UNPAID,
                        !late || state.paid(bill) == 0,
                        "bill",
                        bill));
    }

    List<Finding> late(String bill, LateChargeClause.Agreed clause, LocalDate through, Instant at) {
        Optional<Charge> charge = state.charge(bill);
        List<Finding> findings = new ArrayList<>();
        findings.add(billStands(bill));
        findings.add(notAhead(through.plusDays(1), at));
        charge.ifPresent(
                c -> {
                    LocalDate agreed = clause.decision().adoptedOn();
                    findings.add(
                            RuleCheck.of(
                                    ReceivableRule.LATE_ON_FEE, c.kind().isFee(), "bill", bill));
                    findings.add(
                            RuleCheck.of(
                                    ReceivableRule.LATE_AGREED_BEFORE,
                                    !agreed.isAfter(c.due()),
                                    "bill",
                                    bill,
                                    "due",
                                    c.due(),
                                    "agreed",
                                    agreed));
                    findings.add(
                            RuleCheck.of(
                                    ReceivableRule.LATE_DAYS_LEFT,
                                    lateMinor(c, clause.content(), through) > 0,
                                    "bill",
                                    bill,
                                    "through",
                                    through));
                });
        return findings;
    }

    /** What late days cost that were not charged for yet. */
    long lateMinor(Charge bill, LateChargeClause clause, LocalDate through) {
        long before =
                state.lateChargesOn(bill.number()).stream()
                        .flatMap(number -> state.charge(number).stream())
                        .mapToLong(Charge::amountMinor)
                        .sum();
        return new LateDays(bill, state.less(bill.number()), clause).totalMinor(through) - before;
    }

    List<Finding> writeOff(WriteOffList.Adopted list, List<WriteOffList.Line> open, Instant at) {
        Motion.Document document = list.content().document();
        LocalDate decided = list.decision().adoptedOn();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        ReceivableRule.OF_ACCOUNT,
                        !lines(list).isEmpty(),
                        "number",
                        list.content().number()));
        lines(list).forEach(line -> findings.add(billStands(line.bill())));
        findings.add(
                RuleCheck.of(
                        ReceivableRule.LIST_EFFECTIVE,
                        !state.isCarriedOut(document)
                                && !decided.isAfter(ReceivableState.dayOf(at))
                                && !open.isEmpty(),
                        "list",
                        list.content().number(),
                        "decided",
                        decided));
        return findings;
    }

    private List<WriteOffList.Line> lines(WriteOffList.Adopted list) {
        return list.content().lines().stream()
                .filter(line -> line.account().equals(account))
                .toList();
    }

    /** What the list gives up of this account, as far as it is still open. */
    List<WriteOffList.Line> stillOpen(WriteOffList.Adopted list) {
        List<WriteOffList.Line> open = new ArrayList<>();
        for (WriteOffList.Line line : lines(list)) {
            long left = state.charge(line.bill()).map(state::open).orElse(0L);
            if (left > 0) {
                open.add(
                        new WriteOffList.Line(
                                account, line.bill(), Math.min(left, line.amountMinor())));
            }
        }
        return open;
    }
}
