package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a payment must satisfy beside the keys, the budget and the ledger.
 *
 * @since 0.1.0
 */
public enum DisbursementRule implements Rule {
    /** The id was used before. */
    NEW_ID("disbursement.new-id"),
    /** No such disbursement. */
    KNOWN("disbursement.known"),
    /** Two keys were given, and nothing may be changed any more. */
    OPEN_FOR_APPROVAL("disbursement.open-for-approval"),
    /** The key was given before the payment was asked for. */
    REQUESTED_BEFORE_SIGNED("disbursement.requested-before-signed"),
    /** The order is of this contract's community. */
    OF_CONTRACT("disbursement.of-contract"),
    /** The day lies in the contract's term. */
    WITHIN_TERM("disbursement.within-term", Statutes.TRUST_LAW.at(53).asInterpretation()),
    /** The day is that of the moment of payment. */
    DAY_OF_PAYMENT("disbursement.day-of-payment"),
    /** The firm is paid remuneration and nothing else. */
    PAYEE_NOT_TRUSTEE("disbursement.payee-not-trustee", Statutes.TRUST_LAW.at(26)),
    /** The order expires as the contract says. */
    EXPIRY_AS_AGREED("disbursement.expiry-as-agreed"),
    /** Invoices and receipts show exactly the amount (F6). */
    VOUCHERS_SHOW_AMOUNT(
            "disbursement.vouchers-show-amount",
            Statutes.SPC_OWNERSHIP.at(14, 2).asInterpretation()),
    /** Somebody else changed it in between; read it again. */
    UNCHANGED_SINCE_READ("disbursement.unchanged-since-read");

    private final RuleCode code;
    private final List<Citation> basis;

    DisbursementRule(String code, Citation... basis) {
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
