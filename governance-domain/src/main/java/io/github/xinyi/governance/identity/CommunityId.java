package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one residential community (小区), for example {@code anheyuan}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record CommunityId(String value) implements Comparable<CommunityId> {

    /** Checks the text. */
    public CommunityId {
        value = IdentifierText.require("CommunityId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "anheyuan"}
     * @return the identifier
     */
    public static CommunityId of(String value) {
        return new CommunityId(value);
    }

    @Override
    public int compareTo(CommunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
