package io.github.xinyi.rest.access;

/**
 * Everything that can be asked for over HTTP, each by an id that never changes, for example {@code
 * funds.overview}.
 *
 * @since 0.1.0
 */
public enum Operation {
    /** All communities that the caller may see. */
    LIST_COMMUNITIES("communities.list", Scope.HOST),
    /** What a community has, owes and is checked by; who may not read it is not told of it. */
    READ_OVERVIEW("funds.overview", Scope.COMMUNITY),
    /** Budget against actual. */
    READ_BUDGET("funds.budget", Scope.COMMUNITY),
    /** Income and expense by month. */
    READ_FLOWS("funds.flows", Scope.COMMUNITY),
    /** Fees billed and received, in sums. */
    READ_COLLECTION("funds.collection", Scope.COMMUNITY),
    /** Results of the owners' meetings. */
    LIST_DECISIONS("decisions.list", Scope.COMMUNITY),
    /** Records of the public log. */
    LIST_RECORDS("records.list", Scope.COMMUNITY),
    /** One record. */
    READ_RECORD("records.read", Scope.COMMUNITY),
    /** What proves a record. */
    PROVE_RECORD("records.prove", Scope.COMMUNITY),
    /** That one log is the beginning of another. */
    PROVE_CONSISTENCY("log.consistency", Scope.COMMUNITY),
    /** Signed checkpoints. */
    LIST_CHECKPOINTS("log.checkpoints", Scope.COMMUNITY),
    /** The latest checkpoint. */
    READ_CHECKPOINT("log.latest-checkpoint", Scope.COMMUNITY),
    /** Payments. */
    LIST_DISBURSEMENTS("disbursements.list", Scope.COMMUNITY),
    /** One payment with what it stands on. */
    READ_DISBURSEMENT("disbursements.read", Scope.COMMUNITY),
    /** The file of a voucher. */
    READ_VOUCHER("vouchers.read", Scope.COMMUNITY);

    /** Whose thing an operation is about. */
    enum Scope {
        /** The host as a whole. */
        HOST,
        /** One community. */
        COMMUNITY
    }

    private final String id;
    private final Scope scope;

    Operation(String id, Scope scope) {
        this.id = id;
        this.scope = scope;
    }

    /**
     * The id by which role models and logs name it.
     *
     * @return for example {@code funds.overview}
     */
    public String id() {
        return id;
    }

    /**
     * Whether it is about one community.
     *
     * @return false for what the host as a whole is asked for
     */
    public boolean isOfCommunity() {
        return scope == Scope.COMMUNITY;
    }
}
