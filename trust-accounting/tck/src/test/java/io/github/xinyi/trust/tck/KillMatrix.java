package io.github.xinyi.trust.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Which check caught which broken store, written to {@code target/kill-matrix.txt}. */
final class KillMatrix {

    private static final Path FILE = Path.of("target", "kill-matrix.txt");
    private static final Map<String, KillMatrix> ALL = new TreeMap<>();

    private final Collection<String> checks;
    private final Map<String, Set<String>> caught = new TreeMap<>();

    private KillMatrix(Collection<String> checks) {
        this.checks = new TreeSet<>(checks);
    }

    /** The matrix of a contract, with a row for each of its checks. */
    static synchronized KillMatrix of(Class<?> contract) {
        return ALL.computeIfAbsent(
                contract.getSimpleName(),
                name ->
                        new KillMatrix(
                                StoreCheck.all().stream()
                                        .filter(check -> check.contract().equals(name))
                                        .map(StoreCheck::name)
                                        .toList()));
    }

    void add(Class<?> store, Set<String> failed) {
        caught.put(store.getSimpleName(), failed);
    }

    /** The checks that no store has failed, once all of those listed have been judged. */
    Set<String> caughtByNone(Stream<Arguments> listed) {
        Set<String> names =
                listed.map(row -> ((Class<?>) row.get()[0]).getSimpleName())
                        .collect(Collectors.toSet());
        Set<String> left = new TreeSet<>(checks);
        caught.values().forEach(left::removeAll);
        return caught.keySet().containsAll(names) ? left : Set.of();
    }

    /** Rows are checks, columns the broken stores in the order of the list above them. */
    static synchronized void write() {
        List<String> lines = new ArrayList<>();
        ALL.forEach((contract, matrix) -> lines.addAll(matrix.lines(contract)));
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String contract) {
        List<String> lines = new ArrayList<>();
        lines.add(contract + ": " + checks.size() + " checks, " + caught.size() + " broken stores");
        int column = 1;
        for (Map.Entry<String, Set<String>> store : caught.entrySet()) {
            lines.add(
                    String.format(
                            "%4d  %-34s caught by %d",
                            column++, store.getKey(), store.getValue().size()));
        }
        for (String check : checks) {
            StringBuilder row = new StringBuilder();
            caught.values().forEach(failed -> row.append(failed.contains(check) ? 'X' : '.'));
            lines.add(row + "  " + check);
        }
        lines.add("");
        return lines;
    }
}
