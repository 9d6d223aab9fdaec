package io.github.xinyi.example.xinyijia.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");

    private final Lockout lockout = new Lockout();

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockout.failed("chair", NOON);
        }
    }

    @Test
    void locksAtTheFifthWrongPasswordAndNotAtTheFourth() {
        fail(4);
        assertThat(lockout.left("chair", NOON)).isZero();

        fail(1);
        assertThat(lockout.left("chair", NOON)).isEqualTo(Duration.ofMinutes(15));
        assertThat(lockout.left("steward", NOON)).isZero();
    }

    @Test
    void opensAgainAfterFifteenMinutesAndNotAMillisecondBefore() {
        fail(5);

        Instant open = NOON.plus(Lockout.LOCKED);
        assertThat(lockout.left("chair", open.minusMillis(1))).isPositive();
        assertThat(lockout.left("chair", open)).isZero();
    }

    @Test
    void forgetsWrongPasswordsAfterARightOne() {
        fail(4);
        lockout.succeeded("chair");
        fail(4);

        assertThat(lockout.left("chair", NOON)).isZero();
    }
}
