package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.keys.OutflowOrder;
import java.time.Instant;
import java.util.List;

/**
 * A request to pay (支出申请): the order that is signed, and what it stands on.
 *
 * @param order what both keys sign
 * @param payeeName the payee as shown; a firm's name, or a masked one: the one that the order names
 *     and both keys sign. A request from before orders named their payee keeps a name that nobody
 *     signed, and no new one is taken so
 * @param report the number of the report that gave rise to it, empty if none did
 * @param vouchers the papers whose digests the order names, in its order
 * @param requestedAt when it was asked for
 * @since 0.1.0
 */
public record PaymentRequest(
        OutflowOrder order,
        String payeeName,
        String report,
        List<Voucher> vouchers,
        Instant requestedAt) {

    /** The longest number of a report. */
    public static final int MAX_REPORT = 64;

    /** Copies the vouchers and refuses others than the order names. */
    public PaymentRequest {
        vouchers = List.copyOf(vouchers);
        if (!vouchers.stream().map(Voucher::digest).toList().equals(order.vouchers())) {
            throw new IllegalArgumentException("vouchers are not those of order " + order.id());
        }
        if (!order.payeeName().isEmpty() && !order.payeeName().equals(payeeName)) {
            throw new IllegalArgumentException(
                    "another payee is shown than is named in order " + order.id());
        }
        if (payeeName.length() > OutflowOrder.MAX_PAYEE_NAME || report.length() > MAX_REPORT) {
            throw new IllegalArgumentException("too long a name in order " + order.id());
        }
    }

    /**
     * Whether the name that is shown for the payee is the one that the keys sign.
     *
     * @return false for a request from before orders named their payee
     */
    public boolean isPayeeNameSigned() {
        return order.payeeName().equals(payeeName);
    }

    /**
     * Whether somebody asks for the very same again. A request from before orders named their payee
     * is asked for again by one that names the payee whom this one shows; what the keys sign stays
     * the order of this one.
     *
     * @param again what is asked for
     * @return true if nothing else differs
     */
    public boolean isAskedAgainBy(PaymentRequest again) {
        return equals(again)
                || (!isPayeeNameSigned()
                        && equals(
                                new PaymentRequest(
                                        again.order.naming(""),
                                        again.payeeName,
                                        again.report,
                                        again.vouchers,
                                        again.requestedAt)));
    }

    /** The same request as of a later moment, by which lines and days are told. */
    PaymentRequest asOf(Instant at) {
        return new PaymentRequest(order, payeeName, report, vouchers, at);
    }
}
