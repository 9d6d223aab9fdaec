/**
 * The bank's word against the book's: statements read by {@link
 * io.github.xinyi.trust.reconciliation.CsvBankFormat} and {@link
 * io.github.xinyi.trust.reconciliation.Camt053}, put together by {@link
 * io.github.xinyi.trust.reconciliation.BankHistory}, compared by {@link
 * io.github.xinyi.trust.reconciliation.BankReconciliation}. May depend on book.
 */
@NullMarked
package io.github.xinyi.trust.reconciliation;

import org.jspecify.annotations.NullMarked;
