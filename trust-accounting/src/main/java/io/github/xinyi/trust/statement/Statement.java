package io.github.xinyi.trust.statement;

import java.util.List;

/**
 * A statement (报表) in the form in which it can be printed or exported: lines of money, each with
 * the records behind it, and notes that are no money.
 *
 * @since 0.1.0
 */
public sealed interface Statement
        permits AnnualReport,
                BalanceSheet,
                CollectionStatement,
                HandOverStatement,
                IncomeAndExpense,
                PublicIncomeStatement,
                RemunerationStatement {

    /**
     * Which statement it is.
     *
     * @return for example {@link StatementKind#BALANCE_SHEET}
     */
    StatementKind kind();

    /**
     * Which days, from which knowledge, for whom.
     *
     * @return the basis
     */
    StatementBasis basis();

    /**
     * Its lines, in the order in which they are read.
     *
     * @return no code twice
     */
    List<StatementLine> lines();

    /**
     * What is no amount of money.
     *
     * @return may be empty; no code twice
     */
    default List<StatementNote> notes() {
        return List.of();
    }
}
