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
    /** Which statements there are. */
    LIST_STATEMENTS("statements.list", Scope.COMMUNITY),
    /** One statement of a month or a year, as everybody may see it. */
    READ_STATEMENT("statements.read", Scope.COMMUNITY),
    /** The whole book as a journal, every household's amounts too. */
    EXPORT_JOURNAL("journal.export", Scope.COMMUNITY),
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
    READ_VOUCHER("vouchers.read", Scope.COMMUNITY),
    /** The contract in force. */
    READ_CONTRACT("contract.read", Scope.COMMUNITY),
    /** To ask for a payment. */
    REQUEST_DISBURSEMENT("disbursements.request", Scope.COMMUNITY),
    /** To give one's key to a payment. */
    APPROVE_DISBURSEMENT("disbursements.approve", Scope.COMMUNITY),
    /** To have a budget checked that is to be put to the owners. */
    DRAFT_BUDGET("budgets.draft", Scope.COMMUNITY),
    /** A budget as it is kept, and by what it was adopted. */
    READ_DRAFT("budgets.read", Scope.COMMUNITY),
    /** To keep a budget and open it, by what the owners decided. */
    ADOPT_BUDGET("budgets.adopt", Scope.COMMUNITY),
    /** How a budget is executed, promises too. */
    READ_EXECUTION("budgets.execution", Scope.COMMUNITY),
    /** To compare the bank's statements with the book, every household's amounts too. */
    COMPARE_BANK("reconciliations.compare", Scope.COMMUNITY),
    /** To freeze a roster of owners. */
    IMPORT_ROSTER("rosters.import", Scope.COMMUNITY),
    /** A roster of owners in sums. */
    READ_ROSTER("rosters.read", Scope.COMMUNITY),
    /** How one's own units stand in a roster. */
    READ_OWN_UNITS("rosters.own", Scope.COMMUNITY),
    /** To record an owners' meeting as it was called. */
    CALL_MEETING("meetings.call", Scope.COMMUNITY),
    /** A meeting as it was called. */
    READ_MEETING("meetings.read", Scope.COMMUNITY),
    /** To add a ballot; one's own, or what others handed in. */
    ADD_BALLOT("meetings.add-ballot", Scope.COMMUNITY),
    /** To count a meeting that has closed. */
    COUNT_MEETING("meetings.count", Scope.COMMUNITY),
    /** What a meeting came to. */
    READ_RESULT("meetings.result", Scope.COMMUNITY),
    /** The bodies that act for the owners, without a name. */
    LIST_COMMITTEES("committees.list", Scope.COMMUNITY),
    /** Procedures, without a person and a text. */
    LIST_PROCEDURES("procedures.list", Scope.COMMUNITY),
    /** Conferences, without a person and a text. */
    LIST_CONFERENCES("conferences.list", Scope.COMMUNITY),
    /** Teams by their slots and what they lack, without a person. */
    LIST_TEAMS("teams.list", Scope.COMMUNITY),
    /** Who sits in the teams. */
    READ_TEAM_ROLL("teams.roll", Scope.COMMUNITY),
    /** To take up a case of the grid. */
    FIND_CASE("cases.find", Scope.COMMUNITY),
    /** To take the next step of a case. */
    TAKE_STEP("cases.step", Scope.COMMUNITY),
    /** What other owners see of a case. */
    READ_CASE("cases.read", Scope.COMMUNITY),
    /** The full record of a case, which the case itself shows only to those concerned. */
    READ_CASE_RECORD("cases.record", Scope.COMMUNITY),
    /** One's own bills and receipts. */
    READ_OWN_BILLS("bills.own", Scope.COMMUNITY),
    /** The bills and receipts of one unit. */
    READ_UNIT_BILLS("bills.unit", Scope.COMMUNITY),
    /** The public log as it grows. */
    FOLLOW_RECORDS("records.follow", Scope.COMMUNITY),
    /** Whether the process answers. */
    READ_HEALTH("service.health", Scope.HOST),
    /** Whether requests can be answered. */
    READ_READINESS("service.readiness", Scope.HOST),
    /** The counters of the service. */
    READ_METRICS("service.metrics", Scope.HOST);

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
