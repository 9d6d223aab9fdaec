package io.github.xinyi.example.benchmarks.ledger;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Two things measured in turn, so that both meet the same moods of the machine. */
final class Pairs {

    private static final int WARM_UPS = 2;

    private final int pairs;

    Pairs(int pairs) {
        this.pairs = pairs;
    }

    /** One run. */
    @FunctionalInterface
    interface Run {
        Measured run() throws SQLException;
    }

    /** A run of ours and one of the other. */
    record Pair(Measured ours, Measured other) {}

    /** Runs each twice to warm up, and then both as often as asked, in turn. */
    List<Pair> alternate(Run ours, Run other) throws SQLException {
        for (int i = 0; i < WARM_UPS; i++) {
            ours.run();
            other.run();
        }
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            all.add(new Pair(ours.run(), other.run()));
        }
        return all;
    }

    static Judged judge(
            String number,
            String work,
            List<Pair> pairs,
            Judged.Bound bound,
            Function<Pair, BigDecimal> ratio) {
        pairs.forEach(
                pair ->
                        System.out.printf(
                                "  %s ours %d/s p99 %d us, other %d/s mean %d us%n",
                                number,
                                pair.ours().perSecond(),
                                pair.ours().p99Nanos() / 1_000,
                                pair.other().perSecond(),
                                pair.other().meanNanos() / 1_000));
        return new Judged(number, work, pairs.stream().map(ratio).toList(), bound);
    }

    static BigDecimal ofThroughput(Pair pair) {
        return Judged.ratio(pair.ours().perSecond(), pair.other().perSecond());
    }
}
