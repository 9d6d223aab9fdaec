package io.github.xinyi.governance.ruling;

/**
 * The stable name of a rule, for example {@code voting.area-quorum}; texts are found by it.
 *
 * @param value lower-case words with dots and hyphens, at most 64 characters
 * @since 0.1.0
 */
public record RuleCode(String value) {

    /** Refuses names that could not be a key of a text bundle. */
    public RuleCode {
        if (value.length() > 64 || !value.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a rule code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
