package io.github.xinyi.example.benchmarks.ledger;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.BookStore;
import io.github.xinyi.trust.merkle.InclusionProof;
import io.github.xinyi.trust.merkle.MerkleProofs;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;

/** What entries that are kept take up, and how fast they are asked: P10, P11 and P17. */
final class AtRest implements AutoCloseable {

    private static final int TOGETHER = 100;
    private static final int BYTES_OF_A_HASH = 32;
    private static final long MILLISECOND = 1_000_000L;

    private final DataSource ours;
    private final OurBooks books;
    private final CommunityId book;
    private final int pairs;
    private final long nanos;

    /**
     * Comparisons on a database without entries.
     *
     * @param ours connections, at least 8
     * @param pairs how many pairs of runs
     * @param nanos how long each run is
     */
    AtRest(DataSource ours, int pairs, long nanos) {
        this.ours = ours;
        this.books = OurBooks.hot(ours, "at-rest", 1);
        this.book = CommunityId.of("at-rest");
        this.pairs = pairs;
        this.nanos = nanos;
    }

    /**
     * P10 and P11: the bytes of an entry of two postings, indexes included, and the time to tell
     * what an account had after half of them, each against pgledger with as many.
     *
     * @param entries how many both keep, all of one account
     * @param theirs a database in which pgledger is installed and has no transfers
     * @param accounts its accounts, the first the one that all pay
     * @return the ratios, at most 0.75 and at most 0.1
     * @throws SQLException if a database fails
     */
    List<Judged> againstPgledger(int entries, DataSource theirs, List<String> accounts)
            throws SQLException {
        long oursEmpty = bytes(ours);
        long theirsEmpty = bytes(theirs);
        books.fill(entries);
        fill(theirs, accounts, entries);
        long oursAnEntry = (bytes(ours) - oursEmpty) / entries;
        long theirsAnEntry = (bytes(theirs) - theirsEmpty) / entries;
        return List.of(
                new Judged(
                        "P10",
                        "bytes of an entry, "
                                + oursAnEntry
                                + " against "
                                + theirsAnEntry
                                + " of pgledger",
                        List.of(Judged.ratio(oursAnEntry, theirsAnEntry)),
                        new Judged.Bound.AtMost(new BigDecimal("0.75"))),
                balances(entries, theirs, accounts.get(0)));
    }

    private Judged balances(int entries, DataSource theirs, String account) throws SQLException {
        long half = entries / 2;
        try (Connection connection = theirs.getConnection()) {
            require(ourBalance(half), OurBooks.sum(half));
            require(theirBalance(connection, account, half), half * Pgledger.TOGETHER_AMOUNT);
            return Pairs.judge(
                    "P11",
                    "balance after half of " + entries + " entries of an account, against pgledger",
                    new Pairs(pairs)
                            .alternate(
                                    () -> measured(() -> ourBalance(half)),
                                    () -> measured(() -> theirBalance(connection, account, half))),
                    new Judged.Bound.AtMost(new BigDecimal("0.1")),
                    pair -> Judged.ratio(pair.ours().medianNanos(), pair.other().medianNanos()));
        }
    }

    private static void require(long told, long expected) {
        if (told != expected) {
            throw new IllegalStateException("a balance of " + told + ", not " + expected);
        }
    }

    private long ourBalance(long size) {
        return books.store()
                .read(book, reader -> reader.balanceAt(ChartOfAccounts.SERVICE_CASH, size))
                .net()
                .minor();
    }

    /** Its entries of an account are numbered, as the places of our log are. */
    private static long theirBalance(Connection connection, String account, long entries)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT account_current_balance FROM pgledger_entries"
                                + " WHERE account_id = ? AND account_version <= ?"
                                + " ORDER BY account_version DESC LIMIT 1")) {
            query.setString(1, account);
            query.setLong(2, entries);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getBigDecimal(1).longValueExact();
            }
        }
    }

    /**
     * P17: the time of the slowest hundredth of proofs, out of stored nodes, and the bytes of their
     * hashes.
     *
     * @param entries how many the book has at least
     * @return milliseconds, at most 5, and bytes, at most 640
     * @throws SQLException if the database fails
     */
    List<Judged> proofs(long entries) throws SQLException {
        BookStore store = books.store();
        long there = store.read(book, reader -> reader.frontier().size());
        books.fill(Math.max(0, entries - there));
        long size = store.read(book, reader -> reader.frontier().size());
        SplittableRandom random = new SplittableRandom(size);
        List<BigDecimal> milliseconds = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Measured run = measured(() -> prove(store, random.nextLong(size), size));
            milliseconds.add(Judged.ratio(run.p99Nanos(), MILLISECOND));
        }
        long bytes = 0;
        for (int i = 0; i < TOGETHER; i++) {
            int hashes = prove(store, random.nextLong(size), size).path().size();
            bytes = Math.max(bytes, (long) hashes * BYTES_OF_A_HASH);
        }
        return List.of(
                new Judged(
                        "P17",
                        "p99 of an inclusion proof at " + size + " entries, in ms",
                        milliseconds,
                        new Judged.Bound.AtMost(new BigDecimal("5"))),
                new Judged(
                        "P17",
                        "bytes of its path",
                        List.of(BigDecimal.valueOf(bytes)),
                        new Judged.Bound.AtMost(new BigDecimal("640"))));
    }

    private InclusionProof prove(BookStore store, long index, long size) {
        return store.read(book, reader -> MerkleProofs.inclusion(index, size, reader));
    }

    private Measured measured(Contestant.Call call) throws SQLException {
        return Measured.of(new Asking(call), 1, nanos);
    }

    private static void fill(DataSource theirs, List<String> accounts, int entries)
            throws SQLException {
        try (Pgledger peer = Pgledger.hot(theirs, accounts, TOGETHER)) {
            Contestant.Call call = peer.caller(0);
            for (int i = 0; i < entries; i += TOGETHER) {
                call.run();
            }
        }
    }

    /** Of all tables with their indexes, after dead rows were given up. */
    private static long bytes(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
            try (ResultSet result =
                    statement.executeQuery(
                            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
                                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                                    + " WHERE c.relkind = 'r' AND n.nspname = 'public'")) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        books.close();
    }

    /** One question asked again and again. */
    private record Asking(Call question) implements Contestant {
        @Override
        public Call caller(int number) {
            return question;
        }

        @Override
        public int entriesPerCall() {
            return 1;
        }

        @Override
        public void close() {
            // What is asked holds nothing.
        }
    }
}
