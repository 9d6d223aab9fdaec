package io.github.xinyi.trust.billing;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
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
    /** The unit has one bill for the month and payer. */
    ONE_BILL_A_MONTH("billing.one-bill-a-month"),
    /** A price applies in the period. */
    TARIFF_IN_FORCE("billing.tariff-in-force"),
    /** One use has one price from a day. */
    TARIFF_ONCE("billing.tariff-once"),
    /** No other bill has its number. */
    NUMBER_ONCE("billing.number-once"),
    /** The developer pays until a unit is handed over, its owners from then on. */
    PAYER_AS_HANDED_OVER(
            "billing.payer-as-handed-over", Statutes.PROPERTY_MANAGEMENT_REGULATION.at(41, 2)),
    /** A cost is split by the roster of the month in which it arose. */
    ROSTER_OF_MONTH("billing.roster-of-month", Statutes.CIVIL_CODE.at(283).asInterpretation()),
    /** Whoever shares a cost is a unit of the roster. */
    SHARER_KNOWN("billing.sharer-known"),
    /** The meter of each who shares was read, and no other. */
    METER_READ("billing.meter-read"),
    /** The meters counted something to split by. */
    METERS_COUNTED("billing.meters-counted");

    private final RuleCode code;
    private final List<Citation> basis;

    BillingRule(String code, Citation... basis) {
        this.code = new RuleCode(code);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
