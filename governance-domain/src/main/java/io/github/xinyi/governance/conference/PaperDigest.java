package io.github.xinyi.governance.conference;

/**
 * The SHA-256 of a paper: the canonical text of minutes, an addendum, or the evidence of a work
 * done.
 *
 * @param value 64 digits of lower-case hexadecimal
 * @since 0.1.0
 */
public record PaperDigest(String value) {

    /** Checks the form. */
    public PaperDigest {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
