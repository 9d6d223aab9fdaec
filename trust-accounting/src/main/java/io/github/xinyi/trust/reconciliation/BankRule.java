package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * Why a bank statement is not taken; a statement with any fault is refused whole.
 *
 * @since 0.1.0
 */
public enum BankRule implements Rule {
    /** The file is larger than the reader takes. */
    FILE_SIZE("bank.file-size"),
    /** The file is no well-formed XML. */
    XML_WELL_FORMED("bank.xml-well-formed"),
    /** The file declares a document type or an entity, which no bank statement needs. */
    XML_WITHOUT_DTD("bank.xml-without-dtd"),
    /** The file is deeper, longer or has longer texts than any statement. */
    XML_BOUNDED("bank.xml-bounded"),
    /** The file is no camt.053 of a version that was read. */
    CAMT_VERSION("bank.camt-version"),
    /** An element is missing, repeated, unknown or out of its order. */
    CAMT_STRUCTURE("bank.camt-structure"),
    /** A value is not of its form. */
    CAMT_VALUE("bank.camt-value"),
    /** An entry is not booked. */
    BOOKED("bank.booked"),
    /** An amount is in another currency than the book's. */
    CURRENCY("bank.currency"),
    /** A line has no reference of the bank. */
    REFERENCE_GIVEN("bank.reference-given"),
    /** Two lines have the same reference of the bank. */
    REFERENCE_ONCE("bank.reference-once"),
    /** There is not exactly one opening and one closing booked balance. */
    BALANCES_GIVEN("bank.balances-given"),
    /** Opening balance and lines do not give the closing balance. */
    BALANCES_ADD_UP("bank.balances-add-up"),
    /** The balance after a line does not follow from the one before. */
    RUNNING_BALANCE("bank.running-balance"),
    /** A statement is of another account than those before it. */
    SAME_ACCOUNT("bank.same-account"),
    /** A reference that is known comes again with another content or at another place. */
    OVERLAP_AGREES("bank.overlap-agrees"),
    /** A statement does not begin where those before it end. */
    WITHOUT_GAP("bank.without-gap");

    private final RuleCode code;

    BankRule(String code) {
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
