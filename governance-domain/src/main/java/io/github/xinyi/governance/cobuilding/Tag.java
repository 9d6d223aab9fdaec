package io.github.xinyi.governance.cobuilding;

/**
 * A word by which needs and resources find each other, for example {@code 养老}.
 *
 * @param value 1 to {@link #MAX_LENGTH} letters or digits
 * @since 0.1.0
 */
public record Tag(String value) implements Comparable<Tag> {

    /** The longest tag, in characters. */
    public static final int MAX_LENGTH = 20;

    /** Refuses what is not one word. */
    public Tag {
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || !value.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("not a tag: " + value.length());
        }
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
