package io.github.xinyi.example.benchmarks.ledger;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.jdbc.JdbcStores;
import io.github.xinyi.trust.account.ChartOfAccounts;
import io.github.xinyi.trust.book.Balance;
import io.github.xinyi.trust.export.PlainTextJournal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * P9: a process that reads a whole book from its file, verifies every record and tells the
 * balances, against {@code ledger balance} on the same book as text. Both are told by the clock and
 * by the most memory they held, which Linux counts.
 */
final class WholeBook {

    private static final CommunityId BOOK = CommunityId.of("whole-book");
    private static final long POLL_MILLIS = 5;
    private static final BigDecimal FLOOR = new BigDecimal("0.5");

    private final Path folder;
    private final int pairs;

    /**
     * A comparison in a folder.
     *
     * @param folder empty
     * @param pairs how many pairs of processes
     */
    WholeBook(Path folder, int pairs) {
        this.folder = folder;
        this.pairs = pairs;
    }

    /** What a process took. */
    private record Taken(long nanos, long kibibytes) {}

    /**
     * Fills a book and runs both.
     *
     * @param entries how many
     * @return time and memory, each at most half of the peer's
     */
    List<Judged> against(long entries) throws IOException, InterruptedException {
        fill(entries);
        List<String> ours =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WholeBook.class.getName(),
                        database().toString());
        List<String> peer = List.of("ledger", "-f", text().toString(), "balance");
        List<BigDecimal> time = new ArrayList<>();
        List<BigDecimal> memory = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Taken mine = run(ours);
            Taken theirs = run(peer);
            System.out.printf("  P9 ours %s, ledger %s%n", mine, theirs);
            time.add(Judged.ratio(mine.nanos(), theirs.nanos()));
            memory.add(Judged.ratio(mine.kibibytes(), theirs.kibibytes()));
        }
        String work = " to load, verify and balance " + entries + " entries against ledger";
        return List.of(
                new Judged("P9", "time" + work, time, new Judged.Bound.AtMost(FLOOR)),
                new Judged("P9", "memory" + work, memory, new Judged.Bound.AtMost(FLOOR)));
    }

    private Path database() {
        return folder.resolve("book");
    }

    private Path text() {
        return folder.resolve("book.ledger");
    }

    private static JdbcConnectionPool open(Path database) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + database, "sa", "");
    }

    private void fill(long entries) throws IOException {
        JdbcConnectionPool pool = open(database());
        try (OurBooks books = OurBooks.hot(pool, BOOK.value(), 1);
                BufferedWriter out = Files.newBufferedWriter(text())) {
            books.fill(entries);
            books.store()
                    .read(
                            BOOK,
                            reader -> {
                                new PlainTextJournal(ChartOfAccounts.standard()).write(reader, out);
                                return entries;
                            });
        } finally {
            pool.dispose();
        }
    }

    private Taken run(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        long kibibytes = 0;
        do {
            kibibytes = Math.max(kibibytes, held(process.pid()));
        } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        long nanos = System.nanoTime() - begin;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command.get(0) + ": " + Files.readString(folder.resolve("out")));
        }
        return new Taken(nanos, kibibytes);
    }

    /** The most that a process held so far, 0 once it has ended. */
    private static long held(long process) {
        Path status = Path.of("/proc", Long.toString(process), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The process has ended between two looks at it; what it held before counts.
            return 0;
        }
    }

    /**
     * Verifies a book in a file and prints its balances.
     *
     * @param arguments where the database is
     */
    public static void main(String[] arguments) {
        JdbcConnectionPool pool = open(Path.of(arguments[0]));
        JdbcStores stores = JdbcStores.on(pool);
        stores.verify(BOOK)
                .ifPresent(
                        fault -> {
                            throw new IllegalStateException(fault.toString());
                        });
        for (Balance balance : stores.books().read(BOOK, reader -> reader.balances())) {
            System.out.println(balance);
        }
        pool.dispose();
    }
}
