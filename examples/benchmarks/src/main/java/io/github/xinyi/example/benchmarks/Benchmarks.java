package io.github.xinyi.example.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares ours with each peer: the two alternate, every run in a virtual machine of its own, and
 * the median of the ratios is held against the floor.
 *
 * <p>{@code java -jar examples/benchmarks/target/benchmarks.jar [--pairs 5] [P8 P14 P15 P16]}. The
 * exit status is 0 if every floor is met, 1 if not, 2 if the words are not understood.
 */
public final class Benchmarks {

    private static final int FEWEST_PAIRS = 5;

    /**
     * A ratio that must be reached.
     *
     * @param number the number under which the design lists it
     * @param ours the benchmark of ours
     * @param peer the benchmark of the peer or limit
     * @param floor how many times the peer's speed ours must have at least, for example 20 or 1/5;
     *     0 where the ratio is told only
     */
    private record Comparison(String number, String ours, String peer, BigDecimal floor) {}

    private static final List<Comparison> ALL =
            List.of(
                    new Comparison(
                            "P8",
                            "PostingInMemory.posts",
                            "PostingInMemory.hashesOnly",
                            new BigDecimal("0.25")),
                    new Comparison(
                            "P14",
                            "VerdictOverRoster.verdict",
                            "VerdictOverRoster.onePass",
                            new BigDecimal("0.2")),
                    new Comparison(
                            "P15",
                            "FeeRunOfMillion.feeRun",
                            "FeeRunOfMillion.multiplyAndRound",
                            new BigDecimal("0.1")),
                    new Comparison(
                            "P16",
                            "ExplainedRule.ours",
                            "ExplainedRule.drools",
                            BigDecimal.valueOf(20)),
                    new Comparison(
                            "P16",
                            "ExplainedRule.ours",
                            "ExplainedRule.easyRules",
                            BigDecimal.valueOf(20)),
                    new Comparison(
                            "P16",
                            "ExplainedRule.ours",
                            "ExplainedRule.easyRulesOneAction",
                            BigDecimal.ZERO));

    private Benchmarks() {}

    /**
     * Runs the comparisons named, or all.
     *
     * @param args numbers such as {@code P14}; {@code --pairs n} with n of at least 5
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws RunnerException {
        int pairs = FEWEST_PAIRS;
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--pairs")
                    && i + 1 < args.length
                    && args[i + 1].matches("[0-9]{1,3}")) {
                pairs = Math.max(FEWEST_PAIRS, Integer.parseInt(args[++i]));
            } else if (args[i].matches("P[0-9]+")) {
                numbers.add(args[i]);
            } else {
                System.err.println(
                        "not understood: " + args[i] + "; usage: [--pairs n] [P8 P14 P15 P16]");
                System.exit(2);
            }
        }
        boolean met = true;
        for (Comparison comparison : ALL) {
            if (numbers.isEmpty() || numbers.contains(comparison.number())) {
                met &= isMet(comparison, pairs);
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static boolean isMet(Comparison comparison, int pairs) throws RunnerException {
        List<BigDecimal> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            BigDecimal ours = nanoseconds(comparison.ours());
            BigDecimal peer = nanoseconds(comparison.peer());
            ratios.add(peer.divide(ours, 4, RoundingMode.HALF_UP));
            System.out.printf(
                    "%s %s %s ns, %s %s ns, ratio %s%n",
                    comparison.number(),
                    comparison.ours(),
                    ours,
                    comparison.peer(),
                    peer,
                    ratios.get(pair));
        }
        BigDecimal median = ratios.stream().sorted().toList().get(pairs / 2);
        boolean met = median.compareTo(comparison.floor()) >= 0;
        System.out.printf(
                "%s %s against %s: median ratio %s, floor %s: %s%n",
                comparison.number(),
                comparison.ours(),
                comparison.peer(),
                median,
                comparison.floor(),
                met ? "met" : "NOT MET");
        return met;
    }

    private static BigDecimal nanoseconds(String benchmark) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("\\." + benchmark.replace(".", "\\.") + "$")
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(2))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var results = new Runner(options).run();
        if (results.size() != 1) {
            throw new IllegalStateException(results.size() + " benchmarks are called " + benchmark);
        }
        return BigDecimal.valueOf(results.iterator().next().getPrimaryResult().getScore())
                .setScale(1, RoundingMode.HALF_UP);
    }
}
