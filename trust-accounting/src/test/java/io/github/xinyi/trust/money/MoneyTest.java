package io.github.xinyi.trust.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void addsAndSubtractsToTheLastFen() {
        assertThat(Money.ofFen(Long.MAX_VALUE - 1).plus(Money.ofFen(1)))
                .isEqualTo(Money.ofFen(Long.MAX_VALUE));
        assertThat(Money.ofFen(Long.MIN_VALUE + 1).minus(Money.ofFen(1)))
                .isEqualTo(Money.ofFen(Long.MIN_VALUE));
    }

    @Test
    void throwsRatherThanWrapAroundOneFenBeyondTheRange() {
        Money greatest = Money.ofFen(Long.MAX_VALUE);
        Money least = Money.ofFen(Long.MIN_VALUE);
        Money fen = Money.ofFen(1);

        assertThatThrownBy(() -> greatest.plus(fen)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(fen)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negated).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money yuan = Money.ofFen(1);
        Money dollars = Money.ofMinor(1, USD);

        assertThatThrownBy(() -> yuan.plus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.minus(dollars)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> yuan.compareTo(dollars))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(yuan).isNotEqualTo(dollars);
    }

    @Test
    void showsAsManyDecimalsAsTheCurrencyHas() {
        assertThat(Money.ofFen(1_234)).hasToString("12.34");
        assertThat(Money.ofFen(-5)).hasToString("-0.05");
        assertThat(Money.ofMinor(1_234, Currency.getInstance("JPY"))).hasToString("1234");
        assertThat(Money.ofMinor(1_234, Currency.getInstance("KWD"))).hasToString("1.234");
        assertThat(Money.ofMinor(1_234, Currency.getInstance("XAU"))).hasToString("1234");
    }

    @Test
    void comparesByAmount() {
        assertThat(Money.ofFen(-1)).isLessThan(Money.ofFen(0));
        assertThat(Money.ofFen(0).isNegative()).isFalse();
        assertThat(Money.ofFen(0).isPositive()).isFalse();
        assertThat(Money.zero(USD)).isEqualTo(Money.ofMinor(0, USD));
    }

    @Test
    void isNothingInItsCurrencyWhereItWouldBeBelowZero() {
        Money owed = Money.ofMinor(-1, USD);

        assertThat(owed.isNegative()).isTrue();
        assertThat(owed.isPositive()).isFalse();
        assertThat(owed.atLeastZero()).isEqualTo(Money.zero(USD));
        assertThat(owed.negated().atLeastZero()).isEqualTo(Money.ofMinor(1, USD));
        assertThat(Money.zero(USD).atLeastZero()).isEqualTo(Money.zero(USD));
        assertThat(Money.ofMinor(1, USD).isPositive()).isTrue();
    }
}
