package io.github.xinyi.trust.tck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.Book;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.book.UnitHolders;
import io.github.xinyi.trust.disclosure.PublicLedger;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.journal.EntryDraft;
import io.github.xinyi.trust.journal.EntryId;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import io.github.xinyi.trust.journal.Side;
import io.github.xinyi.trust.journal.Visibility;
import io.github.xinyi.trust.money.Money;
import io.github.xinyi.trust.receivable.ReceivableEntries;
import io.github.xinyi.trust.tck.InMemoryBookStore;
import io.github.xinyi.trust.tck.SampleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/**
 * Guards T5: whoever keeps every public view of months and subtracts them as he likes learns no sum
 * of fewer than five households.
 *
 * <p>The attacker knows which household every closed entry is of, which accounts it touches and
 * that it balances, but no amount. Each step from one view to the next is then a linear equation in
 * the amounts, and he has learned something of a few households if some combination of his
 * equations is about them alone. That is so exactly if leaving out their columns lowers the rank of
 * what he knows.
 */
class DifferencingProperties {

    private static final int NEEDED = 5;
    private static final int UNITS = 10;
    private static final long PRIME = 1_000_003;
    private static final CommunityId ID = CommunityId.of("S007");

    private static final List<AccountCode> DEBITS =
            List.of(ChartOfAccounts.FEES_RECEIVABLE, ChartOfAccounts.LATE_CHARGES_RECEIVABLE);

    private static final List<AccountCode> CREDITS =
            List.of(ChartOfAccounts.FEE_INCOME, ReceivableEntries.LATE_CHARGES);

    /** Which pairs of accounts the households of a history use, the rarer of them seldom. */
    private static final List<List<Integer>> HABITS =
            List.of(
                    List.of(0),
                    List.of(0, 3),
                    List.of(0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 2),
                    List.of(0, 0, 0, 0, 0, 1),
                    List.of(0, 1, 2, 3));

    /** One command: a household's entry, its reversal, an open entry, or an attempt to publish. */
    record Step(int what, int unit, int way, int fen) {}

    /** A history as it was recorded, and what each step moved in the public view. */
    private static final class History {
        private final Book book =
                new Book(
                        ID,
                        SampleBook.chart().with(ReceivableEntries.accounts()),
                        new InMemoryBookStore());
        private final UnitHolders holders;
        private final List<Integer> habit;
        private final List<Entry> closed = new ArrayList<>();
        private final List<HouseholdBatch> batches = new ArrayList<>();
        private PublicLedger view = PublicLedger.empty();
        private int number;

        History(UnitHolders holders, List<Integer> habit) {
            this.holders = holders;
            this.habit = habit;
        }

        /** Carries a step out, and answers the batch that it published. */
        Optional<HouseholdBatch> take(Step step) {
            number++;
            LocalDate day = SampleBook.DAY.plusDays(number);
            if (step.what() == 0) {
                book.post(SampleBook.opening("open" + number, step.fen()), SampleBook.MOMENT);
                return Optional.empty();
            }
            if (step.what() <= 2) {
                EntryKind kind = step.what() == 1 ? EntryKind.WRITE_OFF : EntryKind.BILL;
                return book.publishBatch(kind, NEEDED, holders, SampleBook.MOMENT, day)
                        .fold(batch -> batch, ruling -> Optional.empty());
            }
            EntryDraft draft =
                    step.what() == 3 && !closed.isEmpty()
                            ? reversal(closed.get(step.fen() % closed.size()), day)
                            : household(step, day);
            return book.post(draft, SampleBook.MOMENT)
                    .fold(
                            done -> {
                                closed.add(done.entry());
                                return Optional.empty();
                            },
                            ruling -> Optional.empty());
        }

        private EntryDraft reversal(Entry original, LocalDate day) {
            String id = "back" + number;
            return EntryDraft.reversalOf(original, EntryId.of(id), day, SampleBook.salt(id));
        }

        private EntryDraft household(Step step, LocalDate day) {
            EntryKind kind = step.way() % 7 == 0 ? EntryKind.WRITE_OFF : EntryKind.BILL;
            int pair = habit.get(step.way() % habit.size());
            AccountCode owed = DEBITS.get(pair >> 1);
            boolean isBill = kind == EntryKind.BILL;
            AccountCode debit = isBill ? owed : ReceivableEntries.WRITTEN_OFF;
            AccountCode credit = isBill ? CREDITS.get(pair & 1) : owed;
            return SampleBook.draft("h" + number, kind, day)
                    .postings(
                            Posting.debit(debit, Money.ofFen(step.fen())),
                            Posting.credit(credit, Money.ofFen(step.fen())))
                    .visibility(Visibility.household(UnitId.of("u" + step.unit())));
        }

        /** What moved in the public balances since the last view. */
        Map<AccountCode, Long> look() {
            PublicLedger before = view;
            view = book.read(reader -> before.upTo(reader, SampleBook.MOMENT));
            Map<AccountCode, Long> moved = new TreeMap<>();
            for (Balance balance : view.balances()) {
                moved.merge(balance.account(), balance.net().minor(), Long::sum);
            }
            for (Balance balance : before.balances()) {
                moved.merge(balance.account(), -balance.net().minor(), Long::sum);
            }
            moved.values().removeIf(sum -> sum == 0);
            return moved;
        }

        List<Entry> entriesOf(HouseholdBatch batch) {
            return closed.stream()
                    .filter(entry -> entry.draft().kind() == batch.kind())
                    .filter(entry -> entry.index() >= batch.fromIndex())
                    .filter(entry -> entry.index() < batch.toIndex())
                    .toList();
        }

        UnitId householdOf(Entry entry) {
            return entry.draft().visibility().fold(() -> UnitId.of("none"), holders::groupOf);
        }
    }

    @Provide
    Arbitrary<List<Step>> months() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, UNITS),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.integers().between(1, 500))
                .as(Step::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(160);
    }

    @Provide
    Arbitrary<List<Integer>> owners() {
        return Arbitraries.integers().between(1, 6 * UNITS).list().ofSize(UNITS);
    }

    @Property(tries = 150)
    void noDifferenceOfPublicViewsIsAboutFewerThanFiveHouseholds(
            @ForAll("months") List<Step> months,
            @ForAll("owners") List<Integer> owners,
            @ForAll @IntRange(max = 4) int habit) {
        History history = new History(holders(owners), HABITS.get(habit));
        Set<EntryId> published = new HashSet<>();
        for (Step step : months) {
            Optional<HouseholdBatch> batch = history.take(step);
            Map<AccountCode, Long> moved = history.look();
            if (batch.isPresent()) {
                List<Entry> entries = history.entriesOf(batch.get());
                entries.forEach(
                        entry -> assertThat(published.add(entry.id())).as("in one batch").isTrue());
                assertThat(moved).as("the view moves by the batch alone").isEqualTo(sums(entries));
                history.batches.add(batch.get());
            } else if (step.what() != 0) {
                assertThat(moved).as("a household's entry moves nothing").isEmpty();
            }
        }
        Statistics.label("batches")
                .collect(history.batches.isEmpty() ? "none" : "some")
                .coverage(checker -> checker.check("some").percentage(share -> share > 10));

        // No entry is in two batches, so the equations of two batches have no amount in common, and
        // what can be combined is found within each.
        history.batches.forEach(batch -> assertTellsOfNoFew(history, batch));
    }

    private static UnitHolders holders(List<Integer> owners) {
        Map<UnitId, Set<PersonId>> ownersOf = new HashMap<>();
        for (int i = 0; i < UNITS; i++) {
            ownersOf.put(UnitId.of("u" + (i + 1)), Set.of(PersonId.of("p" + owners.get(i))));
        }
        return UnitHolders.of(ownersOf);
    }

    private static Map<AccountCode, Long> sums(List<Entry> entries) {
        Map<AccountCode, Long> sums = new TreeMap<>();
        for (Entry entry : entries) {
            for (Posting posting : entry.draft().postings()) {
                sums.merge(posting.account(), sign(posting) * posting.amount().minor(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static long sign(Posting posting) {
        return posting.side() == Side.DEBIT ? 1 : -1;
    }

    private static void assertTellsOfNoFew(History history, HouseholdBatch batch) {
        List<Entry> entries = history.entriesOf(batch);
        List<UnitId> households = entries.stream().map(history::householdOf).distinct().toList();
        int known = rank(equations(entries));
        for (Set<UnitId> four : setsOf(households, NEEDED - 1)) {
            List<Entry> others =
                    entries.stream()
                            .filter(entry -> !four.contains(history.householdOf(entry)))
                            .toList();
            assertThat(rank(equations(others))).as("rank without %s", four).isEqualTo(known);
        }
    }

    /** One row an account, one column an entry: by balance each entry has one unknown amount. */
    private static long[][] equations(List<Entry> entries) {
        List<AccountCode> accounts = new ArrayList<>(DEBITS);
        accounts.addAll(CREDITS);
        accounts.add(ReceivableEntries.WRITTEN_OFF);
        long[][] rows = new long[accounts.size()][entries.size()];
        for (int column = 0; column < entries.size(); column++) {
            for (Posting posting : entries.get(column).draft().postings()) {
                rows[accounts.indexOf(posting.account())][column] += sign(posting);
            }
        }
        return rows;
    }

    private static List<Set<UnitId>> setsOf(List<UnitId> households, int size) {
        List<Set<UnitId>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << households.size(); bits++) {
            if (Integer.bitCount(bits) == Math.min(size, households.size())) {
                Set<UnitId> set = new HashSet<>();
                for (int i = 0; i < households.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        set.add(households.get(i));
                    }
                }
                sets.add(set);
            }
        }
        return sets;
    }

    /** The rank over the numbers modulo a prime, far above every coefficient. */
    private static int rank(long[][] rows) {
        int rank = 0;
        int columns = rows.length == 0 ? 0 : rows[0].length;
        for (int column = 0; column < columns && rank < rows.length; column++) {
            int pivot = rank;
            while (pivot < rows.length && Math.floorMod(rows[pivot][column], PRIME) == 0) {
                pivot++;
            }
            if (pivot < rows.length) {
                long[] row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank] = row;
                for (int other = rank + 1; other < rows.length; other++) {
                    clear(rows[other], row, column);
                }
                rank++;
            }
        }
        return rank;
    }

    private static void clear(long[] row, long[] pivot, int column) {
        long factor = row[column];
        long lead = pivot[column];
        for (int i = column; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] * lead - pivot[i] * factor, PRIME);
        }
    }
}
