package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * How the caller's own units stand in a frozen roster.
 *
 * @param recordDate the day on which it stood so
 * @param units by identifier; none for who has none
 * @since 0.1.0
 */
public record OwnUnits(String recordDate, List<Item> units) implements Answer {

    /** Copies the units. */
    public OwnUnits {
        units = List.copyOf(units);
    }

    /**
     * A unit; of other owners of it nothing is told.
     *
     * @param unit the unit
     * @param building where
     * @param use for example {@code RESIDENTIAL}
     * @param areaSquareMetres the area that counts, for example {@code 89.42}
     * @param evidence what the area rests on
     * @param status whether it was sold and handed over
     * @param owned whether the caller is one of its owners
     * @param votes whether the caller may hand in its ballot on that day
     */
    public record Item(
            String unit,
            String building,
            String use,
            String areaSquareMetres,
            String evidence,
            String status,
            boolean owned,
            boolean votes) {}
}
