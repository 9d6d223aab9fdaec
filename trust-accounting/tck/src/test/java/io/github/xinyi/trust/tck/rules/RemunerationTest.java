package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.AT;
import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.FIRST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.LAST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.disbursement.DisbursementRule;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.tck.SampleBook;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F4 and Trust Law art. 35. */
class RemunerationTest {

    private static Village village(int numerator, int denominator) {
        return new Village(Ratio.of(numerator, denominator));
    }

    private static Money available(Village village, LocalDate day) {
        return village.book.read(reader -> village.remuneration.available(reader, day));
    }

    private static Optional<Acknowledgement> accrue(Village village, String id, LocalDate day) {
        return accept(village.remuneration.accrue(EntryId.of(id), AT, day, SampleBook.salt(id)));
    }

    private static long amount(Optional<Acknowledgement> accrual) {
        return accrual.map(a -> a.entry().draft().postings().get(0).amount().minor()).orElse(0L);
    }

    private static List<String> notMet(Village village, PersonId payee, long fen, LocalDate day) {
        return village.book.read(
                reader ->
                        village.remuneration.judge(reader, payee, Money.ofFen(fen), day).stream()
                                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 100001, 33333", "1, 3, 99999, 33333", "1, 3, 100002, 33334",
        "8, 100, 100000, 8000", "8, 100, 100012, 8000", "8, 100, 100013, 8001"
    })
    void paysADrawOfExactlyTheFloorOfRatioTimesReceived(int n, int d, long received, long floor) {
        Village village = village(n, d);
        village.collect("R1", DAY, received);

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(floor));
        accept(village.authoriseAndPay(village.draw("W1", floor)));

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 100001, 33332", "8, 100, 100012, 7999"})
    void paysADrawOfOneFenBelowTheFloorAndLeavesOneFen(int n, int d, long received, long fen) {
        Village village = village(n, d);
        village.collect("R1", DAY, received);

        accept(village.authoriseAndPay(village.draw("W1", fen)));

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(1));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 100001, 33334", "8, 100, 100012, 8001"})
    void refusesADrawOfOneFenAboveTheFloorAndChangesNothing(int n, int d, long received, long fen) {
        Village village = village(n, d);
        village.collect("R1", DAY, received);
        var before = village.balances();

        var drawn = village.authoriseAndPay(village.draw("W1", fen));

        assertRefused(drawn, RemunerationRule.WITHIN_ENTITLEMENT);
        assertThat(village.balances()).isEqualTo(before);
    }

    @Test
    void countsTheFirstDrawAgainstTheSecond() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 100_001);
        accept(village.authoriseAndPay(village.draw("W1", 30_000)));

        assertRefused(
                village.authoriseAndPay(village.draw("W2", 3_334)),
                RemunerationRule.WITHIN_ENTITLEMENT);
        accept(village.authoriseAndPay(village.draw("W3", 3_333)));
        assertRefused(
                village.authoriseAndPay(village.draw("W4", 1)),
                RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void refusesEveryDrawWhileNothingWasReceived() {
        Village village = village(8, 100);
        village.post(SampleBook.opening("opening", 1_000_000));
        village.post(SampleBook.bill("bill", "7-2-101", 1_000_000));

        assertRefused(
                village.authoriseAndPay(village.draw("W1", 1)),
                RemunerationRule.WITHIN_ENTITLEMENT);
    }

    /** A receipt cannot be reversed through the book yet (contracts.md, F1): it is forced here. */
    @Test
    void blocksDrawsUntilAFallenBaseIsMadeUpFor() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 90_000);
        Acknowledgement bounced = village.collect("R2", DAY, 9_000);
        accept(village.authoriseAndPay(village.draw("W1", 33_000)));

        village.force(reversal(bounced));

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(-3_000));
        assertRefused(
                village.authoriseAndPay(village.draw("W2", 1)),
                RemunerationRule.WITHIN_ENTITLEMENT);
        village.collect("R3", DAY, 9_000);
        assertRefused(
                village.authoriseAndPay(village.draw("W3", 1)),
                RemunerationRule.WITHIN_ENTITLEMENT);
        village.collect("R4", DAY, 3);
        accept(village.authoriseAndPay(village.draw("W4", 1)));
    }

    private static EntryDraft reversal(Acknowledgement original) {
        return EntryDraft.reversalOf(
                original.entry(),
                EntryId.of("undo/" + original.entry().id()),
                DAY,
                SampleBook.salt("undo"));
    }

    @Test
    void takesTheBaseAsZeroWhereMoreWasTakenBackThanReceived() {
        Village village = village(1, 3);
        village.force(reversal(village.collect("early", FIRST_DAY.minusDays(1), 900)));

        Money base = village.book.read(reader -> village.remuneration.base(reader, DAY));

        assertThat(base).isEqualTo(Money.ofFen(0));
        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void refusesDrawAndAccrualWhileAHouseholdsFeeWaitsForItsBatch() {
        Village village = village(1, 3);
        for (int unit = 1; unit <= 4; unit++) {
            village.receive("R" + unit, unit, DAY, 300);
        }
        village.authorise(village.draw("W1", 1));

        assertRefused(village.pay("W1"), RemunerationRule.RECEIPTS_PUBLISHED);
        assertRefused(
                village.remuneration.accrue(EntryId.of("A1"), AT, DAY, SampleBook.salt("A1")),
                RemunerationRule.RECEIPTS_PUBLISHED);
        village.receive("R5", 5, DAY, 300);
        accept(village.book.publishBatch(EntryKind.FEE_RECEIPT, 5, AT, DAY));

        accept(village.pay("W1"));
        assertThat(amount(accrue(village, "A1", DAY))).isEqualTo(500);
        village.receive("R6", 1, DAY, 300);
        assertRefused(
                village.authoriseAndPay(village.draw("W2", 1)),
                RemunerationRule.RECEIPTS_PUBLISHED);
    }

    @Test
    void paysFromTheFirstDayUntilSomebodyHasTakenOver() {
        Village village = village(1, 3);
        village.collect("R1", FIRST_DAY, 90_000);

        assertThat(notMet(village, FIRM, 1, FIRST_DAY.minusDays(1)))
                .containsExactly("contract.open-for-activity", "remuneration.within-entitlement");
        assertThat(notMet(village, FIRM, 1, FIRST_DAY)).isEmpty();
        assertThat(notMet(village, FIRM, 1, LAST_DAY)).isEmpty();
        village.takenOver(LAST_DAY.plusDays(1));

        assertThat(notMet(village, FIRM, 1, LAST_DAY)).isEmpty();
        assertThat(notMet(village, FIRM, 1, LAST_DAY.plusDays(1)))
                .containsExactly("contract.open-for-activity");
    }

    @Test
    void earnsOnAfterTheTermWhileNobodyHasEndedTheContractByCivilCode948() {
        Village village = village(1, 3);
        village.collect("R1", LAST_DAY, 300);
        village.collect("R2", LAST_DAY.plusDays(1), 300);

        assertThat(available(village, LAST_DAY)).isEqualTo(Money.ofFen(100));
        assertThat(available(village, LAST_DAY.plusDays(1))).isEqualTo(Money.ofFen(200));
        assertThat(notMet(village, FIRM, 200, LAST_DAY.plusDays(1))).isEmpty();
        assertThat(notMet(village, FIRM, 201, LAST_DAY.plusDays(1)))
                .containsExactly("remuneration.within-entitlement");
    }

    @Test
    void earnsNothingOfWhatComesAfterTheTakeOverByCivilCode949() {
        Village village = village(1, 3);
        LocalDate on = LocalDate.of(2026, 4, 1);
        village.collect("R1", on.minusDays(1), 300);
        village.collect("R2", on, 300);
        village.takenOver(on);

        assertThat(available(village, on.minusDays(1))).isEqualTo(Money.ofFen(100));
        assertThat(available(village, on.plusYears(1))).isEqualTo(Money.ofFen(100));
        assertThat(notMet(village, FIRM, 1, on)).containsExactly("contract.open-for-activity");
    }

    @Test
    void refusesToPayADrawOfADayBeforeTheContractBegan() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 90_000);
        village.authorise(village.draw("W1", 1));

        assertRefused(
                village.payAt("W1", AT.plusSeconds(1), FIRST_DAY.minusDays(1)),
                LifeRule.OPEN_FOR_ACTIVITY,
                DisbursementRule.DAY_OF_PAYMENT,
                RemunerationRule.WITHIN_ENTITLEMENT);
    }

    @Test
    void doesNotCountAFeeReceivedBeforeTheTermOrAfterTheDay() {
        Village village = village(1, 3);
        village.collect("early", FIRST_DAY.minusDays(1), 90_000);
        village.collect("first", FIRST_DAY, 300);
        village.collect("today", DAY, 3_000);
        village.collect("later", DAY.plusDays(1), 60_000);

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(1_100));
    }

    @Test
    void refusesAnyPayeeButTheTrustee() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 90_000);

        var drawn =
                village.authoriseAndPay(
                        village.request(
                                "W1",
                                OutflowKind.REMUNERATION,
                                PersonId.of("sister-firm"),
                                1,
                                "",
                                List.of()));

        assertRefused(drawn, RemunerationRule.PAYEE_IS_TRUSTEE);
    }

    @Test
    void namesEveryReasonAtOnce() {
        Village village = village(1, 3);

        assertThat(notMet(village, PersonId.of("other"), 1, FIRST_DAY.minusDays(1)))
                .containsExactly(
                        "contract.open-for-activity",
                        "remuneration.payee-is-trustee",
                        "remuneration.within-entitlement");
    }

    @Test
    void accruesTheExactDifferenceAndNothingTwice() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 100);

        assertThat(amount(accrue(village, "A1", DAY))).isEqualTo(33);
        assertThat(accrue(village, "A2", DAY)).isEmpty();
        village.collect("R2", DAY, 1);
        assertThat(accrue(village, "A3", DAY)).isEmpty();
        village.collect("R3", DAY, 1);
        assertThat(amount(accrue(village, "A4", DAY))).isEqualTo(1);
    }

    @Test
    void accruesTheSameWhetherOrNotItWasDrawn() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 300);
        accept(village.authoriseAndPay(village.draw("W1", 60)));

        assertThat(amount(accrue(village, "A1", DAY))).isEqualTo(100);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(-40));
    }

    @Test
    void accruesNothingForADayAfterTheTakeOver() {
        Village village = village(1, 3);
        village.collect("R1", DAY, 300);
        village.takenOver(LAST_DAY.plusDays(1));

        var accrual =
                village.remuneration.accrue(
                        EntryId.of("A1"), AT, LAST_DAY.plusDays(1), SampleBook.salt("A1"));

        assertRefused(accrual, LifeRule.OPEN_FOR_ACTIVITY);
    }

    /** What the service fund owed the firm when the book was opened, on a day. */
    static EntryDraft openingDue(LocalDate day, long fen) {
        return SampleBook.draft("dues", EntryKind.OPENING, day)
                .postings(
                        Posting.debit(
                                ChartOfAccounts.openingBalance(FundClass.SERVICE_FUND),
                                Money.ofFen(fen)),
                        Posting.credit(ChartOfAccounts.DUE_TO_REMUNERATION, Money.ofFen(fen)),
                        Posting.debit(
                                ChartOfAccounts.REMUNERATION_DUE_FROM_SERVICE, Money.ofFen(fen)),
                        Posting.credit(ChartOfAccounts.REMUNERATION_PAYABLE, Money.ofFen(fen)));
    }

    @Test
    void whatWasDueWhenTheBookBeganIsDrawnToTheFenBesideWhatIsEarned() {
        Village village = village(1, 3);
        village.post(SampleBook.opening("cash", 10_000));
        village.post(openingDue(FIRST_DAY, 500));
        village.collect("R1", DAY, 3_000);

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(1_500));
        assertRefused(
                village.authoriseAndPay(village.draw("W1", 1_501)),
                RemunerationRule.WITHIN_ENTITLEMENT);
        accept(village.authoriseAndPay(village.draw("W2", 1_499)));
        accept(village.authoriseAndPay(village.draw("W3", 1)));
        assertRefused(
                village.authoriseAndPay(village.draw("W4", 1)),
                RemunerationRule.WITHIN_ENTITLEMENT);

        assertThat(amount(accrue(village, "A1", DAY))).isEqualTo(1_000);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(0));
    }

    @Test
    void whatWasDueBeforeTheContractBeganIsNotThisFirms() {
        Village village = village(1, 3);
        village.post(openingDue(FIRST_DAY.minusDays(1), 500));

        assertThat(available(village, DAY)).isEqualTo(Money.ofFen(0));
    }

    /** The order is to accrue and then to close; whoever closed first has lost the accrual. */
    @Test
    void refusesToAccrueIntoAPeriodThatWasClosedBefore() {
        Village village = village(1, 3);
        LocalDate end = FIRST_DAY.plusMonths(1).minusDays(1);
        village.collect("R1", end, 300);
        accept(village.book.close(end, AT, DAY));

        assertRefused(
                village.remuneration.accrue(EntryId.of("A1"), AT, end, SampleBook.salt("A1")),
                LedgerRule.PERIOD_OPEN);
        assertThat(available(village, end)).isEqualTo(Money.ofFen(100));
        accept(village.authoriseAndPay(village.draw("W1", 100)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void accruesOverTwelveMonthsTheFloorOfTheWhole(long seed) {
        Random random = new Random(seed);
        int denominator = 3 + random.nextInt(97);
        int numerator = 1 + random.nextInt(denominator - 1);
        Village village = village(numerator, denominator);
        long received = 0;
        long accrued = 0;

        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2025, month, 28);
            int receipts = random.nextInt(4);
            for (int i = 0; i < receipts; i++) {
                long fen = 1L + random.nextInt(100_000);
                village.collect("R" + month + "-" + i, day, fen);
                received += fen;
            }
            accrued += amount(accrue(village, "A" + month, day));
        }

        long whole =
                BigInteger.valueOf(received)
                        .multiply(BigInteger.valueOf(numerator))
                        .divide(BigInteger.valueOf(denominator))
                        .longValueExact();
        assertThat(accrued)
                .as("seed %d, %d/%d of %d", seed, numerator, denominator, received)
                .isEqualTo(whole);
    }
}
