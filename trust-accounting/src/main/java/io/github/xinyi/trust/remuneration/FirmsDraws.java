package io.github.xinyi.trust.remuneration;

import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.AccountEntries;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.contract.ContractLife;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was paid to the firm of one contract: each draw and settlement that was signed under it,
 * whenever it was paid, unless the bank brought it back, whenever that was; less what the firm paid
 * back, unless the bank took that back. What nobody signed here, as what is imported, is of the
 * contract of its day; a settlement, of every contract that was taken over before it, since a trust
 * knows of no other's end: it never lets a firm be paid twice.
 */
record FirmsDraws(ContractLife life, Function<EntryId, Optional<String>> contractOf) {

    Money in(BookReader book) {
        Money paidBack =
                repayments(book)
                        .flatMap(repaid -> repaid.postings().stream())
                        .filter(posting -> isClaim(posting, Side.CREDIT))
                        .map(Posting::amount)
                        .reduce(Money.ofFen(0), Money::plus);
        return paid(book).minus(paidBack);
    }

    /** What the firm paid back and the bank did not take back. */
    Stream<EntryDraft> repayments(BookReader book) {
        return AccountEntries.of(book, ChartOfAccounts.REMUNERATION_PAYABLE, Side.CREDIT).stream()
                .filter(entry -> entry.kind() == EntryKind.REMUNERATION_REPAYMENT)
                .filter(entry -> entry.reverses().isEmpty() && isOfContract(entry.id()))
                .filter(repaid -> book.reversalOf(repaid.id()).isEmpty());
    }

    private boolean isOfContract(EntryId repaid) {
        return RemunerationRepayment.isOf(life.contract().terms().id(), repaid);
    }

    private Money paid(BookReader book) {
        return AccountEntries.of(book, ChartOfAccounts.REMUNERATION_PAYABLE, Side.DEBIT).stream()
                .filter(FirmsDraws::isPayment)
                .filter(paid -> book.reversalOf(paid.id()).isEmpty())
                .filter(this::isOfContract)
                .flatMap(paid -> paid.postings().stream())
                .filter(posting -> isClaim(posting, Side.DEBIT))
                .map(Posting::amount)
                .reduce(Money.ofFen(0), Money::plus);
    }

    private static boolean isPayment(EntryDraft draft) {
        return draft.reverses().isEmpty()
                && (draft.kind() == EntryKind.REMUNERATION_DRAW
                        || draft.kind() == EntryKind.HAND_OVER);
    }

    private static boolean isClaim(Posting posting, Side side) {
        return posting.side() == side
                && posting.account().equals(ChartOfAccounts.REMUNERATION_PAYABLE);
    }

    /** Nothing is paid before the contract begins, so that no earlier draw is looked up. */
    private boolean isOfContract(EntryDraft paid) {
        ContractTerms terms = life.contract().terms();
        return !paid.effectiveDate().isBefore(terms.startInclusive())
                && contractOf
                        .apply(paid.id())
                        .map(terms.id()::equals)
                        .orElseGet(() -> isOfItsDays(paid));
    }

    /** It draws while it serves, and is settled afterwards. */
    private boolean isOfItsDays(EntryDraft paid) {
        Optional<LocalDate> last = life.lastServed();
        boolean isAfter = last.filter(day -> paid.effectiveDate().isAfter(day)).isPresent();
        return isAfter == (paid.kind() == EntryKind.HAND_OVER);
    }
}
