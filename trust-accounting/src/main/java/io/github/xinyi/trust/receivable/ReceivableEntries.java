package io.github.xinyi.trust.receivable;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of what happened to receivables, beside those of {@link
 * io.github.xinyi.trust.billing.Bill#entry}; all are a household's.
 *
 * <p>Example: {@code book.post(ReceivableEntries.writeOff(event, salt), at)}. Late charges stand on
 * accounts of their own in the service fund: they are the owners' money and no base of the firm's
 * remuneration (Trust Law arts. 14 and 26, the latter an interpretation).
 *
 * @since 0.1.0
 */
public final class ReceivableEntries {

    /** Late charges as income of the service fund. */
    public static final AccountCode LATE_CHARGES = AccountCode.of("service.late-charges");

    /** Fees that the owners gave up. */
    public static final AccountCode WRITTEN_OFF = AccountCode.of("service.written-off");

    private ReceivableEntries() {}

    /**
     * The entry of a receipt, which the book is asked to reverse when the bank takes it back, or to
     * pass on when it was another household's.
     *
     * @param number the receipt's number
     * @return for example {@code receipt/R000001}
     */
    public static EntryId receiptId(String number) {
        return EntryId.of("receipt/" + number);
    }

    /**
     * The accounts that a chart needs for late charges and write-offs.
     *
     * @return three accounts of the service fund
     */
    public static List<Account> accounts() {
        return List.of(
                new Account(
                        ChartOfAccounts.LATE_CHARGES_RECEIVABLE,
                        "应收违约金",
                        "Late charges receivable",
                        FundClass.SERVICE_FUND,
                        AccountType.RECEIVABLE),
                new Account(
                        LATE_CHARGES,
                        "违约金收入",
                        "Late charges",
                        FundClass.SERVICE_FUND,
                        AccountType.INCOME),
                new Account(
                        WRITTEN_OFF,
                        "核销物业费",
                        "Fees written off",
                        FundClass.SERVICE_FUND,
                        AccountType.EXPENSE));
    }

    /**
     * The entry of a late charge: receivable against income of the fund.
     *
     * @param event what was charged
     * @param salt hides the household
     * @return the draft, with the id {@code bill/<number>}
     */
    public static EntryDraft lateCharge(ReceivableEvent.LateCharged event, Salt salt) {
        Charge charge = event.charge();
        Money amount = Money.ofFen(charge.amountMinor());
        return EntryDraft.of(
                        EntryId.of("bill/" + charge.number()),
                        EntryKind.BILL,
                        charge.due(),
                        new SourceDocument("bill", charge.number()),
                        salt)
                .visibility(Visibility.household(event.account().unit()))
                .postings(
                        Posting.debit(ChartOfAccounts.LATE_CHARGES_RECEIVABLE, amount),
                        Posting.credit(LATE_CHARGES, amount));
    }

    /**
     * The entry of a receipt: cash against fees receivable and the late charges that it pays, in
     * one entry for the one line of the bank.
     *
     * @param after the receivables that the receipt led to
     * @param event the receipt, one of their events
     * @param salt hides the household
     * @return the draft, with the id {@code receipt/<number>}
     */
    public static EntryDraft receipt(Receivables after, ReceivableEvent.Received event, Salt salt) {
        Payment payment = event.payment();
        long late =
                event.allocations().stream()
                        .filter(allocation -> after.isLateCharge(allocation.bill()))
                        .mapToLong(Allocation::amountMinor)
                        .sum();
        List<Posting> postings = new ArrayList<>();
        postings.add(
                Posting.debit(ChartOfAccounts.SERVICE_CASH, Money.ofFen(payment.amountMinor())));
        if (late < payment.amountMinor()) {
            postings.add(
                    Posting.credit(
                            ChartOfAccounts.FEES_RECEIVABLE,
                            Money.ofFen(payment.amountMinor() - late)));
        }
        if (late > 0) {
            postings.add(
                    Posting.credit(ChartOfAccounts.LATE_CHARGES_RECEIVABLE, Money.ofFen(late)));
        }
        return EntryDraft.of(
                        receiptId(payment.number()),
                        EntryKind.FEE_RECEIPT,
                        payment.day(),
                        SourceDocument.bankLine(payment.bankLine()),
                        salt)
                .visibility(Visibility.household(event.account().unit()))
                .postings(postings);
    }

    /**
     * The entry of a write-off: a cost of the fund against what was receivable.
     *
     * @param after the receivables that the write-off led to
     * @param event what was given up
     * @param salt hides the household
     * @return the draft, with the first bill given up in its id
     */
    public static EntryDraft writeOff(
            Receivables after, ReceivableEvent.WrittenOff event, Salt salt) {
        long late = sum(after, event, true);
        long fees = sum(after, event, false);
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(WRITTEN_OFF, Money.ofFen(Math.addExact(fees, late))));
        if (fees > 0) {
            postings.add(Posting.credit(ChartOfAccounts.FEES_RECEIVABLE, Money.ofFen(fees)));
        }
        if (late > 0) {
            postings.add(
                    Posting.credit(ChartOfAccounts.LATE_CHARGES_RECEIVABLE, Money.ofFen(late)));
        }
        String list = event.list().sha256();
        return EntryDraft.of(
                        EntryId.of(
                                "off/" + event.lines().get(0).bill() + "/" + list.substring(0, 8)),
                        EntryKind.WRITE_OFF,
                        ReceivableState.dayOf(event.occurredAt()),
                        new SourceDocument("owners-decision", list),
                        salt)
                .visibility(Visibility.household(event.account().unit()))
                .postings(postings);
    }

    private static long sum(Receivables after, ReceivableEvent.WrittenOff event, boolean late) {
        return event.lines().stream()
                .filter(line -> after.isLateCharge(line.bill()) == late)
                .mapToLong(WriteOffList.Line::amountMinor)
                .sum();
    }
}
