package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BankDebit;
import io.github.xinyi.trust.book.BookGuard;
import io.github.xinyi.trust.contract.HandOverItem;
import io.github.xinyi.trust.disbursement.Disbursements;
import io.github.xinyi.trust.disbursement.PaymentRequest;
import io.github.xinyi.trust.disbursement.SignedDraws;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.keys.Credential;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.merkle.TreeHead;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationRepayment;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * That over arbitrary histories of two firms in one book each has been paid, less what it paid
 * back, no more than its base was worth when it drew, whatever the bank and the base do afterwards;
 * told by plain sums beside the book.
 */
class RepaymentHistoryProperties {

    /** What may be done, by the firm that serves or by the first one. */
    enum Step {
        COLLECT,
        FEE_BOUNCES,
        DRAW,
        DRAW_COMES_BACK,
        REPAY,
        REPAYMENT_BOUNCES,
        SETTLE,
        ACCRUE,
        NEXT_DAY,
        CLOSE,
        TAKE_OVER
    }

    record Command(Step step, boolean first, int amount) {}

    private static final String REPAID_AFTER = "a replaced firm pays back";
    private static final String DRAWN_AGAIN = "a firm draws again after it has paid back";
    private static final String SETTLED_AGAIN = "a firm is settled after it has paid back";
    private static final String BOUNCED = "the bank takes a repayment back";
    private static final String CORRECTED = "an accrual is taken back after the end";

    /** What comes about in some of the histories, whatever the seed. */
    private static final List<String> REACHED =
            List.of(REPAID_AFTER, DRAWN_AGAIN, SETTLED_AGAIN, BOUNCED, CORRECTED);

    /** Most begin with what makes a firm owe, under its contract or after it. */
    private static final List<Command> OWED =
            List.of(
                    new Command(Step.COLLECT, true, 900),
                    new Command(Step.COLLECT, true, 600),
                    new Command(Step.ACCRUE, true, 0),
                    new Command(Step.DRAW, true, 0),
                    new Command(Step.FEE_BOUNCES, true, 0));

    private static final List<Command> OWED_AFTER =
            Stream.concat(OWED.stream(), Stream.of(new Command(Step.TAKE_OVER, true, 0))).toList();

    @Provide
    Arbitrary<List<Command>> histories() {
        return Combinators.combine(
                        Arbitraries.of(List.<Command>of(), OWED, OWED, OWED_AFTER),
                        commands().list().ofMinSize(10).ofMaxSize(50))
                .as((first, then) -> Stream.of(first, then).flatMap(List::stream).toList());
    }

    private static Arbitrary<Command> commands() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Step.COLLECT),
                                Tuple.of(3, Step.FEE_BOUNCES),
                                Tuple.of(4, Step.DRAW),
                                Tuple.of(1, Step.DRAW_COMES_BACK),
                                Tuple.of(5, Step.REPAY),
                                Tuple.of(2, Step.REPAYMENT_BOUNCES),
                                Tuple.of(3, Step.SETTLE),
                                Tuple.of(2, Step.ACCRUE),
                                Tuple.of(2, Step.NEXT_DAY),
                                Tuple.of(1, Step.CLOSE),
                                Tuple.of(1, Step.TAKE_OVER)),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.integers().between(1, 900)),
                                Tuple.of(1, Arbitraries.just(0))))
                .as(Command::new);
    }

    @Property(tries = 150)
    void noFirmKeepsMoreThanItsBaseWasWorthAndWhatItOwesIsMet(
            @ForAll("histories") List<Command> history) {
        Run run = new Run();
        for (Command command : history) {
            run.step(command);
            run.check();
        }
        run.end();
        REACHED.forEach(
                what ->
                        Statistics.label(what)
                                .collect(run.reached.contains(what))
                                .coverage(
                                        checker ->
                                                checker.check(true)
                                                        .percentage(share -> share > 1)));
    }

    /** A movement that the bank may take back, once. */
    private static final class Movement {
        private final Firm firm;
        private final String entry;
        private final long fen;
        private boolean isBack;

        Movement(Firm firm, String entry, long fen) {
            this.firm = firm;
            this.entry = entry;
            this.fen = fen;
        }
    }

    /** One firm by plain sums. */
    private static final class Firm {
        private final PersonId id;
        private final String contract;
        private final int denominator;
        private final Disbursements payments;
        private final Remuneration remuneration;
        private final List<Movement> draws = new ArrayList<>();
        private final List<Movement> repaid = new ArrayList<>();
        private long base;
        private long accrued;
        private long most;

        Firm(PersonId id, int denominator, Trusteeship trust, Village village) {
            this.id = id;
            this.contract = trust.agreement().contract().terms().id();
            this.denominator = denominator;
            this.payments = new Disbursements(trust, List.of(), village.payments);
            this.remuneration =
                    new Remuneration(trust, new SignedDraws(Village.ID, village.payments));
        }

        long earned() {
            return base / denominator;
        }

        static long standing(List<Movement> movements) {
            return movements.stream().filter(m -> !m.isBack).mapToLong(m -> m.fen).sum();
        }

        long left() {
            return earned() - standing(draws) + standing(repaid);
        }
    }

    /** A book and what it should show. */
    private static final class Run {
        private final Village village = new Village(Ratio.of(1, 3));
        private final List<Movement> fees = new ArrayList<>();
        private final Firm first = new Firm(Village.FIRM, 3, village.trusteeship, village);
        private Firm serving = first;
        private LocalDate day = LocalDate.of(2025, 5, 1);
        private LocalDate closed = LocalDate.of(2025, 4, 30);
        private final Set<String> reached = new HashSet<>();
        private TreeHead before = village.head();
        private long cash;
        private int number;

        void step(Command command) {
            Firm firm = command.first() ? first : serving;
            before = village.head();
            switch (command.step()) {
                case COLLECT -> collect(command.amount() + 1);
                case FEE_BOUNCES -> last(fees, this::feeBounces);
                case DRAW -> draw(serving, fen(command, serving.left()), OutflowKind.REMUNERATION);
                case DRAW_COMES_BACK -> last(firm.draws, this::drawComesBack);
                case REPAY -> repay(firm, fen(command, -firm.left()));
                case REPAYMENT_BOUNCES -> last(firm.repaid, this::repaymentBounces);
                case SETTLE -> draw(first, fen(command, first.left()), OutflowKind.HAND_OVER);
                case ACCRUE -> accrue(firm);
                case NEXT_DAY -> day = day.plusDays(1 + command.amount() % 9);
                case CLOSE -> close();
                case TAKE_OVER -> takeOver();
            }
        }

        /** Zero asks for all there is; else so much. */
        private static long fen(Command command, long all) {
            return command.amount() == 0 ? Math.max(1, all) : command.amount();
        }

        private static void last(List<Movement> movements, Consumer<Movement> work) {
            for (int i = movements.size() - 1; i >= 0; i--) {
                if (!movements.get(i).isBack) {
                    work.accept(movements.get(i));
                    return;
                }
            }
        }

        private void collect(long fen) {
            String id = "F" + number++;
            village.collect(id, day, fen);
            fees.add(new Movement(serving, id, fen));
            serving.base += fen;
            cash += fen;
        }

        private Outcome<?> taken(Movement movement) {
            String line = "TP" + number++;
            return village.book.recordBankDebit(
                    new BankDebit.ReturnedItem(
                            SampleBook.bankLine(line, -movement.fen),
                            EntryId.of(movement.entry),
                            day,
                            SampleBook.salt(line)),
                    noon(day),
                    BookGuard.none());
        }

        private void feeBounces(Movement fee) {
            if (expect(taken(fee), fee.fen <= cash)) {
                fee.isBack = true;
                fee.firm.base -= fee.fen;
                cash -= fee.fen;
            }
        }

        private void repaymentBounces(Movement repayment) {
            if (expect(taken(repayment), repayment.fen <= cash)) {
                repayment.isBack = true;
                reached.add(BOUNCED);
                cash -= repayment.fen;
            }
        }

        private void drawComesBack(Movement draw) {
            String id = "back" + number++;
            accept(
                    village.book.post(
                            EntryDraft.reversalOf(
                                            village.book
                                                    .find(EntryId.of(draw.entry))
                                                    .orElseThrow()
                                                    .entry(),
                                            EntryId.of(id),
                                            day,
                                            SampleBook.salt(id))
                                    .source(SourceDocument.bankLine(id)),
                            noon(day)));
            draw.isBack = true;
            cash += draw.fen;
        }

        private void draw(Firm firm, long fen, OutflowKind kind) {
            boolean mayBe = kind == OutflowKind.REMUNERATION || serving != first;
            String id = "W" + number++;
            Outcome<?> paid =
                    asked(
                            firm,
                            kind == OutflowKind.REMUNERATION
                                    ? village.draw(id, fen)
                                    : village.request(
                                            id, kind, firm.id, fen, "REMUNERATION", List.of()));
            if (expect(paid, mayBe && fen <= firm.left() && fen <= cash)) {
                firm.draws.add(new Movement(firm, "pay/" + id, fen));
                if (!firm.repaid.isEmpty()) {
                    reached.add(kind == OutflowKind.HAND_OVER ? SETTLED_AGAIN : DRAWN_AGAIN);
                }
                cash -= fen;
            }
        }

        private Outcome<?> asked(Firm firm, PaymentRequest draft) {
            PaymentRequest asked = village.at(draft, noon(day));
            OutflowOrder o = asked.order();
            OutflowOrder order =
                    new OutflowOrder(
                            o.community(),
                            o.id(),
                            o.kind(),
                            firm.id,
                            o.amount(),
                            o.purpose(),
                            o.budgetLine(),
                            o.vouchers(),
                            o.initiator(),
                            firm.contract,
                            o.expiresAt(),
                            o.payeeName());
            return firm.payments
                    .request(
                            new PaymentRequest(
                                    order,
                                    asked.payeeName(),
                                    asked.report(),
                                    asked.vouchers(),
                                    asked.requestedAt()))
                    .then(
                            there -> {
                                for (Credential key :
                                        List.of(TestKeys.FIRM_KEY, TestKeys.OWNERS_KEY)) {
                                    accept(
                                            firm.payments.approve(
                                                    o.id(),
                                                    TestKeys.approval(key.id(), order, noon(day))));
                                }
                                return firm.payments
                                        .pay(
                                                o.id(),
                                                SourceDocument.bankLine("BK-" + o.id()),
                                                noon(day),
                                                day,
                                                SampleBook.salt(o.id()))
                                        .fold(
                                                Outcome::accepted,
                                                refused -> {
                                                    withdraw(firm, o.id());
                                                    return Outcome.refused(refused);
                                                });
                            });
        }

        private void withdraw(Firm firm, String id) {
            accept(
                    firm.payments.withdraw(
                            id, TestKeys.STEWARD, new SourceDocument("letter", id), noon(day)));
        }

        private void repay(Firm firm, long fen) {
            String id = "T" + number++;
            RemunerationRepayment asked =
                    new RemunerationRepayment(
                            EntryId.of(id),
                            firm.id,
                            Money.ofFen(fen),
                            SourceDocument.bankLine("TH-" + id),
                            day,
                            SampleBook.salt(id));
            if (expect(firm.remuneration.repay(asked, noon(day)), fen <= -firm.left())) {
                if (firm != serving) {
                    reached.add(REPAID_AFTER);
                }
                firm.repaid.add(new Movement(firm, asked.entryId(firm.contract).value(), fen));
                cash += fen;
            }
        }

        /** After the end what is too much is taken back, and given again up to what there was. */
        private void accrue(Firm firm) {
            String id = "A" + number++;
            long up = firm == serving ? firm.earned() : Math.min(firm.earned(), firm.most);
            boolean mayBe = firm == serving || firm.earned() <= firm.accrued || up > firm.accrued;
            Outcome<?> made =
                    firm.remuneration.accrue(EntryId.of(id), noon(day), day, SampleBook.salt(id));
            if (expect(made, mayBe)) {
                if (firm != serving && up < firm.accrued) {
                    reached.add(CORRECTED);
                }
                firm.accrued = up;
                firm.most = Math.max(firm.most, up);
            }
        }

        private void close() {
            LocalDate through = day.withDayOfMonth(1).minusDays(1);
            if (through.isAfter(closed)) {
                accept(village.book.close(through, noon(day), day));
                closed = through;
            }
        }

        private void takeOver() {
            if (serving == first) {
                day = day.plusDays(1);
                village.takenOver(day);
                serving = new Firm(Village.NEXT_FIRM, 10, village.successor(day), village);
                accept(
                        village.change(
                                life ->
                                        life.handOver(
                                                HandOverItem.FINAL_STATEMENT,
                                                day,
                                                PersonId.of("committee"),
                                                noon(day))));
            }
        }

        /** A refused command leaves the log as it was. */
        private boolean expect(Outcome<?> outcome, boolean isAccepted) {
            assertThat(outcome.isAccepted()).as("%s", outcome).isEqualTo(isAccepted);
            if (!isAccepted) {
                assertThat(village.head()).isEqualTo(before);
            }
            return isAccepted;
        }

        void check() {
            assertThat(village.net(ChartOfAccounts.SERVICE_CASH).minor()).isEqualTo(cash);
            for (Firm firm : List.of(first, serving)) {
                village.book.read(
                        reader -> {
                            assertThat(firm.remuneration.available(reader, day).minor())
                                    .isEqualTo(firm.left());
                            assertThat(firm.remuneration.owed(reader, day).minor())
                                    .isEqualTo(Math.max(0, -firm.left()));
                            return true;
                        });
            }
        }

        /**
         * Whatever a firm owes it can pay, and the books then show what was accrued and not paid.
         */
        void end() {
            long due = 0;
            for (Firm firm : serving == first ? List.of(first) : List.of(first, serving)) {
                before = village.head();
                if (firm.left() < 0) {
                    repay(firm, -firm.left());
                }
                before = village.head();
                accrue(firm);
                check();
                assertThat(firm.left()).isNotNegative();
                due += firm.accrued - Firm.standing(firm.draws) + Firm.standing(firm.repaid);
            }
            assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE).minor()).isEqualTo(-due);
            assertThat(village.net(ChartOfAccounts.DUE_TO_REMUNERATION).minor()).isEqualTo(-due);
        }
    }
}
