package io.github.xinyi.trust.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.money.Apportionment;
import io.github.xinyi.trust.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Guards F7: what an owner is told of a surplus can be reckoned again from the own figures. */
class SurplusShareProperties {

    private static SurplusShare share(long area, long all, long whole, long part) {
        return new SurplusShare(
                "FP-1", UnitId.of("7-2-101"), area, all, Money.ofFen(whole), Money.ofFen(part));
    }

    @Property(tries = 300)
    void everyPartOfASplitIsByArea(
            @ForAll @LongRange(max = 100_000_000_000L) long whole,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 50_000) Integer> areas) {
        Map<String, Long> weights = new TreeMap<>();
        long all = 1;
        weights.put("first", 1L);
        for (int area : areas) {
            weights.put("unit" + weights.size(), (long) area);
            all += area;
        }
        long sum = all;

        Map<String, Money> parts = Apportionment.largestRemainder(Money.ofFen(whole), weights);

        weights.forEach(
                (unit, area) -> {
                    long part = Objects.requireNonNull(parts.get(unit)).minor();
                    assertThat(share(area, sum, whole, part).isByArea()).isTrue();
                });
    }

    @Example
    void aFenLessOrMoreThanTheNearestTwoIsNotByArea() {
        assertThat(share(1, 3, 100, 32).isByArea()).isFalse();
        assertThat(share(1, 3, 100, 33).isByArea()).isTrue();
        assertThat(share(1, 3, 100, 34).isByArea()).isTrue();
        assertThat(share(1, 3, 100, 35).isByArea()).isFalse();
        assertThat(share(1, 4, 100, 24).isByArea()).isFalse();
        assertThat(share(1, 4, 100, 25).isByArea()).isTrue();
        assertThat(share(1, 4, 100, 26).isByArea()).isFalse();
    }

    @Example
    void aPartOfNoAreaOrOfMoreThanAllIsNone() {
        assertThatThrownBy(() -> share(-1, 3, 100, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(0, 0, 100, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(4, 3, 100, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(share(3, 3, 100, 100).isByArea()).isTrue();
    }
}
