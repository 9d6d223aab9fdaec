package io.github.xinyi.governance.conference;

/**
 * The SHA-256 of the canonical text of minutes or of an addendum; what is signed.
 *
 * @param value 64 digits of lower-case hexadecimal
 * @since 0.1.0
 */
public record MinutesDigest(String value) {

    /** Checks the form. */
    public MinutesDigest {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
