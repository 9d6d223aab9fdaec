package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bills checked against units and tariffs; only a whole run that is right can be posted.
 *
 * <p>Example: a bill of 111.93 to the owners of a home that is not handed over is refused, since
 * the developer owes it. Source: Civil Code art. 944 para. 1, Property Management Regulation art.
 * 41.
 *
 * @since 0.1.0
 */
public final class BillRun {

    private final List<Bill> bills;

    private BillRun(List<Bill> bills) {
        this.bills = List.copyOf(bills);
    }

    /**
     * Checks bills that another system has made for whole months, where the roster says who pays.
     *
     * @param bills the bills
     * @param roster the units; the developer pays for those that it does not have as handed over
     * @param tariffs the prices
     * @return the run, or what is wrong with each bill that is wrong
     */
    public static Outcome<BillRun> check(List<Bill> bills, Roster roster, TariffSchedule tariffs) {
        return check(bills, BillableUnits.of(roster, Map.of()), tariffs, Proration.WHOLE_MONTHS);
    }

    /**
     * Checks bills that another system has made against what a {@link FeeRun} of each month gives:
     * amount, payer, and one bill for each of them.
     *
     * @param bills the bills, of any months
     * @param units the units, with the days on which they were handed over
     * @param tariffs the prices
     * @param proration what counts where price or payer change within a month
     * @return the run, or what is wrong with each bill that is wrong
     */
    public static Outcome<BillRun> check(
            List<Bill> bills, BillableUnits units, TariffSchedule tariffs, Proration proration) {
        Set<UnitId> known = new HashSet<>();
        for (int place = 0; place < units.size(); place++) {
            known.add(units.unit(place).id());
        }
        Map<YearMonth, Map<Line, Money>> runs = new HashMap<>();
        List<Finding> wrong = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        Map<YearMonth, Set<Line>> billed = new HashMap<>();
        for (Bill bill : bills) {
            Line line = new Line(bill.unit(), bill.payer());
            if (!numbers.add(bill.number())) {
                wrong.add(RuleCheck.of(BillingRule.NUMBER_ONCE, false, "bill", bill.number()));
            }
            if (!billed.computeIfAbsent(bill.period(), m -> new HashSet<>()).add(line)) {
                wrong.add(finding(BillingRule.ONE_BILL_A_MONTH, bill, "second"));
            }
            if (!known.contains(bill.unit())) {
                wrong.add(finding(BillingRule.UNIT_KNOWN, bill, "unknown"));
                continue;
            }
            asCharged(
                            bill,
                            runs.computeIfAbsent(
                                    bill.period(),
                                    month -> lines(units, tariffs, month, proration)))
                    .ifPresent(wrong::add);
        }
        return wrong.isEmpty()
                ? Outcome.accepted(new BillRun(bills))
                : Outcome.refused(new Ruling(wrong));
    }

    /** Who owes for a unit; in a month in which it is handed over both may. */
    private record Line(UnitId unit, Payer payer) {

        Line ofOther() {
            return new Line(unit, payer == Payer.OWNERS ? Payer.DEVELOPER : Payer.OWNERS);
        }
    }

    private static Map<Line, Money> lines(
            BillableUnits units, TariffSchedule tariffs, YearMonth month, Proration proration) {
        return FeeRun.of(units, tariffs, month, proration)
                .fold(
                        run -> {
                            Map<Line, Money> lines = new HashMap<>();
                            for (Bill due : run.bills("B-", month.atDay(1))) {
                                lines.put(new Line(due.unit(), due.payer()), due.amount());
                            }
                            return lines;
                        },
                        nothing -> Map.of());
    }

    private static Optional<Finding> asCharged(Bill bill, Map<Line, Money> due) {
        Line line = new Line(bill.unit(), bill.payer());
        Money expected = due.get(line);
        if (expected == null && due.containsKey(line.ofOther())) {
            return Optional.of(
                    RuleCheck.of(
                            BillingRule.PAYER_AS_HANDED_OVER,
                            false,
                            "bill",
                            bill.number(),
                            "period",
                            bill.period(),
                            "payer",
                            bill.payer(),
                            "expected",
                            line.ofOther().payer()));
        }
        return expected != null && bill.amount().equals(expected)
                ? Optional.empty()
                : Optional.of(
                        finding(
                                BillingRule.AMOUNT_AS_TARIFF,
                                bill,
                                expected == null ? "none" : expected.toString()));
    }

    private static Finding finding(BillingRule rule, Bill bill, String expected) {
        return RuleCheck.of(
                rule,
                false,
                "bill",
                bill.number(),
                "period",
                bill.period(),
                "amount",
                bill.amount(),
                "expected",
                expected);
    }

    /**
     * The bills.
     *
     * @return in the order given
     */
    public List<Bill> bills() {
        return bills;
    }
}
