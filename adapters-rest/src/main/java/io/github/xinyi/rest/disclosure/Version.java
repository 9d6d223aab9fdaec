package io.github.xinyi.rest.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the state that a reply was made from, for example the size of the log; the value of an
 * entity tag.
 *
 * @param value 32 hexadecimal digits, empty for {@link #NONE}
 * @since 0.1.0
 */
public record Version(String value) {

    /** Of a reply that may differ next time. */
    public static final Version NONE = new Version("");

    /** Raised whenever the same state would be written in other words. */
    private static final String WIRE = "xinyi/rest/v1";

    private static final int BYTES = 16;

    /**
     * The version of a state.
     *
     * @param parts everything on which the reply depends, shown by their {@code toString}
     * @return equal for equal parts
     */
    public static Version of(Object... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(WIRE.getBytes(StandardCharsets.UTF_8));
            for (Object part : parts) {
                sha256.update((byte) 0);
                sha256.update(part.toString().getBytes(StandardCharsets.UTF_8));
            }
            return new Version(HexFormat.of().formatHex(sha256.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The version of the same state told in another form, which is other bytes.
     *
     * @param mediaType of the form; what is told as JSON keeps its version
     * @return one of its own for each form
     */
    public Version in(String mediaType) {
        return mediaType.equals("application/json") ? this : of(value, mediaType);
    }

    /**
     * Whether there is one.
     *
     * @return false for {@link #NONE}
     */
    public boolean isKnown() {
        return !value.isEmpty();
    }
}
