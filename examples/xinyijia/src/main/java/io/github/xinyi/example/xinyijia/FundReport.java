package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.disclosure.CheckpointStore;
import io.github.xinyi.trust.disclosure.PublishedCheckpoint;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.statement.FundStatement;
import io.github.xinyi.trust.statement.TrialBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hands the funds of a community in to the district, from the statements of its book.
 *
 * <p>The figures of a day are those of the log as its checkpoint published it, so that what the
 * district sums is what owners can prove, and a later entry changes no figure of an earlier day.
 */
final class FundReport {

    private static final int MOST_CHECKPOINTS = 400;

    private final CommunityId community;
    private final Book book;
    private final CheckpointStore checkpoints;

    FundReport(CommunityId community, Book book, CheckpointStore checkpoints) {
        this.community = community;
        this.book = book;
        this.checkpoints = checkpoints;
    }

    /**
     * Hands in the figures of every month's last day; again, it changes nothing.
     *
     * @return one set for each month end with a checkpoint, the latest first
     */
    List<FundFigures> handIn(FundFigureStore store) {
        List<FundFigures> handed = new ArrayList<>();
        for (PublishedCheckpoint published : checkpoints.list(community, 0, MOST_CHECKPOINTS)) {
            LocalDate day = LocalDate.ofInstant(published.publishedAt(), SampleCommunity.ZONE);
            if (day.equals(day.plusMonths(1).withDayOfMonth(1).minusDays(1))) {
                handed.add(Refused.orThrow(store.handIn(figures(day, published.head().size()))));
            }
        }
        return handed;
    }

    /** The figures of the log when it had that size. */
    FundFigures figures(LocalDate day, long size) {
        TrialBalance trial =
                book.read(reader -> TrialBalance.of(book.chart(), balances(reader, size)));
        SortedMap<String, Long> amounts = new TreeMap<>();
        for (FundClass fund : FundClass.values()) {
            FundStatement statement = FundStatement.of(trial, fund);
            put(amounts, fund, "opening", statement.opening());
            put(amounts, fund, "income", statement.income());
            put(amounts, fund, "expense", statement.expense());
            put(amounts, fund, "cash", statement.cash());
            put(amounts, fund, "receivable", statement.receivable());
            put(amounts, fund, "payable", statement.payable());
        }
        return new FundFigures(community, day, Book.CURRENCY.getCurrencyCode(), amounts);
    }

    private List<Balance> balances(BookReader reader, long size) {
        ChartOfAccounts chart = book.chart();
        return chart.accounts().stream()
                .map(Account::code)
                .map(account -> reader.balanceAt(account, size))
                .toList();
    }

    /** For example {@code public-income.cash}. */
    private static void put(
            SortedMap<String, Long> amounts, FundClass fund, String name, Money amount) {
        String prefix = fund.name().toLowerCase(Locale.ROOT).replace('_', '-');
        amounts.put(prefix + "." + name, amount.minor());
    }
}
