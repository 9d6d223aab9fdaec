package io.github.xinyi.governance.ruling;

import java.time.Instant;
import java.time.LocalDate;
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

    /** The canonical text; a day or moment that bounds all time stands for none and is a dash. */
    static String text(Object figure) {
        return isNone(figure) ? "-" : figure.toString();
    }

    private static boolean isNone(Object figure) {
        return figure.equals(LocalDate.MIN)
                || figure.equals(LocalDate.MAX)
                || figure.equals(Instant.MIN)
                || figure.equals(Instant.MAX);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            written.put(namesAndFigures[i].toString(), text(namesAndFigures[i + 1]));
        }
        return Collections.unmodifiableMap(written).entrySet();
    }
}
