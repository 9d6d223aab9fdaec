package io.github.xinyi.governance.step;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The steps that a place adds, in the order in which they are taken before each gate, for example
 * 法律顾问审查 and then 街道会商 before a case is closed. A gate that is not passed asks nothing.
 *
 * @param all at most {@link #MAX_STEPS}, each once
 * @since 0.1.0
 */
public record LocalSteps(List<LocalStep> all) {

    /** The most steps that one table adds. */
    public static final int MAX_STEPS = 10;

    /** A place that adds none. */
    public static final LocalSteps NONE = new LocalSteps(List.of());

    /** Copies the steps, and refuses too many and one that stands there twice. */
    public LocalSteps {
        all = List.copyOf(all);
        if (all.size() > MAX_STEPS || new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("not each once, or too many: " + all);
        }
    }

    /**
     * Whether all of them stand before gates of that kind of case.
     *
     * @param gates the words of its gates
     * @return true if no step names another gate
     */
    public boolean areBefore(List<String> gates) {
        return all.stream().allMatch(step -> gates.contains(step.before()));
    }

    /**
     * What is still to be taken before a gate.
     *
     * @param gate its word
     * @param taken what was taken
     * @return in the order of the table; empty where the gate is open
     */
    public List<LocalStep> missing(String gate, Collection<LocalStep> taken) {
        return all.stream()
                .filter(step -> step.before().equals(gate) && !taken.contains(step))
                .toList();
    }

    /**
     * Whether a step is the one to be taken now, as far as the table goes.
     *
     * @param step which
     * @param taken what was taken
     * @return true for the first that is missing before its gate
     */
    public boolean isNext(LocalStep step, Collection<LocalStep> taken) {
        Optional<LocalStep> next = missing(step.before(), taken).stream().findFirst();
        return next.filter(step::equals).isPresent();
    }

    /** For example {@code [结案前:街道会商]}. */
    @Override
    public String toString() {
        return all.toString();
    }
}
