package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A bank statement whose lines follow from one another (对账单), for example opening 274,611.95, 7,901
 * lines, closing 465,917.79; only {@link #of} makes one.
 *
 * @since 0.1.0
 */
public final class BankStatement {

    /** The greatest number of lines of one statement. */
    public static final int MAX_LINES = 200_000;

    private final String account;
    private final Money opening;
    private final List<BankLine> lines;

    private BankStatement(String account, Money opening, List<BankLine> lines) {
        this.account = account;
        this.opening = opening;
        this.lines = List.copyOf(lines);
    }

    /**
     * A statement, if opening balance, lines and closing balance agree.
     *
     * @param account the bank's number of the account
     * @param opening the balance before the first line
     * @param closing the balance after the last line
     * @param lines in the bank's order, at most {@link #MAX_LINES}
     * @return the statement; refused with every reference that comes twice, every balance that does
     *     not follow and a closing balance that is not what the lines give
     */
    public static Outcome<BankStatement> of(
            String account, Money opening, Money closing, List<BankLine> lines) {
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines");
        }
        List<Finding> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Money balance = opening;
        for (BankLine line : lines) {
            if (!seen.add(line.reference())) {
                faults.add(fault(BankRule.REFERENCE_ONCE, "reference", line.reference()));
            }
            balance = balance.plus(line.amount());
            if (!line.balanceAfter().equals(balance)) {
                faults.add(
                        fault(
                                BankRule.RUNNING_BALANCE,
                                "reference",
                                line.reference(),
                                "shown",
                                line.balanceAfter(),
                                "expected",
                                balance));
                balance = line.balanceAfter();
            }
        }
        Money sum = lines.stream().map(BankLine::amount).reduce(opening, Money::plus);
        RuleCheck adds =
                RuleCheck.of(
                        BankRule.BALANCES_ADD_UP,
                        sum.equals(closing),
                        "opening",
                        opening,
                        "sum",
                        sum,
                        "closing",
                        closing);
        faults.add(adds);
        Ruling ruling = new Ruling(faults);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new BankStatement(account, opening, lines))
                : Outcome.refused(ruling);
    }

    static RuleCheck fault(BankRule rule, Object... evidence) {
        return RuleCheck.of(rule, false, evidence);
    }

    /**
     * The bank's number of the account.
     *
     * @return as the bank writes it
     */
    public String account() {
        return account;
    }

    /**
     * The balance before the first line.
     *
     * @return the opening balance
     */
    public Money opening() {
        return opening;
    }

    /**
     * The balance after the last line.
     *
     * @return the closing balance
     */
    public Money closing() {
        return lines.isEmpty() ? opening : lines.get(lines.size() - 1).balanceAfter();
    }

    /**
     * The lines.
     *
     * @return in the bank's order
     */
    public List<BankLine> lines() {
        return lines;
    }

    /** For example {@code 12 lines, 100.00 to 250.00}; never the account. */
    @Override
    public String toString() {
        return lines.size() + " lines, " + opening + " to " + closing();
    }
}
