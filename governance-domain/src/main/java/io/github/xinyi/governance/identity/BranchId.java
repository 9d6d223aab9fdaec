package io.github.xinyi.governance.identity;

/**
 * The host's identifier of one Party branch (党支部), for example {@code xiyuan-1}.
 *
 * @param value 1 to 64 letters, digits or {@code -_.:/#*}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record BranchId(String value) implements Comparable<BranchId> {

    /** Checks the text. */
    public BranchId {
        value = IdentifierText.require("BranchId", value);
    }

    /**
     * Wraps the host's identifier.
     *
     * @param value for example {@code "xiyuan-1"}
     * @return the identifier
     */
    public static BranchId of(String value) {
        return new BranchId(value);
    }

    @Override
    public int compareTo(BranchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
