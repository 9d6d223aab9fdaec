/**
 * The bank's word against the book's: {@link io.github.xinyi.trust.reconciliation.BankLine}, {@link
 * io.github.xinyi.trust.reconciliation.Reconciliation}. May depend on book.
 */
@NullMarked
package io.github.xinyi.trust.reconciliation;

import org.jspecify.annotations.NullMarked;
