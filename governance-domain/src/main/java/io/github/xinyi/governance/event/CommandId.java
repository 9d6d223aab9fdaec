package io.github.xinyi.governance.event;

/**
 * The name that a caller gives to one command, for example {@code app-7f3a}; whoever repeats the
 * command under it changes nothing.
 *
 * @param value once within the community: 1 to 64 letters, digits or {@code -_.:/#*}
 * @since 0.1.0
 */
public record CommandId(String value) {

    /** Checks the text. */
    public CommandId {
        StreamName.requireId("CommandId", value);
    }

    /**
     * Wraps the caller's name.
     *
     * @param value for example {@code "app-7f3a"}
     * @return the identifier
     */
    public static CommandId of(String value) {
        return new CommandId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
