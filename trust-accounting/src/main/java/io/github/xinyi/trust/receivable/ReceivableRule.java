package io.github.xinyi.trust.receivable;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What must hold of bills, receipts, credit, refunds, late charges and write-offs.
 *
 * @since 0.1.0
 */
public enum ReceivableRule implements Rule {
    /** Bill, receipt and paper are of this unit and payer. */
    OF_ACCOUNT("receivable.of-account"),
    /** A number is used once in the account. */
    NUMBER_ONCE("receivable.number-once"),
    /** A line of the bank serves one receipt of an account, and one set of payers. */
    BANK_LINE_ONCE("receivable.bank-line-once"),
    /** The parts of a line of the bank, each of another payer, are the whole line. */
    LINE_SHARED_WHOLE("receivable.line-shared-whole"),
    /** 0.01 to 1,000,000,000.00 yuan. */
    AMOUNT_IN_RANGE("receivable.amount-in-range"),
    /** Events are recorded in the order of time. */
    TIME_FORWARD("receivable.time-forward"),
    /** What is recorded has happened. */
    NOT_AHEAD("receivable.not-ahead"),
    /** The property fee of a month is billed once. */
    ONE_FEE_A_MONTH(
            "receivable.one-fee-a-month", Statutes.SPC_PROPERTY_SERVICE.at(2).asInterpretation()),
    /** A bill falls due no earlier than it is recorded: a late bill falls due late. */
    DUE_NOT_PAST("receivable.due-not-past"),
    /** At most 500 bills of an account are open. */
    OPEN_BILLS_BOUND("receivable.open-bills-bound"),
    /** The bill is there and was not withdrawn. */
    BILL_STANDS("receivable.bill-stands"),
    /** Each bill named is open, and is named once. */
    NAMED_OPEN("receivable.named-open", Statutes.CIVIL_CODE.at(560, 1)),
    /** The rule agreed lets the payer name the bill. */
    NAMING_AGREED("receivable.naming-agreed", Statutes.CIVIL_CODE.at(560, 1)),
    /** The receipt is there and was not undone. */
    RECEIPT_STANDS("receivable.receipt-stands"),
    /** What bounced is shown by another line of the bank. */
    UNDONE_BY_PAPER("receivable.undone-by-paper"),
    /** A refund is at most the credit that is free. */
    WITHIN_CREDIT("receivable.within-credit", Statutes.SPC_PROPERTY_SERVICE.at(3)),
    /** The refund is set aside and neither paid nor dropped. */
    REFUND_PENDING("receivable.refund-pending"),
    /** A bill of which the owners gave up something is not withdrawn. */
    NOT_WRITTEN_OFF("receivable.not-written-off"),
    /** Late charges on a bill are withdrawn before it. */
    LATE_CHARGES_FIRST("receivable.late-charges-first"),
    /** A late charge that was paid is withdrawn only after its receipt is undone. */
    LATE_CHARGE_UNPAID("receivable.late-charge-unpaid"),
    /** Late payment is charged for on fees, never on late charges. */
    LATE_ON_FEE("receivable.late-on-fee", Statutes.CIVIL_CODE.at(585, 1).asInterpretation()),
    /** The owners had agreed to the clause when the bill fell due. */
    LATE_AGREED_BEFORE("receivable.late-agreed-before", Statutes.CIVIL_CODE.at(585, 1)),
    /** There are late days not charged for, below the cap. */
    LATE_DAYS_LEFT("receivable.late-days-left", Statutes.CIVIL_CODE.at(585, 2).asInterpretation()),
    /** The decision is of this community. */
    DECISION_OF_COMMUNITY("receivable.decision-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** The decision is on another major matter. */
    DECISION_ON_WRITE_OFF(
            "receivable.decision-on-write-off", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The decision is on the firm's contract, or another major matter. */
    DECISION_ON_CONTRACT(
            "receivable.decision-on-contract", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The paper is among those voted on. */
    DECISION_ON_PAPER(
            "receivable.decision-on-paper", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** A list is carried out once in an account, after it was decided, and on bills still open. */
    LIST_EFFECTIVE("receivable.list-effective"),
    /** What was recorded is what the rules give again. */
    AS_RECORDED("receivable.as-recorded");

    private final RuleCode code;
    private final List<Citation> basis;

    ReceivableRule(String code, Citation... basis) {
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
