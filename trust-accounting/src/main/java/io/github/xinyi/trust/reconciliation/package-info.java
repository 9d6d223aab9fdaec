/**
 * The bank's word against the book's: statements without gap in {@link
 * io.github.xinyi.trust.reconciliation.BankHistory}, compared by {@link
 * io.github.xinyi.trust.reconciliation.BankReconciliation} under {@link
 * io.github.xinyi.trust.reconciliation.MatchRule}s. May depend on book.
 */
@NullMarked
package io.github.xinyi.trust.reconciliation;

import org.jspecify.annotations.NullMarked;
