package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bills checked against roster and tariffs; only a whole run that is right can be posted.
 *
 * @since 0.1.0
 */
public final class BillRun {

    private final List<Bill> bills;

    private BillRun(List<Bill> bills) {
        this.bills = List.copyOf(bills);
    }

    /**
     * Checks bills that another system has made.
     *
     * @param bills the bills
     * @param roster the units
     * @param tariffs the prices
     * @return the run, or what is wrong with each bill that is wrong
     */
    public static Outcome<BillRun> check(List<Bill> bills, Roster roster, TariffSchedule tariffs) {
        List<Finding> wrong = new ArrayList<>();
        Set<String> months = new HashSet<>();
        for (Bill bill : bills) {
            if (!months.add(bill.unit() + " " + bill.period())) {
                wrong.add(finding(BillingRule.ONE_BILL_A_MONTH, bill, "second"));
            }
            Optional<Unit> unit = roster.unit(bill.unit());
            if (unit.isEmpty()) {
                wrong.add(finding(BillingRule.UNIT_KNOWN, bill, "unknown"));
                continue;
            }
            Optional<Money> due = tariffs.charge(unit.get(), bill.period().atDay(1));
            if (!due.equals(Optional.of(bill.amount()))) {
                String expected = due.map(Money::toString).orElse("none");
                wrong.add(finding(BillingRule.AMOUNT_AS_TARIFF, bill, expected));
            }
        }
        return wrong.isEmpty()
                ? Outcome.accepted(new BillRun(bills))
                : Outcome.refused(new Ruling(wrong));
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
