package io.github.xinyi.trust.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What classes of money owe one another (往来款), which the debtor and the creditor record in one
 * entry.
 *
 * <p>Example: {@code service.due-to-remuneration} and {@code remuneration.due-from-service} are the
 * two sides of {@code service-remuneration}; what a debit by the bank used up of other classes'
 * cash is {@link #SHORTFALLS}, one pool of all classes. Which accounts are sides is in their codes.
 * Source: Trust Law art. 29, an interpretation.
 *
 * @param name the debtor's prefix, a hyphen and the creditor's; or {@code shortfall}
 * @since 0.1.0
 */
public record Dues(String name) {

    /** What classes owe others for cash that a debit by the bank used up. */
    public static final Dues SHORTFALLS = new Dues("shortfall");

    private static final String TO = "due-to-";
    private static final String FROM = "due-from-";

    /** Refuses a name of another form. */
    public Dues {
        if (!name.matches("[a-z]+(-[a-z]+)?")) {
            throw new IllegalArgumentException("no dues are called " + name);
        }
    }

    /**
     * What the service fund and public income may owe each other for a cost that the one paid for
     * the other.
     *
     * @return {@code service-public} and {@code public-service}
     */
    public static List<Dues> ofCosts() {
        return List.of(
                between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME),
                between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND));
    }

    /**
     * The dues of a cost by their name.
     *
     * @param name for example {@code service-public}
     * @return empty for a name of any other dues, and for no name of dues
     */
    public static Optional<Dues> ofCosts(String name) {
        return ofCosts().stream().filter(dues -> dues.name().equals(name)).findFirst();
    }

    /**
     * The accounts that the chart needs so that the service fund and public income can owe each
     * other a cost: two for each direction.
     *
     * @return for example {@code service.due-to-public} and {@code public.due-from-service}
     */
    public static List<Account> accountsForCosts() {
        return Stream.concat(
                        between(FundClass.SERVICE_FUND, FundClass.PUBLIC_INCOME)
                                .accounts("公共收益", "public income", "物业服务资金", "service fund"),
                        between(FundClass.PUBLIC_INCOME, FundClass.SERVICE_FUND)
                                .accounts("物业服务资金", "service fund", "公共收益", "public income"))
                .toList();
    }

    private Stream<Account> accounts(
            String creditorZh, String creditorEn, String debtorZh, String debtorEn) {
        return Stream.of(
                new Account(
                        debt(),
                        "应付" + creditorZh,
                        "Due to " + creditorEn,
                        debtor(),
                        AccountType.LIABILITY),
                new Account(
                        claim(),
                        "应收" + debtorZh,
                        "Due from " + debtorEn,
                        creditor(),
                        AccountType.RECEIVABLE));
    }

    /**
     * The class that owes.
     *
     * @return for example the service fund
     * @throws IllegalStateException for {@link #SHORTFALLS}, of which every class may be a debtor
     */
    public FundClass debtor() {
        return side(0);
    }

    /**
     * The class that is owed.
     *
     * @return for example public income
     * @throws IllegalStateException for {@link #SHORTFALLS}
     */
    public FundClass creditor() {
        return side(1);
    }

    private FundClass side(int place) {
        List<String> sides = List.of(name.split("-", 2));
        return sides.stream()
                .skip(sides.size() == 2 ? place : 2)
                .flatMap(prefix -> named(prefix).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " has no one such side"));
    }

    /**
     * Where the debtor records what it owes.
     *
     * @return for example {@code service.due-to-public}
     */
    public AccountCode debt() {
        return AccountCode.of(debtor().prefix() + "." + TO + creditor().prefix());
    }

    /**
     * Where the creditor records what it is owed.
     *
     * @return for example {@code public.due-from-service}
     */
    public AccountCode claim() {
        return AccountCode.of(creditor().prefix() + "." + FROM + debtor().prefix());
    }

    /** The dues that an account is a side of, by its code; empty for every other account. */
    static Optional<Dues> of(Account account) {
        FundClass own = account.fundClass();
        String rest = account.code().value().substring(own.prefix().length() + 1);
        if (rest.equals("shortfall-due") || rest.equals("shortfall-owed")) {
            return Optional.of(SHORTFALLS);
        }
        return rest.startsWith(TO)
                ? named(rest.substring(TO.length())).map(creditor -> between(own, creditor))
                : rest.startsWith(FROM)
                        ? named(rest.substring(FROM.length())).map(debtor -> between(debtor, own))
                        : Optional.empty();
    }

    private static Optional<FundClass> named(String prefix) {
        return Arrays.stream(FundClass.values())
                .filter(fundClass -> fundClass.prefix().equals(prefix))
                .findFirst();
    }

    /**
     * What one class owes another.
     *
     * @param debtor the class that owes
     * @param creditor the class that is owed
     * @return for example {@code service-remuneration}
     * @throws IllegalArgumentException if they are one class
     */
    public static Dues between(FundClass debtor, FundClass creditor) {
        if (debtor == creditor) {
            throw new IllegalArgumentException("a class owes itself nothing: " + debtor);
        }
        return new Dues(debtor.prefix() + "-" + creditor.prefix());
    }
}
