package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a run of bills must satisfy.
 *
 * @since 0.1.0
 */
public enum BillingRule implements Rule {
    /** The bill is of a unit that the roster has. */
    UNIT_KNOWN("billing.unit-known"),
    /** The amount is what the tariff gives, to the fen. */
    AMOUNT_AS_TARIFF("billing.amount-as-tariff"),
    /** The unit has one bill for the month. */
    ONE_BILL_A_MONTH("billing.one-bill-a-month"),
    /** A price applies in the period. */
    TARIFF_IN_FORCE("billing.tariff-in-force");

    private final RuleCode code;

    BillingRule(String code) {
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
