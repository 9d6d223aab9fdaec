package io.github.xinyi.example.xinyijia.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Five wrong passwords for one name lock that name for fifteen minutes, whether it exists or not.
 *
 * <p>A right password while it is locked is refused too, and not looked at. The price is that
 * somebody else can keep a person out; the other way round, passwords could be guessed. Remembers
 * at most 10,000 names. Thread-safe.
 */
public final class Lockout {

    /** How many wrong passwords lock a name. */
    public static final int MOST_FAILURES = 5;

    /** For how long, from the last wrong password on. */
    public static final Duration LOCKED = Duration.ofMinutes(15);

    private static final int MOST_NAMES = 10_000;

    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    private record Failures(int count, Instant last) {}

    /**
     * How long a name is still locked.
     *
     * @param name as typed
     * @param now the moment
     * @return zero if it is not
     */
    public synchronized Duration left(String name, Instant now) {
        Failures so = failures.get(name);
        if (so == null || so.count() < MOST_FAILURES) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, so.last().plus(LOCKED));
        if (left.isNegative() || left.isZero()) {
            failures.remove(name);
            return Duration.ZERO;
        }
        return left;
    }

    /**
     * A wrong password.
     *
     * @param name as typed
     * @param now the moment
     */
    public synchronized void failed(String name, Instant now) {
        Failures so = failures.remove(name);
        int before = so == null || !now.isBefore(so.last().plus(LOCKED)) ? 0 : so.count();
        failures.put(name, new Failures(before + 1, now));
    }

    /**
     * A right password: earlier wrong ones are forgotten.
     *
     * @param name as typed
     */
    public synchronized void succeeded(String name) {
        failures.remove(name);
    }
}
