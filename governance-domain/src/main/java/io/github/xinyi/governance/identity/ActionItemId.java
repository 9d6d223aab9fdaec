package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a task that a conference gave to somebody (议定事项), for example {@code
 * A012}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record ActionItemId(String value) implements Comparable<ActionItemId> {

    /** Checks the text. */
    public ActionItemId {
        value = IdentifierText.require("ActionItemId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "A012"}
     * @return the identifier
     */
    public static ActionItemId of(String value) {
        return new ActionItemId(value);
    }

    @Override
    public int compareTo(ActionItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
