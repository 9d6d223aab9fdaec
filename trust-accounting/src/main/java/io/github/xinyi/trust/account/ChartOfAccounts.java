package io.github.xinyi.trust.account;

import static io.github.xinyi.trust.account.AccountType.CASH;
import static io.github.xinyi.trust.account.AccountType.EXPENSE;
import static io.github.xinyi.trust.account.AccountType.FUND_BALANCE;
import static io.github.xinyi.trust.account.AccountType.INCOME;
import static io.github.xinyi.trust.account.AccountType.LIABILITY;
import static io.github.xinyi.trust.account.AccountType.RECEIVABLE;
import static io.github.xinyi.trust.account.FundClass.DEPOSITS;
import static io.github.xinyi.trust.account.FundClass.MAINTENANCE_FUND;
import static io.github.xinyi.trust.account.FundClass.PUBLIC_INCOME;
import static io.github.xinyi.trust.account.FundClass.REMUNERATION;
import static io.github.xinyi.trust.account.FundClass.SERVICE_FUND;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of one book (会计科目表): five fund classes, each with its own cash, extended by data.
 *
 * <p>The joint bank account (共管账户) is the sum of {@code service.cash}, {@code public.cash} and
 * {@code deposits.cash}; {@code maintenance.cash} is the special account. Immutable.
 *
 * @since 0.1.0
 */
public final class ChartOfAccounts {

    /** Cash of the service fund. */
    public static final AccountCode SERVICE_CASH = AccountCode.of("service.cash");

    /** Property fees billed and not yet received. */
    public static final AccountCode FEES_RECEIVABLE = AccountCode.of("service.receivable");

    /** Property fees billed. */
    public static final AccountCode FEE_INCOME = AccountCode.of("service.income");

    /** Late charges billed and not yet received; no base of remuneration counts them. */
    public static final AccountCode LATE_CHARGES_RECEIVABLE =
            AccountCode.of("service.late-receivable");

    /** Remuneration as a cost of the service fund. */
    public static final AccountCode REMUNERATION_COST = AccountCode.of("service.remuneration");

    /** What the service fund owes for remuneration. */
    public static final AccountCode DUE_TO_REMUNERATION =
            AccountCode.of("service.due-to-remuneration");

    /** What the remuneration class is owed by the service fund. */
    public static final AccountCode REMUNERATION_DUE_FROM_SERVICE =
            AccountCode.of("remuneration.due-from-service");

    /** What is owed to the firm. */
    public static final AccountCode REMUNERATION_PAYABLE = AccountCode.of("remuneration.payable");

    /** Cash of public income. */
    public static final AccountCode PUBLIC_CASH = AccountCode.of("public.cash");

    /** The special account of the maintenance fund. */
    public static final AccountCode MAINTENANCE_CASH = AccountCode.of("maintenance.cash");

    /** Cash of deposits held. */
    public static final AccountCode DEPOSITS_CASH = AccountCode.of("deposits.cash");

    /** Deposits held for their payers. */
    public static final AccountCode DEPOSITS_HELD = AccountCode.of("deposits.held");

    private final SortedMap<AccountCode, Account> accounts;

    /** The same, found without comparing codes: every posting asks several times. */
    private final Map<AccountCode, Account> byCode;

    private final Map<AccountCode, Dues> dues;

    private ChartOfAccounts(SortedMap<AccountCode, Account> accounts) {
        this.accounts = Collections.unmodifiableSortedMap(accounts);
        this.byCode = Map.copyOf(accounts);
        Map<AccountCode, Dues> sides = new HashMap<>();
        accounts.forEach(
                (code, account) -> Dues.of(account).ifPresent(between -> sides.put(code, between)));
        this.dues = Map.copyOf(sides);
    }

    /**
     * The default chart of a trust-managed community.
     *
     * @return the chart without the expense accounts that a budget adds
     */
    public static ChartOfAccounts standard() {
        return new ChartOfAccounts(new TreeMap<>())
                .with(
                        List.of(
                                new Account(
                                        SERVICE_CASH,
                                        "物业服务资金存款",
                                        "Service fund cash",
                                        SERVICE_FUND,
                                        CASH),
                                new Account(
                                        FEES_RECEIVABLE,
                                        "应收物业费",
                                        "Property fees receivable",
                                        SERVICE_FUND,
                                        RECEIVABLE),
                                new Account(
                                        FEE_INCOME,
                                        "物业费收入",
                                        "Property fee income",
                                        SERVICE_FUND,
                                        INCOME),
                                new Account(
                                        REMUNERATION_COST,
                                        "管理酬金支出",
                                        "Remuneration",
                                        SERVICE_FUND,
                                        EXPENSE),
                                new Account(
                                        DUE_TO_REMUNERATION,
                                        "应付管理酬金",
                                        "Due to remuneration",
                                        SERVICE_FUND,
                                        LIABILITY),
                                opening(SERVICE_FUND, "物业服务资金期初结余"),
                                new Account(
                                        PUBLIC_CASH,
                                        "公共收益存款",
                                        "Public income cash",
                                        PUBLIC_INCOME,
                                        CASH),
                                opening(PUBLIC_INCOME, "公共收益期初结余"),
                                new Account(
                                        MAINTENANCE_CASH,
                                        "维修资金专户存款",
                                        "Maintenance fund special account",
                                        MAINTENANCE_FUND,
                                        CASH),
                                opening(MAINTENANCE_FUND, "维修资金期初结余"),
                                new Account(
                                        DEPOSITS_CASH, "押金及代收款存款", "Deposits cash", DEPOSITS, CASH),
                                new Account(
                                        DEPOSITS_HELD,
                                        "应退押金",
                                        "Deposits held",
                                        DEPOSITS,
                                        LIABILITY),
                                new Account(
                                        REMUNERATION_DUE_FROM_SERVICE,
                                        "应收物业服务资金酬金",
                                        "Due from service fund",
                                        REMUNERATION,
                                        RECEIVABLE),
                                new Account(
                                        REMUNERATION_PAYABLE,
                                        "应付物业企业酬金",
                                        "Remuneration payable to the firm",
                                        REMUNERATION,
                                        LIABILITY)))
                .with(shortfalls(SERVICE_FUND, "物业服务资金"))
                .with(shortfalls(PUBLIC_INCOME, "公共收益"))
                .with(shortfalls(DEPOSITS, "押金"))
                .with(
                        List.of(
                                reallocation(SERVICE_FUND, "物业费收款更正"),
                                reallocation(DEPOSITS, "押金收款更正")));
    }

    private static List<Account> shortfalls(FundClass fundClass, String nameZh) {
        return List.of(
                new Account(
                        shortfallDue(fundClass),
                        "应收垫付" + nameZh,
                        "Shortfall due, " + fundClass.prefix(),
                        fundClass,
                        RECEIVABLE),
                new Account(
                        shortfallOwed(fundClass),
                        "应还" + nameZh + "垫款",
                        "Shortfall owed, " + fundClass.prefix(),
                        fundClass,
                        LIABILITY));
    }

    private static Account reallocation(FundClass fundClass, String nameZh) {
        return new Account(
                reallocation(fundClass),
                nameZh,
                "Receipts reallocated, " + fundClass.prefix(),
                fundClass,
                LIABILITY);
    }

    /**
     * What other classes owe a class whose cash a debit by the bank used up.
     *
     * @param fundClass the class whose cash it was
     * @return for example {@code public.shortfall-due}
     */
    public static AccountCode shortfallDue(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".shortfall-due");
    }

    /**
     * What a class owes the others whose cash a debit by the bank used up.
     *
     * @param fundClass the class that was short
     * @return for example {@code service.shortfall-owed}
     */
    public static AccountCode shortfallOwed(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".shortfall-owed");
    }

    /**
     * What passes from household to household when a receipt is corrected; nothing is left on it.
     *
     * @param fundClass the class of the receipt
     * @return for example {@code service.reallocation}
     */
    public static AccountCode reallocation(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".reallocation");
    }

    private static Account opening(FundClass fundClass, String nameZh) {
        return new Account(
                openingBalance(fundClass),
                nameZh,
                "Opening balance, " + fundClass.prefix(),
                fundClass,
                FUND_BALANCE);
    }

    /**
     * The account that holds what a class had before the first entry.
     *
     * @param fundClass the class
     * @return for example {@code service.opening}
     */
    public static AccountCode openingBalance(FundClass fundClass) {
        return AccountCode.of(fundClass.prefix() + ".opening");
    }

    /**
     * This chart and more accounts.
     *
     * @param more accounts to add; one that is there already and equal is kept
     * @return the larger chart
     * @throws IllegalArgumentException if a code is there already for another account
     */
    public ChartOfAccounts with(Collection<Account> more) {
        SortedMap<AccountCode, Account> all = new TreeMap<>(accounts);
        for (Account account : more) {
            Account there = all.putIfAbsent(account.code(), account);
            if (there != null && !there.equals(account)) {
                throw new IllegalArgumentException("two accounts have the code " + account.code());
            }
        }
        return new ChartOfAccounts(all);
    }

    /**
     * The account of a code.
     *
     * @param code for example {@code service.cash}
     * @return empty if the chart has none
     */
    public Optional<Account> find(AccountCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * What the account of a code is a side of.
     *
     * @param code for example {@code service.due-to-remuneration}
     * @return empty for an account that shows no dues between classes, and for one unknown
     */
    public Optional<Dues> dues(AccountCode code) {
        return Optional.ofNullable(dues.get(code));
    }

    /**
     * All accounts, by code.
     *
     * @return an unmodifiable collection
     */
    public Collection<Account> accounts() {
        return accounts.values();
    }
}
