package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import java.time.LocalDate;

/**
 * How far the homes of a community have passed to their owners, for example 18,000 of 30,000 m² and
 * 210 of 400 owners since 2022-06-01.
 *
 * @param area the exclusive area delivered
 * @param areaInAll the area of which the law takes the share; local law says which
 * @param owners the owners who have received their homes
 * @param ownersInAll how many there will be
 * @param since the day of the first delivery
 * @since 0.1.0
 */
public record Delivery(
        FloorArea area,
        FloorArea areaInAll,
        HeadCount owners,
        HeadCount ownersInAll,
        LocalDate since) {

    /** Refuses a part above its whole. */
    public Delivery {
        if (area.compareTo(areaInAll) > 0 || owners.compareTo(ownersInAll) > 0) {
            throw new IllegalArgumentException(
                    area + " of " + areaInAll + " m², " + owners + " of " + ownersInAll);
        }
    }
}
