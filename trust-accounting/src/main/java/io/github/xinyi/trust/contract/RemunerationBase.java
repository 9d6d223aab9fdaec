package io.github.xinyi.trust.contract;

/**
 * What the ratio of remuneration is taken of.
 *
 * <p>Source: interpretation I18 of "只赚取固定比例管理酬金"; the contract must name it.
 *
 * @since 0.1.0
 */
public enum RemunerationBase {
    /** Property fees actually received, less refunds (实收物业费). */
    FEES_RECEIVED,
    /** Property fees billed, whether or not they were received (应收物业费). */
    FEES_RECEIVABLE,
    /** The service fund's lines of the year's budget, day by day (预算支出). */
    BUDGET_EXPENDITURE,
    /** What was paid from the service fund's lines (实际支出). */
    ACTUAL_EXPENDITURE,
    /** Fees received and public income; the owners must have decided so (实收物业费及公共收益). */
    FEES_RECEIVED_PLUS_PUBLIC_INCOME
}
