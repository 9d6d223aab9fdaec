package io.github.xinyi.trust.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class FormulaProperties {

    /** A sum in yuan with the value that it must have. */
    record Sum(String text, BigDecimal value) {}

    @Property
    void equalsDecimalArithmetic(@ForAll("sums") Sum sum) {
        Outcome<Money> charge = Formula.parse(sum.text()).then(f -> f.charge(Quantities.none()));
        BigDecimal fen = sum.value().movePointRight(2).setScale(0, RoundingMode.HALF_UP);

        assertThat(charge.isAccepted()).as(sum.text()).isEqualTo(fen.signum() >= 0);
        if (charge.isAccepted()) {
            assertThat(charge)
                    .as(sum.text())
                    .isEqualTo(Outcome.accepted(Money.ofFen(fen.longValueExact())));
        }
    }

    @Property
    void stepsChargeWhatTheirPartsCharge(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(2) BigDecimal used,
            @ForAll @BigRange(min = "0.01", max = "400") @Scale(2) BigDecimal first,
            @ForAll @BigRange(min = "0.01", max = "400") @Scale(2) BigDecimal width) {
        BigDecimal second = first.add(width);
        BigDecimal expected =
                used.min(first)
                        .multiply(new BigDecimal("0.55"))
                        .add(
                                used.min(second)
                                        .subtract(first)
                                        .max(BigDecimal.ZERO)
                                        .multiply(new BigDecimal("0.75")))
                        .add(
                                used.subtract(second)
                                        .max(BigDecimal.ZERO)
                                        .multiply(new BigDecimal("1.35")));
        String text =
                "tiers(area; %s[m2]: 0.55[yuan/m2]; %s[m2]: 0.75[yuan/m2]; 1.35[yuan/m2])"
                        .formatted(first.toPlainString(), second.toPlainString());

        assertThat(
                        Formula.parse(text)
                                .then(f -> f.charge(Quantities.none().with(Quantity.AREA, used))))
                .isEqualTo(
                        Outcome.accepted(
                                Money.ofFen(
                                        expected.movePointRight(2)
                                                .setScale(0, RoundingMode.HALF_UP)
                                                .longValueExact())));
    }

    @Property
    void anyTextGetsAnAnswer(@ForAll("nearlyFormulas") String text) {
        Outcome<Formula> read = Formula.parse(text);

        assertThat(read.isAccepted() || !refusedWithoutReason(read)).isTrue();
    }

    private static boolean refusedWithoutReason(Outcome<Formula> read) {
        return read.fold(formula -> true, ruling -> ruling.notMet().isEmpty());
    }

    @Provide
    Arbitrary<String> nearlyFormulas() {
        return Arbitraries.of(
                        "1", "2.5", "[yuan]", "[m2]", "area", "months", "+", "-", "*", "/", "(",
                        ")", "min(", "tiers(", ";", ":", ",", " ", "[", "]", "x", "\u0000", "元",
                        "0")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Sum> sums() {
        return Arbitraries.lazyOf(this::amounts, this::amounts, this::joined, this::scaled);
    }

    private Arbitrary<Sum> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                .ofScale(3)
                .map(yuan -> new Sum(yuan.toPlainString() + "[yuan]", yuan));
    }

    private Arbitrary<Sum> joined() {
        return Combinators.combine(sums(), sums(), Arbitraries.of("+", "-", "min", "max"))
                .as(
                        (a, b, sign) ->
                                switch (sign) {
                                    case "+" -> new Sum(in(a, sign, b), a.value().add(b.value()));
                                    case "-" ->
                                            new Sum(in(a, sign, b), a.value().subtract(b.value()));
                                    case "min" ->
                                            new Sum(call(a, sign, b), a.value().min(b.value()));
                                    default -> new Sum(call(a, sign, b), a.value().max(b.value()));
                                })
                .filter(sum -> sum.text().length() <= Formula.MAX_LENGTH);
    }

    private Arbitrary<Sum> scaled() {
        return Combinators.combine(sums(), Arbitraries.integers().between(0, 7))
                .as(
                        (sum, factor) ->
                                factor < 4
                                        ? new Sum(
                                                factor + "*(" + sum.text() + ")",
                                                sum.value().multiply(BigDecimal.valueOf(factor)))
                                        : new Sum(
                                                "(" + sum.text() + ")/4",
                                                sum.value()
                                                        .divide(
                                                                BigDecimal.valueOf(4),
                                                                MathContext.UNLIMITED)))
                .filter(sum -> sum.text().length() <= Formula.MAX_LENGTH);
    }

    private static String in(Sum a, String sign, Sum b) {
        return "(" + a.text() + ")" + sign + "(" + b.text() + ")";
    }

    private static String call(Sum a, String function, Sum b) {
        return function + "(" + a.text() + ", " + b.text() + ")";
    }
}
