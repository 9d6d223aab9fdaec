package io.github.xinyi.trust.keys;

/**
 * The name of a key, for example {@code K-S001-1}.
 *
 * @param value 1 to 64 letters, digits or hyphens
 * @since 0.1.0
 */
public record CredentialId(String value) {

    /** Refuses text of another form. */
    public CredentialId {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not a credential id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
