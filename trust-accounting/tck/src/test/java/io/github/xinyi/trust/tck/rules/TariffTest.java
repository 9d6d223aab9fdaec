package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.trust.billing.Tariff;
import io.github.xinyi.trust.billing.TariffSchedule;
import io.github.xinyi.trust.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards L8: one product, rounded half-up to the fen once. */
class TariffTest {

    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final UnitId UNIT = UnitId.of("7-2-101");
    private static final PersonId OWNER = PersonId.of("owner1");

    private static Tariff tariff(String yuan, LocalDate from) {
        return new Tariff(
                UnitUse.RESIDENTIAL, Tariff.Basis.PER_SQUARE_METRE, new BigDecimal(yuan), from);
    }

    private static Unit home(long squareDecimetres) {
        return Village.home(UNIT, FloorArea.ofSquareDecimetres(squareDecimetres), OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "1.85, 6013, 11124",
        "1.85, 6050, 11193",
        "2.45, 6110, 14970",
        "1.50, 6013, 9020",
        "0.50, 6001, 3001",
        "0.50, 6000, 3000",
        "0.50, 6002, 3001"
    })
    void roundsHalfAFenUpAndAnythingLessDown(String yuan, long area, long fen) {
        assertThat(tariff(yuan, FROM).charge(home(area))).isEqualTo(Money.ofFen(fen));
    }

    @ParameterizedTest
    @CsvSource({"0.0049, 0", "0.0050, 1", "0.0051, 1", "0.0149, 1", "0.0150, 2", "0.0151, 2"})
    void roundsAPricePerUnitJustBelowAtAndJustAboveHalfAFen(String yuan, long fen) {
        Tariff perUnit =
                new Tariff(UnitUse.RESIDENTIAL, Tariff.Basis.PER_UNIT, new BigDecimal(yuan), FROM);

        assertThat(perUnit.charge(home(6_000))).isEqualTo(Money.ofFen(fen));
    }

    @ParameterizedTest
    @ValueSource(longs = {49, 50, 51})
    void roundsAnAreaJustBelowAtAndJustAboveHalfAFen(long area) {
        assertThat(tariff("0.01", FROM).charge(home(area)))
                .isEqualTo(Money.ofFen(area < 50 ? 0 : 1));
    }

    /** Every price of 0.50 to 4.00 by 0.05 over every area of 60.00 to 150.00 m²: 639,071 cases. */
    @Test
    void agreesWithWholeNumbersOverTheWholeGrid() {
        BigInteger hundred = BigInteger.valueOf(100);
        int cases = 0;
        int ties = 0;
        Tariff[] tariffs = new Tariff[71];
        for (int i = 0; i < tariffs.length; i++) {
            tariffs[i] = tariff(BigDecimal.valueOf(50 + 5L * i, 2).toString(), FROM);
        }
        for (long area = 6_000; area <= 15_000; area++) {
            Unit unit = home(area);
            for (int i = 0; i < tariffs.length; i++) {
                BigInteger[] parts =
                        BigInteger.valueOf(50 + 5L * i)
                                .multiply(BigInteger.valueOf(area))
                                .divideAndRemainder(hundred);
                int rest = parts[1].intValueExact();
                long expected = parts[0].longValueExact() + (rest >= 50 ? 1 : 0);
                long charged = tariffs[i].charge(unit).minor();
                if (charged != expected) {
                    throw new AssertionError(
                            tariffs[i] + " of " + unit.area() + ": " + charged + ", " + expected);
                }
                ties += rest == 50 ? 1 : 0;
                cases++;
            }
        }
        assertThat(cases).isEqualTo(639_071);
        assertThat(ties).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.00001", "1000000.01"})
    void refusesAPriceBelowNothingTooFineOrTooHigh(String yuan) {
        assertThatThrownBy(() -> tariff(yuan, FROM)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0001", "1000000", "1.850000"})
    void takesAPriceAtItsBounds(String yuan) {
        assertThat(tariff(yuan, FROM).yuan()).isEqualTo(new BigDecimal(yuan));
    }

    @Test
    void changesNothingBeforeTheDayFromWhichANewPriceApplies() {
        LocalDate change = LocalDate.of(2025, 7, 1);
        TariffSchedule before = new TariffSchedule(List.of(tariff("1.85", FROM)));
        TariffSchedule after =
                new TariffSchedule(List.of(tariff("2.45", change), tariff("1.85", FROM)));
        Unit unit = home(6_110);

        for (LocalDate month = FROM; month.isBefore(change); month = month.plusMonths(1)) {
            assertThat(after.charge(unit, month)).isEqualTo(before.charge(unit, month));
        }
        assertThat(after.charge(unit, change.minusDays(1))).contains(Money.ofFen(11_304));
        assertThat(after.charge(unit, change)).contains(Money.ofFen(14_970));
        assertThat(after.charge(unit, change.plusDays(1))).contains(Money.ofFen(14_970));
    }

    @Test
    void hasNoChargeBeforeItsFirstDayNorForAnotherUse() {
        TariffSchedule schedule = new TariffSchedule(List.of(tariff("1.85", FROM)));
        TariffSchedule shops =
                new TariffSchedule(
                        List.of(
                                new Tariff(
                                        UnitUse.COMMERCIAL,
                                        Tariff.Basis.PER_UNIT,
                                        BigDecimal.ONE,
                                        FROM)));

        assertThat(schedule.charge(home(6_000), FROM.minusDays(1))).isEmpty();
        assertThat(schedule.charge(home(6_000), FROM)).isPresent();
        assertThat(shops.charge(home(6_000), FROM)).isEmpty();
    }

    @Test
    void refusesTwoPricesForOneUseFromOneDay() {
        assertThatThrownBy(
                        () ->
                                new TariffSchedule(
                                        List.of(tariff("1.85", FROM), tariff("2.45", FROM))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
