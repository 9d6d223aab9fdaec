package io.github.xinyi.trust.billing;

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
 * A property fee received (物业费收款).
 *
 * @param number the receipt's number, unique in the community
 * @param unit whose fee
 * @param bankLine the bank's line of it
 * @param day the day of receipt
 * @param amount above zero
 * @since 0.1.0
 */
public record FeeReceipt(
        String number, UnitId unit, SourceDocument bankLine, LocalDate day, Money amount) {

    /**
     * The entry of the receipt, a household's: cash against fees receivable.
     *
     * @param salt hides the household
     * @return the draft, with the id {@code receipt/<number>}
     */
    public EntryDraft entry(Salt salt) {
        return EntryDraft.of(
                        EntryId.of("receipt/" + number), EntryKind.FEE_RECEIPT, day, bankLine, salt)
                .visibility(Visibility.household(unit))
                .postings(
                        Posting.debit(ChartOfAccounts.SERVICE_CASH, amount),
                        Posting.credit(ChartOfAccounts.FEES_RECEIVABLE, amount));
    }
}
