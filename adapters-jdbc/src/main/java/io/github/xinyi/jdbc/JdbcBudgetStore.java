package io.github.xinyi.jdbc;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.budget.BudgetLine;
import io.github.xinyi.trust.budget.BudgetStore;
import io.github.xinyi.trust.budget.DraftBudget;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Budgets as drafted, one for each community and year, their lines in order. */
final class JdbcBudgetStore implements BudgetStore {

    private final Transactions transactions;
    private final Docket docket;

    JdbcBudgetStore(Transactions transactions, Docket docket) {
        this.transactions = transactions;
        this.docket = docket;
    }

    @Override
    public void save(DraftBudget budget) {
        DraftBudget kept =
                docket.run(
                        transactions,
                        "BudgetStore.save",
                        budget.community(),
                        sql ->
                                sql.insertUnlessThere(() -> insertAndEnter(sql, budget))
                                        ? budget
                                        : find(sql, budget.community(), budget.year())
                                                .orElseThrow());
        if (!kept.equals(budget)) {
            throw new IllegalStateException(
                    "another budget of " + budget.community() + " is for " + budget.year());
        }
    }

    @Override
    public Optional<DraftBudget> find(CommunityId community, int year) {
        return transactions.run("BudgetStore.find", sql -> find(sql, community, year));
    }

    private void insertAndEnter(Statements sql, DraftBudget budget) throws SQLException {
        insert(sql, budget);
        docket.enter(sql, budget.community(), DocketKind.BUDGET, budget.year());
    }

    private static void insert(Statements sql, DraftBudget budget) throws SQLException {
        sql.query("INSERT INTO {budget} (community, budget_year) VALUES (?, ?)")
                .with(budget.community())
                .with(budget.year())
                .runOnce();
        Query lines =
                sql.query(
                        "INSERT INTO {budget_line} (community, budget_year, line_number,"
                                + " line_code, line_name, fund_class, amount, currency)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        int number = 0;
        for (BudgetLine line : budget.lines()) {
            lines.with(budget.community())
                    .with(budget.year())
                    .with(number++)
                    .with(line.code())
                    .with(line.name())
                    .with(line.fundClass())
                    .with(line.amount())
                    .addBatch();
        }
        lines.runBatch();
    }

    private static Optional<DraftBudget> find(Statements sql, CommunityId community, int year)
            throws SQLException {
        List<BudgetLine> lines =
                sql.query(
                                "SELECT line_code, line_name, fund_class, amount, currency"
                                        + " FROM {budget_line} WHERE community = ? AND"
                                        + " budget_year = ? ORDER BY line_number")
                        .with(community)
                        .with(year)
                        .list(
                                row ->
                                        new BudgetLine(
                                                row.text(),
                                                row.text(),
                                                row.constant(FundClass.class),
                                                row.money()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new DraftBudget(community, year, lines));
    }
}
