package io.github.xinyi.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xinyi.rest.answer.DisclosedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Writes live feeds as server-sent events: each record of the log once, in order, under its place
 * as the id. Thread-safe.
 */
final class Feeds {

    private final FeedLimits limits;
    private final Semaphore held;

    Feeds(FeedLimits limits) {
        this.limits = limits;
        this.held = new Semaphore(limits.most());
    }

    /**
     * Writes a feed until it ends.
     *
     * @param first the place of the first record wanted
     * @param from the records from a place on, some at a time; empty at the end of the log
     * @param out where to; written to a closed one, the feed ends
     */
    void write(long first, LongFunction<List<DisclosedRecord>> from, OutputStream out)
            throws IOException {
        out.write(line("retry: " + limits.comeBack().toMillis() + "\n"));
        long next = writeAll(first, from, out);
        if (!held.tryAcquire()) {
            return;
        }
        try {
            long end = System.nanoTime() + limits.hold().toNanos();
            while (System.nanoTime() - end < 0 && waited()) {
                // A remark keeps proxies from closing, and shows when the reader has gone.
                out.write(line(":\n"));
                next = writeAll(next, from, out);
            }
        } finally {
            held.release();
        }
    }

    /** False if somebody wants the thread back. */
    private boolean waited() {
        try {
            TimeUnit.NANOSECONDS.sleep(limits.look().toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long writeAll(
            long first, LongFunction<List<DisclosedRecord>> from, OutputStream out)
            throws IOException {
        long next = first;
        for (List<DisclosedRecord> some = from.apply(next);
                !some.isEmpty();
                some = from.apply(next)) {
            for (DisclosedRecord record : some) {
                out.write(event(record));
                next = record.index() + 1;
            }
        }
        out.flush();
        return next;
    }

    private static byte[] event(DisclosedRecord record) throws JsonProcessingException {
        return line(
                "id: %d%nevent: record%ndata: %s%n"
                        .formatted(record.index(), Json.ANSWERS.writeValueAsString(record))
                        .replace("\r\n", "\n"));
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
