package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.SourceDocument;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.function.Predicate;
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
        return on(book, day -> true).atLeastZero();
    }

    /** What was taken back after the last day on which the firm served; it may be given again. */
    Money takenBackSince(BookReader book) {
        return on(book, day -> !isServed(day)).negated().atLeastZero();
    }

    /** Credits less debits of the firm's claim. */
    private Money on(BookReader book, Predicate<LocalDate> days) {
        return Stream.of(Side.values())
                .flatMap(side -> entries(book, side))
                .filter(accrual -> days.test(accrual.effectiveDate()))
                .flatMap(accrual -> accrual.postings().stream())
                .filter(posting -> posting.account().equals(ChartOfAccounts.REMUNERATION_PAYABLE))
                .map(FirmsAccruals::signed)
                .reduce(Money.ofFen(0), Money::plus);
    }

    private Stream<EntryDraft> entries(BookReader book, Side side) {
        return AccountEntries.of(book, ChartOfAccounts.REMUNERATION_PAYABLE, side).stream()
                .filter(entry -> entry.kind() == EntryKind.REMUNERATION_ACCRUAL)
                .filter(entry -> entry.reverses().isEmpty() && isOfContract(entry))
                .filter(accrual -> book.reversalOf(accrual.id()).isEmpty());
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
