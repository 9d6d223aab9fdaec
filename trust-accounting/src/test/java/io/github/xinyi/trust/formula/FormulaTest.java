package io.github.xinyi.trust.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.journal.TrustTexts;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final String BY_AREA = "1.50[yuan/m2/month] * area * months";
    private static final String STEPS =
            "tiers(current - previous; 100[reading]: 0.50[yuan/reading];"
                    + " 200[reading]: 0.80[yuan/reading]; 1.20[yuan/reading])";

    @Test
    void chargesAreaAndMonthsToTheFen() {
        assertThat(charge(BY_AREA, home("60.13", "1"))).isEqualTo(Money.ofFen(90_20));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "99.999999, 50.00",
        "100, 50.00",
        "101, 50.80",
        "200, 130.00",
        "201, 131.20"
    })
    void pricesEachStepUpToItsBound(BigDecimal used, String yuan) {
        Quantities meter =
                Quantities.none()
                        .with(Quantity.PREVIOUS_READING, BigDecimal.TEN)
                        .with(Quantity.CURRENT_READING, BigDecimal.TEN.add(used));

        assertThat(charge(STEPS, meter)).hasToString(yuan);
    }

    @ParameterizedTest
    @CsvSource({
        "0.004[yuan], 0.00",
        "0.005[yuan], 0.01",
        "10[yuan] / 3, 3.33",
        "20[yuan] / 3, 6.67",
        "1[yuan] / 3 * 3, 1.00",
        "7[yuan] - 2[yuan] - 1[yuan], 4.00",
        "-(2[yuan] - 5[yuan]), 3.00",
        "2[yuan] + 3 * 4[yuan] / 4, 5.00"
    })
    void computesExactlyAndRoundsOnce(String formula, String yuan) {
        assertThat(charge(formula, Quantities.none())).hasToString(yuan);
    }

    @Test
    void takesTheLeastTheGreatestAndRoundsInBetween() {
        Quantities home = home("89.37", "3");

        assertThat(charge("min(" + BY_AREA + ", 400[yuan])", home)).hasToString("400.00");
        assertThat(charge("max(" + BY_AREA + ", 500[yuan], 1[yuan])", home)).hasToString("500.00");
        assertThat(charge("round(1.50[yuan/m2/month] * area, 2) * months", home))
                .hasToString("402.18");
        assertThat(charge("round(0.5 * area, 0) * 1[yuan/m2]", home)).hasToString("45.00");
    }

    @Test
    void namesEveryFaultOfWordsAndUnitsAtOnce() {
        assertThat(faults("area + months + 1[yuan/day] + roof * eval(1, 2)"))
                .containsExactly(
                        "formula.units-agree",
                        "formula.unit-known",
                        "formula.word-known",
                        "formula.word-known");
        assertThat(faults("area * 2")).containsExactly("formula.result-in-yuan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1[yuan",
                "1[yuan]]",
                "(1[yuan]",
                "1[yuan])",
                "1 2",
                "*2",
                "1[]",
                "min(1[yuan])",
                "round(1[yuan], 7)",
                "round(1[yuan], 1.5)",
                "1.2.3",
                "1234567890123",
                "0.1234567",
                "java.lang",
                "1[yuan]; 2",
                "tiers(area; area: 1[yuan/m2]; 1[yuan/m2])",
                "1e5[yuan]",
                "Math.abs(1)",
                "--",
                "１[yuan]"
            })
    void refusesWhatIsNoFormula(String text) {
        assertThat(faults(text)).containsExactly("formula.syntax");
    }

    @Test
    void refusesStepsThatDoNotGrowOrDivideSomethingElse() {
        assertThat(faults("tiers(area; 9[m2]: 1[yuan/m2]; 9[m2]: 1[yuan/m2]; 1[yuan/m2])"))
                .containsExactly("formula.steps-grow");
        assertThat(faults("tiers(area; 9[month]: 1[yuan/m2]; 1[yuan/m2])"))
                .containsExactly("formula.steps-grow");
        assertThat(faults("tiers(area; 9[m2]: 1[yuan/m2]; 1[yuan])"))
                .containsExactly("formula.units-agree");
    }

    @Test
    void boundsLengthAndNesting() {
        String longest = "1[yuan]" + " ".repeat(Formula.MAX_LENGTH - 7);
        String deepest = brackets(Formula.MAX_NESTING - 1);

        assertThat(charge(longest, Quantities.none())).hasToString("1.00");
        assertThat(faults(longest + " ")).containsExactly("formula.text-length");
        assertThat(faults(" ")).containsExactly("formula.text-length");
        assertThat(charge(deepest, Quantities.none())).hasToString("1.00");
        assertThat(faults(brackets(Formula.MAX_NESTING))).containsExactly("formula.nesting");
    }

    @Test
    void namesEveryMissingQuantityAndNeverChargesNothingInstead() {
        Ruling ruling = refusal(formula(BY_AREA).charge(Quantities.none()));

        assertThat(ruling.notMet())
                .extracting(Finding::rule, finding -> finding.evidence().get("word"))
                .containsExactly(
                        tuple(FormulaRule.QUANTITY_GIVEN.code(), "area"),
                        tuple(FormulaRule.QUANTITY_GIVEN.code(), "months"));
    }

    @Test
    void refusesDivisionByZeroAndChargesOutOfRange() {
        assertThat(codes(refusal(formula("1[yuan] / (2 - 2)").charge(Quantities.none()))))
                .containsExactly("formula.divisor-not-zero");
        assertThat(codes(refusal(formula("1[yuan] - 1.01[yuan]").charge(Quantities.none()))))
                .containsExactly("formula.charge-in-range");
        assertThat(charge("1000000000[yuan]", Quantities.none())).hasToString("1000000000.00");
        assertThat(codes(refusal(formula("1000000000.01[yuan]").charge(Quantities.none()))))
                .containsExactly("formula.charge-in-range");
        String power = "999999999999".concat(" * 999999999999".repeat(30)) + " * 1[yuan]";
        assertThat(codes(refusal(formula(power).charge(Quantities.none()))))
                .containsExactly("formula.number-in-range");
    }

    @Test
    void boundsTheFigures() {
        Quantities most = Quantities.none().with(Quantity.AREA, Quantities.MAX);

        assertThat(most.has(Quantity.AREA)).isTrue();
        for (String figure : new String[] {"-0.000001", "1000000000000.000001", "0.0000001"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> most.with(Quantity.AREA, new BigDecimal(figure)));
        }
    }

    @Test
    void saysWhereAFormulaStopsInBothLanguages() {
        Ruling ruling = refusal(Formula.parse("1[yuan] + )"));

        assertThat(TrustTexts.in(Language.EN).render(ruling))
                .isEqualTo("✘ From character 10 on, \"1[yuan] + )\" is not a formula");
        assertThat(TrustTexts.in(Language.ZH_CN).render(ruling)).contains("第10个字符");
    }

    @Test
    void isAskedForTheQuantitiesItNames() {
        assertThat(formula(STEPS).quantities())
                .containsExactly(Quantity.PREVIOUS_READING, Quantity.CURRENT_READING);
        assertThat(formula(STEPS)).hasToString(STEPS).isEqualTo(formula(STEPS));
    }

    private static String brackets(int depth) {
        return "(".repeat(depth) + "1[yuan]" + ")".repeat(depth);
    }

    private static Quantities home(String area, String months) {
        return Quantities.none()
                .with(Quantity.AREA, new BigDecimal(area))
                .with(Quantity.MONTHS, new BigDecimal(months));
    }

    private static Formula formula(String text) {
        return Formula.parse(text)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Money charge(String text, Quantities given) {
        return formula(text)
                .charge(given)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Ruling refusal(Outcome<?> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError("not refused: " + value);
                },
                ruling -> ruling);
    }

    private static List<String> faults(String text) {
        return codes(refusal(Formula.parse(text)));
    }

    private static List<String> codes(Ruling ruling) {
        return ruling.findings().stream().map(Finding::rule).map(Object::toString).toList();
    }
}
