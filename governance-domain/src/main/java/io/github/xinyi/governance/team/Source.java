package io.github.xinyi.governance.team;

import io.github.xinyi.governance.law.Standing;

/**
 * Where a row of a pattern comes from, for example {@code 红古区“1+3+N”联系指导机制}, a reading.
 *
 * @param document what defines it, 1 to {@link #MAX_LENGTH} characters
 * @param standing how far it can be relied on
 * @since 0.1.0
 */
public record Source(String document, Standing standing) {

    /** The longest name of a document, in characters. */
    public static final int MAX_LENGTH = 200;

    /** Refuses a source without a name. */
    public Source {
        if (!isDocument(document)) {
            throw new IllegalArgumentException(
                    "a source has 1 to " + MAX_LENGTH + " characters, got " + document.length());
        }
    }

    static boolean isDocument(String text) {
        return !text.isBlank() && text.length() <= MAX_LENGTH;
    }
}
