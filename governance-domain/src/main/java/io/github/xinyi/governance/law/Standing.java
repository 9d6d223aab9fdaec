package io.github.xinyi.governance.law;

/**
 * How far a citation can be relied on; it is shown wherever the rule is.
 *
 * @since 0.1.0
 */
public enum Standing {
    /** The text of the provision was read and says this. */
    TEXT_READ,
    /** Generally known, but the text was not at hand; check it before quoting. */
    UNVERIFIED,
    /** The text leaves room; this is our reading of it. */
    INTERPRETATION
}
