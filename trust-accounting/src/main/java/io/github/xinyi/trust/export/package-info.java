/**
 * The book in formats of others: {@link io.github.xinyi.trust.export.PlainTextJournal} for hledger
 * and ledger. May depend on book.
 */
@NullMarked
package io.github.xinyi.trust.export;

import org.jspecify.annotations.NullMarked;
