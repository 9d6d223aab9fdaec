package io.github.xinyi.governance.grid;

/**
 * A step that a place may ask of a case or leave out and that the library judges by what it
 * consists of, for example {@link #VISIT_BEFORE_MEDIATION}. A step of which it knows no more than
 * the name is a {@link io.github.xinyi.governance.step.LocalStep} of the table. What the law asks
 * of mediation is asked everywhere and stands in no table.
 *
 * @since 0.1.0
 */
public enum CaseStep {
    /** Those concerned are visited before a round of mediation is opened (调解前走访). */
    VISIT_BEFORE_MEDIATION,
    /** Those concerned are visited before somebody is sent to do the work (派工前走访). */
    VISIT_BEFORE_WORK,
    /** Somebody else than who has the case reviews it before it is closed (结案前审核). */
    REVIEW_BEFORE_CLOSE,
    /** Not known: a text of version 1, before tables said so; no table and no command gives it. */
    UNSTATED
}
