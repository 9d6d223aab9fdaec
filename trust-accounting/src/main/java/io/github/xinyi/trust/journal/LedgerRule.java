package io.github.xinyi.trust.journal;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every reason for which a book refuses what it is asked, in the order in which they are reported.
 *
 * <p>Precedence: all that apply are reported at once, in the order of this list, and what a {@code
 * BookGuard} finds after them. Two things go before: an id that is in the book already is answered
 * alone, by the entry that is there or by {@link #SAME_ID_OTHER_CONTENT}; and an entry whose form
 * is not sound, from {@link #POSTING_COUNT} to {@link #DUES_PAIRED}, is not asked about sums, keys
 * and ways of its cash, which would be sums of nothing. Of entries posted together, the first that
 * is refused is the one reported. New reasons may come in between; a code never changes its
 * meaning.
 *
 * @since 0.1.0
 */
public enum LedgerRule implements Rule {
    /** Same id with other content. */
    SAME_ID_OTHER_CONTENT("ledger.same-id-other-content"),
    /** Fewer than 2 or more than 100 postings. */
    POSTING_COUNT("ledger.posting-count"),
    /** Narrative longer than 500 characters. */
    NARRATIVE_LENGTH("ledger.narrative-length"),
    /** A posting that is not above zero. */
    AMOUNT_POSITIVE("ledger.amount-positive"),
    /** An account that the chart does not have. */
    ACCOUNT_KNOWN("ledger.account-known"),
    /** An account that was closed, which takes no posting any more. */
    ACCOUNT_OPEN("ledger.account-open"),
    /** A posting in another currency than the book's. */
    CURRENCY_OF_BOOK("ledger.currency-of-book"),
    /** Debits and credits of a fund class differ; value crosses classes only by paired dues. */
    CLASS_BALANCED("ledger.class-balanced", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** What one class owes another, which the other does not record in the same entry. */
    DUES_PAIRED("ledger.dues-paired", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** An entry or batch that would take effect in a closed period. */
    PERIOD_OPEN("ledger.period-open"),
    /** A period that would end on another day than the last of a month. */
    CLOSE_ENDS_MONTH("ledger.close-ends-month"),
    /** A close that closes nothing new. */
    CLOSE_FORWARD("ledger.close-forward"),
    /** A period that would be closed before it is over. */
    CLOSE_OVER("ledger.close-over"),
    /** A period that would be closed while a class owes another for a cost of it. */
    DUES_SETTLED("ledger.dues-settled", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** More paid than a class owed another for a cost. */
    DUES_NOT_OVERPAID("ledger.dues-not-overpaid", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** An account to be opened that is there already. */
    ACCOUNT_NEW("ledger.account-new"),
    /** More accounts than a book may open in its log. */
    ACCOUNTS_BOUNDED("ledger.accounts-bounded"),
    /** An account to be closed that is not at zero. */
    ACCOUNT_ZERO("ledger.account-zero"),
    /** An account to be closed from a day on which, or after which, an entry takes effect. */
    ACCOUNT_QUIET("ledger.account-quiet"),
    /** An account to be closed on which a passed cost, or what is owed for it, may come back. */
    ACCOUNT_OF_COSTS("ledger.account-of-costs", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** An entry marked as imported that no import brings, or an import without the mark. */
    IMPORT_MARKED("ledger.import-marked"),
    /** An import into a book that has an entry of its own. */
    IMPORT_BEFORE_LIVE("ledger.import-before-live"),
    /** An import of a month that is not after those imported before. */
    IMPORT_FORWARD("ledger.import-forward"),
    /** An imported entry of another month than the one imported. */
    IMPORT_OF_PERIOD("ledger.import-of-period"),
    /** An import of a month that is not over. */
    IMPORT_PAST("ledger.import-past"),
    /**
     * What classes owe one another, brought in as an opening balance between others than may owe,
     * or into a book that has begun.
     */
    OPENING_DUES("ledger.opening-dues", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** A sum beyond the range of the amounts. */
    AMOUNT_IN_RANGE("ledger.amount-in-range"),
    /** Cash that would fall below zero. */
    FUNDS_SUFFICIENT("ledger.funds-sufficient"),
    /** Cash that would leave without two keys. */
    OUTFLOW_UNDER_TWO_KEYS("ledger.outflow-under-two-keys"),
    /** A fee receipt whose cash is not what it takes off the receivable: it would lift the base. */
    RECEIPT_OF_CASH("ledger.receipt-of-cash"),
    /** Two keys that were given for another payment. */
    KEYS_FOR_THIS_PAYMENT("ledger.keys-for-this-payment"),
    /** More given back to a household than it is owed on the account, or to nobody named. */
    REFUND_WITHIN_OWED("ledger.refund-within-owed"),
    /** The entry to reverse is not in the book. */
    REVERSED_ENTRY_KNOWN("ledger.reversed-entry-known"),
    /** The entry was reversed before, or is a reversal. */
    REVERSED_ONCE("ledger.reversed-once"),
    /** A reversal that is not the exact opposite of its original. */
    REVERSAL_OPPOSITE("ledger.reversal-opposite"),
    /** A payment taken back whose cost another class bears: that is taken back with it. */
    COST_TAKEN_BACK("ledger.cost-taken-back", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** A payment taken back without a line of the bank that shows the money came back. */
    RETURN_SHOWN_BY_BANK("ledger.return-shown-by-bank"),
    /** An entry of a kind that only a line of the bank brings in, without one. */
    BANK_DEBIT_SHOWN("ledger.bank-debit-shown"),
    /** A line of the bank on which the money moves the other way. */
    BANK_LINE_DIRECTION("ledger.bank-line-direction"),
    /** A line of the bank of another amount or another account than the entry. */
    BANK_LINE_FITS("ledger.bank-line-fits"),
    /** An entry that would take effect before the bank booked its line. */
    BANK_LINE_BEFORE_ENTRY("ledger.bank-line-before-entry"),
    /** A fee of the bank on an account that is no cost. */
    BANK_FEE_IS_COST("ledger.bank-fee-is-cost"),
    /** The entry named is no receipt of cash, or was reversed. */
    RECEIPT_STANDS("ledger.receipt-stands"),
    /** A receipt that has been passed to another household than the one that is named in it. */
    RECEIPT_WITH_ITS_UNIT("ledger.receipt-with-its-unit"),
    /** Two receipts of which it is not shown that they stand on one line of the bank. */
    RECORDED_TWICE("ledger.recorded-twice"),
    /** A household's receipt passed on by hand, without the receipt that it belongs to. */
    REALLOCATION_LINKED("ledger.reallocation-linked"),
    /** A receipt passed on to the household that has it. */
    REALLOCATION_MOVES("ledger.reallocation-moves"),
    /** Too few units in a batch of household entries. */
    BATCH_LARGE_ENOUGH(
            "ledger.batch-large-enough",
            Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** An entry whose text is to be erased that the book does not have. */
    ERASED_ENTRY_KNOWN("ledger.erased-entry-known"),
    /** An entry without a text that could be erased. */
    ERASED_TEXT_THERE("ledger.erased-text-there"),
    /**
     * A text that a law still wants kept: until then it may only be stored and protected. Which law
     * wants which text kept is for the host to say.
     */
    ERASURE_AFTER_KEEPING(
            "ledger.erasure-after-keeping",
            Statutes.PERSONAL_INFORMATION_LAW.at(47, 2).asInterpretation()),
    /** A transfer that is not from the cash of one class to that of another along a named edge. */
    ALONG_EDGE("ledger.along-edge", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /** An account that has no place on that side of an entry of the kind. */
    ACCOUNTS_OF_KIND("ledger.accounts-of-kind", Statutes.TRUST_LAW.at(29).asInterpretation()),
    /**
     * What falls due to or from the firm, or between classes, recorded by hand, not by its rule.
     */
    MADE_BY_ITS_RULE("ledger.made-by-its-rule", Statutes.TRUST_LAW.at(35).asInterpretation());

    private static final Comparator<Finding> BY_PRECEDENCE =
            Comparator.comparing(
                    LedgerRule::ruleOf, Comparator.nullsLast(Comparator.naturalOrder()));

    private final RuleCode code;
    private final List<Citation> basis;

    LedgerRule(String code, Citation... basis) {
        this.code = new RuleCode(code);
        this.basis = List.of(basis);
    }

    /**
     * Brings findings into the order of precedence; what was found by other rules goes last.
     *
     * @param findings in any order
     * @return a sorted copy, findings of one rule in their order
     */
    public static List<Finding> inOrder(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(BY_PRECEDENCE);
        return sorted;
    }

    private static @Nullable LedgerRule ruleOf(Finding finding) {
        return finding instanceof RuleCheck check && check.checked() instanceof LedgerRule rule
                ? rule
                : null;
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
