package io.github.xinyi.governance.checkin;

import io.github.xinyi.governance.identity.PersonalNumber;

/**
 * What kind of service an item is, in the words of the place, for example {@code 管道问题}. Everybody
 * reads it, so that a register takes no new one that shows a telephone or identity number.
 *
 * @param value 1 to {@link #MAX_LENGTH} letters or digits
 * @since 0.1.0
 */
public record ServiceKind(String value) implements Comparable<ServiceKind> {

    /** The longest kind, in characters. */
    public static final int MAX_LENGTH = 20;

    /** What a public view shows for the kinds that it may not show. */
    public static final ServiceKind HIDDEN = new ServiceKind("隐去");

    /** Refuses what is not one word. */
    public ServiceKind {
        if (!value.matches("[\\p{L}\\p{Nd}]{1," + MAX_LENGTH + "}")) {
            throw new IllegalArgumentException("not a kind of service: " + value.length());
        }
    }

    boolean isPublic() {
        return !PersonalNumber.isShownIn(value);
    }

    /**
     * What a public view shows of it.
     *
     * @return itself, or {@link #HIDDEN} for one that was kept before and shows such a number
     */
    public ServiceKind shown() {
        return isPublic() ? this : HIDDEN;
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
