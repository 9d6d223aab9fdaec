package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a volunteer team (志愿服务队), for example {@code Q07}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record VolunteerTeamId(String value) implements Comparable<VolunteerTeamId> {

    /** Checks the text. */
    public VolunteerTeamId {
        value = IdentifierText.require("VolunteerTeamId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "Q07"}
     * @return the identifier
     */
    public static VolunteerTeamId of(String value) {
        return new VolunteerTeamId(value);
    }

    @Override
    public int compareTo(VolunteerTeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
