/**
 * Statements, each asserting its own identity, each number with the records behind it: start from
 * {@link io.github.xinyi.trust.statement.LedgerExtract}, {@link
 * io.github.xinyi.trust.statement.BalanceSheet}, {@link
 * io.github.xinyi.trust.statement.AnnualReport}. May depend on book, budget, contract, journal,
 * remuneration.
 */
@NullMarked
package io.github.xinyi.trust.statement;

import org.jspecify.annotations.NullMarked;
