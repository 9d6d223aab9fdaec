package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.CostSums.LINES;
import static io.github.xinyi.trust.tck.rules.CostSums.OPENING;
import static io.github.xinyi.trust.tck.rules.CostSums.fundOf;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
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
import io.github.xinyi.trust.disbursement.Disbursement;
import io.github.xinyi.trust.disbursement.Disbursement.Status;
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
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.tck.rules.CostSums.Asked;
import io.github.xinyi.trust.tck.rules.CostSums.Paid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
 * would if the right one had paid, less what is still owed, and that what open requests hold is
 * there until they are paid or end; told by plain sums beside the book.
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
        ASK,
        SEND,
        PAY_ASKED,
        WITHDRAW,
        FAIL,
        NEXT_MONTH,
        CLOSE
    }

    record Command(Step step, int item, long amount) {}

    private static final String TURNS_DUES = "a cost comes back that was settled";
    private static final String SPENDS_AGAIN = "a line spends what was settled of it";
    private static final String LEFT_OPEN = "a cost stays whose debt a request has left unpaid";
    private static final String PAYS_ENDED = "nothing pays a request that has ended or expired";
    private static final String EXPIRES = "a request expires";

    /** What comes about in some of the histories, whatever the seed. */
    private static final List<String> REACHED =
            Stream.concat(
                            Stream.of(TURNS_DUES, SPENDS_AGAIN, LEFT_OPEN, PAYS_ENDED, EXPIRES),
                            Stream.of(Status.SENT, Status.FAILED, Status.WITHDRAWN, Status.PAID)
                                    .map(CostHistoryProperties::isNow))
                    .toList();

    /** A line is filled, relieved of all of it, settled and filled again. */
    private static final List<Command> SPENT_AGAIN =
            List.of(
                    new Command(Step.PAY, 3, 1),
                    new Command(Step.PASS, 4, 69_999),
                    new Command(Step.SETTLE, 2, 1),
                    new Command(Step.PAY, 3, 1));

    private static String isNow(Status status) {
        return "a request is " + status;
    }

    /** A cost comes back while its debt is asked for, and the request ends, or else expires. */
    private static List<Command> leftUnpaid(Command... ending) {
        List<Command> before =
                List.of(
                        new Command(Step.PAY, 0, 40_000),
                        new Command(Step.PASS, 5, 40_000),
                        new Command(Step.ASK, 2, 1),
                        new Command(Step.TAKE_BACK, 1, 1));
        List<Command> after =
                List.of(
                        new Command(Step.NEXT_MONTH, 0, 1),
                        new Command(Step.CLOSE, 0, 1),
                        new Command(Step.PASS, 5, 40_000));
        return Stream.of(before, List.of(ending), after).flatMap(List::stream).toList();
    }

    /** Most of them begin with what chance seldom brings about. */
    @Provide
    Arbitrary<List<Command>> histories() {
        return Combinators.combine(
                        Arbitraries.of(
                                List.<Command>of(),
                                List.<Command>of(),
                                SPENT_AGAIN,
                                SPENT_AGAIN,
                                leftUnpaid(),
                                leftUnpaid(new Command(Step.WITHDRAW, 1, 1)),
                                leftUnpaid(
                                        new Command(Step.SEND, 1, 1),
                                        new Command(Step.FAIL, 1, 1))),
                        anyCommands())
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
                                Step.ASK,
                                Step.ASK,
                                Step.ASK,
                                Step.SEND,
                                Step.SEND,
                                Step.PAY_ASKED,
                                Step.PAY_ASKED,
                                Step.WITHDRAW,
                                Step.FAIL,
                                Step.FAIL,
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
        private final Set<String> reached = new HashSet<>();
        private int names;

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
                case PAY -> payAtOnce(cost(command.item(), command.amount()));
                case SETTLE -> payAtOnce(dues(command.item(), command.amount()));
                case ASK -> ask(command.item(), 1 + command.amount() / 4);
                case NEXT_MONTH -> nextMonth();
                case CLOSE -> close();
                case PASS, TAKE_BACK, RETURN, REVERSE_BY_HAND ->
                        !sums.payments.isEmpty() && ofPayment(command, payment(command));
                case SEND, PAY_ASKED, WITHDRAW, FAIL ->
                        !sums.requests.isEmpty() && ofRequest(command, asked(command));
            };
        }

        private Paid payment(Command command) {
            boolean isFree = command.step() == Step.PASS || command.step() == Step.REVERSE_BY_HAND;
            return chosen(
                    command, sums.payments, paid -> !paid.isReturned && paid.stands() != isFree);
        }

        private Asked asked(Command command) {
            boolean isAtBank = command.step() == Step.FAIL;
            return chosen(
                    command,
                    sums.requests,
                    asked -> isAtBank ? asked.status == Status.SENT : asked.isReady());
        }

        /** Now any, and mostly one with which something can be done. */
        private static <T> T chosen(Command command, List<T> all, Predicate<T> isLikely) {
            List<T> likely = all.stream().filter(isLikely).toList();
            List<T> from = command.item() == 0 || likely.isEmpty() ? all : likely;
            return from.get(command.item() % from.size());
        }

        private boolean ofPayment(Command command, Paid paid) {
            return switch (command.step()) {
                case PASS ->
                        pass(
                                paid,
                                2 * (1 - paid.payer()) + (int) (command.amount() % 2),
                                command.item() == 5
                                        ? command.amount()
                                        : 1 + command.amount() % paid.amount);
                case TAKE_BACK -> takeBack(paid);
                case RETURN -> giveBack(paid);
                default -> reverseByHand(paid);
            };
        }

        private boolean ofRequest(Command command, Asked asked) {
            return switch (command.step()) {
                case SEND -> send(asked);
                case PAY_ASKED -> payAsked(asked);
                case WITHDRAW ->
                        withdraw(asked, command.item() == 0 ? TestKeys.CHAIR : TestKeys.STEWARD);
                default -> fail(asked);
            };
        }

        /** Half of the time just what the line has left that has paid the most of its limit. */
        private Asked cost(int item, long amount) {
            int fullest =
                    IntStream.range(0, LINES.size())
                            .boxed()
                            .max(Comparator.comparing(sums::above))
                            .orElseThrow();
            int line = item < 3 ? (int) (amount % LINES.size()) : fullest;
            long left = Math.min(sums.left(line), sums.cash(fundOf(line)));
            return Asked.cost("E" + names++, line, item >= 3 && left > 0 ? left : amount);
        }

        /** Half of the time just what is owed. */
        private Asked dues(int item, long amount) {
            int payer = sums.owed() > 0 == item > 0 ? 1 : 0;
            long owed = sums.owedTo(1 - payer);
            return Asked.dues("T" + names++, payer, item % 2 == 0 && owed > 0 ? owed : amount);
        }

        private boolean payAtOnce(Asked asked) {
            boolean may = sums.allows(asked);
            Outcome<Acknowledgement> answer =
                    signed(asked).then(open -> village.payAt(open.id(), noon(day), day));
            if (may) {
                paid(asked);
            }
            return answered(answer, may);
        }

        private void paid(Asked asked) {
            sums.pay(asked);
            if (!asked.isDues() && sums.above(asked.line) > 0) {
                reached.add(SPENDS_AGAIN);
            }
        }

        /** Mostly what leaves room for more requests beside it. */
        private boolean ask(int item, long amount) {
            Asked asked =
                    item % 2 == 0 && sums.owed() != 0 ? dues(item, amount) : cost(item, amount);
            boolean may = sums.allows(asked);
            Outcome<Disbursement> answer = signed(asked);
            if (may) {
                sums.requests.add(asked);
            }
            return answered(answer, may);
        }

        private Outcome<Disbursement> signed(Asked asked) {
            PaymentRequest request = village.at(request(asked), noon(day));
            return village.disbursements
                    .request(request)
                    .then(open -> approved(request.order(), TestKeys.FIRM_KEY))
                    .then(open -> approved(request.order(), TestKeys.OWNERS_KEY));
        }

        private Outcome<Disbursement> approved(OutflowOrder order, Credential key) {
            return village.disbursements.approve(
                    order.id(), TestKeys.approval(key.id(), order, noon(day)));
        }

        private PaymentRequest request(Asked asked) {
            String id = asked.order;
            return asked.isDues()
                    ? village.outflow(
                            id,
                            OutflowKind.TRANSFER,
                            "dues/" + DUES.get(1 - asked.payer).name(),
                            asked.amount)
                    : village.request(
                            id,
                            OutflowKind.PAYMENT,
                            Village.ELECTRICIAN,
                            asked.amount,
                            LINES.get(asked.line).code(),
                            List.of(Village.voucher("P" + id, Voucher.Kind.INVOICE, asked.amount)));
        }

        private boolean send(Asked asked) {
            return becomes(
                    Status.SENT,
                    asked,
                    village.disbursements.send(asked.order, paper(), noon(day)),
                    asked.isReady());
        }

        private boolean fail(Asked asked) {
            return becomes(
                    Status.FAILED,
                    asked,
                    village.disbursements.fail(asked.order, paper(), noon(day)),
                    asked.status == Status.SENT);
        }

        private boolean withdraw(Asked asked, PersonId asker) {
            return becomes(
                    Status.WITHDRAWN,
                    asked,
                    village.disbursements.withdraw(asked.order, asker, paper(), noon(day)),
                    asked.status == Status.AUTHORISED && asker.equals(TestKeys.STEWARD));
        }

        private SourceDocument paper() {
            return new SourceDocument("letter", "L" + names++);
        }

        private boolean becomes(
                Status status, Asked asked, Outcome<Disbursement> answer, boolean may) {
            if (may) {
                asked.status = status;
                reached.add(isNow(status));
            }
            return answered(answer, may);
        }

        /** What is open is paid, whatever has become of costs and dues since it was asked for. */
        private boolean payAsked(Asked asked) {
            boolean isOpen = asked.isOpen();
            boolean may = isOpen || asked.status == Status.PAID;
            Outcome<Acknowledgement> answer = village.payAt(asked.order, noon(day), day);
            if (isOpen) {
                paid(asked);
            }
            reached.add(may ? isNow(Status.PAID) : PAYS_ENDED);
            return answered(answer, may);
        }

        private boolean pass(Paid paid, int bearer, long fen) {
            boolean may =
                    !paid.isReturned
                            && !paid.stands()
                            && paid.times < PassedCost.MAX_TIMES
                            && !sums.stays(paid, closed)
                            && fen <= paid.amount
                            && fen <= leftForMoved(bearer, fen, paid);
            if (!paid.stands() && sums.isLeftUnpaid(paid, closed)) {
                reached.add(LEFT_OPEN);
            }
            Outcome<Acknowledgement> answer =
                    village.disbursements.passCost(
                            new MisplacedCost(
                                    new PassedCost(paid.entry(), paid.times + 1),
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

        private long leftForMoved(int line, long fen, Paid paid) {
            return sums.leftForMoved(line, fen, paid) - sums.heldOfLine(line);
        }

        private boolean takeBack(Paid paid) {
            boolean may =
                    paid.stands() && paid.passed <= leftForMoved(paid.line, paid.passed, paid);
            PassedCost passed = new PassedCost(paid.entry(), Math.max(1, paid.times));
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
            if (paid.stands() && sums.owedTo(paid.payer()) < paid.passed) {
                reached.add(TURNS_DUES);
            }
        }

        private boolean giveBack(Paid paid) {
            boolean may = !paid.isReturned;
            noteSettled(paid);
            Outcome<Acknowledgement> answer =
                    village.disbursements.recordReturn(
                            new ReturnedPayment(
                                    paid.entry(),
                                    EntryId.of("returned/" + names++),
                                    SourceDocument.bankLine("TH" + names),
                                    day,
                                    SampleBook.salt("r")),
                            noon(day));
            paid.isReturned = true;
            sums.takeBack(paid, day);
            return answered(answer, may);
        }

        private boolean reverseByHand(Paid paid) {
            boolean may = !paid.isReturned && !paid.stands();
            Outcome<Acknowledgement> answer =
                    village.book.post(
                            EntryDraft.reversalOf(
                                            village.book
                                                    .read(reader -> reader.entry(paid.entry()))
                                                    .orElseThrow()
                                                    .entry(),
                                            EntryId.of("returned/" + names++),
                                            day,
                                            SampleBook.salt("r"))
                                    .source(SourceDocument.bankLine("TH" + names)),
                            noon(day));
            paid.isReturned |= may;
            return answered(answer, may);
        }

        private boolean nextMonth() {
            if (day.getMonthValue() < 12) {
                day = day.withDayOfMonth(1).plusMonths(1);
                if (sums.requests.stream().anyMatch(Asked::isReady)) {
                    reached.add(EXPIRES);
                }
                sums.expire();
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
            assertHeld();
            assertThat(trusteesShare()).as("nothing was spent above a line").isZero();
        }

        /** What is open in the store is open here, and finds what it holds. */
        private void assertHeld() {
            assertThat(village.payments.open(Village.ID, noon(day)))
                    .extracting(Disbursement::id)
                    .containsExactlyInAnyOrderElementsOf(
                            sums.requests.stream()
                                    .filter(Asked::isOpen)
                                    .map(asked -> asked.order)
                                    .toList());
            for (int fund = 0; fund < 2; fund++) {
                assertThat(sums.heldOfCash(fund)).isLessThanOrEqualTo(sums.cash(fund));
                assertThat(sums.heldOfDues(fund)).isLessThanOrEqualTo(sums.owedTo(1 - fund));
            }
            for (int line = 0; line < LINES.size(); line++) {
                assertThat(sums.heldOfLine(line)).isLessThanOrEqualTo(sums.left(line));
            }
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
        REACHED.forEach(
                what ->
                        Statistics.label(what)
                                .collect(history.reached.contains(what))
                                .coverage(
                                        checker ->
                                                checker.check(true)
                                                        .percentage(share -> share > 1)));
    }
}
