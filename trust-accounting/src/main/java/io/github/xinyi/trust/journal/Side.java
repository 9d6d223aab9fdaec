package io.github.xinyi.trust.journal;

/**
 * The side of a posting.
 *
 * @since 0.1.0
 */
public enum Side {
    /** 借. */
    DEBIT("D"),
    /** 贷. */
    CREDIT("C");

    private final String letter;

    Side(String letter) {
        this.letter = letter;
    }

    /**
     * The letter that stands for the side in canonical bytes and in files.
     *
     * @return {@code D} or {@code C}
     */
    public String letter() {
        return letter;
    }

    /**
     * The other side.
     *
     * @return credit for debit
     */
    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }
}
