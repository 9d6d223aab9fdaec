package io.github.xinyi.rest.access;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A bucket of calls for each caller, and one for all who are not known. Thread-safe.
 *
 * <p>Of a bucket only the moment is kept at which it will be full again; a bucket that is full is
 * as one that was never used, so that forgetting it changes nothing.
 */
final class TokenBuckets implements RateLimit {

    /** Who watches the process asks these, and stops it when they are not answered. */
    private static final Set<Operation> FREE =
            EnumSet.of(Operation.READ_HEALTH, Operation.READ_READINESS);

    private final CallRate known;
    private final CallRate unknown;
    private final int maxCallers;

    /** When each bucket will be full, the caller of the last call at the end; guarded by itself. */
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    TokenBuckets(CallRate known, CallRate unknown, int maxCallers) {
        if (maxCallers < 1) {
            throw new IllegalArgumentException("callers: " + maxCallers);
        }
        this.known = known;
        this.unknown = unknown;
        this.maxCallers = maxCallers;
    }

    @Override
    public Duration waitFor(Caller caller, Operation operation, Instant at) {
        if (FREE.contains(operation)) {
            return Duration.ZERO;
        }
        CallRate rate = caller.person().isPresent() ? known : unknown;
        synchronized (fullAt) {
            Instant before = fullAt.getOrDefault(caller.getName(), at);
            Instant after = (before.isAfter(at) ? before : at).plus(rate.refill());
            Duration wait =
                    Duration.between(at.plus(rate.refill().multipliedBy(rate.burst())), after);
            if (wait.isZero() || wait.isNegative()) {
                fullAt.put(caller.getName(), after);
                forgetOne();
                return Duration.ZERO;
            }
            return wait;
        }
    }

    /** The one who called longest ago, whose bucket is the fullest if all may call as often. */
    private void forgetOne() {
        if (fullAt.size() > maxCallers) {
            fullAt.remove(fullAt.keySet().iterator().next());
        }
    }
}
