package io.github.xinyi.example.xinyijia.login;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) over passwords: 19 MiB, two passes, one lane, a random salt of 16 bytes, as
 * OWASP's cheat sheet on password storage asks at least.
 *
 * <p>Example: {@code Passwords.hash("…".toCharArray())} yields {@code $argon2id$v=19$m=19456,t=2,
 * p=1$salt$hash}. At most two are computed at once, so that many who try to log in do not take the
 * server's memory. Thread-safe.
 */
public final class Passwords {

    /** The shortest password that is taken, in characters. */
    public static final int MIN_LENGTH = 12;

    /** The longest password that is looked at, in characters. */
    public static final int MAX_LENGTH = 128;

    /** The bytes of a UTF-16 unit in UTF-8 at most. */
    private static final int UTF_8_AT_MOST = 3;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String HEAD = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";
    private static final Pattern ENCODED =
            Pattern.compile(Pattern.quote(HEAD) + "([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private Passwords() {}

    /**
     * The hash of a new password.
     *
     * @param password {@link #MIN_LENGTH} to {@link #MAX_LENGTH} characters
     * @return with its parameters and salt, never twice the same
     * @throws IllegalArgumentException if it is shorter or longer; the message has no part of it
     */
    public static String hash(char[] password) {
        requireLength(password);
        byte[] salt = newSalt();
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return HEAD
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(derive(password, salt));
    }

    /**
     * Whether a password is the one that was hashed; takes the same time for all that are not.
     *
     * @param password as typed
     * @param hash as kept
     * @return false also for a password too long to be looked at
     * @throws IllegalArgumentException if it is no hash of this class
     */
    public static boolean matches(char[] password, String hash) {
        Matcher parts = ENCODED.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a hash of a password");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] kept = base64.decode(parts.group(2));
        boolean isBounded = password.length <= MAX_LENGTH;
        char[] tried = isBounded ? password : new char[0];
        return MessageDigest.isEqual(kept, derive(tried, base64.decode(parts.group(1))))
                && isBounded;
    }

    /**
     * A key of 32 bytes out of a password, to be wiped by whoever asked for it.
     *
     * @param password as typed
     * @param salt as kept beside what the key encrypts
     * @return the key
     */
    public static byte[] derive(char[] password, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] bytes = bytes(password);
        byte[] key = new byte[HASH_BYTES];
        AT_ONCE.acquireUninterruptibly();
        try {
            argon2.generateBytes(bytes, key);
        } finally {
            AT_ONCE.release();
            Arrays.fill(bytes, (byte) 0);
        }
        return key;
    }

    /**
     * A new salt.
     *
     * @return 16 random bytes
     */
    public static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /**
     * Refuses a password that is too short or too long to be set.
     *
     * @param password the new password
     * @throws IllegalArgumentException if it is; the message has no part of it
     */
    public static void requireLength(char[] password) {
        if (password.length < MIN_LENGTH || password.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
        }
    }

    private static byte[] bytes(char[] password) {
        ByteBuffer encoded = ByteBuffer.allocate(UTF_8_AT_MOST * password.length);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(password), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
