package io.github.xinyi.trust.journal;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * 32 random bytes that hide a text or a household's postings behind a commitment; the host makes
 * them from a source that cannot be guessed, and the owner concerned is given them.
 *
 * @since 0.1.0
 */
public final class Salt {

    /** Its length. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A salt from its bytes.
     *
     * @param bytes exactly 32
     * @return the salt
     * @throws IllegalArgumentException if there are not 32
     */
    public static Salt of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a salt has 32 bytes, got " + bytes.length);
        }
        return new Salt(bytes.clone());
    }

    /**
     * A salt from hexadecimal digits.
     *
     * @param hex 64 digits
     * @return the salt
     */
    public static Salt fromHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /**
     * The bytes as 64 hexadecimal digits.
     *
     * @return lower case
     */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says that it is a salt and not which. */
    @Override
    public String toString() {
        return "Salt";
    }
}
