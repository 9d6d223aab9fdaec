package io.github.xinyi.trust.collection;

import java.util.List;

/**
 * How arrears are divided by age (账龄分段), for example {@code new Ageing(List.of(30, 90, 180, 365))}:
 * 1 to 30 days past the due day, 31 to 90, 91 to 180, 181 to 365, and longer. Source:
 * interpretation, configurable.
 *
 * @param lastDays the last day of each bucket but the open one, 1 to 12 growing numbers from 1 to
 *     36,500
 * @since 0.1.0
 */
public record Ageing(List<Integer> lastDays) {

    /** Copies the days and refuses others with {@link IllegalArgumentException}. */
    public Ageing {
        lastDays = List.copyOf(lastDays);
        int before = 0;
        for (int day : lastDays) {
            if (day <= before || day > 36_500) {
                throw new IllegalArgumentException("not buckets: " + lastDays);
            }
            before = day;
        }
        if (lastDays.isEmpty() || lastDays.size() > 12) {
            throw new IllegalArgumentException("1 to 12 bounds, not " + lastDays.size());
        }
    }

    int size() {
        return lastDays.size() + 1;
    }

    int bucket(long daysPastDue) {
        int bucket = 0;
        while (bucket < lastDays.size() && daysPastDue > lastDays.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    int firstDay(int bucket) {
        return bucket == 0 ? 1 : lastDays.get(bucket - 1) + 1;
    }
}
