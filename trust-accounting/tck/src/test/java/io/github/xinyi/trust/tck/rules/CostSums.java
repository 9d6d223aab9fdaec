package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plain sums of a history of costs: of the service fund at 0 and of public income at 1. */
final class CostSums {

    /** Two lines of the service fund, and two of public income. */
    static final List<BudgetLine> LINES =
            List.of(
                    new BudgetLine("SF-03", "照明", FundClass.SERVICE_FUND, Money.ofFen(140_000)),
                    new BudgetLine("SF-04", "用水", FundClass.SERVICE_FUND, Money.ofFen(90_000)),
                    new BudgetLine("PI-03", "绿化", FundClass.PUBLIC_INCOME, Money.ofFen(120_000)),
                    new BudgetLine("PI-04", "健身", FundClass.PUBLIC_INCOME, Money.ofFen(70_000)));

    /** A little more than the lines may come to, so that now one and now another is short. */
    static final long[] OPENING = {240_000, 200_000};

    private static final Paid NONE = new Paid(0, 0);

    /** A payment as the sums know it. */
    static final class Paid {

        final int line;
        final long amount;
        long passed;
        int bearer;
        int times;
        boolean isReturned;

        /**
         * Of passings that were taken back before they were settled: those days stay as they are.
         */
        final List<LocalDate> unsettled = new ArrayList<>();

        Paid(int line, long amount) {
            this.line = line;
            this.amount = amount;
        }

        int payer() {
            return fundOf(line);
        }

        boolean stands() {
            return passed > 0;
        }

        long borneBy(int of) {
            if (isReturned) {
                return 0;
            }
            return of == line ? amount - passed : of == bearer ? passed : 0;
        }

        long relievedOf(int of) {
            return of == line ? passed : of == bearer ? -passed : 0;
        }
    }

    /** What the other fund owes for a cost; once that is back it is the relief of no line. */
    static final class Debt {

        private final Paid cost;
        private final LocalDate day;
        private long raised;
        private boolean isRelief;

        Debt(Paid cost, LocalDate day, long raised, boolean isRelief) {
            this.cost = cost;
            this.day = day;
            this.raised = raised;
            this.isRelief = isRelief;
        }
    }

    private final long[] settled = new long[2];
    private final List<List<Debt>> debts = List.of(new ArrayList<>(), new ArrayList<>());
    final List<Paid> payments = new ArrayList<>();

    long borne(int line) {
        return payments.stream().mapToLong(paid -> paid.borneBy(line)).sum();
    }

    long borneByFund(int fund) {
        return borne(2 * fund) + borne(2 * fund + 1);
    }

    /** What a line may still bear of a cost, which takes the place of what it was relieved of. */
    long leftForMoved(int line, long fen, Paid moved) {
        return limit(line) - borne(line) - unsettled(line, relieved(line) - fen, moved);
    }

    /** What may be paid: as if the line still bore whatever nobody has settled of its own. */
    long left(int line) {
        return limit(line) - borne(line) - unsettled(line, relieved(line), NONE);
    }

    static long limit(int line) {
        return LINES.get(line).amount().minor();
    }

    /** What a line has paid above its limit, since it was relieved; below zero where it has not. */
    long above(int line) {
        return payments.stream()
                        .filter(paid -> paid.line == line && !paid.isReturned)
                        .mapToLong(paid -> paid.amount)
                        .sum()
                - limit(line);
    }

    private long relieved(int line) {
        return payments.stream().mapToLong(paid -> paid.relievedOf(line)).sum();
    }

    private long unsettled(int line, long relieved, Paid but) {
        long own =
                debts.get(fundOf(line)).stream()
                        .filter(debt -> debt.isRelief && debt.cost != but)
                        .filter(debt -> debt.cost.line == line)
                        .mapToLong(debt -> unpaid(fundOf(line), debt))
                        .sum();
        return Math.max(0, Math.min(relieved, own));
    }

    /** The oldest is paid first. */
    private long unpaid(int fund, Debt debt) {
        long through = 0;
        for (Debt other : debts.get(fund)) {
            through += other.raised;
            if (other == debt) {
                break;
            }
        }
        return Math.max(0, Math.min(debt.raised, through - settled[1 - fund]));
    }

    long owedTo(int fund) {
        return debts.get(fund).stream().mapToLong(debt -> debt.raised).sum() - settled[1 - fund];
    }

    void pass(Paid paid, int bearer, long fen, LocalDate day) {
        paid.passed = fen;
        paid.bearer = bearer;
        paid.times++;
        debts.get(paid.payer()).add(new Debt(paid, day, fen, true));
    }

    /** What is not paid of its debt is not owed any more, and what is paid is owed back. */
    void takeBack(Paid paid, LocalDate day) {
        for (Debt debt : debts.get(paid.payer())) {
            if (debt.isRelief && debt.cost == paid) {
                long unpaid = unpaid(paid.payer(), debt);
                debt.raised -= unpaid;
                if (unpaid > 0) {
                    paid.unsettled.add(debt.day);
                }
                debt.isRelief = false;
                debts.get(1 - paid.payer()).add(new Debt(paid, day, paid.passed - unpaid, false));
            }
        }
        paid.passed = 0;
    }

    void settle(int payer, long fen) {
        settled[payer] += fen;
    }

    /** What a class has paid out and was not brought back, and what it gave the other. */
    long cash(int fund) {
        return OPENING[fund]
                - payments.stream()
                        .filter(paid -> paid.payer() == fund && !paid.isReturned)
                        .mapToLong(paid -> paid.amount)
                        .sum()
                - settled[fund]
                + settled[1 - fund];
    }

    /** Above zero what public income owes the service fund, below what it is owed. */
    long owed() {
        return borneByFund(1) - (OPENING[1] - cash(1));
    }

    boolean closes(LocalDate through) {
        return unpaidOf(0, through) == unpaidOf(1, through);
    }

    private long unpaidOf(int fund, LocalDate through) {
        return debts.get(fund).stream()
                .filter(debt -> !debt.day.isAfter(through))
                .mapToLong(debt -> unpaid(fund, debt))
                .sum();
    }

    static int fundOf(int line) {
        return line / 2;
    }
}
