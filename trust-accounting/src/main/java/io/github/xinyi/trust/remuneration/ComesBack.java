package io.github.xinyi.trust.remuneration;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of which day the money is that comes back (退回归属): a reversal takes back what its original moved,
 * and a refund gives a household back what it paid last. So the base of one firm does not fall by
 * what another one received.
 */
final class ComesBack {

    private static final int PAGE = 1_000;

    /**
     * What came back on an account.
     *
     * @param net debits less credits
     * @param day when it came back
     * @param of when it had come in, or gone out
     */
    record Part(AccountCode account, EntryKind kind, Money net, LocalDate day, LocalDate of) {}

    /** What is left of a receipt with the household that has it. */
    private record Received(EntryId receipt, LocalDate day, Money amount) {}

    private final BookReader book;
    private final List<Part> parts = new ArrayList<>();
    private final Map<UnitId, Deque<Received>> received = new HashMap<>();

    /** What each refund gave back, that of the earliest receipt first. */
    private final Map<EntryId, Deque<Received>> refunded = new HashMap<>();

    private ComesBack(BookReader book) {
        this.book = book;
    }

    /**
     * All of it; reads the whole log, and so is asked where something crosses from firm to firm.
     */
    static List<Part> in(BookReader book) {
        ComesBack all = new ComesBack(book);
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(record -> record.asEntry().stream())
                    .map(record -> record.entry().draft())
                    .forEach(all::read);
            next += page.size();
            page = book.records(next, PAGE);
        }
        return all.parts;
    }

    private void read(EntryDraft entry) {
        Optional<EntryDraft> original = entry.reverses().flatMap(this::find);
        if (original.isPresent()) {
            takeBack(entry, original.get());
        } else {
            unit(entry).ifPresent(unit -> read(entry, of(unit)));
        }
    }

    private void read(EntryDraft entry, Deque<Received> theirs) {
        switch (entry.kind()) {
            case OPENING, FEE_RECEIPT ->
                    comeIn(theirs, entry.id(), entry.effectiveDate(), paid(entry));
            case REALLOCATION -> pass(theirs, entry);
            case REFUND -> giveBack(theirs, entry);
            default -> {}
        }
    }

    /** What a household paid, the last first. */
    private Deque<Received> of(UnitId unit) {
        return received.computeIfAbsent(unit, first -> new ArrayDeque<>());
    }

    private Optional<EntryDraft> find(EntryId id) {
        return book.entry(id).map(there -> there.entry().draft());
    }

    private static Optional<UnitId> unit(EntryDraft entry) {
        return entry.visibility().fold(Optional::empty, Optional::of);
    }

    /** Credits less debits of the fees of a household. */
    private static Money paid(EntryDraft entry) {
        return entry.postings().stream()
                .filter(posting -> posting.account().equals(ChartOfAccounts.FEES_RECEIVABLE))
                .map(posting -> net(posting).negated())
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static Money net(Posting posting) {
        return posting.side() == Side.DEBIT ? posting.amount() : posting.amount().negated();
    }

    private static void comeIn(
            Deque<Received> theirs, EntryId receipt, LocalDate day, Money amount) {
        if (amount.isPositive()) {
            theirs.push(new Received(receipt, day, amount));
        }
    }

    /** A receipt that was the other household's stays of its day. */
    private void pass(Deque<Received> theirs, EntryDraft entry) {
        EntryId receipt = EntryId.of(entry.source().id());
        theirs.removeIf(there -> there.receipt().equals(receipt));
        find(receipt)
                .ifPresent(there -> comeIn(theirs, receipt, there.effectiveDate(), paid(entry)));
    }

    /**
     * What was paid last goes back first; what no receipt is left for is of the refund's own day.
     */
    private void giveBack(Deque<Received> theirs, EntryDraft refund) {
        Money left = paid(refund).negated();
        Deque<Received> given = new ArrayDeque<>();
        for (Iterator<Received> last = theirs.iterator(); last.hasNext() && left.isPositive(); ) {
            Received there = last.next();
            last.remove();
            Money part = there.amount().compareTo(left) < 0 ? there.amount() : left;
            given.push(new Received(there.receipt(), there.day(), part));
            left = left.minus(part);
            if (there.amount().compareTo(part) > 0) {
                theirs.push(new Received(there.receipt(), there.day(), there.amount().minus(part)));
                break;
            }
        }
        given.forEach(part -> add(refund, part.amount(), part.day()));
        refunded.put(refund.id(), given);
    }

    private void add(EntryDraft entry, Money net, LocalDate of) {
        parts.add(
                new Part(
                        ChartOfAccounts.FEES_RECEIVABLE,
                        entry.kind(),
                        net,
                        entry.effectiveDate(),
                        of));
    }

    private void takeBack(EntryDraft entry, EntryDraft original) {
        Optional<UnitId> unit = unit(original);
        if (original.kind() == EntryKind.REFUND && unit.isPresent()) {
            giveAgain(entry, original, of(unit.get()));
            return;
        }
        unit.ifPresent(
                theirs -> of(theirs).removeIf(there -> there.receipt().equals(original.id())));
        for (Posting posting : entry.postings()) {
            parts.add(
                    new Part(
                            posting.account(),
                            entry.kind(),
                            net(posting),
                            entry.effectiveDate(),
                            original.effectiveDate()));
        }
    }

    /** A refund that the bank brought back: the household has again what it had paid last. */
    private void giveAgain(EntryDraft entry, EntryDraft refund, Deque<Received> theirs) {
        Money rest = paid(entry);
        for (Received part : refunded.getOrDefault(refund.id(), new ArrayDeque<>())) {
            theirs.push(part);
            add(entry, part.amount().negated(), part.day());
            rest = rest.minus(part.amount());
        }
        add(entry, rest.negated(), refund.effectiveDate());
    }
}
