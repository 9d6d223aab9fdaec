package io.github.xinyi.governance.voting;

/**
 * An answer that can be ticked on a ballot.
 *
 * @since 0.1.0
 */
public enum Choice {
    /** Consent (同意). */
    FOR,
    /** Against (反对). */
    AGAINST,
    /** Abstention (弃权): takes part and does not consent. */
    ABSTAIN
}
