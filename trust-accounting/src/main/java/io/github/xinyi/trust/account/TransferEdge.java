package io.github.xinyi.trust.account;

import java.util.Arrays;
import java.util.Optional;

/**
 * The ways by which money may pass from one class to another (资金划转); there is no other.
 *
 * <p>Source: the list is an interpretation (docs/law.md); behind it Civil Code art. 281, 282 and
 * Property Management Regulation art. 54. The firm's draw is not among them: it leaves the account.
 *
 * @since 0.1.0
 */
public enum TransferEdge {
    /** Public income supplements the maintenance fund, in its special account. */
    PUBLIC_TO_MAINTENANCE(FundClass.PUBLIC_INCOME, FundClass.MAINTENANCE_FUND),
    /** Public income that the owners give to service. */
    PUBLIC_TO_SERVICE(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND),
    /** A surplus of service that the owners lay by for repairs. */
    SERVICE_TO_MAINTENANCE(FundClass.SERVICE_FUND, FundClass.MAINTENANCE_FUND),
    /** A deposit that its payer has forfeited, as contract and decision allow. */
    DEPOSITS_TO_SERVICE(FundClass.DEPOSITS, FundClass.SERVICE_FUND);

    private final FundClass from;
    private final FundClass to;

    TransferEdge(FundClass from, FundClass to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The class that gives.
     *
     * @return never the maintenance fund
     */
    public FundClass from() {
        return from;
    }

    /**
     * The class that receives.
     *
     * @return for example the maintenance fund
     */
    public FundClass to() {
        return to;
    }

    /**
     * The way between two classes.
     *
     * @param from the class that gives
     * @param to the class that receives
     * @return empty where no money may pass
     */
    public static Optional<TransferEdge> between(FundClass from, FundClass to) {
        return Arrays.stream(values()).filter(e -> e.from == from && e.to == to).findFirst();
    }
}
