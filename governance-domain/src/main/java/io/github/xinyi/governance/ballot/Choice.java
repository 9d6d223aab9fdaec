package io.github.xinyi.governance.ballot;

/**
 * An answer that can be ticked on a ballot.
 *
 * @since 0.1.0
 */
public enum Choice {
    /** Consent (同意). */
    FOR(1),
    /** Against (反对). */
    AGAINST(2),
    /** Abstention (弃权): takes part and does not consent. */
    ABSTAIN(3);

    private final int code;

    Choice(int code) {
        this.code = code;
    }

    /**
     * How the answer stands in an {@link AnswerColumn}.
     *
     * @return 1 to 3
     */
    public int code() {
        return code;
    }
}
