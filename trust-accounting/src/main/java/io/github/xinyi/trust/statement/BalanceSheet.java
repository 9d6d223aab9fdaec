package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What each class of money has, is owed and owes at the end of a period, and what the period
 * changed (资产负债表), for example service cash: opening 186,427.35, increase 128,735.45, closing
 * 315,162.80.
 *
 * <p>It cannot be made if opening and movements are not closing for every account, or assets are
 * not liabilities and net worth for every class (L1, L4). Source: Trust Law art. 33 para. 2
 * (管理运用情况) and art. 29; the form is an interpretation.
 *
 * @param basis which days, from which knowledge, for whom
 * @param sections one a class of money, in their order
 * @since 0.1.0
 */
public record BalanceSheet(StatementBasis basis, List<Section> sections) implements Statement {

    private static final Set<AccountType> ASSETS =
            EnumSet.of(AccountType.CASH, AccountType.RECEIVABLE);
    private static final Set<AccountType> RESULTS =
            EnumSet.of(AccountType.INCOME, AccountType.EXPENSE);

    /**
     * One account on the side on which it grows.
     *
     * @param account the account
     * @param opening what it had before the period
     * @param increase what was added in the period
     * @param decrease what was taken off in the period
     * @param closing what it has at the end
     */
    public record Row(
            Account account, Figure opening, Figure increase, Figure decrease, Figure closing) {

        /** Asserts that opening and movements are closing. */
        public Row {
            if (!opening.plus(increase).minus(decrease).amount().equals(closing.amount())) {
                throw new IllegalStateException(account.code() + " does not close");
            }
        }
    }

    /**
     * One class of money.
     *
     * @param fundClass the class
     * @param rows its cash, receivables and liabilities
     * @param fundBalance what was there before the first entry, less what was passed on or given
     *     away since, and what was passed to it
     * @param earlierSurplus income less expense of all time before the period
     * @param surplus income less expense of the period
     */
    public record Section(
            FundClass fundClass,
            List<Row> rows,
            Figure fundBalance,
            Figure earlierSurplus,
            Figure surplus) {

        /** Copies the rows and asserts that assets are liabilities and net worth. */
        public Section {
            rows = List.copyOf(rows);
            Figure worth = fundBalance.plus(earlierSurplus).plus(surplus);
            Figure there = closing(rows, ASSETS);
            Figure owed = closing(rows, EnumSet.of(AccountType.LIABILITY));
            if (!there.minus(owed).amount().equals(worth.amount())) {
                throw new IllegalStateException(
                        fundClass
                                + ": "
                                + there.amount()
                                + " less "
                                + owed.amount()
                                + " is not "
                                + worth.amount());
            }
        }

        private static Figure closing(List<Row> rows, Set<AccountType> types) {
            return rows.stream()
                    .filter(row -> types.contains(row.account().type()))
                    .map(Row::closing)
                    .reduce(Figure.none(), Figure::plus);
        }

        /**
         * What the class has and is owed.
         *
         * @return cash and receivables
         */
        public Figure assets() {
            return closing(rows, ASSETS);
        }

        /**
         * What the class has in the bank.
         *
         * @return its cash
         */
        public Figure cash() {
            return closing(rows, EnumSet.of(AccountType.CASH));
        }

        /**
         * What the class owes.
         *
         * @return its liabilities; below zero where more was paid than was due
         */
        public Figure liabilities() {
            return closing(rows, EnumSet.of(AccountType.LIABILITY));
        }

        /**
         * What is the owners' once all is received and paid.
         *
         * @return assets less liabilities
         */
        public Figure netWorth() {
            return fundBalance.plus(earlierSurplus).plus(surplus);
        }

        private Stream<StatementLine> lines() {
            List<StatementLine> lines = new ArrayList<>();
            for (Row row : rows) {
                lines.add(line("opening", "期初", "opening", row, row.opening()));
                lines.add(line("increase", "增加", "increase", row, row.increase()));
                lines.add(line("decrease", "减少", "decrease", row, row.decrease()));
                lines.add(line("closing", "期末", "closing", row, row.closing()));
            }
            lines.add(sum("assets", "资产合计", "Assets", assets()));
            lines.add(sum("liabilities", "负债合计", "Liabilities", liabilities()));
            lines.add(sum("fund-balance", "资金结余", "Fund balance", fundBalance));
            lines.add(sum("earlier-surplus", "以前收支结余", "Earlier surplus", earlierSurplus));
            lines.add(sum("surplus", "本期收支结余", "Surplus of the period", surplus));
            lines.add(sum("net-worth", "净资产", "Net worth", netWorth()));
            return lines.stream();
        }

        private StatementLine line(
                String code, String nameZh, String nameEn, Row row, Figure figure) {
            return StatementLine.sum(
                    fundClass + "." + row.account().code() + "." + code,
                    row.account().nameZh() + nameZh,
                    row.account().nameEn() + ", " + nameEn,
                    figure);
        }

        private StatementLine sum(String code, String nameZh, String nameEn, Figure figure) {
            return StatementLine.sum(fundClass + "." + code, nameZh, nameEn, figure);
        }
    }

    /** Copies the sections. */
    public BalanceSheet {
        sections = List.copyOf(sections);
    }

    /**
     * The balance sheet of an extract.
     *
     * @param extract what the book shows
     * @return one section for each class of money
     */
    public static BalanceSheet of(LedgerExtract extract) {
        return new BalanceSheet(
                extract.basis(),
                Stream.of(FundClass.values()).map(c -> section(extract, c)).toList());
    }

    private static Section section(LedgerExtract extract, FundClass fundClass) {
        List<Account> accounts =
                extract.accounts().stream().filter(a -> a.fundClass() == fundClass).toList();
        Figure fundBalance = Figure.none();
        Figure earlier = Figure.none();
        Figure surplus = Figure.none();
        List<Row> rows = new ArrayList<>();
        for (Account account : accounts) {
            if (account.type() == AccountType.FUND_BALANCE) {
                fundBalance = fundBalance.minus(extract.closing(account.code()));
            } else if (RESULTS.contains(account.type())) {
                earlier = earlier.minus(extract.opening(account.code()));
                surplus = surplus.minus(extract.moved(account.code()));
            } else {
                rows.add(row(extract, account));
            }
        }
        return new Section(fundClass, rows, fundBalance, earlier, surplus);
    }

    private static Row row(LedgerExtract extract, Account account) {
        boolean debit = account.type().isDebitNormal();
        Figure opening = extract.opening(account.code());
        Figure closing = extract.closing(account.code());
        List<Movement> moved =
                extract.movements(account.code()).stream()
                        .filter(m -> !m.day().isBefore(extract.basis().fromInclusive()))
                        .toList();
        Figure debits = side(moved, true);
        Figure credits = side(moved, false);
        return new Row(
                account,
                debit ? opening : opening.negated(),
                debit ? debits : credits,
                debit ? credits : debits,
                debit ? closing : closing.negated());
    }

    /** Debits or credits alone, both above zero. */
    private static Figure side(List<Movement> moved, boolean debit) {
        Figure side =
                Figure.of(
                        moved.stream()
                                .filter(m -> m.net().isPositive() == debit)
                                .map(Movement::part)
                                .toList());
        return debit ? side : side.negated();
    }

    /**
     * The section of a class.
     *
     * @param fundClass the class
     * @return its section
     */
    public Section section(FundClass fundClass) {
        return sections.stream()
                .filter(section -> section.fundClass() == fundClass)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public StatementKind kind() {
        return StatementKind.BALANCE_SHEET;
    }

    @Override
    public List<StatementLine> lines() {
        return sections.stream().flatMap(Section::lines).toList();
    }
}
