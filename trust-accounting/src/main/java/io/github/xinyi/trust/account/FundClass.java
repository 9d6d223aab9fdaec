package io.github.xinyi.trust.account;

/**
 * The classes of money that never mix (资金类别); each account belongs to exactly one.
 *
 * <p>Source: Civil Code art. 281, 282; Trust Law art. 16, 29; the separation in full is an
 * interpretation (docs/law.md).
 *
 * @since 0.1.0
 */
public enum FundClass {
    /** Property fees and prepayments (物业服务资金), the owners'. */
    SERVICE_FUND("service"),
    /** Income from common parts (公共收益), the owners'. */
    PUBLIC_INCOME("public"),
    /** The maintenance fund (专项维修资金) in its own special account, never the operating one. */
    MAINTENANCE_FUND("maintenance"),
    /** Deposits and money collected for others (押金及代收款). */
    DEPOSITS("deposits"),
    /** The firm's claim (管理酬金); not the owners' money. */
    REMUNERATION("remuneration");

    private final String prefix;

    FundClass(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The first part of the code of every account of the class.
     *
     * @return for example {@code service}
     */
    public String prefix() {
        return prefix;
    }
}
