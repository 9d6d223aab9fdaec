package io.github.xinyi.trust.journal;

/**
 * What an entry records; a reversal has the kind of what it reverses, so that turnovers by kind are
 * net.
 *
 * @since 0.1.0
 */
public enum EntryKind {
    /** What was there before the first day of the book (期初). */
    OPENING,
    /** A property fee falling due (应收账单). */
    BILL,
    /** A property fee received (物业费收款). */
    FEE_RECEIPT,
    /** Fees that the owners gave up by a decision (核销); no cash moves. */
    WRITE_OFF,
    /** Income from common parts received (公共收益). */
    PUBLIC_INCOME,
    /** An expense paid under two keys (支出). */
    PAYMENT,
    /** Remuneration that falls due to the firm (酬金计提). */
    REMUNERATION_ACCRUAL,
    /** Remuneration drawn under two keys (酬金支取). */
    REMUNERATION_DRAW,
    /** Fees given back to a household under two keys (退费). */
    REFUND,
    /** A deposit received from a household (收取押金). */
    DEPOSIT_RECEIPT,
    /** A deposit given back under two keys (退押金). */
    DEPOSIT_RETURN,
    /** Money passed from one fund class to another under two keys (资金划转). */
    TRANSFER,
    /** A surplus given to the owners under two keys (结余分配). */
    SURPLUS_DISTRIBUTION,
    /** Money handed to a successor's account under two keys (移交). */
    HAND_OVER,
    /** A fee that the bank took by itself (银行手续费), known from its statement. */
    BANK_FEE,
    /** Cash of other classes that a debit by the bank used up, and who owes it (退票垫款). */
    SHORTFALL,
    /** A household's receipt passed to the household whose it is, without cash (收款更正). */
    REALLOCATION,
    /** What was spent without authority and is the firm's to bear (受托人应担支出). */
    TRUSTEE_DEBT,
    /** What the firm has paid back of it (受托人偿还). */
    TRUSTEE_REPAYMENT,
    /** A cost passed to the class that is to bear it, which owes it; no cash moves (费用归属更正). */
    MISPLACED_COST,
    /** What the firm has paid back of remuneration that it drew too much (酬金退还). */
    REMUNERATION_REPAYMENT
}
