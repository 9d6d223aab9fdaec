package io.github.xinyi.trust.keys;

import java.util.List;

/**
 * The proof that an order was signed by two persons of the two sides; only {@link TwoKeys} makes
 * one, and the book lets no cash out without it.
 *
 * @since 0.1.0
 */
public final class TwoKeyProof {

    private final OutflowOrder order;
    private final List<Approval> approvals;

    TwoKeyProof(OutflowOrder order, List<Approval> approvals) {
        this.order = order;
        this.approvals = List.copyOf(approvals);
    }

    /**
     * What was signed.
     *
     * @return the order
     */
    public OutflowOrder order() {
        return order;
    }

    /**
     * The two signatures.
     *
     * @return exactly two
     */
    public List<Approval> approvals() {
        return approvals;
    }
}
