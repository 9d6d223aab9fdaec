package io.github.xinyi.governance.deliberation;

/**
 * Why common parts must be repaired before the owners can vote, for example a lift that fell. Only
 * the owners' meeting or the owners' committee can ask for it. Source: Civil Code art. 281 para. 2.
 *
 * @param applicant who applies
 * @param grounds what happened, 1 to {@link #MAX_GROUNDS_LENGTH} characters
 * @param digest the SHA-256 of the application, in 64 lower-case hexadecimal digits
 * @since 0.1.0
 */
public record UrgentRepair(Applicant applicant, String grounds, String digest) {

    /** Who may apply. */
    public enum Applicant {
        /** The owners' meeting (业主大会). */
        OWNERS_MEETING,
        /** The owners' committee (业主委员会). */
        OWNERS_COMMITTEE
    }

    /** The longest grounds, in characters. */
    public static final int MAX_GROUNDS_LENGTH = 1000;

    /** Checks both texts. */
    public UrgentRepair {
        Stage.requireText("grounds", grounds, MAX_GROUNDS_LENGTH);
        Paper.requireDigest(digest);
    }
}
