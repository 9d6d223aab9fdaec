/**
 * Statements, each asserting its own identity: {@link
 * io.github.xinyi.trust.statement.TrialBalance}, {@link
 * io.github.xinyi.trust.statement.FundStatement}, {@link
 * io.github.xinyi.trust.statement.BudgetExecution}. May depend on book, budget.
 */
@NullMarked
package io.github.xinyi.trust.statement;

import org.jspecify.annotations.NullMarked;
