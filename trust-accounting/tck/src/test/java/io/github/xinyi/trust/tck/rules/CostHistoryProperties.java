package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.GREENERY;
import static io.github.xinyi.trust.tck.rules.Village.LIGHTS;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.disbursement.MisplacedCost;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.ReturnedPayment;
import io.github.xinyi.trust.disbursement.Voucher;
import io.github.xinyi.trust.fund.OpeningBalance;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * That over arbitrary histories of costs paid by the wrong class every class has and bears what it
 * would if the right one had paid, less what is still owed; told by plain sums beside the book.
 */
class CostHistoryProperties {

    /** A little more than each line may come to, so that now the one and now the other is short. */
    private static final long[] OPENING = {1_050_000, 310_000};

    /** What may be done; the commands that make a cost move are the most likely. */
    enum Step {
        PAY,
        PASS,
        TAKE_BACK,
        RETURN,
        REVERSE_BY_HAND,
        SETTLE,
        NEXT_MONTH,
        CLOSE
    }

    record Command(Step step, int item, long amount) {}

    @Provide
    Arbitrary<List<Command>> histories() {
        return Combinators.combine(
                        Arbitraries.of(
                                Step.PAY,
                                Step.PAY,
                                Step.PASS,
                                Step.PASS,
                                Step.PASS,
                                Step.TAKE_BACK,
                                Step.TAKE_BACK,
                                Step.RETURN,
                                Step.REVERSE_BY_HAND,
                                Step.SETTLE,
                                Step.SETTLE,
                                Step.NEXT_MONTH,
                                Step.CLOSE),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, 120_000))
                .as(Command::new)
                .list()
                .ofMinSize(15)
                .ofMaxSize(25);
    }

    /** A payment as the sums know it. */
    private static final class Paid {

        private final int payer;
        private final long amount;
        private long passed;
        private int times;
        private long raisedThen;
        private boolean isReturned;

        Paid(int payer, long amount) {
            this.payer = payer;
            this.amount = amount;
        }

        boolean stands() {
            return passed > 0;
        }

        long borneBy(int fund) {
            if (isReturned) {
                return 0;
            }
            return fund == payer ? amount - passed : passed;
        }
    }

    /** The sums: of the service fund at 0 and of public income at 1. */
    private static final class Sums {

        private final long[] limits = {LIGHTS.amount().minor(), GREENERY.amount().minor()};
        private final long[] settled = new long[2];

        /** What each fund was owed in all for costs, and what of it is not owed any more. */
        private final long[] raised = new long[2];

        private final long[] lowered = new long[2];
        private final List<Paid> payments = new ArrayList<>();
        private final List<long[]> raisedAtMonthEnds = new ArrayList<>();
        private int closedMonths;

        long borne(int fund) {
            return payments.stream().mapToLong(paid -> paid.borneBy(fund)).sum();
        }

        /** What a line may still bear of what another paid. */
        long leftForMoved(int fund) {
            return limits[fund] - borne(fund);
        }

        /** What may be paid: as if the line still bore whatever its fund may be owed for it. */
        long left(int fund) {
            long relieved =
                    payments.stream()
                            .mapToLong(paid -> paid.payer == fund ? paid.passed : -paid.passed)
                            .sum();
            return leftForMoved(fund) - Math.max(0, Math.min(relieved, owedTo(fund)));
        }

        long owedTo(int fund) {
            return raised[fund] - lowered[fund];
        }

        void pass(Paid paid, long fen) {
            paid.passed = fen;
            paid.times++;
            raised[paid.payer] += fen;
            paid.raisedThen = raised[paid.payer];
        }

        /** What is not paid of its debt is not owed any more, and what is paid is owed back. */
        void takeBack(Paid paid) {
            long unpaid = Math.max(0, Math.min(paid.passed, paid.raisedThen - lowered[paid.payer]));
            lowered[paid.payer] += unpaid;
            raised[1 - paid.payer] += paid.passed - unpaid;
            paid.passed = 0;
        }

        void settle(int payer, long fen) {
            settled[payer] += fen;
            lowered[1 - payer] += fen;
        }

        /** What a class has paid out and was not brought back, and what it gave the other. */
        long cash(int fund) {
            return OPENING[fund]
                    - payments.stream()
                            .filter(paid -> paid.payer == fund && !paid.isReturned)
                            .mapToLong(paid -> paid.amount)
                            .sum()
                    - settled[fund]
                    + settled[1 - fund];
        }

        /** Above zero what public income owes the service fund, below what it is owed. */
        long owed() {
            return borne(1) - (OPENING[1] - cash(1));
        }

        boolean closes() {
            if (raisedAtMonthEnds.size() == closedMonths) {
                return false;
            }
            long[] then = raisedAtMonthEnds.get(raisedAtMonthEnds.size() - 1);
            return Math.max(0, then[0] - lowered[0]) == Math.max(0, then[1] - lowered[1]);
        }
    }

    private static final List<BudgetLine> LINES = List.of(LIGHTS, GREENERY);
    private static final List<Dues> DUES =
            List.of(
                    Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND),
                    Dues.between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME));

    /** One history of a village beside its sums. */
    private static final class History {

        private final Village village = new Village(Ratio.of(8, 100));
        private final Sums sums = new Sums();
        private LocalDate day = Village.DAY;
        private int requests;
        private boolean turnsDues;

        History() {
            for (int fund = 0; fund < 2; fund++) {
                FundClass fundClass = LINES.get(fund).fundClass();
                village.post(
                        new OpeningBalance(fundClass, day, Money.ofFen(OPENING[fund]))
                                .entry(SampleBook.salt(fundClass.prefix())));
            }
        }

        /** Does a command, and tells whether the sums would have it done. */
        boolean apply(Command command) {
            return switch (command.step()) {
                case PAY -> pay(command.item() % 2, command.amount() * (command.item() + 1));
                case SETTLE -> settle(command.item(), command.amount());
                case NEXT_MONTH -> nextMonth();
                case CLOSE -> close();
                case PASS, TAKE_BACK, RETURN, REVERSE_BY_HAND ->
                        !sums.payments.isEmpty() && ofPayment(command, chosen(command));
            };
        }

        /** Now any payment, and mostly one with which something can be done. */
        private int chosen(Command command) {
            List<Integer> all = IntStream.range(0, sums.payments.size()).boxed().toList();
            boolean isFree = command.step() == Step.PASS || command.step() == Step.REVERSE_BY_HAND;
            List<Integer> likely =
                    all.stream()
                            .filter(i -> !sums.payments.get(i).isReturned)
                            .filter(i -> sums.payments.get(i).stands() != isFree)
                            .toList();
            List<Integer> from = command.item() == 0 || likely.isEmpty() ? all : likely;
            return from.get(command.item() % from.size());
        }

        private boolean ofPayment(Command command, int number) {
            Paid paid = sums.payments.get(number);
            EntryId entry = EntryId.of("pay/E" + number);
            return switch (command.step()) {
                case PASS ->
                        pass(
                                paid,
                                entry,
                                command.item() == 5
                                        ? command.amount()
                                        : 1 + command.amount() % paid.amount);
                case TAKE_BACK -> takeBack(paid, entry);
                case RETURN -> giveBack(paid, entry);
                default -> reverseByHand(paid, entry);
            };
        }

        private boolean pay(int fund, long fen) {
            boolean may = fen <= sums.cash(fund) && fen <= sums.left(fund);
            String id = "E" + sums.payments.size();
            Outcome<Acknowledgement> answer =
                    outflow(
                            village.request(
                                    may ? id : "X" + requests++,
                                    OutflowKind.PAYMENT,
                                    Village.ELECTRICIAN,
                                    fen,
                                    LINES.get(fund).code(),
                                    List.of(Village.voucher("P" + id, Voucher.Kind.INVOICE, fen))));
            if (may) {
                sums.payments.add(new Paid(fund, fen));
            }
            return answered(answer, may);
        }

        private Outcome<Acknowledgement> outflow(PaymentRequest asked) {
            PaymentRequest request = village.at(asked, noon(day));
            return village.disbursements
                    .request(request)
                    .then(
                            open -> {
                                for (Credential key :
                                        List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
                                    Village.accept(
                                            village.disbursements.approve(
                                                    open.id(),
                                                    TestKeys.approval(
                                                            key.id(), request.order(), noon(day))));
                                }
                                return village.payAt(open.id(), noon(day), day);
                            });
        }

        private boolean pass(Paid paid, EntryId entry, long fen) {
            boolean may =
                    !paid.isReturned
                            && !paid.stands()
                            && paid.times < PassedCost.MAX_TIMES
                            && fen <= paid.amount
                            && fen <= sums.leftForMoved(1 - paid.payer);
            Outcome<Acknowledgement> answer =
                    village.disbursements.passCost(
                            new MisplacedCost(
                                    new PassedCost(entry, paid.times + 1),
                                    LINES.get(1 - paid.payer).code(),
                                    Money.ofFen(fen),
                                    day,
                                    "错列科目",
                                    SampleBook.salt("c")),
                            noon(day));
            if (may) {
                sums.pass(paid, fen);
            }
            return answered(answer, may);
        }

        private boolean takeBack(Paid paid, EntryId entry) {
            boolean may = paid.stands() && paid.passed <= sums.leftForMoved(paid.payer);
            PassedCost passed = new PassedCost(entry, Math.max(1, paid.times));
            if (!paid.stands() && paid.times > 0) {
                return false;
            }
            noteSettled(paid);
            Outcome<Acknowledgement> answer =
                    village.disbursements.takeBackCost(
                            passed, day, SampleBook.salt("b"), noon(day));
            if (may) {
                sums.takeBack(paid);
            }
            return answered(answer, may);
        }

        /**
         * Whether some of a cost that is about to come back was settled: it is owed the other way.
         */
        private void noteSettled(Paid paid) {
            turnsDues |= paid.stands() && sums.owedTo(paid.payer) < paid.passed;
        }

        private boolean giveBack(Paid paid, EntryId entry) {
            boolean may = !paid.isReturned;
            noteSettled(paid);
            Outcome<Acknowledgement> answer =
                    village.disbursements.recordReturn(
                            new ReturnedPayment(
                                    entry,
                                    EntryId.of("returned/" + requests++),
                                    SourceDocument.bankLine("TH" + requests),
                                    day,
                                    SampleBook.salt("r")),
                            noon(day));
            paid.isReturned = true;
            sums.takeBack(paid);
            return answered(answer, may);
        }

        private boolean reverseByHand(Paid paid, EntryId entry) {
            boolean may = !paid.isReturned && !paid.stands();
            Outcome<Acknowledgement> answer =
                    village.book.post(
                            EntryDraft.reversalOf(
                                            village.book
                                                    .read(reader -> reader.entry(entry))
                                                    .orElseThrow()
                                                    .entry(),
                                            EntryId.of("returned/" + requests++),
                                            day,
                                            SampleBook.salt("r"))
                                    .source(SourceDocument.bankLine("TH" + requests)),
                            noon(day));
            paid.isReturned |= may;
            return answered(answer, may);
        }

        /** Half of the time just what is owed. */
        private boolean settle(int item, long amount) {
            int payer = sums.owed() > 0 == item > 0 ? 1 : 0;
            long owed = sums.owedTo(1 - payer);
            long fen = item % 2 == 0 && owed > 0 ? owed : amount;
            boolean may = fen <= owed && fen <= sums.cash(payer);
            Outcome<Acknowledgement> answer =
                    outflow(
                            village.outflow(
                                    "T" + requests++,
                                    OutflowKind.TRANSFER,
                                    "dues/" + DUES.get(1 - payer).name(),
                                    fen));
            if (may) {
                sums.settle(payer, fen);
            }
            return answered(answer, may);
        }

        private boolean nextMonth() {
            if (day.getMonthValue() < 12) {
                sums.raisedAtMonthEnds.add(sums.raised.clone());
                day = day.withDayOfMonth(1).plusMonths(1);
            }
            return true;
        }

        /** Closes the months before this one, if one of them is the book's. */
        private boolean close() {
            if (sums.raisedAtMonthEnds.isEmpty()) {
                return false;
            }
            boolean may = sums.closes();
            Outcome<PeriodClose> answer =
                    village.book.close(day.withDayOfMonth(1).minusDays(1), noon(day), day);
            if (may) {
                sums.closedMonths = sums.raisedAtMonthEnds.size();
            }
            return answered(answer, may);
        }

        private static boolean answered(Outcome<?> answer, boolean may) {
            assertThat(answer.isAccepted()).as("%s", answer).isEqualTo(may);
            return may;
        }

        void assertSound() {
            long[] costs = {net(LIGHTS.expenseAccount()), net(GREENERY.expenseAccount())};
            long[] cash = {net(ChartOfAccounts.SERVICE_CASH), net(ChartOfAccounts.PUBLIC_CASH)};
            long[] owed = {owed(DUES.get(0)), owed(DUES.get(1))};

            assertThat(costs).containsExactly(sums.borne(0), sums.borne(1));
            assertThat(cash).containsExactly(sums.cash(0), sums.cash(1));
            assertThat(owed).containsExactly(sums.owedTo(0), sums.owedTo(1));
            assertThat(owed[0] - owed[1]).isEqualTo(sums.owed());
            assertThat(Math.min(cash[0], cash[1])).isNotNegative();
            assertThat(cash[0] + owed[0] - owed[1])
                    .as("as if the right class had paid")
                    .isEqualTo(OPENING[0] - costs[0]);
            for (int fund = 0; fund < 2; fund++) {
                BudgetLine line = LINES.get(fund);
                assertThat(village.book.<Money>read(r -> village.budget.spent(r, line)).minor())
                        .isEqualTo(line.amount().minor() - sums.left(fund))
                        .isBetween(costs[fund], line.amount().minor());
            }
        }

        private long owed(Dues dues) {
            assertThat(net(dues.debt())).isEqualTo(-net(dues.claim()));
            return net(dues.claim());
        }

        private long net(AccountCode account) {
            return village.net(account).minor();
        }
    }

    @Property(tries = 100)
    void everyClassBearsAndHasWhatItWouldIfTheRightOneHadPaid(
            @ForAll("histories") List<Command> commands) {
        History history = new History();
        for (Command command : commands) {
            Object before = history.village.head();
            if (!history.apply(command)) {
                assertThat((Object) history.village.head())
                        .as("what is refused leaves no trace")
                        .isEqualTo(before);
            }
            history.assertSound();
        }
        Statistics.label("a cost comes back that was settled")
                .collect(history.turnsDues)
                .coverage(checker -> checker.check(true).percentage(share -> share > 5));
    }
}
