package io.github.xinyi.trust.tck.rules;

import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

    private static final Paid NONE = new Paid("", 0, 0);

    /** A payment as the sums know it. */
    static final class Paid {

        final String order;
        final int line;
        final long amount;
        long passed;
        int bearer;
        int times;
        boolean isReturned;

        Paid(String order, int line, long amount) {
            this.order = order;
            this.line = line;
            this.amount = amount;
        }

        EntryId entry() {
            return EntryId.of("pay/" + order);
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

    /** A signed request for a cost of a line, or for what one fund owes the other. */
    static final class Asked {

        private static final int NO_LINE = -1;

        final String order;
        final int payer;
        final int line;
        final long amount;
        Status status = Status.AUTHORISED;
        boolean isExpired;

        private Asked(String order, int payer, int line, long amount) {
            this.order = order;
            this.payer = payer;
            this.line = line;
            this.amount = amount;
        }

        static Asked cost(String order, int line, long amount) {
            return new Asked(order, fundOf(line), line, amount);
        }

        static Asked dues(String order, int payer, long amount) {
            return new Asked(order, payer, NO_LINE, amount);
        }

        boolean isDues() {
            return line == NO_LINE;
        }

        /** Signed and not expired: it may go to the bank. */
        boolean isReady() {
            return status == Status.AUTHORISED && !isExpired;
        }

        /** At the bank it stays open however long. */
        boolean isOpen() {
            return isReady() || status == Status.SENT;
        }
    }

    /** What the other fund owes for a cost; once that is back it is the relief of no line. */
    static final class Debt {

        private final Paid cost;
        private final LocalDate day;
        private long raised;
        private boolean isRelief;
        private boolean isLessened;

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
    final List<Asked> requests = new ArrayList<>();

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

    private long unpaid(int fund, Debt debt) {
        return unpaid(fund, debt, settled[1 - fund]);
    }

    /** The oldest is paid first. */
    private long unpaid(int fund, Debt debt, long paid) {
        long through = 0;
        for (Debt other : debts.get(fund)) {
            through += other.raised;
            if (other == debt) {
                break;
            }
        }
        return Math.max(0, Math.min(debt.raised, through - paid));
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

    /** What is neither paid nor asked for of its debt is owed no more; the rest is owed back. */
    void takeBack(Paid paid, LocalDate day) {
        int debtor = 1 - paid.payer();
        long settledOrAsked = settled[debtor] + heldOfDues(debtor);
        for (Debt debt : debts.get(paid.payer())) {
            if (debt.isRelief && debt.cost == paid) {
                long unpaid = unpaid(paid.payer(), debt, settledOrAsked);
                debt.raised -= unpaid;
                debt.isLessened = unpaid > 0;
                debt.isRelief = false;
                debts.get(debtor).add(new Debt(paid, day, paid.passed - unpaid, false));
            }
        }
        paid.passed = 0;
    }

    /** Whether a cost came back unsettled that was passed in what is closed: so it stays. */
    boolean stays(Paid paid, LocalDate closed) {
        return hasClosed(paid, closed, debt -> debt.isLessened) || isLeftUnpaid(paid, closed);
    }

    /** Whether a request that ended has left unpaid what it was to pay of such a cost. */
    boolean isLeftUnpaid(Paid paid, LocalDate closed) {
        return hasClosed(paid, closed, debt -> unpaid(paid.payer(), debt) > 0);
    }

    private boolean hasClosed(Paid paid, LocalDate closed, Predicate<Debt> selected) {
        return debts.get(paid.payer()).stream()
                .filter(debt -> debt.cost == paid && !debt.day.isAfter(closed))
                .anyMatch(selected);
    }

    /** Whether what it needs is there beside what open requests hold. */
    boolean allows(Asked asked) {
        long left =
                asked.isDues()
                        ? owedTo(1 - asked.payer) - heldOfDues(asked.payer)
                        : left(asked.line) - heldOfLine(asked.line);
        return asked.amount <= left && asked.amount <= cash(asked.payer) - heldOfCash(asked.payer);
    }

    long heldOfCash(int payer) {
        return held(asked -> asked.payer == payer);
    }

    long heldOfDues(int payer) {
        return held(asked -> asked.payer == payer && asked.isDues());
    }

    long heldOfLine(int line) {
        return held(asked -> asked.line == line);
    }

    private long held(Predicate<Asked> selected) {
        return requests.stream()
                .filter(Asked::isOpen)
                .filter(selected)
                .mapToLong(asked -> asked.amount)
                .sum();
    }

    void pay(Asked asked) {
        asked.status = Status.PAID;
        if (asked.isDues()) {
            settled[asked.payer] += asked.amount;
        } else {
            payments.add(new Paid(asked.order, asked.line, asked.amount));
        }
    }

    /** No request is valid until the next month. */
    void expire() {
        requests.forEach(asked -> asked.isExpired = true);
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
