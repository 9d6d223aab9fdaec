package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one region or community in the tree of regions, for example {@code
 * HONGGU}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record RegionId(String value) implements Comparable<RegionId> {

    /** Checks the text. */
    public RegionId {
        value = IdentifierText.require("RegionId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "HONGGU"}
     * @return the identifier
     */
    public static RegionId of(String value) {
        return new RegionId(value);
    }

    @Override
    public int compareTo(RegionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
