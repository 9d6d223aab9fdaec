package io.github.xinyi.governance.ruling;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The figures of a finding by name, written out when somebody reads them: most findings are met,
 * and most of those are read by nobody. Immutable: a figure that might change is written at once.
 */
final class Figures extends AbstractMap<String, String> {

    private final Object[] namesAndFigures;

    private Figures(Object[] namesAndFigures) {
        this.namesAndFigures = namesAndFigures;
    }

    /** Names and figures in turn. */
    static Figures of(Object... namesAndFigures) {
        Object[] kept = new Object[namesAndFigures.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = kept(namesAndFigures[i]);
        }
        return new Figures(kept);
    }

    /** Amounts, days, codes and numbers are comparable and never change; a list may. */
    private static Object kept(Object figure) {
        if (figure instanceof String || figure instanceof Integer || figure instanceof Enum<?>) {
            return figure;
        }
        return figure instanceof Comparable<?> && !(figure instanceof CharSequence)
                ? figure
                : figure.toString();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            written.put(namesAndFigures[i].toString(), namesAndFigures[i + 1].toString());
        }
        return Collections.unmodifiableMap(written).entrySet();
    }
}
