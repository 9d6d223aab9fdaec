package io.github.xinyi.trust.book;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What receipts of cash stand in a book, and whose they are by now. */
final class Receipts {

    private static final Set<EntryKind> KINDS =
            EnumSet.of(
                    EntryKind.FEE_RECEIPT,
                    EntryKind.PUBLIC_INCOME,
                    EntryKind.DEPOSIT_RECEIPT,
                    EntryKind.REMUNERATION_REPAYMENT);

    private static final int DIGITS = 40;

    private final ChartOfAccounts chart;

    Receipts(ChartOfAccounts chart) {
        this.chart = chart;
    }

    /** The receipt of an id, whatever else the book has under it. */
    static Optional<EntryDraft> find(BookReader book, EntryId id) {
        return book.entry(id).map(there -> there.entry().draft());
    }

    /** That an entry brought cash in on one account, and was not taken back. */
    List<Finding> judge(BookReader book, EntryId id) {
        Optional<EntryDraft> there = find(book, id);
        boolean stands = there.filter(this::isReceipt).isPresent() && book.reversalOf(id).isEmpty();
        return List.of(
                RuleCheck.of(LedgerRule.REVERSED_ENTRY_KNOWN, there.isPresent(), "entry", id),
                RuleCheck.of(LedgerRule.RECEIPT_STANDS, stands, "entry", id));
    }

    /** That the household named in a receipt still has it. */
    static Finding withItsUnit(BookReader book, EntryDraft receipt) {
        return RuleCheck.of(
                LedgerRule.RECEIPT_WITH_ITS_UNIT,
                holder(book, receipt).equals(unit(receipt)),
                "entry",
                receipt.id());
    }

    boolean isReceipt(EntryDraft draft) {
        return KINDS.contains(draft.kind())
                && draft.reverses().isEmpty()
                && cash(draft).size() == 1
                && cash(draft).get(0).side() == Side.DEBIT;
    }

    List<Posting> cash(EntryDraft draft) {
        return draft.postings().stream().filter(posting -> isCash(posting.account())).toList();
    }

    /** What a receipt paid for: all its lines but the cash. */
    List<Posting> paidFor(EntryDraft receipt) {
        return receipt.postings().stream().filter(posting -> !isCash(posting.account())).toList();
    }

    Money received(EntryDraft receipt) {
        return cash(receipt).get(0).amount();
    }

    boolean isCash(AccountCode account) {
        return chart.find(account).map(Account::type).filter(AccountType.CASH::equals).isPresent();
    }

    static Optional<UnitId> unit(EntryDraft draft) {
        return draft.visibility().fold(Optional::empty, Optional::of);
    }

    /** How often a receipt was passed on. */
    static int timesPassedOn(BookReader book, EntryId receipt) {
        int times = 0;
        while (book.entry(passedOnTo(receipt, times + 1)).isPresent()) {
            times++;
        }
        return times;
    }

    /** The unit that has a receipt after it was passed on so often. */
    static Optional<UnitId> holder(BookReader book, EntryDraft receipt, int times) {
        return times == 0
                ? unit(receipt)
                : find(book, passedOnTo(receipt.id(), times)).flatMap(Receipts::unit);
    }

    static Optional<UnitId> holder(BookReader book, EntryDraft receipt) {
        return holder(book, receipt, timesPassedOn(book, receipt.id()));
    }

    static EntryId passedOnFrom(EntryId receipt, int time) {
        return EntryId.of("moved/" + digits(receipt) + "/" + time + "/from");
    }

    static EntryId passedOnTo(EntryId receipt, int time) {
        return EntryId.of("moved/" + digits(receipt) + "/" + time + "/to");
    }

    /** The reversal of a receipt that was recorded twice. */
    static EntryId notReceived(EntryId receipt) {
        return EntryId.of("twice/" + digits(receipt));
    }

    static EntryId notReceivedShortfall(EntryId receipt) {
        return EntryId.of("twice/" + digits(receipt) + "/short");
    }

    /** An id may be too long to stand inside another one. */
    private static String digits(EntryId receipt) {
        return CanonicalBytes.part().text(receipt.value()).sha256Hex().substring(0, DIGITS);
    }
}
