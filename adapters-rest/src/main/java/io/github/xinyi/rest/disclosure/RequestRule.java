package io.github.xinyi.rest.disclosure;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What the parameters of a request must satisfy.
 *
 * @since 0.1.0
 */
public enum RequestRule implements Rule {
    /** Between 1 and 200. */
    LIMIT("request.limit"),
    /** Between 0 and 1,000,000. */
    OFFSET("request.offset"),
    /** A cursor that a page gave. */
    CURSOR("request.cursor"),
    /** One of the filters that there are. */
    FILTER("request.filter"),
    /** A moment of RFC 3339. */
    MOMENT("request.moment"),
    /** The place of a record or the size of a log. */
    LOG_POSITION("request.log-position"),
    /** A smaller size first. */
    SIZES_IN_ORDER("request.sizes-in-order");

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
