package io.github.xinyi.governance.identity;

/**
 * The host's identifier of an entry of a need or resource list (需求、资源清单), for example {@code
 * N-0031}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record ListingId(String value) implements Comparable<ListingId> {

    /** Checks the text. */
    public ListingId {
        value = IdentifierText.require("ListingId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "N-0031"}
     * @return the identifier
     */
    public static ListingId of(String value) {
        return new ListingId(value);
    }

    @Override
    public int compareTo(ListingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
