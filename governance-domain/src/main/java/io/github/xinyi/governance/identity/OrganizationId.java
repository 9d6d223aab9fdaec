package io.github.xinyi.governance.identity;

/**
 * The host's identifier of an organization, such as a Party branch, a firm or a unit in the
 * district (单位), for example {@code ORG07}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record OrganizationId(String value) implements Comparable<OrganizationId> {

    /** Checks the text. */
    public OrganizationId {
        value = IdentifierText.require("OrganizationId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "ORG07"}
     * @return the identifier
     */
    public static OrganizationId of(String value) {
        return new OrganizationId(value);
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
