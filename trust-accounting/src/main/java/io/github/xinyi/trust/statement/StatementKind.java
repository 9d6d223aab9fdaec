package io.github.xinyi.trust.statement;

/**
 * Which statement it is.
 *
 * @since 0.1.0
 */
public enum StatementKind {
    /** What each class earned and spent. */
    INCOME_AND_EXPENSE("收支表", "Income and expense"),
    /** What each class has, owes and is owed. */
    BALANCE_SHEET("资产负债表", "Balance sheet"),
    /** What was billed, received and is outstanding. */
    COLLECTION("物业费收缴汇总", "Fee collection summary"),
    /** What the firm earned and drew. */
    REMUNERATION("管理酬金表", "Remuneration"),
    /** What the common parts brought, cost and gave. */
    PUBLIC_INCOME("公共收益表", "Public income"),
    /** The trustee's yearly report. */
    ANNUAL_REPORT("年度信托事务报告", "Annual report of the trustee"),
    /** What is handed to a successor. */
    HAND_OVER("移交清单", "Hand-over statement");

    private final String nameZh;
    private final String nameEn;

    StatementKind(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /**
     * Its name in Chinese.
     *
     * @return for example 收支表
     */
    public String nameZh() {
        return nameZh;
    }

    /**
     * Its name in English.
     *
     * @return for example {@code Balance sheet}
     */
    public String nameEn() {
        return nameEn;
    }
}
