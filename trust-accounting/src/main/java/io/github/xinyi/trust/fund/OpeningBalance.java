package io.github.xinyi.trust.fund;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;

/**
 * What a class of money had in the bank before the book began (期初余额).
 *
 * @param fundClass the class; remuneration has none
 * @param day the first day of the book
 * @param amount above zero
 * @since 0.1.0
 */
public record OpeningBalance(FundClass fundClass, LocalDate day, Money amount) {

    /** Refuses an opening balance of the firm's claim. */
    public OpeningBalance {
        if (fundClass == FundClass.REMUNERATION) {
            throw new IllegalArgumentException("remuneration has no cash");
        }
    }

    /**
     * The open entry: cash against the opening balance, for deposits against what is held.
     *
     * @param salt hides what may have to be erased
     * @return the draft, with the id {@code opening/<class>}
     */
    public EntryDraft entry(Salt salt) {
        AccountCode cash = AccountCode.of(fundClass.prefix() + ".cash");
        AccountCode against =
                fundClass == FundClass.DEPOSITS
                        ? ChartOfAccounts.DEPOSITS_HELD
                        : ChartOfAccounts.openingBalance(fundClass);
        return EntryDraft.of(
                        EntryId.of("opening/" + fundClass.prefix()),
                        EntryKind.OPENING,
                        day,
                        new SourceDocument("opening", fundClass.prefix()),
                        salt)
                .postings(Posting.debit(cash, amount), Posting.credit(against, amount));
    }
}
