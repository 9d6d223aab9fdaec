package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was recorded as earned under one contract, less what was taken back of it, on whatever day:
 * an accrual names its contract. What is imported names none and is of the firm of its day.
 */
record FirmsAccruals(ContractLife life) {

    private static final String CONTRACT = "contract";

    /** What an accrual of a contract stands on. */
    static SourceDocument source(String contract) {
        return new SourceDocument(CONTRACT, contract);
    }

    Money in(BookReader book) {
        return movements(book).stream().reduce(Money.ofFen(0), Money::plus).atLeastZero();
    }

    /** The most that was ever recorded as earned: up to it what was taken back is given again. */
    Money most(BookReader book) {
        Money sum = Money.ofFen(0);
        Money most = sum;
        for (Money movement : movements(book)) {
            sum = sum.plus(movement);
            most = sum.compareTo(most) > 0 ? sum : most;
        }
        return most;
    }

    /** What each entry adds to the firm's claim, in the order of the log. */
    private List<Money> movements(BookReader book) {
        return Stream.of(Side.values())
                .flatMap(side -> entries(book, side))
                .sorted(Comparator.comparing((EntryDraft entry) -> there(book, entry.id()).index()))
                .flatMap(accrual -> accrual.postings().stream())
                .filter(posting -> posting.account().equals(ChartOfAccounts.REMUNERATION_PAYABLE))
                .map(FirmsAccruals::signed)
                .toList();
    }

    private Stream<EntryDraft> entries(BookReader book, Side side) {
        return AccountEntries.of(book, ChartOfAccounts.REMUNERATION_PAYABLE, side).stream()
                .filter(entry -> entry.kind() == EntryKind.REMUNERATION_ACCRUAL)
                .filter(
                        entry ->
                                isOfContract(
                                        entry.reverses()
                                                .map(id -> there(book, id).entry().draft())
                                                .orElse(entry)));
    }

    private static LogRecord.OfEntry there(BookReader book, EntryId id) {
        return book.entry(id).orElseThrow();
    }

    private boolean isOfContract(EntryDraft accrual) {
        return accrual.source().type().equals(CONTRACT)
                ? accrual.source().id().equals(life.contract().terms().id())
                : isServed(accrual.effectiveDate());
    }

    private boolean isServed(LocalDate day) {
        return !day.isBefore(life.contract().terms().startInclusive())
                && life.lastServed().filter(day::isAfter).isEmpty();
    }

    private static Money signed(Posting posting) {
        return posting.side() == Side.CREDIT ? posting.amount() : posting.amount().negated();
    }
}
