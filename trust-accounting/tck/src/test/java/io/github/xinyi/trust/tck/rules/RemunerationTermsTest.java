package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.DAY;
import static io.github.xinyi.trust.tck.rules.Village.FIRM;
import static io.github.xinyi.trust.tck.rules.Village.FIRST_DAY;
import static io.github.xinyi.trust.tck.rules.Village.accept;
import static io.github.xinyi.trust.tck.rules.Village.assertRefused;
import static io.github.xinyi.trust.tck.rules.Village.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.metrics.Count;
import io.github.xinyi.governance.metrics.Measurement;
import io.github.xinyi.governance.metrics.Metric;
import io.github.xinyi.governance.metrics.Reading;
import io.github.xinyi.governance.metrics.RecordId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.contract.ContractPaper;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.fund.PublicIncome;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.tck.SampleBook;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.Agreement;
import io.github.xinyi.trust.trusteeship.Evaluation;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Release;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Rounding;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Step;
import io.github.xinyi.trust.trusteeship.RemunerationCourse;
import io.github.xinyi.trust.trusteeship.RemunerationEvent;
import io.github.xinyi.trust.trusteeship.RemunerationEvent.Evaluated;
import io.github.xinyi.trust.trusteeship.TrusteeshipRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards F4 and F5 over changed ratios, other bases, deductions, losses and roundings. */
class RemunerationTermsTest {

    private static final SourceDocument PAPER = new SourceDocument("finding", "S-1");
    private static final Motion.Document RESULT = new Motion.Document("ef".repeat(32));

    /** 5.00 off below 60/100, 3.00 below 80/100. */
    private static final List<Step> SCALE =
            List.of(new Step(Ratio.of(60, 100), 500), new Step(Ratio.of(80, 100), 300));

    private static Village village(Ratio ratio, RemunerationBase base) {
        return village(ratio, base, RemunerationClauses.usual(Village.ID, Village.CONTRACT));
    }

    private static Village village(
            Ratio ratio, RemunerationBase base, RemunerationClauses clauses) {
        return new Village(
                new ContractTerms(
                        Village.CONTRACT,
                        Village.ID,
                        FIRM,
                        ratio,
                        base,
                        FIRST_DAY,
                        Village.LAST_DAY,
                        7,
                        5,
                        TestKeys.register()),
                clauses,
                List.of(),
                Village.USUAL_PAYMENTS);
    }

    private static RemunerationClauses clauses(
            Rounding rounding, List<Step> steps, Release release) {
        return new RemunerationClauses(Village.ID, Village.CONTRACT, rounding, steps, release);
    }

    private static Village judged(Release release) {
        return village(
                Ratio.of(1, 10),
                RemunerationBase.FEES_RECEIVED,
                clauses(Rounding.CUMULATIVE_FLOOR, SCALE, release));
    }

    private static long available(Village village, LocalDate day) {
        return village.book.read(reader -> village.remuneration.available(reader, day)).minor();
    }

    private static List<String> notMet(Village village, LocalDate day) {
        return village.book.read(
                reader ->
                        village.remuneration.judge(reader, FIRM, Money.ofFen(1), day).stream()
                                .filter(finding -> finding.verdict() == Verdict.NOT_MET)
                                .map(Finding::rule)
                                .map(Object::toString)
                                .toList());
    }

    private static void agree(Village village, LocalDate from, Ratio ratio) {
        ContractPaper.RatioAmendment paper =
                new ContractPaper.RatioAmendment(
                        Village.ID, Village.CONTRACT, ratio, RemunerationBase.FEES_RECEIVED, from);
        accept(village.change(life -> life.agreeRatio(paper, Village.onFirm(paper), noon(from))));
    }

    @Test
    void appliesAChangedRatioFromItsDayAndRoundsTheSumOnce() {
        Village village = village(Ratio.of(1, 3), RemunerationBase.FEES_RECEIVED);
        agree(village, DAY, Ratio.of(2, 3));
        village.collect("before", DAY.minusDays(1), 100);
        village.collect("on", DAY, 100);

        assertThat(available(village, DAY.minusDays(1))).isEqualTo(33);
        assertThat(available(village, DAY)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "FEES_RECEIVED, 5000",
        "FEES_RECEIVABLE, 7000",
        "ACTUAL_EXPENDITURE, 3000",
        "FEES_RECEIVED_PLUS_PUBLIC_INCOME, 7000",
        "BUDGET_EXPENDITURE, 100000"
    })
    void takesEachOfTheFiveBasesFromItsOwnFigures(RemunerationBase base, long fen) {
        Village village = village(Ratio.of(1, 10), base);
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

        assertThat(available(village, LocalDate.of(2025, 12, 31))).isEqualTo(fen);
    }

    @Test
    void earnsTheBudgetEvenlyAndNeverAheadOfItsDays() {
        Village village = village(Ratio.of(1, 10), RemunerationBase.BUDGET_EXPENDITURE);

        assertThat(available(village, FIRST_DAY)).isEqualTo(1_000_000 / 365 / 10);
    }

    private static Evaluation evaluation(String id, LocalDate day, long satisfied) {
        return new Evaluation(id, day, satisfied, 100, RESULT);
    }

    private static Outcome<RemunerationCourse> evaluate(
            Village village, String id, LocalDate day, long satisfied) {
        return village.judge(course -> course.evaluate(evaluation(id, day, satisfied), noon(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "59, 500",
        "60, 700",
        "61, 700",
        "79, 700",
        "80, 1000",
        "81, 1000",
        "0, 500",
        "100, 1000"
    })
    void takesOffWhatTheScaleSaysOfTheResult(long satisfied, long left) {
        Village village = judged(Release.NEVER);
        village.collect("R1", FIRST_DAY, 10_000);

        accept(evaluate(village, "Q1", DAY, satisfied));

        assertThat(available(village, DAY.minusDays(1))).isEqualTo(1_000);
        assertThat(available(village, DAY)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"NEVER, 79, 400", "NEVER, 80, 700", "WHEN_MET, 79, 400", "WHEN_MET, 80, 1000"})
    void givesBackWhatWasTakenOffAsTheClausesSay(Release release, long second, long left) {
        Village village = judged(release);
        village.collect("R1", FIRST_DAY, 10_000);
        accept(evaluate(village, "Q1", DAY, 70));

        accept(evaluate(village, "Q2", DAY.plusDays(9), second));

        assertThat(available(village, DAY.plusDays(8))).isEqualTo(700);
        assertThat(available(village, DAY.plusDays(9))).isEqualTo(left);
    }

    @Test
    void aDeductionAboveWhatWasEarnedLeavesNothingAndNothingBelow() {
        Village village = judged(Release.NEVER);
        village.collect("R1", FIRST_DAY, 4_000);

        accept(evaluate(village, "Q1", DAY, 10));

        assertThat(available(village, DAY)).isZero();
        village.collect("R2", DAY, 1_010);
        assertThat(available(village, DAY)).isEqualTo(1);
    }

    @Test
    void keepsTheDigestOfTheResultAndEvaluatesItOnce() {
        Village village = judged(Release.NEVER);
        accept(evaluate(village, "Q1", DAY, 70));

        assertThat(village.trusteeship.remuneration().events().get(1).toString())
                .contains(RESULT.sha256());
        assertRefused(evaluate(village, "Q1", DAY.plusDays(1), 70), TrusteeshipRule.EVALUATED_ONCE);
        assertRefused(
                evaluate(village, "Q0", DAY.minusDays(1), 70),
                TrusteeshipRule.EVALUATED_FORWARD,
                TrusteeshipRule.TIME_FORWARD);
        assertRefused(
                village.judge(
                        course ->
                                course.evaluate(
                                        evaluation("Q2", DAY.plusDays(2), 70),
                                        noon(DAY.plusDays(1)))),
                TrusteeshipRule.RECORDED_AFTERWARDS);
    }

    @Test
    void readsNoDeductionThatTheScaleDoesNotGive() {
        Village village = judged(Release.NEVER);
        accept(evaluate(village, "Q1", DAY, 70));
        List<RemunerationEvent> kept = village.trusteeship.remuneration().events();
        Evaluated judged = (Evaluated) kept.get(1);

        Evaluated oneFenMore =
                new Evaluated(
                        judged.community(),
                        judged.occurredAt(),
                        judged.contract(),
                        judged.evaluation(),
                        judged.deductedMinor() + 1);

        assertThat(
                        accept(RemunerationCourse.replay(village.trusteeship.agreement(), kept))
                                .events())
                .isEqualTo(kept);
        assertRefused(
                RemunerationCourse.replay(
                        village.trusteeship.agreement(), List.of(kept.get(0), oneFenMore)),
                TrusteeshipRule.AS_RECORDED);
    }

    private static Measurement satisfaction(Count... counts) {
        return Measurement.of(
                Metric.SATISFACTION,
                DAY,
                IntStream.range(0, counts.length)
                        .mapToObj(i -> new Reading(new RecordId(Village.ID, "C-" + i), counts[i]))
                        .toList());
    }

    @Test
    void evaluatesWhatWasMeasuredAndNamesItRecordByRecord() {
        Evaluation seen =
                Evaluation.of(
                        "Q1", satisfaction(Count.COUNTED, Count.BELOW_FLOOR, Count.NOT_RATED));

        assertThat(seen).extracting(Evaluation::satisfied, Evaluation::rated).contains(1L, 2L);
        assertThat(seen.day()).isEqualTo(DAY);
        assertThat(seen.result())
                .isNotEqualTo(
                        Evaluation.of(
                                        "Q1",
                                        satisfaction(
                                                Count.BELOW_FLOOR, Count.COUNTED, Count.NOT_RATED))
                                .result());
        assertThatThrownBy(() -> Evaluation.of("Q1", satisfaction(Count.NOT_RATED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesClausesThatNobodyVotedOnUnlessTheyAreTheUsualOnes() {
        Village village = new Village(Ratio.of(1, 10));
        RemunerationClauses other = clauses(Rounding.PERIOD_HALF_UP, SCALE, Release.NEVER);
        var agreement = Agreement.of(village.contract, Village.CLAUSES).withRemuneration(other);

        assertRefused(
                RemunerationCourse.begin(agreement, Village.ADOPTED),
                TrusteeshipRule.REMUNERATION_CLAUSES_ADOPTED);
        assertThat(judged(Release.NEVER).trusteeship.remuneration().clauses().steps())
                .isEqualTo(SCALE);
    }

    @Test
    void accruesAndDoesNotPayWhileALossIsUnrepairedByTrustLaw36() {
        Village village = village(Ratio.of(1, 10), RemunerationBase.FEES_RECEIVED);
        village.collect("R1", FIRST_DAY, 10_000);
        accept(village.judge(course -> course.findLoss("S1", DAY, PAPER, noon(DAY))));

        assertThat(notMet(village, DAY.minusDays(1))).isEmpty();
        assertThat(notMet(village, DAY.plusDays(5))).containsExactly("remuneration.loss-repaired");
        accept(
                village.judge(
                        course ->
                                course.repairLoss(
                                        "S1", DAY.plusDays(5), PAPER, noon(DAY.plusDays(5)))));

        assertThat(notMet(village, DAY)).containsExactly("remuneration.loss-repaired");
        assertThat(notMet(village, DAY.plusDays(4))).containsExactly("remuneration.loss-repaired");
        assertThat(notMet(village, DAY.plusDays(5))).isEmpty();
        assertThat(available(village, DAY)).isEqualTo(1_000);
    }

    @Test
    void aLossIsFoundOnceAndMadeGoodOnceAndNotBeforehand() {
        Village village = village(Ratio.of(1, 10), RemunerationBase.FEES_RECEIVED);
        accept(village.judge(course -> course.findLoss("S1", DAY, PAPER, noon(DAY))));

        assertRefused(
                village.judge(course -> course.findLoss("S1", DAY, PAPER, noon(DAY))),
                TrusteeshipRule.LOSS_NEW);
        assertRefused(
                village.judge(
                        course -> course.repairLoss("S1", DAY.minusDays(1), PAPER, noon(DAY))),
                TrusteeshipRule.LOSS_OPEN);
        assertRefused(
                village.judge(course -> course.repairLoss("S2", DAY, PAPER, noon(DAY))),
                TrusteeshipRule.LOSS_OPEN);
        accept(village.judge(course -> course.repairLoss("S1", DAY, PAPER, noon(DAY))));
        assertRefused(
                village.judge(course -> course.repairLoss("S1", DAY, PAPER, noon(DAY))),
                TrusteeshipRule.LOSS_OPEN);
    }

    @Test
    void recordsWhatTheFirmOwesWhereTheBaseHasFallen() {
        Village village = village(Ratio.of(1, 3), RemunerationBase.FEES_RECEIVED);
        village.collect("R1", DAY, 9_000);
        var bounced = village.collect("R2", DAY, 3_000);
        accrue(village, "A1");
        accept(village.authoriseAndPay(village.draw("W1", 4_000)));
        village.force(
                EntryDraft.reversalOf(
                        bounced.entry(), EntryId.of("undo"), DAY, SampleBook.salt("undo")));

        accrue(village, "A2");

        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE)).isEqualTo(Money.ofFen(1_000));
        assertThat(village.net(ChartOfAccounts.DUE_TO_REMUNERATION)).isEqualTo(Money.ofFen(1_000));
        assertThat(available(village, DAY)).isEqualTo(-1_000);
    }

    private static void accrue(Village village, String id) {
        accept(village.remuneration.accrue(EntryId.of(id), Village.AT, DAY, SampleBook.salt(id)));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "10, false"})
    void whatIsTakenBackAfterTheEndIsGivenAgainAndNothingElseAccruesThen(
            long notAccrued, boolean isAll) {
        LocalDate over = LocalDate.of(2025, 6, 1);
        Village village = judged(Release.WHEN_MET);
        village.collect("R1", FIRST_DAY, 10_000);
        accrue(village, "A1");
        village.collect("R2", DAY, 1 + 10 * notAccrued);
        accept(evaluate(village, "Q1", over.minusDays(1), 70));
        village.takenOver(over);

        accept(accrueOn(village, "A2", over));
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE))
                .isEqualTo(Money.ofFen(-700 - notAccrued));
        accept(evaluate(village, "Q2", over.plusDays(1), 80));
        accept(accrueOn(village, "A3", over.plusDays(1)));

        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE))
                .isEqualTo(Money.ofFen(-1_000));
        assertThat(accrueOn(village, "A4", over.plusDays(1)).isAccepted()).isEqualTo(isAll);
        assertThat(village.net(ChartOfAccounts.REMUNERATION_PAYABLE))
                .isEqualTo(Money.ofFen(-1_000));
    }

    private static Outcome<?> accrueOn(Village village, String id, LocalDate day) {
        return village.remuneration.accrue(EntryId.of(id), noon(day), day, SampleBook.salt(id));
    }

    /** An oracle in decimals: whatever the order of receipts and draws, the same is left. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsLeftDoesNotDependOnThePath(long seed) {
        Random random = new Random(seed);
        int before = 1 + random.nextInt(6);
        int after = 1 + random.nextInt(6);
        Village village = village(Ratio.of(before, 7), RemunerationBase.FEES_RECEIVED);
        agree(village, DAY, Ratio.of(after, 9));
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
        assertThat(available(village, DAY)).as("seed %d", seed).isEqualTo(exact.longValueExact());
    }

    /** 1/2 of 1, 3 and 2 fen in three months: 0.5, 1.5 and 1, together 3. */
    @ParameterizedTest
    @CsvSource({
        "CUMULATIVE_FLOOR, 3",
        "PERIOD_FLOOR, 2",
        "PERIOD_HALF_UP, 3",
        "PERIOD_HALF_EVEN, 3",
        "PER_TRANSACTION_HALF_UP, 3"
    })
    void roundsAsAgreedAndNeverAboveTheWhole(Rounding rounding, long earned) {
        Village village =
                village(
                        Ratio.of(1, 2),
                        RemunerationBase.FEES_RECEIVED,
                        clauses(rounding, List.of(), Release.NEVER));
        village.collect("R1", LocalDate.of(2025, 1, 10), 1);
        village.collect("R2", LocalDate.of(2025, 2, 10), 3);
        village.collect("R3", LocalDate.of(2025, 3, 10), 2);

        assertThat(available(village, LocalDate.of(2025, 3, 31))).isEqualTo(earned);
    }

    /** 1/4 of 2 fen (0.5) and of 6 fen (1.5) in two months: half up 1 and 2, half even 0 and 2. */
    @ParameterizedTest
    @CsvSource({"PERIOD_HALF_UP, 0, 2", "PERIOD_HALF_EVEN, 0, 2", "PERIOD_FLOOR, 0, 1"})
    void roundsHalvesEachInItsWay(Rounding rounding, long first, long both) {
        Village village =
                village(
                        Ratio.of(1, 4),
                        RemunerationBase.FEES_RECEIVED,
                        clauses(rounding, List.of(), Release.NEVER));
        village.collect("R1", LocalDate.of(2025, 1, 10), 2);
        village.collect("R2", LocalDate.of(2025, 2, 10), 6);

        assertThat(available(village, LocalDate.of(2025, 1, 31))).isEqualTo(first);
        assertThat(available(village, LocalDate.of(2025, 2, 28))).isEqualTo(both);
    }
}
