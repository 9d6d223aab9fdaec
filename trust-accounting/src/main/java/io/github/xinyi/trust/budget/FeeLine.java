package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.money.Money;

/**
 * The lines of cost that the Fee Measures name for property service (物业服务成本构成), beside which a
 * budget may have lines of its own.
 *
 * <p>Example: {@code FeeLine.CLEANING.of(amount)} is the line {@code FEE-03}. Source: Fee Measures
 * art. 11, known from elsewhere and not read: {@link #BASIS} says so.
 *
 * @since 0.1.0
 */
public enum FeeLine {
    /** Wages, insurance and welfare of the staff. */
    STAFF("FEE-01", "人员工资、社会保险和福利费"),
    /** Running and upkeep of common parts and facilities. */
    UPKEEP("FEE-02", "共用部位、共用设施设备日常运行维护费"),
    /** Cleaning. */
    CLEANING("FEE-03", "清洁卫生费"),
    /** Greening. */
    GREENING("FEE-04", "绿化养护费"),
    /** Keeping order. */
    ORDER("FEE-05", "秩序维护费"),
    /** The office. */
    OFFICE("FEE-06", "办公费"),
    /** Depreciation of the firm's fixed assets. */
    DEPRECIATION("FEE-07", "固定资产折旧"),
    /** Insurance of common parts, and against public liability. */
    INSURANCE("FEE-08", "共用部位、共用设施设备及公众责任保险费"),
    /** Other costs that the owners agreed to. */
    AGREED_BY_OWNERS("FEE-09", "经业主同意的其他费用");

    /** Where the lines are named. */
    public static final Citation BASIS = Statutes.FEE_MEASURES.unverified(11);

    private final String code;
    private final String title;

    FeeLine(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /**
     * The line of a service fund's budget.
     *
     * @param amount at most so much in the year
     * @return for example {@code FEE-03}, 清洁卫生费
     */
    public BudgetLine of(Money amount) {
        return new BudgetLine(code, title, FundClass.SERVICE_FUND, amount);
    }
}
