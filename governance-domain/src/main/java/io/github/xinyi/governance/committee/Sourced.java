package io.github.xinyi.governance.committee;

import io.github.xinyi.governance.law.Citation;
import java.util.List;

/**
 * A number or share that local law may set, with where it stands, for example 30 days by PMR art.
 * 16.
 *
 * @param value what it says
 * @param citations where it says so, at least one
 * @param <T> whole numbers or thresholds
 */
record Sourced<T>(T value, List<Citation> citations) {

    /** Copies the citations and refuses a clause without a source. */
    public Sourced {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a clause without a source: " + value);
        }
    }
}
