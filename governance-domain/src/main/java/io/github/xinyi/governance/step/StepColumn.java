package io.github.xinyi.governance.step;

import io.github.xinyi.governance.sheet.Column;
import io.github.xinyi.governance.sheet.Row;
import io.github.xinyi.governance.sheet.SheetRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of steps divided by {@code ;}, those that the library knows by their words and those
 * that the place adds as gate and name, or as gate, name and post, for example {@code
 * 调解前走访;结案前:街道会商;结案前:签认:网格长}. A word that is neither is refused with all that would be accepted, so
 * that a slip of the pen makes no new step. Immutable and thread-safe.
 *
 * @param <S> the steps that the library knows
 * @since 0.1.0
 */
public final class StepColumn<S extends Enum<S>> {

    private final Map<String, S> known;
    private final Column<List<String>> words;

    private StepColumn(Map<String, S> known, Column<List<String>> words) {
        this.known = known;
        this.words = words;
    }

    /**
     * A column of that header.
     *
     * @param header for example {@code 必经环节}
     * @param known the steps that the library knows, by their words
     * @param gates before which a place may add steps, for example {@code 结案}
     * @param <S> the known steps
     * @return the column
     */
    public static <S extends Enum<S>> StepColumn<S> of(
            String header, Map<String, S> known, List<String> gates) {
        Map<String, S> meanings = Map.copyOf(known);
        List<String> accepted = List.copyOf(gates);
        String expected =
                Stream.concat(
                                meanings.keySet().stream().sorted(),
                                accepted.stream().map(gate -> gate + "前:…"))
                        .collect(Collectors.joining("/"));
        Column<List<String>> words =
                Column.text(header)
                        .where(
                                word -> meanings.containsKey(word) || isLocal(word, accepted),
                                SheetRule.LABEL,
                                expected)
                        .list()
                        .where(
                                all -> Set.copyOf(all).size() == all.size(),
                                SheetRule.LIST_REPEAT,
                                "")
                        .where(
                                all ->
                                        all.stream().filter(w -> !meanings.containsKey(w)).count()
                                                <= LocalSteps.MAX_STEPS,
                                SheetRule.RANGE,
                                "0.." + LocalSteps.MAX_STEPS);
        return new StepColumn<>(meanings, words);
    }

    private static boolean isLocal(String word, List<String> gates) {
        try {
            return gates.contains(LocalStep.parse(word).before());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The column itself, for {@code Sheet.read}.
     *
     * @return it yields the words as they stand there
     */
    public Column<List<String>> column() {
        return words;
    }

    /**
     * The known steps of a row.
     *
     * @param row read with {@link #column}
     * @return each once
     */
    public SortedSet<S> known(Row row) {
        List<String> asked = row.get(words);
        SortedSet<S> steps = new TreeSet<>();
        known.forEach(
                (word, step) -> {
                    if (asked.contains(word)) {
                        steps.add(step);
                    }
                });
        return steps;
    }

    /**
     * The steps that the place adds in a row.
     *
     * @param row read with {@link #column}
     * @return in the order of the cell
     */
    public LocalSteps local(Row row) {
        return new LocalSteps(
                row.get(words).stream()
                        .filter(word -> !known.containsKey(word))
                        .map(LocalStep::parse)
                        .toList());
    }
}
