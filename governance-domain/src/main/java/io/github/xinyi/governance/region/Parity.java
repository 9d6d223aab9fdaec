package io.github.xinyi.governance.region;

/**
 * Whether a body must have an odd number of members.
 *
 * @since 0.1.0
 */
public enum Parity {
    /** An odd number only (单数). */
    ODD,
    /** Any number. */
    ANY;

    /**
     * Whether a body of this size is possible.
     *
     * @param members for example 7
     * @return false only for an even number where it must be odd
     */
    public boolean allows(int members) {
        return this == ANY || members % 2 == 1;
    }
}
