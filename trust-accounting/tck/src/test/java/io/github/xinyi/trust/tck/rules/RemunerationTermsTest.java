package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.FIRST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.Deduction;
import io.github.xinyi.trust.remuneration.Loss;
import io.github.xinyi.trust.remuneration.Remuneration;
import io.github.xinyi.trust.remuneration.RemunerationPeriod;
import io.github.xinyi.trust.remuneration.RemunerationTerms;
import io.github.xinyi.trust.tck.SampleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F4 and F5 over changed ratios, other bases, deductions and losses. */
class RemunerationTermsTest {

    private static final SourceDocument PAPER = new SourceDocument("evaluation", "Q2");

    private final Village village = new Village(Ratio.of(1, 3));

    private Remuneration remuneration(RemunerationBase base) {
        return remuneration(
                List.of(new RemunerationPeriod(FIRST_DAY, Ratio.of(1, 10), base)),
                List.of(),
                List.of());
    }

    private Remuneration remuneration(
            List<RemunerationPeriod> periods, List<Deduction> deductions, List<Loss> losses) {
        return new Remuneration(
                village.contract,
                new RemunerationTerms(periods, List.of(village.budget), deductions, losses));
    }

    private long available(Remuneration remuneration, LocalDate day) {
        return village.book.read(reader -> remuneration.available(reader, day)).minor();
    }

    private static RemunerationPeriod period(LocalDate from, int numerator, int denominator) {
        return new RemunerationPeriod(
                from, Ratio.of(numerator, denominator), RemunerationBase.FEES_RECEIVED);
    }

    @Test
    void appliesAChangedRatioFromItsDayAndRoundsTheSumOnce() {
        LocalDate change = DAY;
        var changed =
                remuneration(
                        List.of(period(FIRST_DAY, 1, 3), period(change, 2, 3)),
                        List.of(),
                        List.of());
        village.collect("before", change.minusDays(1), 100);
        village.collect("on", change, 100);

        assertThat(available(changed, change.minusDays(1))).isEqualTo(33);
        assertThat(available(changed, change)).isEqualTo(100);
    }

    @Test
    void takesEachOfTheFiveBasesFromItsOwnFigures() {
        village.post(SampleBook.opening("opening", 1_000_000));
        village.post(SampleBook.bill("B1", "7-2-101", 70_000));
        village.collect("R1", DAY, 50_000);
        accept(village.authoriseAndPay(village.lights("E1", 30_000)));
        village.post(
                new PublicIncome(
                                "A1",
                                PublicIncome.Source.ADVERTISING,
                                Visibility.open(),
                                SourceDocument.bankLine("A1"),
                                DAY,
                                Money.ofFen(20_000),
                                "广告")
                        .entry(SampleBook.salt("A1")));

        LocalDate end = LocalDate.of(2025, 12, 31);
        assertThat(available(remuneration(RemunerationBase.FEES_RECEIVED), end)).isEqualTo(5_000);
        assertThat(available(remuneration(RemunerationBase.FEES_RECEIVABLE), end)).isEqualTo(7_000);
        assertThat(available(remuneration(RemunerationBase.ACTUAL_EXPENDITURE), end))
                .isEqualTo(3_000);
        assertThat(available(remuneration(RemunerationBase.FEES_RECEIVED_PLUS_PUBLIC_INCOME), end))
                .isEqualTo(7_000);
        Remuneration byBudget = remuneration(RemunerationBase.BUDGET_EXPENDITURE);
        assertThat(available(byBudget, end)).isEqualTo(100_000);
        assertThat(available(byBudget, FIRST_DAY)).isEqualTo(1_000_000 / 365 / 10);
    }

    @Test
    void takesDeductionsOffFromTheirDayAndGivesThemBackByRelease() {
        var agreed =
                remuneration(
                        List.of(period(FIRST_DAY, 1, 10)),
                        List.of(
                                new Deduction("D1", DAY, Money.ofFen(300), PAPER),
                                new Deduction("D2", DAY.plusDays(9), Money.ofFen(-100), PAPER)),
                        List.of());
        village.collect("R1", FIRST_DAY, 10_000);

        assertThat(available(agreed, DAY.minusDays(1))).isEqualTo(1_000);
        assertThat(available(agreed, DAY)).isEqualTo(700);
        assertThat(available(agreed, DAY.plusDays(8))).isEqualTo(700);
        assertThat(available(agreed, DAY.plusDays(9))).isEqualTo(800);
    }

    @Test
    void accruesAndDoesNotPayWhileALossIsUnrepairedByTrustLaw36() {
        var agreed =
                remuneration(
                        List.of(period(FIRST_DAY, 1, 10)),
                        List.of(),
                        List.of(new Loss(PAPER, DAY, DAY.plusDays(5))));
        village.collect("R1", FIRST_DAY, 10_000);

        assertThat(notMet(agreed, DAY.minusDays(1))).isEmpty();
        assertThat(notMet(agreed, DAY)).containsExactly("remuneration.loss-repaired");
        assertThat(notMet(agreed, DAY.plusDays(4))).containsExactly("remuneration.loss-repaired");
        assertThat(notMet(agreed, DAY.plusDays(5))).isEmpty();
        assertThat(available(agreed, DAY)).isEqualTo(1_000);
    }

    private List<String> notMet(Remuneration remuneration, LocalDate day) {
        return village.book.read(
                reader ->
                        remuneration.judge(reader, FIRM, Money.ofFen(1), day).stream()
                                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }

    @Test
    void recordsWhatTheFirmOwesWhereTheBaseHasFallen() {
        Remuneration remuneration = new Remuneration(village.contract);
        village.collect("R1", DAY, 9_000);
        var bounced = village.collect("R2", DAY, 3_000);
        accrue(remuneration, "A1");
        accept(village.authoriseAndPay(village.draw("W1", 4_000)));
        village.force(
                EntryDraft.reversalOf(
                        bounced.entry(), EntryId.of("undo"), DAY, SampleBook.salt("undo")));

        accrue(remuneration, "A2");

        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(1_000));
        assertThat(village.net(ChartOfAccounts.DUE_TO_REMUNERATION)).isEqualTo(Money.ofFen(1_000));
        assertThat(available(remuneration, DAY)).isEqualTo(-1_000);
    }

    private void accrue(Remuneration remuneration, String id) {
        accept(
                remuneration.accrue(
                        village.book, EntryId.of(id), Village.AT, DAY, SampleBook.salt(id)));
    }

    /** An oracle in decimals: whatever the order of receipts and draws, the same is left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsLeftDoesNotDependOnThePath(long seed) {
        Random random = new Random(seed);
        int before = 1 + random.nextInt(6);
        int after = 1 + random.nextInt(6);
        Remuneration agreed =
                remuneration(
                        List.of(period(FIRST_DAY, before, 7), period(DAY, after, 9)),
                        List.of(),
                        List.of());
        BigDecimal earlier = BigDecimal.ZERO;
        BigDecimal later = BigDecimal.ZERO;
        for (int i = 0; i < 12; i++) {
            long fen = 1L + random.nextInt(100_000);
            boolean isLater = random.nextBoolean();
            village.collect("R" + i, isLater ? DAY : DAY.minusDays(1), fen);
            earlier = isLater ? earlier : earlier.add(BigDecimal.valueOf(fen));
            later = isLater ? later.add(BigDecimal.valueOf(fen)) : later;
        }

        BigDecimal exact =
                earlier.multiply(BigDecimal.valueOf(9L * before))
                        .add(later.multiply(BigDecimal.valueOf(7L * after)))
                        .divide(BigDecimal.valueOf(63), 0, RoundingMode.FLOOR);
        assertThat(available(agreed, DAY)).as("seed %d", seed).isEqualTo(exact.longValueExact());
    }
}
