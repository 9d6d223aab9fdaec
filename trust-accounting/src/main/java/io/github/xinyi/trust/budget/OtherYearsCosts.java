package io.github.xinyi.trust.budget;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.PassedCost;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What entries of some days of a year took back of another year's costs: an expense account carries
 * no year, and what comes back in a later year frees nothing there (F9).
 *
 * @param expense the account of a line
 * @param from the first day, of the year
 * @param through the last day, of the same year
 */
record OtherYearsCosts(AccountCode expense, LocalDate from, LocalDate through) {

    /** Debits less credits of the entries of a kind. */
    Money in(BookReader book, EntryKind kind) {
        return AccountEntries.of(book, expense, Side.CREDIT).stream()
                .flatMap(credited -> withTakingBack(book, credited))
                .filter(draft -> draft.kind() == kind && isOfDays(draft))
                .filter(draft -> takesBackOtherYears(book, draft))
                .flatMap(draft -> draft.postings().stream())
                .filter(posting -> posting.account().equals(expense))
                .map(OtherYearsCosts::signed)
                .reduce(Money.ofFen(0), Money::plus);
    }

    /** A passed cost is taken back with its payment, and is a debit of the line that paid. */
    private static Stream<EntryDraft> withTakingBack(BookReader book, EntryDraft credited) {
        return Stream.concat(
                Stream.of(credited),
                credited.reverses().stream()
                        .flatMap(payment -> PassedCost.takenBack(book, payment).stream())
                        .flatMap(id -> draft(book, id).stream()));
    }

    private boolean isOfDays(EntryDraft draft) {
        return !draft.effectiveDate().isBefore(from) && !draft.effectiveDate().isAfter(through);
    }

    private boolean takesBackOtherYears(BookReader book, EntryDraft draft) {
        return draft.reverses()
                .or(() -> PassedCost.passingOf(draft.id()))
                .flatMap(id -> draft(book, id))
                .filter(undone -> undone.effectiveDate().getYear() != from.getYear())
                .isPresent();
    }

    private static Optional<EntryDraft> draft(BookReader book, EntryId id) {
        return book.entry(id).map(there -> there.entry().draft());
    }

    private static Money signed(Posting posting) {
        return posting.side() == Side.DEBIT ? posting.amount() : posting.amount().negated();
    }
}
