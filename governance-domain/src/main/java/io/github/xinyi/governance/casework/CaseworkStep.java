package io.github.xinyi.governance.casework;

/**
 * A step that a place may ask of a case of many homes or leave out and that the library judges by
 * what it consists of, for example {@link #CONSULTATION}. What is for the owners alone to decide
 * stays theirs everywhere; a step known by its name alone is a {@link
 * io.github.xinyi.governance.step.LocalStep}.
 *
 * @since 0.1.0
 */
public enum CaseworkStep {
    /** Something is consulted on before a plan is drawn up and decided (协商). */
    CONSULTATION,
    /** All that was consulted on is disclosed before it is decided (决策前公开). */
    DISCLOSURE_BEFORE_DECISION,
    /** All that was consulted on is disclosed before the case is closed (结案前公开). */
    DISCLOSURE_BEFORE_CLOSE
}
