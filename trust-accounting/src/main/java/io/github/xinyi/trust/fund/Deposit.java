package io.github.xinyi.trust.fund;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * A deposit received from a household (押金), for example 2,000.00 for a renovation; it stays the
 * payer's.
 *
 * @param number its number, unique in the community
 * @param unit whose household paid
 * @param bankLine the bank's line of it
 * @param day the day of receipt
 * @param amount above zero
 * @since 0.1.0
 */
public record Deposit(
        String number, UnitId unit, SourceDocument bankLine, LocalDate day, Money amount) {

    /**
     * The household's entry: cash of deposits against what is held.
     *
     * @param salt hides the household's amount
     * @return the draft, with the id {@code deposit/<number>}
     */
    public EntryDraft entry(Salt salt) {
        return EntryDraft.of(
                        EntryId.of("deposit/" + number),
                        EntryKind.DEPOSIT_RECEIPT,
                        day,
                        bankLine,
                        salt)
                .visibility(Visibility.household(unit))
                .postings(
                        Posting.debit(ChartOfAccounts.DEPOSITS_CASH, amount),
                        Posting.credit(ChartOfAccounts.DEPOSITS_HELD, amount));
    }
}
