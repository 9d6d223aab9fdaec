package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.fund.PlanCharge;
import io.github.xinyi.trust.keys.Approval;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A payment on its way: requested, approved by two keys and perhaps a third person, sent, paid; or
 * ended without payment.
 *
 * @param request what is to be paid
 * @param approvals accepted so far, at most three: the two keys, then the third person
 * @param status where it stands
 * @param steps what became of it at the bank, in order
 * @since 0.1.0
 */
public record Disbursement(
        PaymentRequest request, List<Approval> approvals, Status status, List<Step> steps) {

    /** The most steps of one disbursement: sent, then failed. */
    public static final int MAX_STEPS = 2;

    /** Where a payment stands. */
    public enum Status {
        /** Asked for; fewer than two keys. */
        REQUESTED,
        /** Two keys given; the money may leave. */
        AUTHORISED,
        /** The entry is in the book. */
        PAID,
        /** With the bank, which has not said whether it paid (结果未明); its money stays reserved. */
        SENT,
        /** The bank has said that it did not pay; ended. */
        FAILED,
        /** Taken back by who asked, before it went to the bank; ended. */
        WITHDRAWN;

        boolean isStep() {
            return this == SENT || this == FAILED || this == WITHDRAWN;
        }

        /**
         * Whether nothing more can become of it.
         *
         * @return true for paid, failed and withdrawn
         */
        public boolean isEnd() {
            return this == PAID || this == FAILED || this == WITHDRAWN;
        }
    }

    /** Copies the lists; status, number of keys and steps agree. */
    public Disbursement {
        approvals = List.copyOf(approvals);
        steps = List.copyOf(steps);
        boolean keysAgree =
                status == Status.WITHDRAWN || (status == Status.REQUESTED) == approvals.size() < 2;
        if (!keysAgree || approvals.size() > 3) {
            throw new IllegalArgumentException(status + " with " + approvals.size() + " keys");
        }
        boolean stepsAgree =
                steps.isEmpty()
                        ? !status.isStep()
                        : status == Status.PAID || steps.get(steps.size() - 1).status() == status;
        if (!stepsAgree || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException(status + " after " + steps);
        }
    }

    /**
     * A disbursement that has not been at the bank.
     *
     * @param request what is to be paid
     * @param approvals accepted so far
     * @param status where it stands
     */
    public Disbursement(PaymentRequest request, List<Approval> approvals, Status status) {
        this(request, approvals, status, List.of());
    }

    /**
     * The number under which it is kept.
     *
     * @return the order's id
     */
    public String id() {
        return request.order().id();
    }

    /**
     * Whether what is paid is one household's money, which no public view shows by itself. A part
     * of a surplus that names no unit, as orders did before each unit was paid its own, is no
     * household's: its entry is open.
     *
     * @return true for what {@code OutflowKind.isHouseholds} says, but such a part
     */
    public boolean isHouseholds() {
        OutflowOrder order = request.order();
        return order.kind().isHouseholds()
                && (order.kind() != OutflowKind.SURPLUS_DISTRIBUTION
                        || !PlanCharge.parse(order.budgetLine()).part().isEmpty());
    }

    /**
     * When it went to the bank.
     *
     * @return empty before
     */
    public Optional<Instant> sentAt() {
        return steps.stream()
                .filter(step -> step.status() == Status.SENT)
                .map(Step::at)
                .findFirst();
    }

    /**
     * Whether it holds money and budget for itself at a moment: asked for or authorised and not
     * expired, or with the bank, however long.
     *
     * @param at the moment
     * @return false once ended or expired
     */
    public boolean isOpenAt(Instant at) {
        return status == Status.SENT
                || (!status.isEnd() && at.isBefore(request.order().expiresAt()));
    }

    Disbursement approved(List<Approval> all) {
        return new Disbursement(
                request, all, all.size() < 2 ? Status.REQUESTED : Status.AUTHORISED, steps);
    }

    Disbursement after(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Disbursement(request, approvals, step.status(), all);
    }

    Disbursement paid() {
        return new Disbursement(request, approvals, Status.PAID, steps);
    }

    /** The two keys without the third person. */
    List<Approval> keys() {
        return approvals.subList(0, Math.min(2, approvals.size()));
    }

    /** Whether money may have left, or may yet leave, at a moment. */
    boolean countsAt(Instant at) {
        return status == Status.PAID || isOpenAt(at);
    }
}
