package io.github.xinyi.governance.ruling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of a finding in their fixed order, for example {@code Evidence.of("participating",
 * area).and("total", all).toMap()}.
 *
 * <p>A name may stand once; values are kept as their canonical text. Immutable.
 *
 * @since 0.1.0
 */
public final class Evidence {

    private final Map<String, String> figures;

    private Evidence(Map<String, String> figures) {
        this.figures = figures;
    }

    /**
     * The first figure.
     *
     * @param name letters only, for example {@code participating}
     * @param value its {@code toString} is the canonical text; a dash for the first or last of all
     *     days and moments, which stand for none
     * @return the evidence
     */
    public static Evidence of(String name, Object value) {
        return new Evidence(new LinkedHashMap<>()).and(name, value);
    }

    /**
     * The same evidence with one more figure at the end.
     *
     * @param name letters only
     * @param value as for the first
     * @return the longer evidence
     * @throws IllegalArgumentException if the name is taken or has anything but letters
     */
    public Evidence and(String name, Object value) {
        if (!name.matches("[a-zA-Z]+") || figures.containsKey(name)) {
            throw new IllegalArgumentException("not a new name of letters: " + name);
        }
        Map<String, String> longer = new LinkedHashMap<>(figures);
        longer.put(name, Figures.text(value));
        return new Evidence(longer);
    }

    /**
     * The figures by name.
     *
     * @return an unmodifiable map in the order given
     */
    public Map<String, String> toMap() {
        return Collections.unmodifiableMap(figures);
    }

    @Override
    public String toString() {
        return figures.toString();
    }
}
