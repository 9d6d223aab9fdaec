package io.github.xinyi.example.xinyijia;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many who read at once, each in a thread of his own, in Chinese. */
final class Readers {

    private static final int OK = 200;
    private static final String ID = "id: ";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int count;

    Readers(int count) {
        this.count = count;
    }

    /**
     * What they were answered.
     *
     * @param nanos how long each answer took, the shortest first
     * @param faults every answer that was not 200, and every connection that broke
     */
    record Told(List<Long> nanos, List<String> faults) {

        /** The time within which all but a hundredth were answered, in whole milliseconds. */
        long p99Millis() {
            return Duration.ofNanos(nanos.get((int) (nanos.size() * 99L / 100))).toMillis();
        }

        /** How many answers there were to one of another run of the same length. */
        BigDecimal against(Told other) {
            return BigDecimal.valueOf(nanos.size())
                    .divide(BigDecimal.valueOf(other.nanos.size()), 3, RoundingMode.DOWN);
        }
    }

    /**
     * Reads the pages in turn, each reader from another one on, and asks for the next as soon as
     * the last has come.
     */
    Told read(List<URI> pages, Duration howLong) {
        List<Told> all = together(reader -> () -> pages(pages, reader, howLong));
        return new Told(
                all.stream().flatMap(told -> told.nanos().stream()).sorted().toList(),
                all.stream().flatMap(told -> told.faults().stream()).toList());
    }

    private Told pages(List<URI> pages, int first, Duration howLong) throws InterruptedException {
        List<Long> nanos = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        long start = System.nanoTime();
        long before = start;
        for (int asked = first; before - start < howLong.toNanos(); asked++) {
            URI page = pages.get(asked % pages.size());
            try {
                HttpResponse<String> answer = get(page);
                if (answer.statusCode() != OK) {
                    faults.add(answer.statusCode() + " " + page + " " + answer.body());
                }
            } catch (IOException e) {
                faults.add(e + " " + page);
            }
            long after = System.nanoTime();
            nanos.add(after - before);
            before = after;
        }
        return new Told(nanos, faults);
    }

    /** One page. */
    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return client.send(request(page).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI page) {
        return HttpRequest.newBuilder(page).header("Accept-Language", "zh-CN");
    }

    /**
     * Follows a feed until each reader has seen the record at a place: whose feed ends comes again
     * with the last that he saw, as a browser does. Every tenth hangs up after the first record of
     * every other answer.
     *
     * @param lastSeen what each has seen before, from 0
     * @param until the place that each is to see
     * @return the places that each reader was told, in the order told
     */
    List<List<Long>> follow(URI feed, long lastSeen, long until) {
        return together(reader -> () -> follow(feed, lastSeen, until, reader % 10 == 0));
    }

    private List<Long> follow(URI feed, long lastSeen, long until, boolean hangsUp)
            throws IOException, InterruptedException {
        List<Long> seen = new ArrayList<>();
        long last = lastSeen;
        for (int asked = 0; last < until; asked++) {
            seen.addAll(records(feed, last, hangsUp && asked % 2 == 0 ? 1 : Long.MAX_VALUE));
            last = seen.isEmpty() ? lastSeen : seen.get(seen.size() - 1);
        }
        return seen;
    }

    private List<Long> records(URI feed, long last, long most)
            throws IOException, InterruptedException {
        HttpRequest again = request(feed).header("Last-Event-ID", Long.toString(last)).build();
        HttpResponse<Stream<String>> answer = client.send(again, BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new IOException(answer.statusCode() + " " + lines.toList());
            }
            return lines.filter(line -> line.startsWith(ID))
                    .map(line -> Long.valueOf(line.substring(ID.length())))
                    .limit(most)
                    .toList();
        }
    }

    private <T> List<T> together(IntFunction<Callable<T>> task) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> all = new ArrayList<>();
            for (Future<T> each :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(task).toList())) {
                all.add(each.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader stopped", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
