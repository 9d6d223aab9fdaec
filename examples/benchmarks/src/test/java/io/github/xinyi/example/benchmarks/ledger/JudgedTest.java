package io.github.xinyi.example.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgedTest {

    private static Judged judged(Judged.Bound bound, String... ratios) {
        return new Judged("P0", "work", Stream.of(ratios).map(BigDecimal::new).toList(), bound);
    }

    @Test
    void theMedianIsHeldAgainstTheFloor() {
        Judged.Bound floor = new Judged.Bound.AtLeast(new BigDecimal("8"));

        assertThat(judged(floor, "1", "7.999", "9", "100", "2").isMet()).isFalse();
        assertThat(judged(floor, "1", "8.0", "9", "100", "2").isMet()).isTrue();
        assertThat(judged(floor, "1", "8.001", "9", "100", "2").isMet()).isTrue();
    }

    @Test
    void aCeilingIsNotExceeded() {
        Judged.Bound ceiling = new Judged.Bound.AtMost(new BigDecimal("1.5"));

        assertThat(judged(ceiling, "1.499").isMet()).isTrue();
        assertThat(judged(ceiling, "1.50").isMet()).isTrue();
        assertThat(judged(ceiling, "1.501").isMet()).isFalse();
        assertThat(judged(new Judged.Bound.None(), "9").isMet()).isTrue();
    }

    @Test
    void latenciesAreReadFromTheSortedTimes() {
        long[] times = new long[200];
        for (int i = 0; i < times.length; i++) {
            times[i] = i + 1L;
        }
        Measured measured = new Measured(400, 2_000_000_000L, times);

        assertThat(measured.perSecond()).isEqualTo(200);
        assertThat(measured.p99Nanos()).isEqualTo(198);
        assertThat(measured.medianNanos()).isEqualTo(101);
        assertThat(measured.meanNanos()).isEqualTo(100);
        assertThat(List.of(Judged.ratio(1, 3))).containsExactly(new BigDecimal("0.3333"));
    }
}
