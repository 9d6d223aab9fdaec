package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a case (事件): a dispute or a request for service, for example {@code
 * C-2025-0042}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record CaseId(String value) implements Comparable<CaseId> {

    /** Checks the text. */
    public CaseId {
        value = IdentifierText.require("CaseId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "C-2025-0042"}
     * @return the identifier
     */
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
