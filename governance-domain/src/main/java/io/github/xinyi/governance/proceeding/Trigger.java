package io.github.xinyi.governance.proceeding;

/**
 * Why an owners' meeting is called.
 *
 * @since 0.1.0
 */
public enum Trigger {
    /** The rules of procedure foresee it (定期会议). */
    REGULAR,
    /** A fifth or more of the owners propose it (临时会议). */
    OWNERS_PROPOSAL,
    /** A serious accident or an emergency (Hangzhou art. 18, Shandong art. 28). */
    EMERGENCY,
    /** Another case of the rules of procedure or the covenant (Shandong art. 28). */
    CASE_OF_THE_RULES,
    /** An authority found a decision against the rules of procedure (Hangzhou art. 18). */
    FINDING_OF_AN_AUTHORITY,
    /** The first meeting, called by the preparatory group. */
    FIRST_MEETING;

    /** Whether the longer notice of a regular meeting is due; the first meeting has it too. */
    boolean isRegular() {
        return this == REGULAR || this == FIRST_MEETING;
    }
}
