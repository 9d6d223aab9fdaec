package io.github.xinyi.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A caller has his calls at once and then one more each while, whatever others do. */
class TokenBucketsTest {

    private static final Instant NOW = Instant.parse("2025-04-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final CallRate THREE = new CallRate(3, SECOND);
    private static final CallRate FIVE = new CallRate(5, SECOND);
    private static final Operation READ = Operation.READ_OVERVIEW;

    private final RateLimit limit = RateLimit.buckets(THREE, FIVE, 100);

    private static Caller person(String id) {
        return Caller.of(PersonId.of(id), Map.of());
    }

    private static long passed(RateLimit limit, Caller caller, int calls, Instant at) {
        return IntStream.range(0, calls)
                .filter(i -> limit.waitFor(caller, READ, at).isZero())
                .count();
    }

    @Test
    void letsThroughAsManyAtOnceAsTheBucketHolds() {
        assertThat(passed(limit, person("P1"), 10, NOW)).isEqualTo(3);
        assertThat(passed(limit, person("P2"), 10, NOW)).isEqualTo(3);
    }

    @Test
    void allWhoAreNotKnownShareOneBucketOfTheirOwn() {
        assertThat(passed(limit, Caller.anonymous(), 10, NOW)).isEqualTo(5);
        assertThat(passed(limit, Caller.anonymous(), 10, NOW)).isZero();
        assertThat(passed(limit, person("P1"), 1, NOW)).isEqualTo(1);
    }

    @Test
    void whoWaitsAsLongAsHeIsToldIsLetThroughAndNotAMomentBefore() {
        Caller caller = person("P1");
        passed(limit, caller, 3, NOW);
        Instant later = NOW.plusMillis(300);

        Duration wait = limit.waitFor(caller, READ, later);

        assertThat(wait).isEqualTo(Duration.ofMillis(700));
        assertThat(limit.waitFor(caller, READ, later.plus(wait).minusNanos(1))).isPositive();
        assertThat(limit.waitFor(caller, READ, later.plus(wait))).isZero();
        assertThat(limit.waitFor(caller, READ, later.plus(wait))).isEqualTo(SECOND);
    }

    @Test
    void aCallThatIsRefusedTakesNothingFromTheBucket() {
        Caller caller = person("P1");
        passed(limit, caller, 1_000, NOW);

        assertThat(passed(limit, caller, 10, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(passed(limit, caller, 10, NOW.plusSeconds(3))).isEqualTo(2);
    }

    @Test
    void aBucketHoldsNoMoreHoweverLongItIsLeft() {
        passed(limit, person("P1"), 3, NOW);

        assertThat(passed(limit, person("P1"), 10, NOW.plus(Duration.ofDays(400)))).isEqualTo(3);
    }

    @Test
    void overAnyTimeNoMorePassThanTheBucketHeldAndWasGiven() {
        Random random = new Random(20250401);
        Caller caller = person("P1");
        Instant at = NOW;
        long passed = 0;
        for (int i = 0; i < 10_000; i++) {
            at = at.plusMillis(random.nextInt(900));
            passed += passed(limit, caller, 1 + random.nextInt(3), at);
            assertThat(passed).isLessThanOrEqualTo(3 + Duration.between(NOW, at).toSeconds());
        }
        assertThat(passed).isGreaterThan(Duration.between(NOW, at).toSeconds() - 3);
    }

    @Test
    void whoWatchesTheProcessIsNeverRefused() {
        passed(limit, Caller.anonymous(), 10, NOW);

        assertThat(limit.waitFor(Caller.anonymous(), Operation.READ_HEALTH, NOW)).isZero();
        assertThat(limit.waitFor(Caller.anonymous(), Operation.READ_READINESS, NOW)).isZero();
        assertThat(limit.waitFor(Caller.anonymous(), Operation.READ_METRICS, NOW)).isPositive();
    }

    @Test
    void keepsNoMoreBucketsThanItMayAndForgetsWhoCalledLongestAgo() {
        RateLimit two = RateLimit.buckets(THREE, FIVE, 2);
        passed(two, person("P1"), 3, NOW);
        passed(two, person("P2"), 3, NOW);
        two.waitFor(person("P1"), READ, NOW);

        passed(two, person("P3"), 3, NOW);

        assertThat(passed(two, person("P1"), 1, NOW)).isZero();
        assertThat(passed(two, person("P2"), 1, NOW)).isEqualTo(1);
    }

    @Test
    void refusesRatesThatLetNobodyThroughOrEverybody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallRate(0, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallRate(1_000_001, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallRate(1, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallRate(1, Duration.ofHours(1).plusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.buckets(THREE, FIVE, 0));
        assertThat(new CallRate(1_000_000, Duration.ofHours(1)).burst()).isEqualTo(1_000_000);
    }
}
