package io.github.xinyi.trust.canonical;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

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

    private static final VarHandle U32 =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle U64 =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int FEW_BYTES = 128;
    private static final int MAX_BYTES_OF_CHAR = 3;

    /** Below this a character is one byte of UTF-8, and below the next it is two. */
    private static final char ONE_BYTE = 0x80;

    private static final char TWO_BYTES = 0x800;

    private byte[] bytes;
    private int size;

    /**
     * Starts with the domain.
     *
     * @param domain for example {@code xinyi/leaf/v1}
     */
    public CanonicalBytes(String domain) {
        this(domain, FEW_BYTES);
    }

    /**
     * Starts with the domain, with room for a record of about a known size.
     *
     * @param domain for example {@code xinyi/leaf/v1}
     * @param expectedBytes at least 0; more may be written
     */
    public CanonicalBytes(String domain, int expectedBytes) {
        this.bytes = new byte[expectedBytes];
        text(domain);
    }

    private CanonicalBytes() {
        this.bytes = new byte[FEW_BYTES];
    }

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
        int length = text.length();
        reserve(Math.addExact(Integer.BYTES, length));
        byte[] into = bytes;
        int start = size + Integer.BYTES;
        int at = 0;
        while (at < length) {
            char unit = text.charAt(at);
            if (unit >= ONE_BYTE) {
                break;
            }
            into[start + at++] = (byte) unit;
        }
        int end = at == length ? start + at : beyondAscii(text, at, start + at);
        U32.set(bytes, size, end - start);
        size = end;
        return this;
    }

    /** Writes the rest of a text, character by character; answers where it ends. */
    private int beyondAscii(String text, int from, int to) {
        reserve(to - size + Math.multiplyExact(MAX_BYTES_OF_CHAR, text.length() - from));
        int end = to;
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < ONE_BYTE) {
                bytes[end++] = (byte) unit;
            } else if (Character.isSurrogate(unit)) {
                end = pair(text, at++, end);
            } else {
                end = twoOrThree(unit, end);
            }
        }
        return end;
    }

    private int twoOrThree(char unit, int at) {
        int end = at;
        if (unit < TWO_BYTES) {
            bytes[end++] = (byte) (0xc0 | (unit >> 6));
        } else {
            bytes[end++] = (byte) (0xe0 | (unit >> 12));
            bytes[end++] = (byte) (0x80 | ((unit >> 6) & 0x3f));
        }
        bytes[end++] = (byte) (0x80 | (unit & 0x3f));
        return end;
    }

    private int pair(String text, int high, int at) {
        if (high + 1 == text.length()
                || !Character.isSurrogatePair(text.charAt(high), text.charAt(high + 1))) {
            throw new IllegalArgumentException("not a text of UTF-8: half a pair at " + high);
        }
        int character = text.codePointAt(high);
        bytes[at] = (byte) (0xf0 | (character >> 18));
        bytes[at + 1] = (byte) (0x80 | ((character >> 12) & 0x3f));
        bytes[at + 2] = (byte) (0x80 | ((character >> 6) & 0x3f));
        bytes[at + 3] = (byte) (0x80 | (character & 0x3f));
        return at + 4;
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
     * Adds a part with its length, as if its bytes had been made first.
     *
     * @param content writes the part into this
     * @return this
     */
    public CanonicalBytes enclosing(Consumer<CanonicalBytes> content) {
        int start = size;
        u32(0);
        content.accept(this);
        int end = size;
        size = start;
        u32(end - start - Integer.BYTES);
        size = end;
        return this;
    }

    /**
     * Adds bytes of a length that the format fixes, without it.
     *
     * @param bytes for example a salt of 32 bytes
     * @return this
     */
    public CanonicalBytes raw(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, this.bytes, size, bytes.length);
        size += bytes.length;
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
        reserve(Integer.BYTES);
        U32.set(bytes, size, count);
        size += Integer.BYTES;
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
        reserve(Long.BYTES);
        U64.set(bytes, size, number);
        size += Long.BYTES;
        return this;
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
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
        return Arrays.copyOf(bytes, size);
    }

    /**
     * Hands the bytes so far to a digest.
     *
     * @param digest takes them, after what it was given before
     */
    public void addTo(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    /**
     * The SHA-256 of the bytes so far.
     *
     * @return 32 bytes
     */
    public byte[] sha256() {
        MessageDigest digest = newSha256();
        addTo(digest);
        return digest.digest();
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
