package io.github.xinyi.governance.conference;

/**
 * A side that has a seat at a conference (参会方), by its role and never by a person's name, for
 * example {@code 社区党组织}.
 *
 * @param value 1 to {@link #MAX_LENGTH} characters without blanks at the ends or control characters
 * @since 0.1.0
 */
public record Party(String value) implements Comparable<Party> {

    /** The longest name, in characters. */
    public static final int MAX_LENGTH = 40;

    /** Refuses what is not a name. */
    public Party {
        if (!isParty(value)) {
            throw new IllegalArgumentException("not the name of a party: " + value.length());
        }
    }

    static boolean isParty(String value) {
        return !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.equals(value.strip())
                && value.codePoints().noneMatch(Party::cannotBeKept);
    }

    /** Control characters, and half of a pair. */
    static boolean cannotBeKept(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    @Override
    public int compareTo(Party other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
