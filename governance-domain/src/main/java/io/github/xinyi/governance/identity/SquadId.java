package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a squad that visits units (入户专班), for example {@code squad-3}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record SquadId(String value) implements Comparable<SquadId> {

    /** Checks the text. */
    public SquadId {
        value = IdentifierText.require("SquadId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "squad-3"}
     * @return the identifier
     */
    public static SquadId of(String value) {
        return new SquadId(value);
    }

    @Override
    public int compareTo(SquadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
