package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one owners' meeting (业主大会会议), for example {@code 2024-OM-01}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record MeetingId(String value) implements Comparable<MeetingId> {

    /** Checks the text. */
    public MeetingId {
        value = IdentifierText.require("MeetingId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "2024-OM-01"}
     * @return the identifier
     */
    public static MeetingId of(String value) {
        return new MeetingId(value);
    }

    @Override
    public int compareTo(MeetingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
