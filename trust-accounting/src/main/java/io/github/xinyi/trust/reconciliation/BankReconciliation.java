package io.github.xinyi.trust.reconciliation;

import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bank account compared with the book (银行对账): what is the same money, by which rule, what is left
 * on either side and what might explain it (余额调节表).
 *
 * <p>It cannot be made unless the difference of the balances is exactly that of the openings and of
 * what is left on either side. Source: the form is an interpretation; design F3 for what the bank
 * does by itself.
 *
 * @param through the last effective date of the entries that were compared
 * @param opening by how much the book's opening entries are more than the bank's opening balance
 * @param bankBalance what the bank has
 * @param bookBalance what the book has
 * @param matches the same money, in the order of the rules
 * @param differences what is left, lines first, in the bank's and the book's order
 * @param cancelled entries that no line shows and their reversals, which together are nothing
 * @param proposals what the bank did by itself, in its order
 * @since 0.1.0
 */
public record BankReconciliation(
        LocalDate through,
        Money opening,
        Money bankBalance,
        Money bookBalance,
        List<BankMatch> matches,
        List<BankDifference> differences,
        List<BookMovement> cancelled,
        List<BankProposal> proposals) {

    private static final int PAGE = 1_000;

    /** Copies the lists and asserts that the differences are the whole difference. */
    public BankReconciliation {
        matches = List.copyOf(matches);
        differences = List.copyOf(differences);
        cancelled = List.copyOf(cancelled);
        proposals = List.copyOf(proposals);
        Money nothing =
                cancelled.stream().map(BookMovement::amount).reduce(Money.ofFen(0), Money::plus);
        if (nothing.minor() != 0) {
            throw new IllegalStateException("what was cancelled is " + nothing);
        }
        Money explained =
                differences.stream()
                        .map(d -> d.fold(line -> line.amount().negated(), BankDifference::amount))
                        .reduce(opening, Money::plus);
        if (!bookBalance.minus(bankBalance).equals(explained)) {
            throw new IllegalStateException(
                    bookBalance + " less " + bankBalance + " is not " + explained);
        }
    }

    /**
     * Compares a statement with the book.
     *
     * @param book the book as it stands
     * @param cash the cash accounts that share the bank account
     * @param statement what the bank says, from the opening of the book on
     * @param through entries of a later effective date are left out
     * @param zone in which the bank's moments are days
     * @param rules the ways of matching, in their order
     * @return the comparison
     */
    public static BankReconciliation of(
            BookReader book,
            Collection<AccountCode> cash,
            BankStatement statement,
            LocalDate through,
            ZoneId zone,
            List<MatchRule> rules) {
        BookSide side = new BookSide(Set.copyOf(cash), through);
        long next = 0;
        List<LogRecord> page = book.records(next, PAGE);
        while (!page.isEmpty()) {
            page.forEach(record -> record.asEntry().ifPresent(e -> side.read(e.entry())));
            next += page.size();
            page = book.records(next, PAGE);
        }
        Matching matching = new Matching(zone, statement.lines(), side.movements);
        rules.forEach(matching::run);
        List<BookMovement> cancelled = side.cancelled(matching.openEntries());
        matching.leaveOut(cancelled);
        return new BankReconciliation(
                through,
                side.openings.minus(statement.opening()),
                statement.closing(),
                side.movements.stream()
                        .map(BookMovement::amount)
                        .reduce(side.openings, Money::plus),
                matching.matches(),
                Stream.concat(
                                matching.openLines().stream().map(l -> difference(l, matching)),
                                matching.openEntries().stream().map(e -> difference(e, matching)))
                        .toList(),
                cancelled,
                matching.openLines().stream()
                        .flatMap(line -> proposal(line, matching, side, zone).stream())
                        .toList());
    }

    /** What the book has on the bank account. */
    private static final class BookSide {

        private final Set<AccountCode> cash;
        private final LocalDate through;
        private final List<BookMovement> movements = new ArrayList<>();
        private final Map<EntryId, EntryId> reversalOf = new HashMap<>();
        private Money openings = Money.ofFen(0);

        BookSide(Set<AccountCode> cash, LocalDate through) {
            this.cash = cash;
            this.through = through;
        }

        void read(Entry entry) {
            if (entry.draft().effectiveDate().isAfter(through)) {
                return;
            }
            entry.draft().reverses().ifPresent(there -> reversalOf.put(there, entry.id()));
            Optional<BookMovement> moved = BookMovement.of(entry, cash);
            if (entry.draft().kind() == EntryKind.OPENING) {
                openings = moved.map(BookMovement::amount).map(openings::plus).orElse(openings);
            } else {
                moved.ifPresent(movements::add);
            }
        }

        /** Entries still open whose reversal is open too. */
        List<BookMovement> cancelled(Collection<BookMovement> open) {
            Map<EntryId, BookMovement> byId = new HashMap<>();
            open.forEach(movement -> byId.put(movement.entry(), movement));
            List<BookMovement> pairs = new ArrayList<>();
            for (BookMovement movement : open) {
                Optional.ofNullable(reversalOf.get(movement.entry()))
                        .flatMap(reversal -> Optional.ofNullable(byId.get(reversal)))
                        .ifPresent(
                                reversal -> {
                                    pairs.add(movement);
                                    pairs.add(reversal);
                                });
            }
            return pairs;
        }
    }

    private static BankDifference difference(BankLine line, Matching matching) {
        List<EntryId> candidates = matching.candidatesOf(line).stream().map(EntryId::of).toList();
        return new BankDifference.OfLine(kind(line, matching), line, candidates);
    }

    private static BankDifference difference(BookMovement entry, Matching matching) {
        Set<String> candidates = matching.candidatesOf(entry);
        return new BankDifference.OfEntry(
                candidates.isEmpty()
                        ? BankDifference.Kind.ENTRY_WITHOUT_LINE
                        : BankDifference.Kind.ENTRY_AMBIGUOUS,
                entry,
                List.copyOf(candidates));
    }

    private static BankDifference.Kind kind(BankLine line, Matching matching) {
        if (matching.openEntries().stream().anyMatch(e -> e.isOnLine(line))) {
            return BankDifference.Kind.AMOUNT_DIFFERS;
        }
        if (!matching.candidatesOf(line).isEmpty()) {
            return BankDifference.Kind.LINE_AMBIGUOUS;
        }
        return switch (line.kind()) {
            case BANK_FEE -> BankDifference.Kind.BANK_FEE;
            case INTEREST -> BankDifference.Kind.INTEREST;
            case RETURNED -> BankDifference.Kind.RETURNED;
            case PAYMENT -> BankDifference.Kind.LINE_WITHOUT_ENTRY;
        };
    }

    private static Optional<BankProposal> proposal(
            BankLine line, Matching matching, BookSide side, ZoneId zone) {
        return switch (kind(line, matching)) {
            case BANK_FEE -> Optional.of(new BankProposal.Fee(line));
            case INTEREST -> Optional.of(new BankProposal.Interest(line));
            case RETURNED ->
                    Optional.of(new BankProposal.Returned(line, originals(line, side, zone)));
            default -> Optional.empty();
        };
    }

    private static List<EntryId> originals(BankLine line, BookSide side, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(line.at(), zone);
        return side.movements.stream()
                .filter(e -> e.amount().equals(line.amount().negated()))
                .filter(e -> !side.reversalOf.containsKey(e.entry()))
                .filter(e -> !e.day().isAfter(day))
                .filter(e -> ChronoUnit.DAYS.between(e.day(), day) <= MatchRule.MAX_DAYS)
                .map(BookMovement::entry)
                .sorted()
                .toList();
    }

    /**
     * How many lines of the bank have their entries.
     *
     * @return for example 7,901
     */
    public int matchedLines() {
        return matches.stream().mapToInt(match -> match.lines().size()).sum();
    }

    /**
     * How many lines of the bank have none.
     *
     * @return zero if all are matched
     */
    public int unmatchedLines() {
        return differences.stream().mapToInt(d -> d.fold(line -> 1, entry -> 0)).sum();
    }

    /**
     * Whether bank and book say the same.
     *
     * @return matched if nothing is left on either side and the balances are equal
     */
    public MatchStatus status() {
        return differences.isEmpty() && bankBalance.equals(bookBalance)
                ? MatchStatus.MATCHED
                : MatchStatus.DIFFERENCES;
    }

    /**
     * The share of the bank's movements, by amount in and out, that entries explain.
     *
     * @return exact, 1/1 where nothing moved
     */
    public Ratio explained() {
        long matched =
                matches.stream()
                        .flatMap(match -> match.lines().stream())
                        .mapToLong(line -> Math.abs(line.amount().minor()))
                        .reduce(0, Math::addExact);
        long left =
                differences.stream()
                        .mapToLong(d -> d.fold(line -> Math.abs(line.amount().minor()), e -> 0L))
                        .reduce(0, Math::addExact);
        long all = Math.addExact(matched, left);
        return all == 0 ? Ratio.of(1, 1) : Ratio.of(matched, all);
    }

    /**
     * The balance as it may be shown.
     *
     * @return with its status and explained share, and no line or entry
     */
    public PublishedBalance published() {
        return new PublishedBalance(through, bookBalance, bankBalance, status(), explained());
    }
}
