package io.github.xinyi.governance.ruling;

/**
 * What one rule says of one case, in the order of precedence by which a ruling is derived.
 *
 * @since 0.1.0
 */
public enum Verdict {
    /** The rule is broken or the threshold missed. */
    NOT_MET,
    /** A figure that the rule needs is missing; nothing is guessed. */
    UNDETERMINED,
    /** Still open: "not yet" is never told as "no". */
    PENDING,
    /** The rule is kept. */
    MET,
    /** The rule does not concern this case. */
    NOT_APPLICABLE
}
