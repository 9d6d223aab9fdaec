package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of an entry's form, without which it makes no sense to ask what it would do. */
final class FormRules {

    private final Accounts accounts;

    FormRules(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Finding> judge(EntryDraft draft) {
        int count = draft.postings().size();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        LedgerRule.POSTING_COUNT,
                        count >= 2 && count <= EntryDraft.MAX_POSTINGS,
                        "count",
                        count));
        findings.add(
                RuleCheck.of(
                        LedgerRule.NARRATIVE_LENGTH,
                        draft.narrative().length() <= EntryDraft.MAX_NARRATIVE,
                        "length",
                        draft.narrative().length()));
        List<Difference> differences = new ArrayList<>(1);
        Map<Dues, Difference> dues = new TreeMap<>(Comparator.comparing(Dues::name));
        for (Posting posting : draft.postings()) {
            amount(posting, findings);
            Optional<Account> account = account(posting, findings);
            if (account.isPresent()) {
                difference(differences, account.get().fundClass(), posting).add(posting);
                accounts.chart()
                        .dues(posting.account())
                        .ifPresent(between -> of(dues, between, account.get()).add(posting));
            }
        }
        differences.sort(Difference.IN_ORDER);
        for (Difference difference : differences) {
            findings.add(difference.balanced());
        }
        dues.forEach((between, difference) -> findings.add(difference.paired(between)));
        return findings;
    }

    /** Amounts of other currencies are refused already, so that one sum for each is enough. */
    private static Difference of(Map<Dues, Difference> dues, Dues between, Account side) {
        return dues.computeIfAbsent(
                between, first -> new Difference(side.fundClass(), Book.CURRENCY));
    }

    private static void amount(Posting posting, List<Finding> findings) {
        if (!posting.amount().isPositive()) {
            findings.add(
                    RuleCheck.of(
                            LedgerRule.AMOUNT_POSITIVE,
                            false,
                            "account",
                            posting.account(),
                            "amount",
                            posting.amount()));
        }
        if (!posting.amount().currency().equals(Book.CURRENCY)) {
            findings.add(
                    RuleCheck.of(
                            LedgerRule.CURRENCY_OF_BOOK,
                            false,
                            "account",
                            posting.account(),
                            "currency",
                            posting.amount().currency()));
        }
    }

    private Optional<Account> account(Posting posting, List<Finding> findings) {
        Optional<Account> account = accounts.chart().find(posting.account());
        if (account.isEmpty()) {
            findings.add(
                    RuleCheck.of(LedgerRule.ACCOUNT_KNOWN, false, "account", posting.account()));
        }
        if (accounts.isClosed(posting.account())) {
            findings.add(accounts.open(posting.account()));
        }
        return account;
    }

    private static Difference difference(
            List<Difference> known, FundClass fundClass, Posting posting) {
        Currency currency = posting.amount().currency();
        for (Difference difference : known) {
            if (difference.fundClass == fundClass && difference.currency.equals(currency)) {
                return difference;
            }
        }
        Difference first = new Difference(fundClass, currency);
        known.add(first);
        return first;
    }

    /**
     * Debits less credits of one class, or of dues, in one currency; of any size, in two halves.
     */
    private static final class Difference {

        private static final Comparator<Difference> IN_ORDER =
                Comparator.<Difference, FundClass>comparing(each -> each.fundClass)
                        .thenComparing(each -> each.currency.getCurrencyCode());

        private static final long LOWER_HALF = 0xffff_ffffL;

        private final FundClass fundClass;
        private final Currency currency;
        private long upper;
        private long lower;

        Difference(FundClass fundClass, Currency currency) {
            this.fundClass = fundClass;
            this.currency = currency;
        }

        void add(Posting posting) {
            Money amount = posting.amount();
            int sign = posting.side() == Side.DEBIT ? 1 : -1;
            upper += sign * (amount.minor() >> Integer.SIZE);
            lower += sign * (amount.minor() & LOWER_HALF);
        }

        private BigInteger sum() {
            return BigInteger.valueOf(upper).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(lower));
        }

        /** The debtor's credits are the creditor's debits. */
        Finding paired(Dues between) {
            BigInteger sum = sum();
            return RuleCheck.of(
                    LedgerRule.DUES_PAIRED,
                    sum.signum() == 0,
                    "dues",
                    between.name(),
                    "difference",
                    sum);
        }

        Finding balanced() {
            BigInteger sum = sum();
            return RuleCheck.of(
                    LedgerRule.CLASS_BALANCED,
                    sum.signum() == 0,
                    "class",
                    fundClass,
                    "currency",
                    currency.getCurrencyCode(),
                    "difference",
                    sum);
        }
    }
}
