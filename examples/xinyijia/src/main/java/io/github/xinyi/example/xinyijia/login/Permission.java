package io.github.xinyi.example.xinyijia.login;

/** Something that can be done here; each operation needs exactly one. */
public enum Permission {
    /** Reads what everybody may read. */
    READ_PUBLIC,
    /** Logs in and out, and asks who is logged in. */
    USE_SESSION,
    /** Reads the bills and receipts of one's own unit. */
    READ_OWN_BILLS,
    /** Pays the bills of one's own unit. */
    PAY_OWN_BILLS,
    /** Reads the cases that one has reported. */
    READ_OWN_CASES,
    /** Reports a case. */
    REPORT_CASE,
    /** Reads the payments asked for, before they are paid. */
    READ_DESK,
    /** Reads what the bank says of the joint account. */
    READ_BANK_STATEMENT,
    /** Asks for a payment, or takes one's own request back. */
    REQUEST_PAYMENT,
    /** Gives one's own key to a payment. */
    APPROVE_PAYMENT,
    /** Has the bank carry out what both keys have signed. */
    CARRY_OUT_PAYMENT
}
