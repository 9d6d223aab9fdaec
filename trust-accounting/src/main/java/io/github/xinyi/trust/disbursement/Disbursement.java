package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.keys.Approval;
import java.util.List;

/**
 * A payment on its way: requested, approved by up to two keys, paid.
 *
 * @param request what is to be paid
 * @param approvals accepted so far, at most two
 * @param status where it stands
 * @since 0.1.0
 */
public record Disbursement(PaymentRequest request, List<Approval> approvals, Status status) {

    /** Where a payment stands. */
    public enum Status {
        /** Asked for; fewer than two keys. */
        REQUESTED,
        /** Two keys given; the money may leave. */
        AUTHORISED,
        /** The entry is in the book. */
        PAID
    }

    /** Copies the approvals; status and number of keys agree. */
    public Disbursement {
        approvals = List.copyOf(approvals);
        if ((status == Status.REQUESTED) != (approvals.size() < 2)) {
            throw new IllegalArgumentException(status + " with " + approvals.size() + " keys");
        }
    }

    /**
     * The number under which it is kept.
     *
     * @return the order's id
     */
    public String id() {
        return request.order().id();
    }
}
