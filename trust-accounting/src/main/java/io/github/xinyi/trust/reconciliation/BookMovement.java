package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry moves on the accounts that share a bank account.
 *
 * @param entry the entry
 * @param kind what it records
 * @param day its effective date
 * @param source the paper it stands on
 * @param amount in above zero, out below, never zero
 * @since 0.1.0
 */
public record BookMovement(
        EntryId entry, EntryKind kind, LocalDate day, SourceDocument source, Money amount) {

    /** What an entry moves, empty for nothing. */
    static Optional<BookMovement> of(Entry entry, Set<AccountCode> cash) {
        Money moved =
                entry.draft().postings().stream()
                        .filter(posting -> cash.contains(posting.account()))
                        .map(p -> p.side() == Side.DEBIT ? p.amount() : p.amount().negated())
                        .reduce(Money.ofFen(0), Money::plus);
        return moved.minor() == 0
                ? Optional.empty()
                : Optional.of(
                        new BookMovement(
                                entry.id(),
                                entry.draft().kind(),
                                entry.draft().effectiveDate(),
                                entry.draft().source(),
                                moved));
    }

    /** The last part of the entry's name, for example {@code R1} of {@code receipt/R1}. */
    String number() {
        return entry.value().substring(entry.value().lastIndexOf('/') + 1);
    }

    boolean isOnLine(BankLine line) {
        return source.type().equals(SourceDocument.BANK_LINE)
                && source.id().equals(line.reference());
    }
}
