package io.github.xinyi.trust.book;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.Dues;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Of one debt between classes for a cost, what nobody has paid (未清偿往来款). Debts are paid in the
 * order in which they were recorded, whatever their days; what was taken back of one lessens that
 * one alone. So nothing that comes later makes a debt unpaid that was paid.
 *
 * <p>Example: 600.00 and then 500.00 were owed and 700.00 is paid: of the later debt 400.00 is
 * unpaid, of the earlier none.
 *
 * @param entry what raised it
 * @param stands false once its cost was taken back or its entry reversed
 * @param unpaid above zero
 * @since 0.1.0
 */
public record CostDebt(EntryDraft entry, boolean stands, Money unpaid) {

    /**
     * The debts that are not paid.
     *
     * @param book the book as it stands
     * @param dues who owes whom
     * @param outstanding what is unpaid of all of them together
     * @return the latest first
     */
    public static List<CostDebt> of(BookReader book, Dues dues, Money outstanding) {
        if (!outstanding.isPositive()) {
            return List.of();
        }
        List<CostDebt> debts = new ArrayList<>();
        Money left = outstanding;
        Iterator<EntryDraft> raising = AccountEntries.latestFirst(book, dues.claim(), Side.DEBIT);
        while (left.isPositive() && raising.hasNext()) {
            EntryDraft entry = raising.next();
            Optional<EntryDraft> back = takenBack(book, entry.id());
            Money unpaid = less(raised(entry, dues, Side.DEBIT), back, dues);
            unpaid = unpaid.compareTo(left) < 0 ? unpaid : left;
            if (unpaid.isPositive()) {
                debts.add(new CostDebt(entry, back.isEmpty(), unpaid));
                left = left.minus(unpaid);
            }
        }
        return List.copyOf(debts);
    }

    /**
     * Of the debt that one entry raised, what is not paid.
     *
     * @param book the book as it stands
     * @param dues who owes whom
     * @param outstanding what is unpaid of all debts together
     * @param entry the entry
     * @return at least zero; zero also where the entry raised none
     */
    public static Money unpaidOf(BookReader book, Dues dues, Money outstanding, EntryId entry) {
        return of(book, dues, outstanding).stream()
                .filter(debt -> debt.entry().id().equals(entry))
                .map(CostDebt::unpaid)
                .findFirst()
                .orElse(Money.zero(Book.CURRENCY));
    }

    private static Money less(Money raised, Optional<EntryDraft> back, Dues dues) {
        return back.map(entry -> raised.minus(raised(entry, dues, Side.CREDIT))).orElse(raised);
    }

    private static Optional<EntryDraft> takenBack(BookReader book, EntryId id) {
        return book.reversalOf(id)
                .or(() -> PassedCost.takingBackOf(id))
                .flatMap(book::entry)
                .map(there -> there.entry().draft());
    }

    private static Money raised(EntryDraft entry, Dues dues, Side side) {
        return entry.postings().stream()
                .filter(posting -> posting.account().equals(dues.claim()))
                .filter(posting -> posting.side() == side)
                .map(posting -> posting.amount())
                .reduce(Money.zero(Book.CURRENCY), Money::plus);
    }

    /**
     * Whether it is owed for a cost that was passed from an account and is not back.
     *
     * @param account the cost account of a line that paid
     * @return false for a cost that came back, to whichever class
     */
    public boolean relieves(AccountCode account) {
        return stands
                && entry.kind() == EntryKind.MISPLACED_COST
                && PassedCost.takingBackOf(entry.id()).isPresent()
                && entry.postings().stream()
                        .filter(posting -> posting.side() == Side.CREDIT)
                        .anyMatch(posting -> posting.account().equals(account));
    }
}
