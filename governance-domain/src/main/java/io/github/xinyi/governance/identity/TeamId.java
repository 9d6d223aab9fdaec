package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a team (队伍) of one community or grid cell, for example {@code
 * T-liaison-01}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record TeamId(String value) implements Comparable<TeamId> {

    /** Checks the text. */
    public TeamId {
        value = IdentifierText.require("TeamId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "T-liaison-01"}
     * @return the identifier
     */
    public static TeamId of(String value) {
        return new TeamId(value);
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
