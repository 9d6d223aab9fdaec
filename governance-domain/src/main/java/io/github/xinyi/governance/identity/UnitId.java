package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one exclusive area (专有部分), for example {@code 3-2-1102}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record UnitId(String value) implements Comparable<UnitId> {

    /** Checks the text. */
    public UnitId {
        value = IdentifierText.require("UnitId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "3-2-1102"}
     * @return the identifier
     */
    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
