package io.github.xinyi.governance.community;

import io.github.xinyi.governance.measure.FloorArea;
import java.util.Comparator;

/**
 * A known area of a unit and what it rests on, for example 89.42 m² by the register.
 *
 * <p>Ordered by evidence, so that of several figures the first is the one that counts (SPC-Own art.
 * 8).
 *
 * @param evidence what it rests on
 * @param area above zero and at most {@link Unit#MAX_AREA}; anything else is refused with {@link
 *     IllegalArgumentException}
 * @since 0.1.0
 */
public record AreaFigure(AreaEvidence evidence, FloorArea area) implements Comparable<AreaFigure> {

    private static final Comparator<AreaFigure> ORDER =
            Comparator.comparing(AreaFigure::evidence).thenComparing(AreaFigure::area);

    /** Refuses an area that no unit has. */
    public AreaFigure {
        if (!isPossible(area)) {
            throw new IllegalArgumentException("no area of a unit: " + area);
        }
    }

    static boolean isPossible(FloorArea area) {
        return area.compareTo(FloorArea.ZERO) > 0 && area.compareTo(Unit.MAX_AREA) <= 0;
    }

    @Override
    public int compareTo(AreaFigure other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code REGISTRY=8942}, in units of 0.01 m². */
    @Override
    public String toString() {
        return evidence + "=" + area.squareDecimetres();
    }
}
