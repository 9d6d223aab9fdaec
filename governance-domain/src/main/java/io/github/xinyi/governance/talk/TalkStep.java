package io.github.xinyi.governance.talk;

/**
 * A step that a place may ask of a talk or leave out and that the library judges by what it
 * consists of, for example {@link #REVIEW}. Raising, talking over and doing are what a talk is; a
 * step known by its name alone is a {@link io.github.xinyi.governance.step.LocalStep}.
 *
 * @since 0.1.0
 */
public enum TalkStep {
    /** The result is published before it is reviewed, or before the issue is settled (公开). */
    PUBLICATION,
    /** Residents review the result before the issue is settled (评). */
    REVIEW
}
