package io.github.xinyi.example.xinyijia.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is logged in, in memory: a restart logs everybody out. Kept under the hash of the cookie, so
 * that a copy of the memory opens no session. Thread-safe.
 */
public final class Sessions {

    /** How long a session lives without being used. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lives at most. */
    public static final Duration LONGEST = Duration.ofHours(8);

    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Session> open = new LinkedHashMap<>();

    /**
     * Begins a session.
     *
     * @param account who has logged in
     * @param now the moment
     * @return what the browser is to keep, 256 random bits
     */
    public synchronized String begin(Account account, Instant now) {
        Iterator<Session> all = open.values().iterator();
        while (all.hasNext()) {
            if (isOver(all.next(), now)) {
                all.remove();
            }
        }
        if (open.size() >= MOST) {
            open.remove(open.keySet().iterator().next());
        }
        String token = random();
        open.put(hash(token), new Session(account, random(), now, now));
        return token;
    }

    /**
     * The session of a cookie, which is now used again.
     *
     * @param token as the browser sends it
     * @param now the moment
     * @return empty if there is none or it is over
     */
    public synchronized Optional<Session> find(String token, Instant now) {
        String key = hash(token);
        Session session = open.get(key);
        if (session == null || isOver(session, now)) {
            open.remove(key);
            return Optional.empty();
        }
        Session seen = session.seen(now);
        open.put(key, seen);
        return Optional.of(seen);
    }

    /**
     * Ends a session.
     *
     * @param token as the browser sends it
     */
    public synchronized void end(String token) {
        open.remove(hash(token));
    }

    private static boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.lastSeen().plus(IDLE))
                || !now.isBefore(session.since().plus(LONGEST));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
