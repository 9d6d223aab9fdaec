package io.github.xinyi.governance.deliberation;

import java.util.regex.Pattern;

/**
 * The host's identifier of one procedure, for example {@code 2025-P-01}.
 *
 * @param value once within its community: 1 to 64 letters, digits or {@code -_.:/#*}
 * @since 0.1.0
 */
public record ProcedureId(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}_.:/#*-]{1,64}");

    /** Checks the text. */
    public ProcedureId {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("ProcedureId is " + FORM + ", but was " + value);
        }
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "2025-P-01"}
     * @return the identifier
     */
    public static ProcedureId of(String value) {
        return new ProcedureId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
