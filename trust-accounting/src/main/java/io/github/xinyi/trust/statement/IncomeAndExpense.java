package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.FundClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each class of money earned and spent in a period, by account (收支表), for example public
 * income: earned 141,360.52, spent 78,790.13, surplus 62,570.39.
 *
 * <p>Income counts when it is earned, received or not. Source: Trust Law art. 33 para. 2 (收支情况);
 * the form is an interpretation.
 *
 * @param basis which days, from which knowledge, for whom
 * @param sections one a class of money, in their order
 * @since 0.1.0
 */
public record IncomeAndExpense(StatementBasis basis, List<Section> sections) implements Statement {

    /**
     * One class of money.
     *
     * @param fundClass the class
     * @param income what each account earned
     * @param expense what each account cost
     * @param surplus income less expense
     */
    public record Section(
            FundClass fundClass,
            List<StatementLine> income,
            List<StatementLine> expense,
            Figure surplus) {

        /** Copies the lines and asserts the surplus. */
        public Section {
            income = List.copyOf(income);
            expense = List.copyOf(expense);
            if (!total(income).minus(total(expense)).equals(surplus)) {
                throw new IllegalStateException(fundClass + ": the surplus is not " + surplus);
            }
        }

        /**
         * What the class earned.
         *
         * @return the sum of its income
         */
        public Figure totalIncome() {
            return total(income);
        }

        /**
         * What the class spent.
         *
         * @return the sum of its expense
         */
        public Figure totalExpense() {
            return total(expense);
        }

        private static Figure total(List<StatementLine> lines) {
            return lines.stream().map(StatementLine::figure).reduce(Figure.none(), Figure::plus);
        }

        private Stream<StatementLine> lines() {
            List<StatementLine> lines = new ArrayList<>(income);
            lines.add(StatementLine.sum(fundClass + ".income", "收入合计", "Income", totalIncome()));
            lines.addAll(expense);
            lines.add(StatementLine.sum(fundClass + ".expense", "支出合计", "Expense", totalExpense()));
            lines.add(StatementLine.sum(fundClass + ".surplus", "收支结余", "Surplus", surplus));
            return lines.stream();
        }
    }

    /** Copies the sections. */
    public IncomeAndExpense {
        sections = List.copyOf(sections);
    }

    /**
     * The statement of an extract.
     *
     * @param extract what the book shows
     * @return one section for each class of money
     */
    public static IncomeAndExpense of(LedgerExtract extract) {
        return new IncomeAndExpense(
                extract.basis(),
                Stream.of(FundClass.values()).map(c -> section(extract, c)).toList());
    }

    private static Section section(LedgerExtract extract, FundClass fundClass) {
        List<StatementLine> income = lines(extract, fundClass, AccountType.INCOME);
        List<StatementLine> expense = lines(extract, fundClass, AccountType.EXPENSE);
        Figure surplus =
                extract.accounts().stream()
                        .filter(a -> a.fundClass() == fundClass)
                        .filter(
                                a ->
                                        a.type() == AccountType.INCOME
                                                || a.type() == AccountType.EXPENSE)
                        .map(a -> extract.moved(a.code()).negated())
                        .reduce(Figure.none(), Figure::plus);
        return new Section(fundClass, income, expense, surplus);
    }

    private static List<StatementLine> lines(
            LedgerExtract extract, FundClass fundClass, AccountType type) {
        List<StatementLine> lines = new ArrayList<>();
        for (Account account : extract.accounts()) {
            Figure moved = extract.moved(account.code());
            if (account.fundClass() == fundClass
                    && account.type() == type
                    && !moved.parts().isEmpty()) {
                lines.add(
                        StatementLine.of(
                                fundClass + "." + (type.isDebitNormal() ? "expense" : "income"),
                                account,
                                type.isDebitNormal() ? moved : moved.negated()));
            }
        }
        return lines;
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
        return StatementKind.INCOME_AND_EXPENSE;
    }

    @Override
    public List<StatementLine> lines() {
        return sections.stream().flatMap(Section::lines).toList();
    }
}
