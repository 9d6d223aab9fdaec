package io.github.xinyi.governance.committee;

/**
 * By what the owners moved someone into a seat or out of one: the paper and the motion adopted.
 *
 * @param paper whom it names
 * @param adopted the motion, which carries the digest of the paper
 * @since 0.1.0
 */
public record SeatMandate(SeatPaper paper, AdoptedMotion adopted) {

    /** Whether the motion was on this paper. */
    boolean isOnPaper() {
        return adopted.motion().documents().contains(paper.document());
    }
}
