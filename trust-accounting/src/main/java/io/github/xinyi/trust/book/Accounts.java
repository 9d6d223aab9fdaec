package io.github.xinyi.trust.book;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The accounts that a book has at one moment: its chart, and what its log opened and closed. */
final class Accounts {

    /** Before and after every day of any book. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final ChartOfAccounts chart;
    private final List<AccountChange> changes;

    private Accounts(ChartOfAccounts chart, List<AccountChange> changes) {
        this.chart = chart;
        this.changes = changes;
    }

    static Accounts of(ChartOfAccounts given, BookReader book) {
        List<AccountChange> changes = book.accountChanges();
        if (changes.isEmpty()) {
            return new Accounts(given, changes);
        }
        List<Account> opened =
                changes.stream()
                        .filter(change -> change.kind() == AccountChange.Kind.OPENED)
                        .map(AccountChange::account)
                        .toList();
        return new Accounts(given.with(opened), changes);
    }

    ChartOfAccounts chart() {
        return chart;
    }

    boolean isClosed(AccountCode code) {
        for (AccountChange change : changes) {
            if (change.kind() == AccountChange.Kind.CLOSED
                    && change.account().code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    Finding open(AccountCode code) {
        return RuleCheck.of(LedgerRule.ACCOUNT_OPEN, !isClosed(code), "account", code);
    }

    /** Every rule on an account that is to be opened. */
    List<Finding> opening(BookReader book, Account account, LocalDate from) {
        List<Finding> findings = new ArrayList<>(PeriodRules.period(book, from));
        findings.add(
                RuleCheck.of(
                        LedgerRule.ACCOUNT_NEW,
                        chart.find(account.code()).isEmpty(),
                        "account",
                        account.code()));
        long opened =
                changes.stream()
                        .filter(change -> change.kind() == AccountChange.Kind.OPENED)
                        .count();
        findings.add(
                RuleCheck.of(
                        LedgerRule.ACCOUNTS_BOUNDED,
                        opened < Book.MAX_OPENED_ACCOUNTS,
                        "opened",
                        opened,
                        "limit",
                        Book.MAX_OPENED_ACCOUNTS));
        return findings;
    }

    /** Every rule on an account that is to be closed. */
    List<Finding> closing(BookReader book, AccountCode code, LocalDate from) {
        Balance balance = book.balance(code);
        List<Finding> findings = new ArrayList<>(PeriodRules.period(book, from));
        findings.add(known(chart.find(code), code));
        findings.add(open(code));
        findings.add(
                RuleCheck.of(
                        LedgerRule.ACCOUNT_ZERO,
                        balance.debits().equals(balance.credits()),
                        "account",
                        code,
                        "balance",
                        balance.net()));
        findings.add(
                RuleCheck.of(
                        LedgerRule.ACCOUNT_QUIET,
                        balance.equals(
                                book.balanceOn(code, from.minusDays(1), book.frontier().size())),
                        "account",
                        code,
                        "day",
                        from));
        findings.add(
                RuleCheck.of(LedgerRule.ACCOUNT_OF_COSTS, !isOfCosts(book, code), "account", code));
        return findings;
    }

    /** Whether a passed cost, or what is owed for it, may come back to it in any year. */
    private boolean isOfCosts(BookReader book, AccountCode code) {
        Balance moved = book.turnover(code, EntryKind.MISPLACED_COST, FIRST_DAY, LAST_DAY);
        return moved.debits().isPositive()
                || moved.credits().isPositive()
                || chart.dues(code).filter(Dues.ofCosts()::contains).isPresent();
    }

    private static Finding known(Optional<Account> account, AccountCode code) {
        return RuleCheck.of(LedgerRule.ACCOUNT_KNOWN, account.isPresent(), "account", code);
    }
}
