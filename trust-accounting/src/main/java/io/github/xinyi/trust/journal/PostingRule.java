package io.github.xinyi.trust.journal;

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

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an entry of a kind may debit and which it may credit (记账规则).
 *
 * <p>Example: a payment debits an expense and credits cash, so that no payment stands on the cost
 * of remuneration, where the limit of draws would not see it. A rule is made of pairs; a pair names
 * one fund class and then both its sides, so that the account of another class has no place in it.
 * What is counted by its balance, such as the money passed under a plan, is posted by its own kinds
 * alone. A reversal is the exact opposite of what was taken, and is not asked. Source: Trust Law
 * art. 29; the table is an interpretation. Immutable.
 *
 * @since 0.1.0
 */
public final class PostingRule {

    private static final Place FREE_OF_ANY_TYPE = new Place(null, null);
    private static final Place FEES = place(RECEIVABLE, "receivable");
    private static final Place LATE_CHARGES = place(RECEIVABLE, "late-receivable");
    private static final Place FIRMS_COST = place(EXPENSE, "remuneration");
    private static final Place OWED_FOR_FIRM = place(LIABILITY, "due-to-remuneration");
    private static final Place FIRMS_CLAIM = place(RECEIVABLE, "due-from-service");
    private static final Place FIRMS_PAYABLE = place(LIABILITY, "payable");
    private static final Place TRUSTEES_DEBT = place(RECEIVABLE, "due-from-trustee");
    private static final Place BORNE_BY_TRUSTEE = place(INCOME, "borne-by-trustee");
    private static final Place PASSED = place(FUND_BALANCE, "passed");

    /**
     * Parts of codes that mean one thing in whatever class, and are counted by balance; what passes
     * between households leaves none.
     */
    private static final List<String> COUNTED =
            List.of(
                    "passed",
                    "distributed",
                    "handed-over",
                    "due-from-trustee",
                    "borne-by-trustee",
                    "reallocation");

    /** The classes that have cash. */
    private static final List<FundClass> WITH_CASH =
            List.of(SERVICE_FUND, PUBLIC_INCOME, MAINTENANCE_FUND, DEPOSITS);

    private static final Map<EntryKind, PostingRule> RULES = rules();

    /**
     * Accounts of one type whose codes have one part after that of the class; without a part all
     * that mean nothing else, and without a type those of any.
     */
    private record Place(@Nullable AccountType type, @Nullable String part) {

        boolean takes(Account account) {
            return (type == null || type == account.type())
                    && (part == null ? isFree(account) : hasPart(account, part));
        }

        /** An opening balance may be the firm's; nothing else that is free may. */
        private boolean isFree(Account account) {
            for (String counted : COUNTED) {
                if (hasPart(account, counted)) {
                    return false;
                }
            }
            return type == null || !isFirms(account);
        }
    }

    /** Both sides of a posting within one class. */
    private record Pair(FundClass fundClass, List<Place> debits, List<Place> credits) {

        boolean takes(Account account, Side side) {
            return account.fundClass() == fundClass
                    && (side == Side.DEBIT ? debits : credits)
                            .stream().anyMatch(place -> place.takes(account));
        }

        Pair turned() {
            return new Pair(fundClass, /* debits= */ credits, /* credits= */ debits);
        }
    }

    private final List<Pair> pairs;

    private PostingRule(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /**
     * The rule of a kind.
     *
     * @param kind what an entry records
     * @return the one rule of it
     */
    public static PostingRule of(EntryKind kind) {
        return Objects.requireNonNull(RULES.get(kind), kind.name());
    }

    /**
     * Whether an account may stand on a side.
     *
     * @param account an account of the chart
     * @param side the side of the posting, in an entry that reverses nothing
     * @return false for an account of another class, type or meaning
     */
    public boolean permits(Account account, Side side) {
        for (Pair pair : pairs) {
            if (pair.takes(account, side)) {
                return true;
            }
        }
        return false;
    }

    private static Map<EntryKind, PostingRule> rules() {
        Map<EntryKind, PostingRule> rules = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            rules.put(kind, new PostingRule(pairsOf(kind).toList()));
        }
        return rules;
    }

    private static Stream<Pair> pairsOf(EntryKind kind) {
        return switch (kind) {
            case OPENING -> openings();
            case BILL -> fees(List.of(FEES, LATE_CHARGES), List.of(free(INCOME)));
            case FEE_RECEIPT -> fees(List.of(free(CASH)), List.of(FEES, LATE_CHARGES));
            case WRITE_OFF -> fees(List.of(free(EXPENSE)), List.of(FEES, LATE_CHARGES));
            case REFUND -> fees(List.of(FEES, LATE_CHARGES), List.of(free(CASH)));
            case PUBLIC_INCOME -> income();
            case PAYMENT -> fromCash(WITH_CASH, place(EXPENSE, "expense"));
            case BANK_FEE -> fromCash(WITH_CASH, free(EXPENSE));
            case DEPOSIT_RECEIPT -> fromCash(List.of(DEPOSITS), free(LIABILITY)).map(Pair::turned);
            case DEPOSIT_RETURN -> fromCash(List.of(DEPOSITS), free(LIABILITY));
            case TRANSFER -> transfers();
            case SURPLUS_DISTRIBUTION ->
                    fromCash(
                            List.of(SERVICE_FUND, PUBLIC_INCOME),
                            place(FUND_BALANCE, "distributed"));
            case HAND_OVER ->
                    Stream.concat(fromCash(WITH_CASH, place(FUND_BALANCE, "handed-over")), drawn());
            case REMUNERATION_ACCRUAL -> eitherWay(accrued());
            case REMUNERATION_DRAW -> drawn();
            case REMUNERATION_REPAYMENT -> drawn().map(Pair::turned);
            case TRUSTEE_DEBT ->
                    eitherWay(
                            Stream.of(SERVICE_FUND, PUBLIC_INCOME)
                                    .map(c -> pair(c, TRUSTEES_DEBT, BORNE_BY_TRUSTEE)));
            case TRUSTEE_REPAYMENT ->
                    fromCash(List.of(SERVICE_FUND, PUBLIC_INCOME), TRUSTEES_DEBT).map(Pair::turned);
            case SHORTFALL -> eitherWay(shortfalls());
            case REALLOCATION -> eitherWay(reallocations());
            case MISPLACED_COST -> eitherWay(misplacedCosts());
        };
    }

    private static Stream<Pair> fees(List<Place> debits, List<Place> credits) {
        return Stream.of(new Pair(SERVICE_FUND, debits, credits));
    }

    /** What was there before: everything but what later commands count. */
    private static Stream<Pair> openings() {
        return Stream.of(FundClass.values())
                .map(fundClass -> pair(fundClass, FREE_OF_ANY_TYPE, FREE_OF_ANY_TYPE));
    }

    /** Income counts for the owners' share only where it is charted as one of public income. */
    private static Stream<Pair> income() {
        return Stream.of(
                pair(PUBLIC_INCOME, free(CASH), place(INCOME, "income")),
                pair(MAINTENANCE_FUND, free(CASH), free(INCOME)));
    }

    private static Stream<Pair> fromCash(List<FundClass> classes, Place debit) {
        return classes.stream().map(fundClass -> pair(fundClass, debit, free(CASH)));
    }

    private static Stream<Pair> transfers() {
        List<Pair> pairs = new ArrayList<>();
        for (FundClass fundClass : WITH_CASH) {
            List<Place> both = List.of(free(CASH), free(FUND_BALANCE), PASSED);
            pairs.add(new Pair(fundClass, both, both));
        }
        pairs.add(pair(DEPOSITS, free(LIABILITY), free(CASH)));
        return Stream.concat(pairs.stream(), settledCosts());
    }

    /** One class gives up a cost and is owed it; the other bears it and owes it. */
    private static Stream<Pair> misplacedCosts() {
        Place cost = place(EXPENSE, "expense");
        return Dues.ofCosts().stream()
                .flatMap(
                        dues ->
                                Stream.of(
                                        pair(dues.debtor(), cost, debt(dues)),
                                        pair(dues.creditor(), claim(dues), cost)));
    }

    /** Cash pays a debt for a cost; it never makes one, which would be a loan. */
    private static Stream<Pair> settledCosts() {
        return Dues.ofCosts().stream()
                .flatMap(
                        dues ->
                                Stream.of(
                                        pair(dues.debtor(), debt(dues), free(CASH)),
                                        pair(dues.creditor(), free(CASH), claim(dues))));
    }

    private static Place debt(Dues dues) {
        return place(LIABILITY, part(dues.debtor(), dues.debt()));
    }

    private static Place claim(Dues dues) {
        return place(RECEIVABLE, part(dues.creditor(), dues.claim()));
    }

    private static String part(FundClass fundClass, AccountCode code) {
        return code.value().substring(fundClass.prefix().length() + 1);
    }

    private static Stream<Pair> accrued() {
        return Stream.of(
                pair(SERVICE_FUND, FIRMS_COST, OWED_FOR_FIRM),
                pair(REMUNERATION, FIRMS_CLAIM, FIRMS_PAYABLE));
    }

    private static Stream<Pair> drawn() {
        return Stream.of(
                pair(SERVICE_FUND, OWED_FOR_FIRM, free(CASH)),
                pair(REMUNERATION, FIRMS_PAYABLE, FIRMS_CLAIM));
    }

    /** The maintenance fund neither lends to another class nor borrows from one. */
    private static Stream<Pair> shortfalls() {
        return Stream.concat(
                Stream.of(pair(MAINTENANCE_FUND, free(CASH), free(CASH))),
                Stream.of(SERVICE_FUND, PUBLIC_INCOME, DEPOSITS)
                        .map(
                                fundClass ->
                                        new Pair(
                                                fundClass,
                                                List.of(
                                                        free(CASH),
                                                        place(RECEIVABLE, "shortfall-due")),
                                                List.of(
                                                        free(CASH),
                                                        place(LIABILITY, "shortfall-owed")))));
    }

    /** A receipt without its cash, and what stands in the cash's place. */
    private static Stream<Pair> reallocations() {
        return WITH_CASH.stream()
                .map(
                        fundClass ->
                                new Pair(
                                        fundClass,
                                        List.of(place(LIABILITY, "reallocation")),
                                        List.of(free(RECEIVABLE), free(INCOME), free(LIABILITY))));
    }

    private static Stream<Pair> eitherWay(Stream<Pair> pairs) {
        return pairs.flatMap(pair -> Stream.of(pair, pair.turned()));
    }

    private static Pair pair(FundClass fundClass, Place debit, Place credit) {
        return new Pair(fundClass, List.of(debit), List.of(credit));
    }

    private static Place free(AccountType type) {
        return new Place(type, null);
    }

    private static Place place(AccountType type, String part) {
        return new Place(type, part);
    }

    private static boolean isFirms(Account account) {
        return account.fundClass() == REMUNERATION
                || account.code().equals(ChartOfAccounts.REMUNERATION_COST)
                || account.code().equals(ChartOfAccounts.DUE_TO_REMUNERATION);
    }

    /** Whether that part follows the class, as {@code expense} in {@code service.expense.SF-01}. */
    private static boolean hasPart(Account account, String part) {
        String code = account.code().value();
        int start = account.fundClass().prefix().length() + 1;
        int end = start + part.length();
        return code.startsWith(part, start) && (code.length() == end || code.charAt(end) == '.');
    }
}
