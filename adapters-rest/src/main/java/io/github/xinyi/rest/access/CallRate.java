package io.github.xinyi.rest.access;

import java.time.Duration;

/**
 * How often one caller may call: some calls at once, and one more each time a while has passed.
 *
 * <p>Example: {@code new CallRate(60, Duration.ofMillis(500))} lets 60 calls through at once and
 * two a second for ever.
 *
 * @param burst how many at once, 1 to 1,000,000
 * @param refill after how long there is one more, more than zero and at most an hour
 * @since 0.1.0
 */
public record CallRate(int burst, Duration refill) {

    private static final int MAX_BURST = 1_000_000;
    private static final Duration MAX_REFILL = Duration.ofHours(1);

    /** Refuses a rate that lets nobody through or everybody. */
    public CallRate {
        if (burst < 1 || burst > MAX_BURST) {
            throw new IllegalArgumentException("calls at once: " + burst);
        }
        if (refill.isZero() || refill.isNegative() || refill.compareTo(MAX_REFILL) > 0) {
            throw new IllegalArgumentException("time for one more call: " + refill);
        }
    }
}
