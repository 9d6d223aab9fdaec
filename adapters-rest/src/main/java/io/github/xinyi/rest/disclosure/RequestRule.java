package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a request must satisfy before a domain is asked.
 *
 * @since 0.1.0
 */
public enum RequestRule implements Rule {
    /** Between 1 and 200. */
    LIMIT("request.limit"),
    /** A cursor that a page of the same list gave. */
    CURSOR("request.cursor"),
    /** One of the filters that there are. */
    FILTER("request.filter"),
    /** A moment of RFC 3339. */
    MOMENT("request.moment"),
    /** A year, or a month of one. */
    PERIOD("request.period"),
    /** The place of a record or the size of a log. */
    LOG_POSITION("request.log-position"),
    /** A smaller size first. */
    SIZES_IN_ORDER("request.sizes-in-order"),
    /** A body of JSON with the members that there are, each once and of its type. */
    BODY("request.body"),
    /** A member of a body has the form that it must have. */
    MEMBER("request.member"),
    /** A key of 8 to 64 letters, digits or {@code ._:-}. */
    IDEMPOTENCY_KEY("request.idempotency-key"),
    /** The key given to a payment is the caller's own. */
    OWN_KEY("approval.own-key"),
    /** Who approves has proved once more who he is, for this very order. */
    SECOND_FACTOR("approval.second-factor"),
    /** All lines of a budget together are within what its figures can carry. */
    TOTAL_IN_RANGE("budget.total-in-range"),
    /** No other budget of the year is kept. */
    DRAFTED_ONCE("budget.drafted-once"),
    /** The host shows the decision that was named. */
    DECISION_SHOWN("budget.decision-shown"),
    /** A file of the bank has no fault; those that it has follow. */
    FILE_WITHOUT_FAULT("request.file-without-fault"),
    /** A ballot came in before it is recorded. */
    RECEIVED_BEFORE_NOW("meeting.received-before-now"),
    /** Voting has closed before it is counted. */
    CLOSED_BEFORE_COUNT("meeting.closed-before-count"),
    /** The roster of the record date is there. */
    ROSTER_FROZEN("meeting.roster-frozen");

    private final RuleCode code;

    RequestRule(String code) {
        this.code = new RuleCode(code);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
