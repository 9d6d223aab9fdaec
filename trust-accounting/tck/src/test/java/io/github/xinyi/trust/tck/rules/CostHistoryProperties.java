package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.CostSums.LINES;
import static io.github.xinyi.trust.tck.rules.CostSums.OPENING;
import static io.github.xinyi.trust.tck.rules.CostSums.fundOf;
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
import io.github.xinyi.trust.budget.DraftBudget;
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
import io.github.xinyi.trust.tck.rules.CostSums.Paid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final List<FundClass> FUNDS =
            List.of(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME);

    /** What is owed to the service fund at 0, and to public income at 1. */
    private static final List<Dues> DUES =
            List.of(
                    Dues.between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND),
                    Dues.between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME));

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

    /** A line is filled, relieved of all of it, settled and filled again. */
    private static final List<Command> SPENT_AGAIN =
            List.of(
                    new Command(Step.PAY, 3, 1),
                    new Command(Step.PASS, 4, 69_999),
                    new Command(Step.SETTLE, 2, 1),
                    new Command(Step.PAY, 3, 1));

    /** Half of them begin with a line that has spent what was settled of it. */
    @Provide
    Arbitrary<List<Command>> histories() {
        return Combinators.combine(Arbitraries.of(List.<Command>of(), SPENT_AGAIN), anyCommands())
                .as((first, then) -> Stream.concat(first.stream(), then.stream()).toList());
    }

    private static Arbitrary<List<Command>> anyCommands() {
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
                .ofMinSize(12)
                .ofMaxSize(22);
    }

    /** One history of a village beside its sums. */
    private static final class History {

        private final Village village =
                new Village(Ratio.of(8, 100), List.of(), new DraftBudget(Village.ID, 2025, LINES));
        private final CostSums sums = new CostSums();
        private LocalDate day = Village.DAY;
        private LocalDate closed = Village.DAY.minusDays(1);
        private int requests;
        private boolean turnsDues;
        private boolean spendsWhatWasSettled;

        History() {
            for (int fund = 0; fund < 2; fund++) {
                FundClass fundClass = FUNDS.get(fund);
                village.post(
                        new OpeningBalance(fundClass, day, Money.ofFen(OPENING[fund]))
                                .entry(SampleBook.salt(fundClass.prefix())));
            }
        }

        /** Does a command, and tells whether the sums would have it done. */
        boolean apply(Command command) {
            return switch (command.step()) {
                case PAY -> pay(command.item(), command.amount());
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
                                2 * (1 - paid.payer()) + (int) (command.amount() % 2),
                                command.item() == 5
                                        ? command.amount()
                                        : 1 + command.amount() % paid.amount);
                case TAKE_BACK -> takeBack(paid, entry);
                case RETURN -> giveBack(paid, entry);
                default -> reverseByHand(paid, entry);
            };
        }

        /** Half of the time just what the line has left that has paid the most of its limit. */
        private boolean pay(int item, long amount) {
            int fullest =
                    IntStream.range(0, LINES.size())
                            .boxed()
                            .max(Comparator.comparing(sums::above))
                            .orElseThrow();
            int line = item < 3 ? (int) (amount % LINES.size()) : fullest;
            long left = Math.min(sums.left(line), sums.cash(fundOf(line)));
            return payOf(line, item >= 3 && left > 0 ? left : amount);
        }

        private boolean payOf(int line, long fen) {
            boolean may = fen <= sums.cash(fundOf(line)) && fen <= sums.left(line);
            String id = "E" + sums.payments.size();
            Outcome<Acknowledgement> answer =
                    outflow(
                            village.request(
                                    may ? id : "X" + requests++,
                                    OutflowKind.PAYMENT,
                                    Village.ELECTRICIAN,
                                    fen,
                                    LINES.get(line).code(),
                                    List.of(Village.voucher("P" + id, Voucher.Kind.INVOICE, fen))));
            if (may) {
                sums.payments.add(new Paid(line, fen));
                spendsWhatWasSettled |= sums.above(line) > 0;
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

        private boolean pass(Paid paid, EntryId entry, int bearer, long fen) {
            boolean may =
                    !paid.isReturned
                            && !paid.stands()
                            && paid.times < PassedCost.MAX_TIMES
                            && paid.unsettled.stream().allMatch(then -> then.isAfter(closed))
                            && fen <= paid.amount
                            && fen <= sums.leftForMoved(bearer, fen, paid);
            Outcome<Acknowledgement> answer =
                    village.disbursements.passCost(
                            new MisplacedCost(
                                    new PassedCost(entry, paid.times + 1),
                                    LINES.get(bearer).code(),
                                    Money.ofFen(fen),
                                    day,
                                    "错列科目",
                                    SampleBook.salt("c")),
                            noon(day));
            if (may) {
                sums.pass(paid, bearer, fen, day);
            }
            return answered(answer, may);
        }

        private boolean takeBack(Paid paid, EntryId entry) {
            boolean may =
                    paid.stands() && paid.passed <= sums.leftForMoved(paid.line, paid.passed, paid);
            PassedCost passed = new PassedCost(entry, Math.max(1, paid.times));
            if (!paid.stands() && paid.times > 0) {
                return false;
            }
            noteSettled(paid);
            Outcome<Acknowledgement> answer =
                    village.disbursements.takeBackCost(
                            passed, day, SampleBook.salt("b"), noon(day));
            if (may) {
                sums.takeBack(paid, day);
            }
            return answered(answer, may);
        }

        /**
         * Whether some of a cost that is about to come back was settled: it is owed the other way.
         */
        private void noteSettled(Paid paid) {
            turnsDues |= paid.stands() && sums.owedTo(paid.payer()) < paid.passed;
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
            sums.takeBack(paid, day);
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
                day = day.withDayOfMonth(1).plusMonths(1);
            }
            return true;
        }

        /** Closes the months before this one, if one of them is the book's. */
        private boolean close() {
            LocalDate through = day.withDayOfMonth(1).minusDays(1);
            if (through.isBefore(Village.DAY)) {
                return false;
            }
            boolean may = through.isAfter(closed) && sums.closes(through);
            Outcome<PeriodClose> answer = village.book.close(through, noon(day), day);
            if (may) {
                closed = through;
            }
            return answered(answer, may);
        }

        private static boolean answered(Outcome<?> answer, boolean may) {
            assertThat(answer.isAccepted()).as("%s", answer).isEqualTo(may);
            return may;
        }

        void assertSound() {
            long[] costs = LINES.stream().mapToLong(line -> net(line.expenseAccount())).toArray();
            long[] cash = {net(ChartOfAccounts.SERVICE_CASH), net(ChartOfAccounts.PUBLIC_CASH)};
            long[] owed = {owed(DUES.get(0)), owed(DUES.get(1))};

            assertThat(cash).containsExactly(sums.cash(0), sums.cash(1));
            assertThat(owed).containsExactly(sums.owedTo(0), sums.owedTo(1));
            assertThat(owed[0] - owed[1]).isEqualTo(sums.owed());
            assertThat(Math.min(cash[0], cash[1])).isNotNegative();
            assertThat(cash[0] + owed[0] - owed[1])
                    .as("as if the right class had paid")
                    .isEqualTo(OPENING[0] - costs[0] - costs[1]);
            for (int line = 0; line < costs.length; line++) {
                assertThat(costs[line]).isEqualTo(sums.borne(line));
                assertThat(spent(LINES.get(line)))
                        .isEqualTo(CostSums.limit(line) - sums.left(line))
                        .isBetween(costs[line], CostSums.limit(line));
            }
            assertThat(trusteesShare()).as("nothing was spent above a line").isZero();
        }

        private long spent(BudgetLine line) {
            return village.book.<Money>read(r -> village.budget.spent(r, line)).minor();
        }

        private long trusteesShare() {
            return village.book
                    .<Money>read(
                            reader ->
                                    village.trusteeship
                                            .year(2025)
                                            .orElseThrow()
                                            .trusteesShare(reader, noon(day)))
                    .minor();
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
        Statistics.label("a line spends what was settled of it")
                .collect(history.spendsWhatWasSettled)
                .coverage(checker -> checker.check(true).percentage(share -> share > 20));
    }
}
