package io.github.xinyi.example.xinyijia.house.planted.impure;

import java.util.List;
import java.util.Map;

/** Weighs in floating point, on purpose. */
public final class Scale {

    private final double grams;
    private final Map<String, List<Double>> history;

    Scale(Map<String, List<Double>> history) {
        this.grams = Math.sqrt(history.size());
        this.history = Map.copyOf(history);
    }

    boolean weigh(float[] parts) {
        return parts.length > grams;
    }

    Double average() {
        return grams / history.size();
    }
}
