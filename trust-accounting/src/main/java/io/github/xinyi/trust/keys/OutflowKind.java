package io.github.xinyi.trust.keys;

/**
 * The kinds of outflow; each needs two keys.
 *
 * @since 0.1.0
 */
public enum OutflowKind {
    /** A cost of the community, paid to an outside payee. */
    PAYMENT,
    /** The firm's remuneration. */
    REMUNERATION,
    /** Fees that a household paid too much, given back (退费). */
    REFUND,
    /** A deposit given back to the household that paid it (退押金). */
    DEPOSIT_RETURN,
    /** Money that passes from one fund class to another (资金划转). */
    TRANSFER,
    /** One unit's part of a surplus, given to its owners (结余分配). */
    SURPLUS_DISTRIBUTION,
    /** What a class has left, handed to the successor's account when the trust ends (移交). */
    HAND_OVER,
    /** A household's deposit that is kept and passes to the service fund (押金抵扣). */
    FORFEITURE;

    /**
     * Whether what is paid is one household's money, which no public view shows by itself.
     *
     * @return true for refunds, for deposits, returned or kept, and for one unit's part of a
     *     surplus
     */
    public boolean isHouseholds() {
        return switch (this) {
            case REFUND, DEPOSIT_RETURN, FORFEITURE, SURPLUS_DISTRIBUTION -> true;
            case PAYMENT, REMUNERATION, TRANSFER, HAND_OVER -> false;
        };
    }

    /**
     * Whether what a payer had paid in goes back, or is kept of it: even the firm gets back what it
     * paid as an owner.
     *
     * @return true for refunds and for deposits, returned or kept
     */
    public boolean isOfPayer() {
        return switch (this) {
            case REFUND, DEPOSIT_RETURN, FORFEITURE -> true;
            case PAYMENT, REMUNERATION, TRANSFER, SURPLUS_DISTRIBUTION, HAND_OVER -> false;
        };
    }
}
