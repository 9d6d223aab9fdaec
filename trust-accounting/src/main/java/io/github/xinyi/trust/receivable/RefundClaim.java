package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.trust.keys.OutflowKind;
import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Credit that is to go back to its payer (退费), set aside until it is paid or dropped; paid only as
 * a disbursement of the kind {@link OutflowKind#REFUND} under two keys.
 *
 * <p>Example: {@code claim.order(payee, initiator, "HT-2025-01", expiry)}.
 *
 * @param community whose money
 * @param account to whom
 * @param order the number of the order, unique in the community
 * @param amountMinor in fen, above 0
 * @param reason why
 * @param state what has become of it
 * @since 0.1.0
 */
public record RefundClaim(
        CommunityId community,
        FeeAccount account,
        String order,
        long amountMinor,
        Reason reason,
        State state) {

    /** Why money goes back. */
    public enum Reason {
        /** More was paid than was owed, or the same twice. */
        OVERPAID,
        /**
         * Fees were paid ahead for a time in which no service comes (SPC-PM art. 3): bills of that
         * time are withdrawn first.
         */
        SERVICE_NOT_DELIVERED,
        /** It was charged against contract or law (SPC-PM art. 2): the bill is withdrawn first. */
        CHARGED_WRONGLY
    }

    /** What has become of a claim. */
    public enum State {
        /** Set aside: no bill takes it. */
        PENDING,
        /** Paid. */
        PAID,
        /** Given up: it is credit again. */
        DROPPED
    }

    RefundClaim with(State now) {
        return new RefundClaim(community, account, order, amountMinor, reason, now);
    }

    /**
     * The order that both keys sign.
     *
     * @param payee the host's id of who is paid
     * @param initiator who asks
     * @param policy the contract under which it is paid
     * @param expiresAt the first moment at which it can no longer be approved or paid
     * @return an order of the kind {@link OutflowKind#REFUND}, charged to the unit
     */
    public OutflowOrder order(
            PersonId payee, PersonId initiator, String policy, Instant expiresAt) {
        return new OutflowOrder(
                community,
                order,
                OutflowKind.REFUND,
                payee,
                Money.ofFen(amountMinor),
                reason.name(),
                account.unit().value(),
                List.of(),
                initiator,
                policy,
                expiresAt);
    }
}
