package io.github.xinyi.trust.disclosure;

import io.github.xinyi.trust.account.AccountCode;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.book.BookReader;
import io.github.xinyi.trust.book.HouseholdBatch;
import io.github.xinyi.trust.journal.EntryKind;
import io.github.xinyi.trust.journal.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The balances that everybody may see: the fold of the public records and of nothing else, so that
 * anybody who reads the log can compute them again.
 *
 * <p>Open entries count at once; households' entries count when their batch is published, and until
 * then move no figure. Immutable.
 *
 * @since 0.1.0
 */
public final class PublicLedger {

    /**
     * What moved on an account in a month, by the kind of entry.
     *
     * @param account the account
     * @param kind the kind of entry
     * @param month the month of the effective date; of a batch, the day of its publication
     */
    public record Flow(AccountCode account, EntryKind kind, YearMonth month)
            implements Comparable<Flow> {

        private static final Comparator<Flow> ORDER =
                Comparator.comparing(Flow::month)
                        .thenComparing(Flow::account)
                        .thenComparing(Flow::kind);

        @Override
        public int compareTo(Flow other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int PAGE = 1_000;

    private final long size;
    private final @Nullable Instant asOf;
    private final SortedMap<Flow, Balance> flows;
    private final Map<EntryKind, Integer> waiting;
    private final List<HouseholdBatch> batches;

    private PublicLedger(
            long size,
            @Nullable Instant asOf,
            SortedMap<Flow, Balance> flows,
            Map<EntryKind, Integer> waiting,
            List<HouseholdBatch> batches) {
        this.size = size;
        this.asOf = asOf;
        this.flows = flows;
        this.waiting = waiting;
        this.batches = batches;
    }

    /**
     * The ledger of an empty log.
     *
     * @return no balances
     */
    public static PublicLedger empty() {
        return new PublicLedger(
                0, null, new TreeMap<>(), new EnumMap<>(EntryKind.class), List.of());
    }

    /**
     * This ledger and the records that have come since, up to a moment.
     *
     * @param book the book as it stands
     * @param until records of a later moment are left out
     * @return the ledger up to there
     */
    public PublicLedger upTo(BookReader book, Instant until) {
        PublicLedger ledger = this;
        List<PublicRecord> page = page(book, size, until);
        while (!page.isEmpty()) {
            ledger = ledger.plus(page);
            page = page(book, ledger.size, until);
        }
        return ledger;
    }

    /**
     * This ledger and the records that have come since, up to a size of the log.
     *
     * @param book the book as it stands
     * @param until the size, at most that of the book
     * @return the ledger of the first records
     */
    PublicLedger upToSize(BookReader book, long until) {
        PublicLedger ledger = this;
        while (ledger.size < until) {
            int limit = (int) Math.min(PAGE, until - ledger.size);
            List<PublicRecord> page =
                    book.records(ledger.size, limit).stream().map(PublicRecord::of).toList();
            if (page.isEmpty()) {
                throw new IllegalArgumentException(
                        "the log has " + ledger.size + " records, not " + until);
            }
            ledger = ledger.plus(page);
        }
        return ledger;
    }

    private static List<PublicRecord> page(BookReader book, long from, Instant until) {
        return book.records(from, PAGE).stream()
                .map(PublicRecord::of)
                .takeWhile(record -> !record.recordedAt().isAfter(until))
                .toList();
    }

    /**
     * This ledger and the next records.
     *
     * @param records the next ones, without a gap
     * @return the longer ledger
     * @throws IllegalArgumentException if there is a gap
     */
    public PublicLedger plus(List<PublicRecord> records) {
        long next = size;
        Instant last = asOf;
        SortedMap<Flow, Balance> sums = new TreeMap<>(flows);
        Map<EntryKind, Integer> open = new EnumMap<>(EntryKind.class);
        open.putAll(waiting);
        List<HouseholdBatch> published = new ArrayList<>(batches);
        for (PublicRecord record : records) {
            if (record.index() != next) {
                throw new IllegalArgumentException("expected " + next + ", got " + record.index());
            }
            record.fold(
                    o ->
                            add(
                                    sums,
                                    o.entry().draft().kind(),
                                    o.entry().draft().effectiveDate(),
                                    o.entry().draft().postings()),
                    h -> open.merge(h.kind(), 1, Integer::sum),
                    b -> {
                        published.add(b.batch());
                        open.merge(b.batch().kind(), -b.batch().entryCount(), Integer::sum);
                        return add(
                                sums,
                                b.batch().kind(),
                                b.batch().effectiveDate(),
                                b.batch().totals());
                    },
                    close -> 0,
                    account -> 0,
                    erasure -> 0);
            next++;
            last = record.recordedAt();
        }
        return new PublicLedger(next, last, sums, open, List.copyOf(published));
    }

    private static Integer add(
            SortedMap<Flow, Balance> sums, EntryKind kind, LocalDate day, List<Posting> postings) {
        for (Posting posting : postings) {
            sums.compute(
                    new Flow(posting.account(), kind, YearMonth.from(day)),
                    (flow, sum) ->
                            (sum == null ? Balance.zero(posting.account()) : sum).plus(posting));
        }
        return postings.size();
    }

    /**
     * How many records of the log it has counted.
     *
     * @return the size of the log it stands for
     */
    public long size() {
        return size;
    }

    /**
     * When the last counted record was recorded.
     *
     * @return empty for an empty log
     */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * What moved, by month, account and kind.
     *
     * @return in that order
     */
    public List<Map.Entry<Flow, Balance>> flows() {
        return List.copyOf(flows.entrySet());
    }

    /**
     * The sums of the flows that a question selects, by account.
     *
     * @param selected which flows count
     * @return the balances of the accounts concerned, by code
     */
    public SortedMap<AccountCode, Balance> balances(Predicate<Flow> selected) {
        SortedMap<AccountCode, Balance> sums = new TreeMap<>();
        flows.forEach(
                (flow, sum) -> {
                    if (selected.test(flow)) {
                        sums.merge(
                                flow.account(),
                                sum,
                                (a, b) ->
                                        new Balance(
                                                a.account(),
                                                a.debits().plus(b.debits()),
                                                a.credits().plus(b.credits())));
                    }
                });
        return sums;
    }

    /**
     * All public balances.
     *
     * @return by code
     */
    public List<Balance> balances() {
        return List.copyOf(balances(flow -> true).values());
    }

    /**
     * How many households' entries wait for their batch.
     *
     * @return at least zero
     */
    public int waiting() {
        return waiting.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The batches published so far.
     *
     * @return in the order of the log
     */
    public List<HouseholdBatch> batches() {
        return batches;
    }
}
