package io.github.xinyi.example.benchmarks.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What callers got in one run: how many entries became durable, and how long each call took. */
final class Measured {

    private static final long SECOND = 1_000_000_000L;

    private final long entries;
    private final long nanos;

    /** In ascending order. */
    private final long[] latencies;

    Measured(long entries, long nanos, long[] latencies) {
        this.entries = entries;
        this.nanos = nanos;
        this.latencies = latencies.clone();
        Arrays.sort(this.latencies);
    }

    /** Lets callers post for some time, all at once. */
    static Measured of(Contestant contestant, int callers, long nanos) throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                Contestant.Call call = contestant.caller(caller);
                tasks.add(() -> until(call, nanos));
            }
            long begin = System.nanoTime();
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> each : threads.invokeAll(tasks)) {
                all.addAll(each.get());
            }
            long took = System.nanoTime() - begin;
            long[] latencies = all.stream().mapToLong(Long::longValue).toArray();
            return new Measured(
                    (long) latencies.length * contestant.entriesPerCall(), took, latencies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> until(Contestant.Call call, long nanos) throws SQLException {
        List<Long> latencies = new ArrayList<>();
        long begin = System.nanoTime();
        long before = begin;
        while (before - begin < nanos) {
            call.run();
            long after = System.nanoTime();
            latencies.add(after - before);
            before = after;
        }
        return latencies;
    }

    /** Entries a second. */
    long perSecond() {
        return entries * SECOND / nanos;
    }

    /** The time of one entry, in which others are posted too. */
    long nanosAnEntry() {
        return nanos / entries;
    }

    /** The mean time of a call. */
    long meanNanos() {
        return Arrays.stream(latencies).sum() / latencies.length;
    }

    /** The time that one call in a hundred exceeds. */
    long p99Nanos() {
        return latencies[(int) ((latencies.length - 1) * 99L / 100)];
    }

    /** The time that one call in two exceeds. */
    long medianNanos() {
        return latencies[latencies.length / 2];
    }
}
