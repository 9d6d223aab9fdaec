package io.github.xinyi.example.benchmarks.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Compares our books with pgledger and with plain rows on one PostgreSQL that waits for its disk:
 * ours and the other run in turn, and the median of the ratios is held against the floor.
 *
 * <p>{@code java -Dxinyi.pgledger=uuid-to-ulid.sql:ulid-to-uuid.sql:pgledger.sql -cp
 * examples/benchmarks/target/benchmarks.jar
 * io.github.xinyi.example.benchmarks.ledger.LedgerBenchmarks [--pairs 5] [--seconds 3] [P1 P2 …]}.
 * The exit status is 0 if every floor is met, 1 if not, 2 if the words are not understood. P1 to
 * P5, P7, P10 and P11 need the files of pgledger, which are not part of this project, P9 the
 * program {@code ledger}.
 */
public final class LedgerBenchmarks {

    private static final int FEWEST_PAIRS = 5;
    private static final long SECOND = 1_000_000_000L;
    private static final int CONNECTIONS = 60;
    private static final int TOGETHER = 100;
    private static final int BOOKS_PER_CALLER = 60;
    private static final String FILES = "xinyi.pgledger";
    private static final List<String> AGAINST_PGLEDGER = List.of("P1", "P2", "P3", "P4", "P7");
    private static final int KEPT = 250_000;
    private static final int LONG_BOOK = 1_000_000;

    private final DurableServer server;
    private final int pairs;
    private final long nanos;

    private LedgerBenchmarks(DurableServer server, int pairs, long nanos) {
        this.server = server;
        this.pairs = pairs;
        this.nanos = nanos;
    }

    /**
     * Runs the comparisons named, or all.
     *
     * @param args numbers such as {@code P1}; {@code --pairs n} with n of at least 5; {@code
     *     --seconds n} for each run
     * @throws IOException if the server does not start
     * @throws SQLException if a database fails
     */
    public static void main(String[] args) throws IOException, SQLException {
        int pairs = FEWEST_PAIRS;
        int seconds = 3;
        Set<String> numbers = new TreeSet<>();
        for (int i = 0; i < args.length; i++) {
            boolean counted = i + 1 < args.length && args[i + 1].matches("[0-9]{1,3}");
            if (args[i].equals("--pairs") && counted) {
                pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(args[++i]));
            } else if (args[i].equals("--seconds") && counted) {
                seconds = Math.max(1, Integer.parseInt(args[++i]));
            } else if (args[i].matches("P([1-79]|1[01237])")) {
                numbers.add(args[i].equals("P5") ? "P1" : args[i]);
            } else {
                System.err.println(
                        "not understood: "
                                + args[i]
                                + "; usage: [--pairs n] [--seconds n] [P1 … P7 P9 … P13 P17]");
                System.exit(2);
            }
        }
        boolean met = true;
        try (DurableServer server = DurableServer.start()) {
            for (Judged judged :
                    new LedgerBenchmarks(server, pairs, seconds * SECOND).run(numbers)) {
                System.out.println(judged);
                met &= judged.isMet();
            }
        }
        System.exit(met ? 0 : 1);
    }

    private List<Judged> run(Set<String> asked) throws SQLException, IOException {
        List<Judged> all = new ArrayList<>();
        if (asked.isEmpty() || AGAINST_PGLEDGER.stream().anyMatch(asked::contains)) {
            all.addAll(againstPgledger(asked));
        }
        AgainstItself itself =
                new AgainstItself(server.database("itself", CONNECTIONS), pairs, nanos);
        if (isAsked(asked, "P6")) {
            all.add(itself.manyCallers());
        }
        if (isAsked(asked, "P12")) {
            all.add(itself.longBook(LONG_BOOK, 10_000));
        }
        if (isAsked(asked, "P13")) {
            all.add(itself.tree());
        }
        all.addAll(atRest(asked));
        if (isAsked(asked, "P9")) {
            all.addAll(wholeBook());
        }
        return all;
    }

    private List<Judged> wholeBook() throws IOException {
        Path folder = Files.createTempDirectory("xinyi-p9");
        try {
            return new WholeBook(folder, pairs).against(LONG_BOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private List<Judged> atRest(Set<String> asked) throws SQLException, IOException {
        boolean compared = isAsked(asked, "P10") || isAsked(asked, "P11");
        List<Judged> all = new ArrayList<>();
        if (compared || isAsked(asked, "P17")) {
            try (AtRest atRest = new AtRest(server.database("kept", CONNECTIONS), pairs, nanos)) {
                if (compared) {
                    DataSource theirs = server.database("kepttheirs", CONNECTIONS);
                    List<String> accounts = Pgledger.install(theirs, files());
                    all.addAll(atRest.againstPgledger(KEPT, theirs, accounts));
                }
                if (isAsked(asked, "P17")) {
                    all.addAll(atRest.proofs(LONG_BOOK));
                }
            }
        }
        return all;
    }

    private static boolean isAsked(Set<String> asked, String number) {
        return asked.isEmpty() || asked.contains(number);
    }

    private static String files() {
        String files = System.getProperty(FILES, "");
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "P1 to P5, P7, P10 and P11 need -D"
                            + FILES
                            + " with the SQL files of pgledger");
        }
        return files;
    }

    private List<Judged> againstPgledger(Set<String> asked) throws SQLException, IOException {
        DataSource ours = server.database("ours", CONNECTIONS);
        DataSource theirs = server.database("theirs", CONNECTIONS);
        List<String> accounts = Pgledger.install(theirs, files());
        List<Judged> all = new ArrayList<>();
        if (isAsked(asked, "P1")) {
            all.addAll(hot32(ours, theirs, accounts));
        }
        if (isAsked(asked, "P2")) {
            all.add(hot("P2", "8 callers, one hot book", 8, "2.5", ours, theirs, accounts));
        }
        if (isAsked(asked, "P3")) {
            all.add(hot("P3", "1 caller", 1, "1.0", ours, theirs, accounts));
            all.add(againstPlainRows(ours));
        }
        if (isAsked(asked, "P4")) {
            try (OurBooks books = OurBooks.hot(ours, "p4", TOGETHER);
                    Pgledger peer = Pgledger.hot(theirs, accounts, TOGETHER)) {
                all.add(
                        Pairs.judge(
                                "P4",
                                "100 entries a call against pgledger",
                                alternate(books, peer, 1),
                                new Judged.Bound.AtLeast(new BigDecimal("2.5")),
                                Pairs::ofThroughput));
            }
        }
        if (isAsked(asked, "P7")) {
            try (OurBooks books = OurBooks.many(ours, BOOKS_PER_CALLER);
                    Pgledger peer = Pgledger.distinct(theirs, accounts)) {
                all.add(
                        Pairs.judge(
                                "P7",
                                "many books, 8 callers, against distinct accounts of pgledger",
                                alternate(books, peer, 8),
                                new Judged.Bound.AtLeast(new BigDecimal("2")),
                                Pairs::ofThroughput));
            }
        }
        return all;
    }

    private List<Pairs.Pair> alternate(Contestant ours, Contestant other, int callers)
            throws SQLException {
        return new Pairs(pairs).alternate(() -> run(ours, callers), () -> run(other, callers));
    }

    /** Connections that callers keep are handed back after each run. */
    private Measured run(Contestant contestant, int callers) throws SQLException {
        Measured measured = Measured.of(contestant, callers, nanos);
        if (!(contestant instanceof OurBooks)) {
            contestant.close();
        }
        return measured;
    }

    private List<Judged> hot32(DataSource ours, DataSource theirs, List<String> accounts)
            throws SQLException {
        try (OurBooks books = OurBooks.hot(ours, "p1", 1);
                Pgledger peer = Pgledger.hot(theirs, accounts, 1)) {
            List<Pairs.Pair> all = alternate(books, peer, 32);
            return List.of(
                    Pairs.judge(
                            "P1",
                            "32 callers, one hot book, against pgledger",
                            all,
                            new Judged.Bound.AtLeast(new BigDecimal("8")),
                            Pairs::ofThroughput),
                    Pairs.judge(
                            "P5",
                            "p99 of 32 callers against the mean of pgledger",
                            all,
                            new Judged.Bound.AtMost(new BigDecimal("0.3")),
                            pair ->
                                    Judged.ratio(
                                            pair.ours().p99Nanos(), pair.other().meanNanos())));
        }
    }

    private Judged hot(
            String number,
            String work,
            int callers,
            String floor,
            DataSource ours,
            DataSource theirs,
            List<String> accounts)
            throws SQLException {
        try (OurBooks books = OurBooks.hot(ours, number.toLowerCase(Locale.ROOT), 1);
                Pgledger peer = Pgledger.hot(theirs, accounts, 1)) {
            return Pairs.judge(
                    number,
                    work + ", against pgledger",
                    alternate(books, peer, callers),
                    new Judged.Bound.AtLeast(new BigDecimal(floor)),
                    Pairs::ofThroughput);
        }
    }

    private Judged againstPlainRows(DataSource ours) throws SQLException {
        try (OurBooks books = OurBooks.hot(ours, "floor", 1);
                PlainRows plain = PlainRows.install(server.database("plain", CONNECTIONS))) {
            return Pairs.judge(
                    "P3",
                    "1 caller, against plain rows",
                    alternate(books, plain, 1),
                    new Judged.Bound.None(),
                    Pairs::ofThroughput);
        }
    }
}
