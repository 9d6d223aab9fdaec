package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a service item (服务事项), for example {@code F0231}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record ServiceItemId(String value) implements Comparable<ServiceItemId> {

    /** Checks the text. */
    public ServiceItemId {
        value = IdentifierText.require("ServiceItemId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "F0231"}
     * @return the identifier
     */
    public static ServiceItemId of(String value) {
        return new ServiceItemId(value);
    }

    @Override
    public int compareTo(ServiceItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
