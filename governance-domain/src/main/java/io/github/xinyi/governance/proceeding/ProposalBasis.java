package io.github.xinyi.governance.proceeding;

/**
 * Of what the share must propose an extraordinary meeting; the rules of procedure say it (I11).
 *
 * @since 0.1.0
 */
public enum ProposalBasis {
    /** Of the owners, as PMR art. 13 reads: the default. */
    HEADS,
    /** Of the owners and of the area, as Guidance Rules art. 21 is reported to say. */
    HEADS_AND_AREA
}
