package io.github.xinyi.governance.casework;

/**
 * How far a case is; a stage is entered only from the one before it.
 *
 * @since 0.1.0
 */
public enum Stage {
    /** Squads visit every unit and note what it says (民意征集). */
    OPINIONS,
    /** What was heard is talked over (协商). */
    CONSULTATION,
    /** The owners decide, or a body where the law leaves it to one (决策). */
    DECISION,
    /** The work is done, in public (联动实施). */
    IMPLEMENTATION,
    /** The units concerned rate the result (评价). */
    EVALUATION,
    /** Done and evaluated. */
    CLOSED,
    /**
     * The owners did not adopt it: an end of its own, since what they decide together (Civil Code
     * art. 278 para. 1) nobody decides for them, and no work was done that could be rated. Nothing
     * but what comes back of a payment is noted on it; whoever tries again opens another case.
     */
    REJECTED,
    /** It was handed on to another body; what comes back of a payment alone is noted on it. */
    ESCALATED
}
