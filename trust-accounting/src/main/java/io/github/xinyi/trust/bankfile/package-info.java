/**
 * Bank statements as banks hand them out: tables by {@link
 * io.github.xinyi.trust.bankfile.CsvBankFormat}, ISO 20022 by {@link
 * io.github.xinyi.trust.bankfile.Camt053}. May depend on reconciliation.
 */
@NullMarked
package io.github.xinyi.trust.bankfile;

import org.jspecify.annotations.NullMarked;
