package io.github.xinyi.governance.community;

/**
 * The SHA-256 of a roster's canonical text: two rosters with one digest have the same content.
 *
 * @param value 64 lower-case hexadecimal digits; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record RosterDigest(String value) {

    /** Checks the form. */
    public RosterDigest {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value.length());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
