package io.github.xinyi.trust.disbursement;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.Acknowledgement;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.CostDebt;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.LedgerRule;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Salt;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.trusteeship.Trusteeship;
import io.github.xinyi.trust.warrant.Warrant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What classes owe each other and no key puts right, since no money leaves the bank: never under an
 * order that is there already.
 *
 * @param trusteeship whose book
 * @param held what open requests hold
 * @param warrant that these rules make the entries
 */
record ClassDebts(Trusteeship trusteeship, HeldMoney held, Warrant.Accrual warrant) {

    Outcome<Acknowledgement> repay(RepaidShortfall repaid, Instant at) {
        Money amount = repaid.amount();
        if (!amount.currency().equals(Book.CURRENCY)) {
            return Outcome.refused(
                    Ruling.of(
                            RuleCheck.of(
                                    DisbursementRule.CURRENCY_OF_BOOK, false, "id", repaid.id())));
        }
        EntryDraft draft =
                EntryDraft.of(
                                repaid.id(),
                                EntryKind.SHORTFALL,
                                repaid.day(),
                                repaid.paper(),
                                repaid.salt())
                        .postings(
                                Posting.debit(ChartOfAccounts.shortfallOwed(repaid.from()), amount),
                                Posting.credit(cash(repaid.from().prefix()), amount),
                                Posting.debit(cash(repaid.to().prefix()), amount),
                                Posting.credit(ChartOfAccounts.shortfallDue(repaid.to()), amount));
        return trusteeship
                .book()
                .accrue(warrant, draft, at, (reader, same) -> repays(reader, repaid, at));
    }

    private static AccountCode cash(String prefix) {
        return AccountCode.of(prefix + ".cash");
    }

    private List<Finding> repays(BookReader book, RepaidShortfall repaid, Instant at) {
        Money owed = book.balance(ChartOfAccounts.shortfallOwed(repaid.from())).net().negated();
        Money due = book.balance(ChartOfAccounts.shortfallDue(repaid.to())).net();
        LocalDate made = OutflowCases.dayOf(at);
        return List.of(
                OutflowCases.servedOrHandedOver(trusteeship, repaid.day()),
                RuleCheck.of(
                        DisbursementRule.DAY_OF_PAYMENT,
                        repaid.day().equals(made),
                        "made",
                        made,
                        "day",
                        repaid.day()),
                RuleCheck.of(
                        DisbursementRule.SHORTFALL_OWED,
                        repaid.amount().compareTo(owed) <= 0 && repaid.amount().compareTo(due) <= 0,
                        "from",
                        repaid.from(),
                        "owed",
                        owed,
                        "to",
                        repaid.to(),
                        "due",
                        due,
                        "amount",
                        repaid.amount()),
                held.cashBesideRequests(book, repaid.from(), repaid.amount(), at));
    }

    Outcome<Acknowledgement> takeBackOpening(
            EntryId opening, EntryId reversal, LocalDate day, Salt salt, Instant at) {
        return trusteeship
                .book()
                .accrueAll(
                        warrant,
                        reader ->
                                opening(reader, opening)
                                        .map(
                                                there ->
                                                        Outcome.accepted(
                                                                List.of(
                                                                        EntryDraft.reversalOf(
                                                                                there, reversal,
                                                                                day, salt))))
                                        .orElseGet(() -> Outcome.refused(unknown(opening))),
                        at,
                        (reader, draft) -> stillOwed(reader, draft, at))
                .then(posted -> Outcome.accepted(posted.get(0)));
    }

    private static Optional<Entry> opening(BookReader book, EntryId id) {
        return book.entry(id)
                .map(there -> there.entry())
                .filter(there -> there.draft().kind() == EntryKind.OPENING);
    }

    private static Ruling unknown(EntryId opening) {
        return Ruling.of(RuleCheck.of(LedgerRule.REVERSED_ENTRY_KNOWN, false, "entry", opening));
    }

    /** That what it brought in is still owed and not about to be paid. */
    private List<Finding> stillOwed(BookReader book, EntryDraft draft, Instant at) {
        List<Finding> findings = new ArrayList<>();
        for (Dues dues : Dues.ofCosts()) {
            Money less = moved(draft, Side.DEBIT, dues.debt());
            if (less.isPositive()) {
                findings.add(costOwed(book, dues, draft.reverses().orElseThrow(), less, at));
            }
        }
        for (FundClass each : FundClass.values()) {
            shortfall(book, draft, Side.DEBIT, ChartOfAccounts.shortfallOwed(each))
                    .ifPresent(findings::add);
            shortfall(book, draft, Side.CREDIT, ChartOfAccounts.shortfallDue(each))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** A debt that came later is none of the opening's, though it is owed to the same class. */
    private Finding costOwed(BookReader book, Dues dues, EntryId opening, Money less, Instant at) {
        Money own = CostDebt.unpaidOf(book, dues, DuesCase.owed(book, dues), opening);
        return DuesCase.within(dues, own, own.minus(held.unpaid(book, dues, opening, at)), less);
    }

    /** What was repaid stays repaid, since nothing would move its cash back. */
    private static Optional<Finding> shortfall(
            BookReader book, EntryDraft draft, Side side, AccountCode account) {
        Money less = moved(draft, side, account);
        if (!less.isPositive()) {
            return Optional.empty();
        }
        Money net = book.balance(account).net();
        return Optional.of(
                DuesCase.within(
                        account.value(),
                        side == Side.DEBIT ? net.negated() : net,
                        Money.zero(Book.CURRENCY),
                        less));
    }

    private static Money moved(EntryDraft draft, Side side, AccountCode account) {
        return draft.postings().stream()
                .filter(posting -> posting.side() == side)
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }
}
