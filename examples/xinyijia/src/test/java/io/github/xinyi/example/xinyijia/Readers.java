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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Many who read pages at once, each asking for the next as soon as it has the last. */
final class Readers {

    /**
     * What they were answered.
     *
     * @param nanos how long each answer took, the shortest first
     * @param faults every answer that was not 200
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

    private final HttpClient client = HttpClient.newHttpClient();
    private final int readers;

    Readers(int readers) {
        this.readers = readers;
    }

    /** Reads the pages in turn, each reader from another one on. */
    Told read(List<URI> pages, Duration howLong) {
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            List<Callable<Told>> tasks = new ArrayList<>();
            for (int reader = 0; reader < readers; reader++) {
                int first = reader;
                tasks.add(() -> one(pages, first, howLong));
            }
            List<Told> all = new ArrayList<>();
            for (Future<Told> task : threads.invokeAll(tasks)) {
                all.add(task.get());
            }
            return new Told(
                    all.stream().flatMap(told -> told.nanos().stream()).sorted().toList(),
                    all.stream().flatMap(told -> told.faults().stream()).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a reader stopped", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Told one(List<URI> pages, int first, Duration howLong)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        long start = System.nanoTime();
        long before = start;
        for (int asked = first; before - start < howLong.toNanos(); asked++) {
            URI page = pages.get(asked % pages.size());
            HttpResponse<String> answer = get(page);
            long after = System.nanoTime();
            nanos.add(after - before);
            if (answer.statusCode() != 200) {
                faults.add(answer.statusCode() + " " + page + " " + answer.body());
            }
            before = after;
        }
        return new Told(nanos, faults);
    }

    /** One page in Chinese. */
    HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return client.send(request(page, "0"), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI page, String lastEventId) {
        return HttpRequest.newBuilder(page)
                .header("Accept-Language", "zh-CN")
                .header("Last-Event-ID", lastEventId)
                .build();
    }

    /**
     * Follows a feed until each reader has seen the record at a place: whoever's feed ends comes
     * again with the last that he saw, as a browser does.
     *
     * @return the places that each reader was told, in the order told
     */
    List<List<Long>> follow(URI feed, long from, long until) {
        List<List<Long>> seen =
                Stream.generate(() -> Collections.synchronizedList(new ArrayList<Long>()))
                        .limit(readers)
                        .toList();
        List<List<Long>> still = new ArrayList<>(seen);
        while (!still.isEmpty()) {
            still.stream()
                    .map(
                            places ->
                                    client.sendAsync(
                                                    request(
                                                            feed,
                                                            Long.toString(last(places, from))),
                                                    BodyHandlers.ofLines())
                                            .thenAccept(answer -> places.addAll(ids(answer))))
                    .toList()
                    .forEach(asked -> asked.join());
            still.removeIf(places -> last(places, from) >= until);
        }
        return seen;
    }

    private static long last(List<Long> places, long from) {
        return places.isEmpty() ? from : places.get(places.size() - 1);
    }

    private static List<Long> ids(HttpResponse<Stream<String>> answer) {
        try (Stream<String> lines = answer.body()) {
            return lines.filter(line -> line.startsWith("id: "))
                    .map(line -> Long.valueOf(line.substring("id: ".length())))
                    .toList();
        }
    }
}
