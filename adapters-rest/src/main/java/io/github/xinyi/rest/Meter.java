package io.github.xinyi.rest;

import io.github.xinyi.rest.access.Operation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts answers by operation and status, and how long they took, and tells it in the text format
 * of Prometheus 0.0.4. It knows no caller and no community. Thread-safe.
 */
final class Meter {

    private static final int NANOSECOND_DIGITS = 9;

    private final ConcurrentMap<Series, Figures> series = new ConcurrentHashMap<>();

    private record Series(Operation operation, int status) {

        String labels() {
            return "{operation=\"%s\",status=\"%d\"}".formatted(operation.id(), status);
        }
    }

    private record Figures(LongAdder answers, LongAdder nanoseconds) {}

    void count(Operation operation, int status, long nanoseconds) {
        Figures figures =
                series.computeIfAbsent(
                        new Series(operation, status),
                        key -> new Figures(new LongAdder(), new LongAdder()));
        figures.answers().increment();
        figures.nanoseconds().add(nanoseconds);
    }

    /** Two counters, their lines in the order of operations and statuses. */
    String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # HELP xinyi_http_answers_total Answers by operation and status.
                        # TYPE xinyi_http_answers_total counter
                        """);
        StringBuilder seconds =
                new StringBuilder(
                        """
                        # HELP xinyi_http_seconds_total Time until the answer was made.
                        # TYPE xinyi_http_seconds_total counter
                        """);
        series.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                Comparator.comparing(Series::operation)
                                        .thenComparingInt(Series::status)))
                .forEach(
                        counted -> {
                            String labels = counted.getKey().labels();
                            Figures figures = counted.getValue();
                            line(text, "answers", labels, figures.answers().sum() + "");
                            line(seconds, "seconds", labels, seconds(figures.nanoseconds()));
                        });
        return text.append(seconds).toString();
    }

    private static void line(StringBuilder text, String name, String labels, String value) {
        text.append("xinyi_http_%s_total%s %s%n".formatted(name, labels, value).replace("\r", ""));
    }

    private static String seconds(LongAdder nanoseconds) {
        return BigDecimal.valueOf(nanoseconds.sum(), NANOSECOND_DIGITS).toPlainString();
    }
}
