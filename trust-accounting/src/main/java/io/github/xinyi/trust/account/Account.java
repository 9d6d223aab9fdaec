package io.github.xinyi.trust.account;

/**
 * One account of the chart, for example {@code service.cash}, 物业服务资金存款, cash of the service fund.
 *
 * @param code begins with the prefix of its fund class
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param fundClass the money it belongs to
 * @param type what it shows
 * @since 0.1.0
 */
public record Account(
        AccountCode code, String nameZh, String nameEn, FundClass fundClass, AccountType type) {

    /** Refuses a code of another fund class, and dues of the class to itself. */
    public Account {
        if (!code.value().startsWith(fundClass.prefix() + ".")
                || code.value().endsWith(".due-to-" + fundClass.prefix())
                || code.value().endsWith(".due-from-" + fundClass.prefix())) {
            throw new IllegalArgumentException(code + " is no account of " + fundClass);
        }
    }
}
