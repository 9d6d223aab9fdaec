package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Fees.ACCOUNT;
import static io.github.xinyi.trust.tck.rules.Fees.CLAUSE;
import static io.github.xinyi.trust.tck.rules.Fees.START;
import static io.github.xinyi.trust.tck.rules.Fees.adopted;
import static io.github.xinyi.trust.tck.rules.Fees.agreed;
import static io.github.xinyi.trust.tck.rules.Fees.allocations;
import static io.github.xinyi.trust.tck.rules.Fees.charged;
import static io.github.xinyi.trust.tck.rules.Fees.decision;
import static io.github.xinyi.trust.tck.rules.Fees.line;
import static io.github.xinyi.trust.tck.rules.Fees.list;
import static io.github.xinyi.trust.tck.rules.Fees.on;
import static io.github.xinyi.trust.tck.rules.Fees.open;
import static io.github.xinyi.trust.tck.rules.Fees.opened;
import static io.github.xinyi.trust.tck.rules.Fees.paid;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.trust.billing.Payer;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.AllocationRule;
import io.github.xinyi.trust.receivable.Charge;
import io.github.xinyi.trust.receivable.FeeAccount;
import io.github.xinyi.trust.receivable.LateChargeClause;
import io.github.xinyi.trust.receivable.ReceivableEvent;
import io.github.xinyi.trust.receivable.ReceivableRule;
import io.github.xinyi.trust.receivable.Receivables;
import io.github.xinyi.trust.receivable.WriteOffList;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners alone can decide: to give fees up, and to charge for late payment. */
class OwnersDecideOnFeesTest {

    private static final LocalDate DUE = START;
    private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

    /** B1 of 1,000.00, due on 1 April 2025. */
    private static Receivables billed() {
        return charged(opened(AllocationRule.NAMED_FIRST), "B1", DUE, 100_000);
    }

    private static Outcome<Receivables> late(Receivables before, String number, LocalDate through) {
        return before.lateCharge(number, "B1", agreed(CLAUSE), through, LATER, on(LATER));
    }

    private static long amount(Receivables receivables, String bill) {
        return receivables.positions().stream()
                .filter(position -> position.charge().number().equals(bill))
                .mapToLong(position -> position.charge().amountMinor())
                .findFirst()
                .orElse(0);
    }

    @ParameterizedTest
    @CsvSource({"59999, B1=40001", "99999, B1=1", "100000, ''", "100001, ''"})
    void givesUpWhatWasDecidedAndNoMoreThanIsOpen(long fen, String left) {
        Receivables after =
                accept(billed().writeOff(adopted(list("HX-1", line("B1", fen))), on(DUE)));

        assertThat(String.join(" ", open(after))).isEqualTo(left);
        assertThat(after.positions().get(0).writtenOffMinor()).isEqualTo(Math.min(fen, 100_000));
    }

    @Test
    void givesUpOnlyWhatIsStillOpenWhenItIsCarriedOut() {
        Receivables before = paid(billed(), "R1", DUE, 99_999);

        Receivables after =
                accept(before.writeOff(adopted(list("HX-1", line("B1", 100_000))), on(DUE)));

        assertThat(after.positions().get(0).writtenOffMinor()).isOne();
        assertThat(after.events().get(after.events().size() - 1))
                .isInstanceOfSatisfying(
                        ReceivableEvent.WrittenOff.class,
                        e -> assertThat(e.decision()).isEqualTo("2024-OM-01 M1"));
    }

    @Test
    void aListIsDecidedByOwnersOfTheCommunityOnThisVeryPaper() {
        WriteOffList list = list("HX-1", line("B1", 1));
        WriteOffList other = list("HX-1", line("B1", 2));

        assertRefused(
                list.adopt(decision(Matter.OTHER_MAJOR_MATTER, other)),
                ReceivableRule.DECISION_ON_PAPER);
        assertRefused(
                list.adopt(decision(Matter.MANAGER_APPOINTMENT, list)),
                ReceivableRule.DECISION_ON_WRITE_OFF);
        assertRefused(
                list.adopt(
                        OwnersDecision.of(
                                Village.resolution(
                                        Village.OTHER,
                                        Matter.OTHER_MAJOR_MATTER,
                                        list.document()))),
                ReceivableRule.DECISION_OF_COMMUNITY);
        assertThat(adopted(list).content()).isEqualTo(list);
    }

    @Test
    void everyDetailOfAListChangesItsDigest() {
        WriteOffList list = list("HX-1", line("B1", 1), line("B2", 1));
        List<WriteOffList> others =
                List.of(
                        new WriteOffList(Village.OTHER, "HX-1", list.lines()),
                        list("HX-2", line("B1", 1), line("B2", 1)),
                        list("HX-1", line("B1", 1)),
                        list("HX-1", line("B1", 2), line("B2", 1)),
                        list("HX-1", line("B3", 1), line("B2", 1)),
                        list(
                                "HX-1",
                                new WriteOffList.Line(
                                        FeeAccount.ofOwners(Village.unit(2)), "B1", 1),
                                line("B2", 1)),
                        list(
                                "HX-1",
                                new WriteOffList.Line(
                                        new FeeAccount(Fees.HOME, Payer.DEVELOPER), "B1", 1),
                                line("B2", 1)));

        assertThat(others).allSatisfy(o -> assertThat(o.document()).isNotEqualTo(list.document()));
    }

    @Test
    void aListIsCarriedOutOnceAndOnlyWhereItNamesTheAccount() {
        WriteOffList.Adopted list = adopted(list("HX-1", line("B1", 1)));
        Receivables after = accept(billed().writeOff(list, on(DUE)));

        assertRefused(after.writeOff(list, on(DUE)), ReceivableRule.LIST_EFFECTIVE);
        assertRefused(
                paid(billed(), "R1", DUE, 100_000).writeOff(list, on(DUE)),
                ReceivableRule.LIST_EFFECTIVE);
        assertRefused(
                billed().writeOff(adopted(list("HX-2", line("B9", 1))), on(DUE)),
                ReceivableRule.BILL_STANDS,
                ReceivableRule.LIST_EFFECTIVE);
        assertRefused(
                Receivables.open(
                                Village.ID,
                                FeeAccount.ofOwners(Village.unit(2)),
                                AllocationRule.NAMED_FIRST,
                                on(DUE))
                        .writeOff(list, on(DUE)),
                ReceivableRule.OF_ACCOUNT,
                ReceivableRule.LIST_EFFECTIVE);
        assertRefused(
                Receivables.open(Village.OTHER, ACCOUNT, AllocationRule.NAMED_FIRST, on(DUE))
                        .writeOff(list, on(DUE)),
                ReceivableRule.BILL_STANDS,
                ReceivableRule.LIST_EFFECTIVE,
                ReceivableRule.DECISION_OF_COMMUNITY);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void aListIsCarriedOutNoEarlierThanItWasDecided(int days, boolean accepted) {
        WriteOffList.Adopted list = adopted(list("HX-1", line("B1", 1)));
        LocalDate decided = list.decision().adoptedOn();
        Receivables early =
                charged(
                        Receivables.open(
                                Village.ID,
                                ACCOUNT,
                                AllocationRule.NAMED_FIRST,
                                on(decided.minusDays(5))),
                        "B1",
                        decided,
                        10);

        assertThat(early.writeOff(list, on(decided.plusDays(days))).isAccepted())
                .isEqualTo(accepted);
    }

    @Test
    void refusesListsWithoutBillsOrWithABillTwiceOrOfNothing() {
        assertThatThrownBy(() -> list("HX-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list("HX-1", line("B1", 1), line("B1", 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("B1", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBillOfWhichSomethingWasGivenUpIsNotWithdrawn() {
        Receivables after =
                accept(billed().writeOff(adopted(list("HX-1", line("B1", 1))), on(DUE)));

        assertRefused(after.withdraw("B1", on(DUE)), ReceivableRule.NOT_WRITTEN_OFF);
    }

    /** 30 days of grace, then 1.00 a day, at most 300.00. */
    @ParameterizedTest
    @CsvSource({
        "2025-05-01, 0",
        "2025-05-02, 100",
        "2025-05-31, 3000",
        "2026-02-24, 29900",
        "2026-02-25, 30000",
        "2026-02-26, 30000"
    })
    void chargesEachDayAfterTheGraceUpToTheCap(LocalDate through, long fen) {
        Outcome<Receivables> outcome = late(billed(), "L1", through);

        if (fen == 0) {
            assertRefused(outcome, ReceivableRule.LATE_DAYS_LEFT);
        } else {
            assertThat(amount(accept(outcome), "L1")).isEqualTo(fen);
        }
    }

    @Test
    void chargesOnlyForWhatIsOpenAtTheEndOfADay() {
        Receivables part = paid(billed(), "R1", LocalDate.of(2025, 5, 11), 60_000);

        // 9 days of 1.00 until 10 May, then 10 days of 0.40.
        assertThat(amount(accept(late(part, "L1", LocalDate.of(2025, 5, 20))), "L1"))
                .isEqualTo(900 + 400);
    }

    @Test
    void chargingOftenComesToWhatChargingOnceDoes() {
        Receivables often = paid(billed(), "R1", LocalDate.of(2025, 5, 11), 60_001);
        Receivables once = often;
        LocalDate last = LocalDate.of(2025, 5, 31);
        long sum = 0;
        for (LocalDate day = LocalDate.of(2025, 5, 2); !day.isAfter(last); day = day.plusDays(1)) {
            Receivables before = often;
            often = late(often, "L" + day, day).fold(after -> after, ruling -> before);
            sum += amount(often, "L" + day);
        }

        assertThat(sum).isEqualTo(amount(accept(late(once, "L1", last)), "L1"));
        assertRefused(late(often, "L9", last), ReceivableRule.LATE_DAYS_LEFT);
    }

    @Test
    void aReceiptThatCameEarlierThanItWasRecordedIsNotCharged() {
        Receivables before = billed();
        Receivables after =
                accept(
                        before.receive(
                                Fees.receipt("R1", LocalDate.of(2025, 5, 1), 100_000),
                                List.of(),
                                on(LocalDate.of(2025, 5, 20))));

        assertRefused(late(after, "L1", LocalDate.of(2025, 5, 31)), ReceivableRule.LATE_DAYS_LEFT);
    }

    @Test
    void chargesNothingThatWasNotAgreedBeforeTheBillFellDue() {
        LateChargeClause.Agreed clause = agreed(CLAUSE);
        LocalDate agreed = clause.decision().adoptedOn();
        for (int days = -1; days <= 1; days++) {
            LocalDate due = agreed.plusDays(days);
            Receivables before =
                    charged(
                            Receivables.open(
                                    Village.ID,
                                    ACCOUNT,
                                    AllocationRule.NAMED_FIRST,
                                    on(agreed.minusDays(9))),
                            "B1",
                            due,
                            100_000);
            Outcome<Receivables> outcome =
                    before.lateCharge("L1", "B1", clause, due.plusDays(40), LATER, on(LATER));

            assertThat(outcome.isAccepted()).isEqualTo(days >= 0);
            if (days < 0) {
                assertRefused(outcome, ReceivableRule.LATE_AGREED_BEFORE);
            }
        }
    }

    @Test
    void refusesDaysThatAreNotOverAndLateChargesOnLateCharges() {
        Receivables before = billed();
        LocalDate today = LocalDate.of(2025, 5, 31);

        assertRefused(
                before.lateCharge("L1", "B1", agreed(CLAUSE), today, today, on(today)),
                ReceivableRule.NOT_AHEAD);
        Receivables after =
                accept(
                        before.lateCharge(
                                "L1", "B1", agreed(CLAUSE), today.minusDays(1), today, on(today)));
        assertRefused(
                after.lateCharge("L2", "L1", agreed(CLAUSE), today.plusDays(60), LATER, on(LATER)),
                ReceivableRule.LATE_ON_FEE);
        assertRefused(
                before.lateCharge(
                        "L1",
                        "B1",
                        agreed(CLAUSE),
                        today.minusDays(1),
                        today.minusDays(1),
                        on(today)),
                ReceivableRule.DUE_NOT_PAST);
        assertRefused(
                before.lateCharge("B1", "B9", agreed(CLAUSE), today, LATER, on(LATER)),
                ReceivableRule.NUMBER_ONCE,
                ReceivableRule.BILL_STANDS);
    }

    @Test
    void aClauseIsAgreedByOwnersOfTheCommunityOnThisVeryPaper() {
        LateChargeClause other =
                new LateChargeClause(
                        Village.ID, Village.CONTRACT, Ratio.of(1, 999), 30, Ratio.of(3, 10));
        assertRefused(
                CLAUSE.agree(
                        OwnersDecision.of(
                                Village.resolution(
                                        Village.ID, Matter.MANAGER_APPOINTMENT, other.document()))),
                ReceivableRule.DECISION_ON_PAPER);
        assertRefused(
                CLAUSE.agree(
                        OwnersDecision.of(
                                Village.resolution(
                                        Village.OTHER,
                                        Matter.MAINTENANCE_FUND_USE,
                                        CLAUSE.document()))),
                ReceivableRule.DECISION_OF_COMMUNITY,
                ReceivableRule.DECISION_ON_CONTRACT);
        assertRefused(
                Receivables.open(Village.OTHER, ACCOUNT, AllocationRule.NAMED_FIRST, on(DUE))
                        .lateCharge("L1", "B1", agreed(CLAUSE), DUE, LATER, on(LATER)),
                ReceivableRule.BILL_STANDS,
                ReceivableRule.DECISION_OF_COMMUNITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0/1 30 1/2", "1/1 30 1/2", "1/9 30 0/1", "1/9 30 11/10", "1/9 366 1/2"})
    void refusesClausesBeyondTheirBounds(String clause) {
        String[] parts = clause.split(" ", -1);

        assertThatThrownBy(
                        () ->
                                new LateChargeClause(
                                        Village.ID,
                                        "HT",
                                        Ratio.parse(parts[0]),
                                        Integer.parseInt(parts[1]),
                                        Ratio.parse(parts[2])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAClauseAtItsBounds() {
        assertThat(
                        new LateChargeClause(
                                        Village.ID, "HT", Ratio.of(99, 100), 365, Ratio.of(1, 1))
                                .cap())
                .isEqualTo(Ratio.of(1, 1));
    }

    @Test
    void aLateChargeIsPaidOnlyWhereThePayerNamesIt() {
        Receivables before = accept(late(billed(), "L1", LocalDate.of(2025, 5, 31)));

        Receivables unnamed = paid(before, "R1", LATER, 110_000);
        assertThat(allocations(unnamed)).containsExactly("R1>B1=100000");
        assertThat(unnamed.credit()).isEqualTo(Money.ofFen(10_000));
        assertThat(open(unnamed)).containsExactly("L1=3000");
        Receivables named = paid(before, "R1", LATER, 101_000, "L1");
        assertThat(allocations(named)).containsExactly("R1>L1=3000", "R1>B1=98000");
    }

    @Test
    void whereTheOldestComesFirstANamedLateChargeComesAfterAllFees() {
        Receivables before = charged(opened(AllocationRule.OLDEST_FIRST), "B1", DUE, 100_000);
        before = accept(late(before, "L1", LocalDate.of(2025, 5, 31)));

        assertThat(allocations(paid(before, "R1", LATER, 101_000, "L1")))
                .containsExactly("R1>B1=100000", "R1>L1=1000");
    }

    @Test
    void lateChargesAreWithdrawnBeforeTheirBillAndOnlyUnpaid() {
        Receivables before = accept(late(billed(), "L1", LocalDate.of(2025, 5, 31)));
        Receivables paid = paid(before, "R1", LATER, 1, "L1");

        assertRefused(before.withdraw("B1", on(LATER)), ReceivableRule.LATE_CHARGES_FIRST);
        assertRefused(paid.withdraw("L1", on(LATER)), ReceivableRule.LATE_CHARGE_UNPAID);
        Receivables undone =
                accept(
                        paid.undo(
                                "R1",
                                ReceivableEvent.ReceiptUndone.Reason.MISTAKEN,
                                new SourceDocument("note", "N1"),
                                LATER,
                                on(LATER)));
        Receivables after = accept(undone.withdraw("L1", on(LATER)));
        accept(after.withdraw("B1", on(LATER)));
        assertThat(amount(accept(late(after, "L2", LocalDate.of(2025, 5, 31))), "L2"))
                .isEqualTo(3_000);
    }

    @Test
    void aReplayIsShownThePapersAgain() {
        WriteOffList.Adopted list = adopted(list("HX-1", line("B1", 1_000)));
        Receivables whole = accept(late(billed(), "L1", LocalDate.of(2025, 5, 31)));
        whole = accept(whole.writeOff(list, on(LATER)));

        assertThat(
                        accept(
                                Receivables.replay(
                                        whole.events(),
                                        new Receivables.Papers(
                                                List.of(list), List.of(agreed(CLAUSE))))))
                .isEqualTo(whole);
        assertRefused(
                Receivables.replay(
                        whole.events(), new Receivables.Papers(List.of(list), List.of())),
                ReceivableRule.AS_RECORDED);
        assertRefused(
                Receivables.replay(
                        whole.events(), new Receivables.Papers(List.of(), List.of(agreed(CLAUSE)))),
                ReceivableRule.AS_RECORDED);
    }

    @Test
    void paysForAMeteredFeeAsForAnyFee() {
        assertThat(Charge.Kind.METERED_FEE.isFee()).isTrue();
        assertThat(Charge.Kind.PROPERTY_FEE.isFee()).isTrue();
        assertThat(Charge.Kind.LATE_CHARGE.isFee()).isFalse();
    }
}
