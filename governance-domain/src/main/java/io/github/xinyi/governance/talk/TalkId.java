package io.github.xinyi.governance.talk;

import java.util.regex.Pattern;

/**
 * The host's identifier of one talk, for example {@code 2025-T-017}.
 *
 * @param value once within its community: 1 to 64 letters, digits or {@code -_.:/#*}
 * @since 0.1.0
 */
public record TalkId(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}_.:/#*-]{1,64}");

    /** Checks the text. */
    public TalkId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("TalkId is " + FORM + ", but was " + value);
        }
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "2025-T-017"}
     * @return the identifier
     */
    public static TalkId of(String value) {
        return new TalkId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
