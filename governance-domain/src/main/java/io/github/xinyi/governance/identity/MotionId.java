package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one motion (表决事项), once within its meeting, for example {@code M1}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record MotionId(String value) implements Comparable<MotionId> {

    /** Checks the text. */
    public MotionId {
        value = IdentifierText.require("MotionId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "M1"}
     * @return the identifier
     */
    public static MotionId of(String value) {
        return new MotionId(value);
    }

    @Override
    public int compareTo(MotionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
