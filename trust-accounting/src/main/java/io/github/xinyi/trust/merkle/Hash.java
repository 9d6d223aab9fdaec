package io.github.xinyi.trust.merkle;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 value of exactly 32 bytes (摘要).
 *
 * <p>For example the root of the empty tree, {@code
 * e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}. Two hashes are compared in a
 * time that does not depend on where they differ. The factories throw {@link
 * IllegalArgumentException} for anything that is not 32 bytes.
 *
 * @since 0.1.0
 */
public final class Hash {
    /** The length of every hash, in bytes. */
    public static final int BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash from its 32 bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are not exactly 32 bytes
     */
    public static Hash of(byte[] bytes) {
        return owning(bytes.clone());
    }

    /**
     * A hash from 64 hexadecimal digits, of either case.
     *
     * @throws IllegalArgumentException if there are not exactly 64 digits
     */
    public static Hash fromHex(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException(
                    "hex must have " + 2 * BYTES + " digits, but had " + hex.length());
        }
        return owning(HEX.parseHex(hex));
    }

    /**
     * A hash from its 44 characters of RFC 4648 section 4 Base 64, padding included.
     *
     * <p>Only the one canonical spelling is taken, so that equal hashes have equal texts.
     *
     * @throws IllegalArgumentException if the text is any other
     */
    public static Hash fromBase64(String base64) {
        Hash hash = owning(Base64.getDecoder().decode(base64));
        if (!hash.toBase64().equals(base64)) {
            throw new IllegalArgumentException("base64 is not canonical: " + base64);
        }
        return hash;
    }

    /** Takes the array as it is: the caller must hold the only reference to it. */
    static Hash owning(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "a hash has " + BYTES + " bytes, but there were " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** The 32 bytes, as a copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The 64 lower-case hexadecimal digits. */
    public String toHex() {
        return HEX.formatHex(bytes);
    }

    /** The 44 characters of Base 64, padding included. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    void addTo(MessageDigest digest) {
        digest.update(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    /** The first four bytes, which are as good as any four of a SHA-256 value. */
    @Override
    public int hashCode() {
        return (bytes[0] & 0xff) << 24
                | (bytes[1] & 0xff) << 16
                | (bytes[2] & 0xff) << 8
                | (bytes[3] & 0xff);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
