package io.github.xinyi.governance.checkin;

/**
 * What kind of service an item is, in the words of the place, for example {@code 管道问题}.
 *
 * @param value 1 to {@link #MAX_LENGTH} letters or digits
 * @since 0.1.0
 */
public record ServiceKind(String value) implements Comparable<ServiceKind> {

    /** The longest kind, in characters. */
    public static final int MAX_LENGTH = 20;

    /** Refuses what is not one word. */
    public ServiceKind {
        if (!value.matches("[\\p{L}\\p{Nd}]{1," + MAX_LENGTH + "}")) {
            throw new IllegalArgumentException("not a kind of service: " + value.length());
        }
    }

    @Override
    public int compareTo(ServiceKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
