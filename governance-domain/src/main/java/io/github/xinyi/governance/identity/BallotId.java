package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one ballot paper or electronic ballot (表决票), once within its meeting,
 * for example {@code V0001}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record BallotId(String value) implements Comparable<BallotId> {

    /** Checks the text. */
    public BallotId {
        value = IdentifierText.require("BallotId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "V0001"}
     * @return the identifier
     */
    public static BallotId of(String value) {
        return new BallotId(value);
    }

    @Override
    public int compareTo(BallotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
