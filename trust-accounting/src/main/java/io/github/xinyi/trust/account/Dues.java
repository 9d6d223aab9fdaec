package io.github.xinyi.trust.account;

import java.util.Arrays;
import java.util.Optional;

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
