package io.github.xinyi.rest;

import java.time.Duration;

/**
 * How live feeds are served. A feed that is not held, or no longer, ends after what there is, and
 * its reader comes again by itself with the last id that it has seen: nothing is missed.
 *
 * @param most how many feeds are held open at once, each by a thread of the host; 0 to hold none
 * @param hold how long one is held
 * @param look how often a held feed looks for new records
 * @param comeBack after how long a reader whose feed has ended comes again
 * @since 0.1.0
 */
public record FeedLimits(int most, Duration hold, Duration look, Duration comeBack) {

    /** Refuses what no feed can be. */
    public FeedLimits {
        if (most < 0 || hold.isNegative() || look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException(most + " feeds, " + hold + ", every " + look);
        }
        if (comeBack.isNegative()) {
            throw new IllegalArgumentException("come back after " + comeBack);
        }
    }

    /**
     * The limits for a server of some two hundred threads.
     *
     * @return 50 feeds for 25 seconds each, looking every half second; others come every 2 seconds
     */
    public static FeedLimits usual() {
        return new FeedLimits(
                50, Duration.ofSeconds(25), Duration.ofMillis(500), Duration.ofSeconds(2));
    }
}
