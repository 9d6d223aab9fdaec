package io.github.xinyi.governance.conference;

import io.github.xinyi.governance.law.Standing;

/**
 * One row of the table of a conference with where it comes from, for example the agenda, {@code 3}
 * days, from a district's practice, {@link Standing#UNVERIFIED}.
 *
 * @param item what it says
 * @param value the name or the figure
 * @param source the document it was taken from, 1 to {@link #MAX_SOURCE} characters
 * @param standing how far that can be relied on
 * @since 0.1.0
 */
public record PatternRow(PatternItem item, String value, String source, Standing standing) {

    /** The longest source, in characters. */
    public static final int MAX_SOURCE = 200;

    /** Refuses a row without a source. */
    public PatternRow {
        if (!isSource(source)) {
            throw new IllegalArgumentException(
                    "a source needs 1 to " + MAX_SOURCE + " characters, got " + source.length());
        }
    }

    static boolean isSource(String text) {
        return !text.isBlank()
                && text.length() <= MAX_SOURCE
                && text.codePoints().noneMatch(Party::cannotBeKept);
    }
}
