package io.github.xinyi.trust.canonical;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Builds the bytes that are hashed or signed: every text and every byte string is preceded by its
 * length, so that two different records never share their bytes.
 *
 * <p>Example: {@code new CanonicalBytes("xinyi/leaf/v1").text("a").u64(5)}. Lengths are 4 bytes,
 * numbers 8, big-endian and unsigned; text is UTF-8. The first text is the domain, with a version.
 * Not thread-safe.
 *
 * @since 0.1.0
 */
public final class CanonicalBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    /**
     * Starts with the domain.
     *
     * @param domain for example {@code xinyi/leaf/v1}
     */
    public CanonicalBytes(String domain) {
        text(domain);
    }

    private CanonicalBytes() {}

    /**
     * Starts without a domain, for a part that another record encloses.
     *
     * @return an empty builder
     */
    public static CanonicalBytes part() {
        return new CanonicalBytes();
    }

    /**
     * Adds a text with its length.
     *
     * @param text any text that UTF-8 can write
     * @return this
     * @throws IllegalArgumentException if half of a surrogate pair is missing, since two such texts
     *     would share their bytes
     */
    public CanonicalBytes text(String text) {
        try {
            ByteBuffer utf8 =
                    StandardCharsets.UTF_8
                            .newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return bytes(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not a text of UTF-8", e);
        }
    }

    /**
     * Adds bytes with their length.
     *
     * @param bytes any bytes
     * @return this
     */
    public CanonicalBytes bytes(byte[] bytes) {
        return u32(bytes.length).raw(bytes);
    }

    /**
     * Adds bytes of a length that the format fixes, without it.
     *
     * @param bytes for example a salt of 32 bytes
     * @return this
     */
    public CanonicalBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /**
     * Adds a count in 4 bytes.
     *
     * @param count at least 0
     * @return this
     */
    public CanonicalBytes u32(int count) {
        requireNotNegative(count);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(count >>> shift);
        }
        return this;
    }

    /**
     * Adds a number in 8 bytes.
     *
     * @param number at least 0
     * @return this
     */
    public CanonicalBytes u64(long number) {
        requireNotNegative(number);
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
        return this;
    }

    private static void requireNotNegative(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("not an unsigned number: " + number);
        }
    }

    /**
     * The bytes so far.
     *
     * @return a fresh copy
     */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    /**
     * The SHA-256 of the bytes so far.
     *
     * @return 32 bytes
     */
    public byte[] sha256() {
        return newSha256().digest(toByteArray());
    }

    /**
     * The SHA-256 of the bytes so far, as papers of a vote are named.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
