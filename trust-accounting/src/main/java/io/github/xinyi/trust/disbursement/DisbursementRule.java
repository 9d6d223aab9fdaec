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
    /** The day is that of the moment of payment, or of what was sent that of sending. */
    DAY_OF_PAYMENT("disbursement.day-of-payment"),
    /** The firm is paid what it has earned and nothing else. */
    PAYEE_NOT_TRUSTEE("disbursement.payee-not-trustee", Statutes.TRUST_LAW.at(26)),
    /** The name shown for the payee is part of what the keys sign. */
    PAYEE_NAME_SIGNED(
            "disbursement.payee-name-signed", Statutes.TRUST_LAW.at(25).asInterpretation()),
    /** What is charged is short enough to be kept. */
    CHARGE_LENGTH("disbursement.charge-length"),
    /** The order expires as the contract says. */
    EXPIRY_AS_AGREED("disbursement.expiry-as-agreed"),
    /** Invoices and receipts show exactly the amount (F6). */
    VOUCHERS_SHOW_AMOUNT(
            "disbursement.vouchers-show-amount",
            Statutes.SPC_OWNERSHIP.at(14, 2).asInterpretation()),
    /** Somebody else changed it in between; read it again. */
    UNCHANGED_SINCE_READ("disbursement.unchanged-since-read"),
    /** Within the cash that no open request holds. */
    CASH_AVAILABLE("disbursement.cash-available", Statutes.TRUST_LAW.at(25).asInterpretation()),
    /** Within what the line has left after payments and open requests. */
    LINE_AVAILABLE("disbursement.line-available", Statutes.TRUST_LAW.at(37).asInterpretation()),
    /** With what is at the bank and paid of the same, within what is left of it. */
    BESIDE_OTHERS("disbursement.beside-others", Statutes.TRUST_LAW.at(25).asInterpretation()),
    /** Not failed, not withdrawn. */
    NOT_ENDED("disbursement.not-ended"),
    /** Both keys were given, and it has not been sent. */
    READY_TO_SEND("disbursement.ready-to-send"),
    /** With the bank. */
    AT_BANK("disbursement.at-bank"),
    /** Paid no earlier than it was sent. */
    SENT_BEFORE_PAID("disbursement.sent-before-paid"),
    /** Not sent yet, and withdrawn by who asked. */
    WITHDRAWN_BY_ASKER("disbursement.withdrawn-by-asker"),
    /** Above an agreed limit, a third person has signed. */
    THIRD_PERSON_SIGNED("disbursement.third-person-signed"),
    /** A dealing with a related party has consent and shows a fair price. */
    RELATED_PARTY_SHOWN("disbursement.related-party-shown", Statutes.TRUST_LAW.at(28)),
    /** No key is of a person close to the payee. */
    KEYS_NOT_CLOSE_TO_PAYEE(
            "disbursement.keys-not-close-to-payee", Statutes.TRUST_LAW.at(28).asInterpretation()),
    /** Charged to a plan of this kind that the owners adopted. */
    PLAN_ADOPTED("disbursement.plan-adopted", Statutes.CIVIL_CODE.at(280, 1).asInterpretation()),
    /** Charged to a household. */
    HOUSEHOLD_NAMED("disbursement.household-named"),
    /** Within what the community owes the household. */
    OWED_TO_HOUSEHOLD("disbursement.owed-to-household"),
    /** Charged to a class of money that has cash. */
    CLASS_NAMED("disbursement.class-named"),
    /** Order and vouchers are in the book's currency. */
    CURRENCY_OF_BOOK("disbursement.currency-of-book"),
    /** The payment of one cost, made under two keys in this book, whose money did not come back. */
    COST_STANDS("disbursement.cost-stands"),
    /** The line that is to bear it is of the other class of the service fund and public income. */
    COST_OF_OTHER_CLASS(
            "disbursement.cost-of-other-class", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** No more than was paid passes to the other class. */
    COST_WITHIN_PAYMENT("disbursement.cost-within-payment"),
    /** Passed, and taken back, in the year of the payment and not before it or in the future. */
    COST_IN_YEAR("disbursement.cost-in-year", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** One passing of a payment stands at a time, and they are numbered. */
    COST_PASSED_ONCE("disbursement.cost-passed-once"),
    /** What was taken back unsettled before a close is not passed again after it. */
    COST_STAYS("disbursement.cost-stays", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** The passing to be taken back stands. */
    COST_PASSED("disbursement.cost-passed"),
    /** What was spent above a line is the firm's to pay in, and no class's to bear for another. */
    COST_NOT_TRUSTEES(
            "disbursement.cost-not-trustees", Statutes.TRUST_LAW.at(37, 2).asInterpretation()),
    /** Charged to what one class can owe another for a cost. */
    DUES_NAMED("disbursement.dues-named", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** Within what the one class owes the other. */
    DUES_OWED("disbursement.dues-owed", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /**
     * What a class owes another for costs stays in its account, save for that and its own costs.
     */
    DUES_KEPT("disbursement.dues-kept", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** What a class owes another for a cost is paid before the class is handed over. */
    DUES_PAID_FIRST("disbursement.dues-paid-first", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** While the trust is handed over, a class comes to owe no more than it has cash to pay. */
    DUES_PAYABLE("disbursement.dues-payable", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** Within what the one class owes for shortfalls and the other is owed. */
    SHORTFALL_OWED("disbursement.shortfall-owed", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** Handed over whole. */
    WHOLE_OF_CLASS("disbursement.whole-of-class", Statutes.TRUST_LAW.at(41).asInterpretation());

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
