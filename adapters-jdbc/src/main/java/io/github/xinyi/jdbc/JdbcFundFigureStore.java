package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.metrics.FundFigureStore;
import io.github.xinyi.governance.metrics.FundFigures;
import io.github.xinyi.governance.ruling.Outcome;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures of funds, one set for each community and day; a set may be empty. */
final class JdbcFundFigureStore implements FundFigureStore {

    private final Transactions transactions;
    private final Docket docket;

    JdbcFundFigureStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public Outcome<FundFigures> handIn(FundFigures figures) {
        return docket.run(
                transactions,
                "FundFigureStore.handIn",
                figures.community(),
                sql ->
                        sql.insertUnlessThere(() -> insertAndEnter(sql, figures))
                                ? Outcome.accepted(figures)
                                : figures.against(
                                        find(sql, figures.community(), figures.day())
                                                .orElseThrow()));
    }

    @Override
    public Optional<FundFigures> on(CommunityId community, LocalDate day) {
        return transactions.run("FundFigureStore.on", sql -> find(sql, community, day));
    }

    private void insertAndEnter(Statements sql, FundFigures figures) throws SQLException {
        insert(sql, figures);
        docket.enter(sql, figures.community(), DocketKind.FUND_FIGURES, figures.day());
    }

    private static void insert(Statements sql, FundFigures figures) throws SQLException {
        sql.query("INSERT INTO {fund_day} (community, figures_on, currency) VALUES (?, ?, ?)")
                .with(figures.community())
                .with(figures.day())
                .with(figures.currency())
                .runOnce();
        Query rows =
                sql.query(
                        "INSERT INTO {fund_figure} (community, figures_on, figure_name, amount)"
                                + " VALUES (?, ?, ?, ?)");
        for (Map.Entry<String, Long> figure : figures.amountsMinor().entrySet()) {
            rows.with(figures.community())
                    .with(figures.day())
                    .with(figure.getKey())
                    .with(figure.getValue())
                    .addBatch();
        }
        rows.runBatch();
    }

    /** The day first: where it is there, its amounts were committed with it. */
    private static Optional<FundFigures> find(Statements sql, CommunityId community, LocalDate day)
            throws SQLException {
        return sql.query("SELECT currency FROM {fund_day} WHERE community = ? AND figures_on = ?")
                .with(community)
                .with(day)
                .first(
                        row ->
                                new FundFigures(
                                        community, day, row.text(), amounts(sql, community, day)));
    }

    private static SortedMap<String, Long> amounts(
            Statements sql, CommunityId community, LocalDate day) throws SQLException {
        SortedMap<String, Long> amounts = new TreeMap<>();
        sql.query(
                        "SELECT figure_name, amount FROM {fund_figure}"
                                + " WHERE community = ? AND figures_on = ?")
                .with(community)
                .with(day)
                .list(row -> Map.entry(row.text(), row.number()))
                .forEach(figure -> amounts.put(figure.getKey(), figure.getValue()));
        return amounts;
    }
}
