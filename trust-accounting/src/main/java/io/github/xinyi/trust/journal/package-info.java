/**
 * What is written in the book: {@link io.github.xinyi.trust.journal.EntryDraft} is asked for,
 * {@link io.github.xinyi.trust.journal.Entry} is recorded, {@link
 * io.github.xinyi.trust.journal.LedgerRule} says why not. May depend on money and account.
 */
@NullMarked
package io.github.xinyi.trust.journal;

import org.jspecify.annotations.NullMarked;
