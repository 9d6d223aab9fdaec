package io.github.xinyi.governance.identity;

/**
 * The host's identifier of a natural or legal person; never a name, for example {@code P0103}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record PersonId(String value) implements Comparable<PersonId> {

    /** Checks the text. */
    public PersonId {
        value = IdentifierText.require("PersonId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "P0103"}
     * @return the identifier
     */
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
