/**
 * Book and statements in formats of others: {@link io.github.xinyi.trust.export.PlainTextJournal}
 * for hledger and ledger, {@link io.github.xinyi.trust.export.BeancountJournal}, {@link
 * io.github.xinyi.trust.export.StatementCsv}, {@link io.github.xinyi.trust.export.StatementXlsx};
 * any {@link io.github.xinyi.trust.export.Table} likewise, and as plain text. May depend on book,
 * statement.
 */
@NullMarked
package io.github.xinyi.trust.export;

import org.jspecify.annotations.NullMarked;
