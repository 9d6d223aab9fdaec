package io.github.xinyi.governance.cobuilding;

import io.github.xinyi.governance.identity.PersonalNumber;

/**
 * A word by which needs and resources find each other, for example {@code 养老}. Everybody reads it,
 * so that a list takes none that shows a telephone or identity number.
 *
 * @param value 1 to {@link #MAX_LENGTH} letters or digits
 * @since 0.1.0
 */
public record Tag(String value) implements Comparable<Tag> {

    /** The longest tag, in characters. */
    public static final int MAX_LENGTH = 20;

    /** What a public list shows for a tag that it may not show. */
    public static final Tag HIDDEN = new Tag("隐去");

    /** Refuses what is not one word. */
    public Tag {
        if (value.isEmpty()
                || value.length() > MAX_LENGTH
                || !value.codePoints().allMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("not a tag: " + value.length());
        }
    }

    boolean isPublic() {
        return !PersonalNumber.isShownIn(value);
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
