package io.github.xinyi.trust.disbursement;

import io.github.xinyi.trust.keys.OutflowOrder;
import io.github.xinyi.trust.money.Money;
import java.time.Duration;
import java.util.List;

/**
 * Above how much a third person must sign (第三人审批), for example 20,000.00 to one payee within 30
 * days, however many orders it is split into.
 *
 * <p>Source: an interpretation of what owners may agree; none by default.
 *
 * @param scope what is added up
 * @param above the greatest sum that needs no third person, at least zero
 * @param days the window in days, 1 to 366; a single order counts alone whatever it is
 * @since 0.1.0
 */
public record ApprovalLimit(Scope scope, Money above, int days) {

    /** What is added up. */
    public enum Scope {
        /** The order alone. */
        ORDER {
            @Override
            boolean adds(OutflowOrder order, OutflowOrder other) {
                return false;
            }
        },
        /** All orders for one payee. */
        PAYEE {
            @Override
            boolean adds(OutflowOrder order, OutflowOrder other) {
                return order.payee().equals(other.payee());
            }
        },
        /** All orders charged to one line. */
        LINE {
            @Override
            boolean adds(OutflowOrder order, OutflowOrder other) {
                return order.kind() == other.kind() && lineOf(order).equals(lineOf(other));
            }
        };

        /** What is promised of a line counts with the line. */
        private static String lineOf(OutflowOrder order) {
            return PaymentCase.charge(order).line();
        }

        abstract boolean adds(OutflowOrder order, OutflowOrder other);
    }

    /** Refuses limits that no agreement can have. */
    public ApprovalLimit {
        if (above.isNegative() || days < 1 || days > 366) {
            throw new IllegalArgumentException("no limit: " + above + " in " + days + " days");
        }
    }

    /**
     * What counts for a request: itself, and every other within the window before or after it, so
     * that neither the first part of a split nor a backdated one passes under the limit.
     */
    Money sum(PaymentRequest request, List<Disbursement> others) {
        Money sum = request.order().amount();
        for (Disbursement other : others) {
            if (!other.id().equals(request.order().id())
                    && scope.adds(request.order(), other.request().order())
                    && isWithin(request, other.request())) {
                sum = sum.plus(other.request().order().amount());
            }
        }
        return sum;
    }

    private boolean isWithin(PaymentRequest request, PaymentRequest other) {
        Duration apart = Duration.between(request.requestedAt(), other.requestedAt()).abs();
        return apart.compareTo(Duration.ofDays(days)) < 0;
    }
}
