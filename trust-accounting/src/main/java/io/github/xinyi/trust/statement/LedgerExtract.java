package io.github.xinyi.trust.statement;

import io.github.xinyi.trust.account.Account;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.AccountType;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.account.FundClass;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.LogRecord;
import io.github.xinyi.trust.book.PeriodClose;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a book shows on a basis (账簿摘录): the postings of each account up to the period's end, as far
 * as they were known; read once, for any number of statements.
 *
 * <p>Figures are debits less credits. Inside, each account's closing figure is compared with the
 * store's own balance (invariant L4). Immutable.
 *
 * @since 0.1.0
 */
public final class LedgerExtract {

    private static final int PAGE = 1_000;

    private final ChartOfAccounts chart;
    private final StatementBasis basis;
    private final SortedMap<AccountCode, List<Movement>> movements = new TreeMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private @Nullable PeriodClose lastClose;

    private LedgerExtract(ChartOfAccounts chart, StatementBasis basis) {
        this.chart = chart;
        this.basis = basis;
    }

    /**
     * Reads a book.
     *
     * @param chart its accounts
     * @param book the book as it stands
     * @param basis which days, from which knowledge, for whom
     * @return the extract
     * @throws IllegalArgumentException if the log has fewer records than the basis knows, or the
     *     book is another community's
     * @throws IllegalStateException if an account is not in the chart, or the store's balance is
     *     not the sum of its postings: the book was changed by other hands
     */
    public static LedgerExtract of(ChartOfAccounts chart, BookReader book, StatementBasis basis) {
        if (book.frontier().size() < basis.logSize()) {
            throw new IllegalArgumentException(
                    "the log has " + book.frontier().size() + " records, not " + basis.logSize());
        }
        LedgerExtract extract = new LedgerExtract(chart, basis);
        long next = 0;
        while (next < basis.logSize()) {
            int wanted = (int) Math.min(PAGE, basis.logSize() - next);
            List<LogRecord> page = book.records(next, wanted);
            page.forEach(extract::read);
            next += page.size();
        }
        if (basis.view() == StatementView.INTERNAL) {
            extract.compareWith(book);
        }
        return extract;
    }

    private void read(LogRecord record) {
        if (!record.book().equals(basis.community())) {
            throw new IllegalArgumentException("a book of " + record.book());
        }
        record.fold(
                e -> read(e.entry()),
                b -> read(b.batch()),
                c -> {
                    lastClose = c.close();
                    return 0;
                },
                a -> 0,
                x -> 0);
    }

    private int read(Entry entry) {
        EntryDraft draft = entry.draft();
        draft.reverses()
                .filter(original -> !draft.effectiveDate().isAfter(basis.toInclusive()))
                .ifPresent(
                        original -> {
                            takenBack.add(original.value());
                            takenBack.add(draft.id().value());
                        });
        boolean counts =
                basis.view() == StatementView.INTERNAL || entry.draft().visibility().isOpen();
        return counts
                ? add(
                        entry.index(),
                        entry.id().value(),
                        entry.draft().effectiveDate(),
                        entry.draft().kind(),
                        entry.draft().visibility(),
                        entry.draft().postings())
                : 0;
    }

    private int read(HouseholdBatch batch) {
        return basis.view() == StatementView.PUBLIC
                ? add(
                        batch.index(),
                        batch.id(),
                        batch.effectiveDate(),
                        batch.kind(),
                        Visibility.open(),
                        batch.totals())
                : 0;
    }

    private int add(
            long index,
            String record,
            LocalDate day,
            EntryKind kind,
            Visibility visibility,
            List<Posting> postings) {
        if (!day.isAfter(basis.toInclusive())) {
            for (Posting posting : postings) {
                account(posting.account());
                movements
                        .computeIfAbsent(posting.account(), a -> new ArrayList<>())
                        .add(new Movement(index, record, day, kind, visibility, posting));
            }
        }
        return postings.size();
    }

    private void compareWith(BookReader book) {
        for (AccountCode account : movements.keySet()) {
            Money balance = book.balanceOn(account, basis.toInclusive(), basis.logSize()).net();
            Money sum = closing(account).amount();
            if (!sum.equals(balance)) {
                throw new IllegalStateException(account + ": " + sum + " is not " + balance);
            }
        }
    }

    private Account account(AccountCode code) {
        return chart.find(code).orElseThrow(() -> new IllegalStateException("no account " + code));
    }

    /**
     * Which days, from which knowledge, for whom.
     *
     * @return the basis
     */
    public StatementBasis basis() {
        return basis;
    }

    /**
     * The last day that was closed, as far as it was known.
     *
     * @return empty before the first close
     */
    public Optional<LocalDate> closedThrough() {
        return Optional.ofNullable(lastClose).map(PeriodClose::through);
    }

    /**
     * The accounts with postings.
     *
     * @return by code
     */
    public List<Account> accounts() {
        return movements.keySet().stream().map(this::account).toList();
    }

    /**
     * What an account had before the period.
     *
     * @param account the account
     * @return debits less credits
     */
    public Figure opening(AccountCode account) {
        return sum(account, m -> m.day().isBefore(basis.fromInclusive()));
    }

    /**
     * What moved on an account in the period.
     *
     * @param account the account
     * @return debits less credits
     */
    public Figure moved(AccountCode account) {
        return sum(account, m -> !m.day().isBefore(basis.fromInclusive()));
    }

    /**
     * What entries of some kinds moved on an account in the period.
     *
     * @param account the account
     * @param kinds the kinds that count
     * @return debits less credits
     */
    public Figure moved(AccountCode account, Collection<EntryKind> kinds) {
        return moved(account, kinds, basis.fromInclusive(), basis.toInclusive());
    }

    /**
     * What entries of some kinds moved on an account between days.
     *
     * @param account the account
     * @param kinds the kinds that count
     * @param fromInclusive the first effective date
     * @param toInclusive the last effective date; none after the period is known here
     * @return debits less credits
     */
    public Figure moved(
            AccountCode account,
            Collection<EntryKind> kinds,
            LocalDate fromInclusive,
            LocalDate toInclusive) {
        return sum(
                account,
                m ->
                        kinds.contains(m.kind())
                                && !m.day().isBefore(fromInclusive)
                                && !m.day().isAfter(toInclusive));
    }

    /**
     * What entries of one kind moved on an account between days and was not taken back by the
     * period's end, on whatever day.
     */
    Figure stands(
            AccountCode account, EntryKind kind, LocalDate fromInclusive, LocalDate toInclusive) {
        return stands(account, kind, fromInclusive, toInclusive, record -> true);
    }

    /** The same of those entries whose ids are such. */
    Figure stands(
            AccountCode account,
            EntryKind kind,
            LocalDate fromInclusive,
            LocalDate toInclusive,
            Predicate<String> record) {
        return sum(
                account,
                m ->
                        m.kind() == kind
                                && record.test(m.record())
                                && !takenBack.contains(m.record())
                                && !m.day().isBefore(fromInclusive)
                                && !m.day().isAfter(toInclusive));
    }

    /**
     * What an account has at the period's end.
     *
     * @param account the account
     * @return debits less credits
     */
    public Figure closing(AccountCode account) {
        return sum(account, m -> true);
    }

    /** The accounts at the bank of a class; there may be more than its first one. */
    List<AccountCode> cashOf(FundClass fundClass) {
        return accounts().stream()
                .filter(a -> a.fundClass() == fundClass && a.type() == AccountType.CASH)
                .map(Account::code)
                .toList();
    }

    /** One figure of all accounts at the bank of a class. */
    Figure ofCash(FundClass fundClass, Function<AccountCode, Figure> figure) {
        return cashOf(fundClass).stream().map(figure).reduce(Figure.none(), Figure::plus);
    }

    private Figure sum(AccountCode account, Predicate<Movement> counted) {
        return Figure.of(movements(account).stream().filter(counted).map(Movement::part).toList());
    }

    List<Movement> movements(AccountCode account) {
        return movements.getOrDefault(account, List.of());
    }
}
