package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What another count than the statutory one needs. Source: Guidance Rules art. 26 leaves it to the
 * owners' own rules; that the clause must be older than the meeting is our reading.
 *
 * @since 0.1.0
 */
public enum BylawRule implements Rule {
    /** The owners have adopted a clause on it, at an earlier meeting. */
    CLAUSE_ADOPTED("bylaw.clause-adopted"),
    /** The resolution behind a clause was shown: on the rules of procedure or the covenant. */
    CLAUSE_RESOLUTION("bylaw.clause-resolution"),
    /** A clause is heard whose resolution nobody showed; it decides nothing. */
    CLAUSE_STATED("bylaw.clause-stated"),
    /** Every silent unit is proven to have been reached; the others stay out of the count. */
    DELIVERY_PROVEN("bylaw.delivery-proven");

    /** What is said to leave the count to the owners' own rules. */
    static final Citation LEAVE = Statutes.GUIDANCE_RULES.unverified(26);

    private final RuleCode code;

    BylawRule(String code) {
        this.code = new RuleCode(code);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of(LEAVE, Statutes.CIVIL_CODE.at(278, 2).asInterpretation());
    }
}
