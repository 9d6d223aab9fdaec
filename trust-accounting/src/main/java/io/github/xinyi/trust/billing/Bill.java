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
import java.time.YearMonth;

/**
 * A property fee that falls due (应收账单), for example unit 3-2-1102, January 2025, 165.33.
 *
 * @param number the bill's number, unique in the community
 * @param unit whose fee
 * @param payer who owes it
 * @param period the month it is for
 * @param issued the day on which it falls due
 * @param amount above zero
 * @since 0.1.0
 */
public record Bill(
        String number, UnitId unit, Payer payer, YearMonth period, LocalDate issued, Money amount) {

    /**
     * A bill that the owners owe.
     *
     * @param number the bill's number
     * @param unit whose fee
     * @param period the month it is for
     * @param issued the day on which it falls due
     * @param amount above zero
     */
    public Bill(String number, UnitId unit, YearMonth period, LocalDate issued, Money amount) {
        this(number, unit, Payer.OWNERS, period, issued, amount);
    }

    /**
     * The entry of the bill, a household's: fees receivable against fee income.
     *
     * @param salt hides the household
     * @return the draft, with the id {@code bill/<number>}
     */
    public EntryDraft entry(Salt salt) {
        return EntryDraft.of(
                        EntryId.of("bill/" + number),
                        EntryKind.BILL,
                        issued,
                        new SourceDocument("bill", number),
                        salt)
                .visibility(Visibility.household(unit))
                .postings(
                        Posting.debit(ChartOfAccounts.FEES_RECEIVABLE, amount),
                        Posting.credit(ChartOfAccounts.FEE_INCOME, amount));
    }
}
