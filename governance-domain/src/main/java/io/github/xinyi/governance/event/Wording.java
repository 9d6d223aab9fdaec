package io.github.xinyi.governance.event;

/**
 * Free text that people wrote, for example what was decided; it may name persons, so that no public
 * view shows it.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters, not blank
 * @since 0.1.0
 */
public record Wording(String value) {

    /** The longest text, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** Refuses a blank or too long text. */
    public Wording {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a text needs 1 to " + MAX_LENGTH + " characters, got " + value.length());
        }
    }

    /** Its length alone, so that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Wording of " + value.length();
    }
}
