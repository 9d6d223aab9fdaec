package io.github.xinyi.example.benchmarks.ledger;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.book.Leaf;
import io.github.xinyi.trust.journal.Entry;
import io.github.xinyi.trust.merkle.Frontier;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** What ours keeps of its own speed: with many callers, in a long book, with its tree. */
public final class AgainstItself {

    private static final int MANY = 50;
    private static final int FEW = 8;
    private static final int HOT = 32;

    private final DataSource source;
    private final int pairs;
    private final long nanos;

    /**
     * Comparisons on an empty database.
     *
     * @param source connections, at least 8
     * @param pairs how many pairs of runs, at least 5
     * @param nanos how long each run is
     */
    public AgainstItself(DataSource source, int pairs, long nanos) {
        this.source = source;
        this.pairs = pairs;
        this.nanos = nanos;
    }

    /**
     * P6: the throughput of 50 callers against that of 8.
     *
     * @return the ratios, at least 1.0
     * @throws SQLException if the database fails
     */
    public Judged manyCallers() throws SQLException {
        try (OurBooks books = OurBooks.hot(source, "p6", 1)) {
            return Pairs.judge(
                    "P6",
                    "throughput of 50 callers against that of 8",
                    new Pairs(pairs)
                            .alternate(
                                    () -> Measured.of(books, MANY, nanos),
                                    () -> Measured.of(books, FEW, nanos)),
                    new Judged.Bound.AtLeast(new BigDecimal("1.0")),
                    Pairs::ofThroughput);
        }
    }

    /**
     * P12: the time of a single append to a long book against that to a short one.
     *
     * @param longEntries how many entries the long book has
     * @param shortEntries how many the short one begins with
     * @return the ratios, at most 1.5
     * @throws SQLException if the database fails
     */
    public Judged longBook(long longEntries, long shortEntries) throws SQLException {
        try (OurBooks longBook = OurBooks.hot(source, "p12-long", 1);
                OurBooks shortBook = OurBooks.hot(source, "p12-short", 1)) {
            longBook.fill(longEntries);
            shortBook.fill(shortEntries);
            return Pairs.judge(
                    "P12",
                    "time of an append at " + longEntries + " entries against " + shortEntries,
                    new Pairs(pairs)
                            .alternate(
                                    () -> Measured.of(longBook, 1, nanos),
                                    () -> Measured.of(shortBook, 1, nanos)),
                    new Judged.Bound.AtMost(new BigDecimal("1.5")),
                    pair -> Judged.ratio(pair.ours().medianNanos(), pair.other().medianNanos()));
        }
    }

    /**
     * P13: the throughput of 32 callers with the tree against that without: no node is kept, and
     * the time to hash, which both spend, is taken from the other's.
     *
     * @return the ratios, at least 0.85
     * @throws SQLException if the database fails
     */
    public Judged tree() throws SQLException {
        long hashing = nanosToHash();
        try (OurBooks with = OurBooks.hot(source, "p13-with", 1);
                OurBooks without = OurBooks.hot(source, "p13-without", 1, WithoutTree::new)) {
            return Pairs.judge(
                    "P13",
                    "throughput with the tree against that without (hashing " + hashing + " ns)",
                    new Pairs(pairs)
                            .alternate(
                                    () -> Measured.of(with, HOT, nanos),
                                    () -> Measured.of(without, HOT, nanos)),
                    new Judged.Bound.AtLeast(new BigDecimal("0.85")),
                    pair ->
                            Judged.ratio(
                                    pair.other().nanosAnEntry() - hashing,
                                    pair.ours().nanosAnEntry()));
        }
    }

    /** Of one entry, its leaf and its place in the tree, by one thread. */
    private static long nanosToHash() {
        int entries = 20_000;
        List<Entry> drafts =
                LongStream.range(0, entries)
                        .mapToObj(
                                i ->
                                        new Entry(
                                                CommunityId.of("p13"),
                                                i,
                                                Instant.parse("2025-03-01T02:00:00.123Z"),
                                                OurBooks.draft(0, i)))
                        .toList();
        long nanos = 0;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            Frontier frontier = Frontier.empty();
            for (Entry entry : drafts) {
                frontier = frontier.append(Leaf.hashOf(entry)).frontier();
            }
            nanos = (System.nanoTime() - begin) / frontier.size();
        }
        return nanos;
    }
}
