package io.github.xinyi.governance.committee;

/**
 * A share that the law in force for a committee may set; where it sets none, the rule that needs it
 * does not apply.
 *
 * @since 0.1.0
 */
public enum LegalShare {
    /** Owners who apply for a body, of all; without that many none is formed. */
    APPLICATION,
    /** Owners among the members. */
    OWNER_SEATS,
    /** Members elected, of those agreed, with which a partial election is valid. */
    ELECTED,
    /** Members present, of the full number. */
    QUORUM,
    /** Owner members present, of all owner members. */
    OWNER_QUORUM,
    /** Members in favour, of the full number. */
    DECISION,
    /** Members who sign for the use of a seal, of the full number. */
    SEAL_SIGNATURES,
    /** Members who can demand a session, of those in office. */
    CALL,
    /** Members who can propose a recall, of those in office. */
    RECALL_BY_MEMBERS,
    /** Owners who can propose a recall, of all. */
    RECALL_BY_OWNERS,
    /** Area whose owners can propose a recall, of all; told, and decides nothing. */
    RECALL_BY_AREA,
    /** Sessions missed within a year, of all held, with which a recall is due. */
    ABSENCE,
    /** Members in office, of the agreed number, without whom the whole body is elected anew. */
    REMAINING
}
