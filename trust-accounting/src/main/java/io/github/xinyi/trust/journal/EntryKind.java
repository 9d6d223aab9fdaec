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
    /** Income from common parts received (公共收益). */
    PUBLIC_INCOME,
    /** An expense paid under two keys (支出). */
    PAYMENT,
    /** Remuneration that falls due to the firm (酬金计提). */
    REMUNERATION_ACCRUAL,
    /** Remuneration drawn under two keys (酬金支取). */
    REMUNERATION_DRAW
}
