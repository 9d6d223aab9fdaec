package io.github.xinyi.trust.tck.rules;

import static io.github.xinyi.trust.tck.rules.Village.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.RemunerationBase;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.remuneration.RemunerationRule;
import io.github.xinyi.trust.tck.TestKeys;
import io.github.xinyi.trust.trusteeship.RemunerationClauses;
import io.github.xinyi.trust.trusteeship.RemunerationClauses.Rounding;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** F4 under every rounding: no draw passes the floor of the whole, whatever came in which order. */
class RoundingProperties {

    /** A fee received on the tenth of a month. */
    private record Fee(int month, long fen) {

        LocalDate day() {
            return LocalDate.of(2025, month, 10);
        }
    }

    private static Village village(int numerator, int denominator, Rounding rounding) {
        return new Village(
                new ContractTerms(
                        Village.CONTRACT,
                        Village.ID,
                        Village.FIRM,
                        Ratio.of(numerator, denominator),
                        RemunerationBase.FEES_RECEIVED,
                        Village.FIRST_DAY,
                        Village.LAST_DAY,
                        7,
                        5,
                        TestKeys.register()),
                new RemunerationClauses(
                        Village.ID,
                        Village.CONTRACT,
                        rounding,
                        List.of(),
                        RemunerationClauses.Release.NEVER),
                List.of(),
                Village.USUAL_PAYMENTS);
    }

    private static List<Fee> fees(Random random) {
        List<Fee> fees = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fees.add(new Fee(1 + random.nextInt(4), 1L + random.nextInt(2_000)));
        }
        return fees;
    }

    private static Money available(Village village, LocalDate day) {
        return village.book.read(reader -> village.remuneration.available(reader, day));
    }

    private static boolean isWithin(Village village, long fen, LocalDate day) {
        Ruling ruling =
                village.book.read(
                        reader ->
                                new Ruling(
                                        village.remuneration.judge(
                                                reader, Village.FIRM, Money.ofFen(fen), day)));
        return !ruling.refuses(RemunerationRule.WITHIN_ENTITLEMENT.code());
    }

    @Property(tries = 25)
    void noDrawPassesTheFloorOfTheWhole(
            @ForAll Rounding rounding,
            @ForAll @IntRange(min = 1, max = 9) int numerator,
            @ForAll @IntRange(min = 10, max = 30) int denominator,
            @ForAll long seed) {
        Random random = new Random(seed);
        Village village = village(numerator, denominator, rounding);
        List<Fee> fees = fees(random);
        fees.sort((a, b) -> Integer.compare(a.month(), b.month()));
        long received = 0;
        long drawn = 0;
        for (int i = 0; i < fees.size(); i++) {
            LocalDate day = fees.get(i).day();
            village.collect("R" + i, day, fees.get(i).fen());
            received += fees.get(i).fen();
            long left = available(village, day).minor();
            long floor =
                    BigInteger.valueOf(received)
                            .multiply(BigInteger.valueOf(numerator))
                            .divide(BigInteger.valueOf(denominator))
                            .longValueExact();
            assertThat(drawn + Math.max(0, left)).isBetween(0L, floor);
            if (left > 0 && random.nextBoolean()) {
                LocalDate on = day.plusDays(1L + i);
                assertThat(isWithin(village, left + 1, on)).isFalse();
                assertThat(isWithin(village, left, on)).isTrue();
                accept(village.drawOn(on, left));
                drawn += left;
            }
        }
    }

    @Property(tries = 25)
    void whatIsEarnedDoesNotDependOnTheOrderInWhichItIsRecorded(
            @ForAll Rounding rounding,
            @ForAll @IntRange(min = 1, max = 9) int numerator,
            @ForAll @IntRange(min = 10, max = 30) int denominator,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Fee> fees = fees(random);
        LocalDate end = LocalDate.of(2025, 12, 31);
        Village first = village(numerator, denominator, rounding);
        for (int i = 0; i < fees.size(); i++) {
            first.collect("R" + i, fees.get(i).day(), fees.get(i).fen());
        }
        Collections.shuffle(fees, random);
        Village second = village(numerator, denominator, rounding);
        for (int i = 0; i < fees.size(); i++) {
            second.collect("R" + i, fees.get(i).day(), fees.get(i).fen());
            Money left = available(second, end);
            if (left.isPositive() && random.nextBoolean()) {
                accept(second.drawOn(end.minusDays(20L - i), left.minor()));
            }
        }

        Money drawn = second.book.read(reader -> second.remuneration.drawn(reader));
        assertThat(available(second, end).plus(drawn)).isEqualTo(available(first, end));
    }
}
