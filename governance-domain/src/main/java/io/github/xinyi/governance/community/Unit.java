package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An exclusive area (专有部分) as it stood on the record date, for example {@code 1-1-201} of 89.42 m²
 * owned by {@code P0338}.
 *
 * @param id the unit
 * @param building the building as the host names it, for example {@code 1号楼}; 1 to 64 characters,
 *     no control characters
 * @param use what it is used for
 * @param area its exclusive area, at most {@link #MAX_AREA}
 * @param evidence what the area rests on
 * @param status whether the developer still holds it
 * @param owners everyone registered as owner, 1 to {@link #MAX_OWNERS}; sorted, so that the order
 *     of registration makes no difference
 * @since 0.1.0
 */
public record Unit(
        UnitId id,
        String building,
        UnitUse use,
        FloorArea area,
        AreaEvidence evidence,
        DeliveryStatus status,
        SortedSet<PersonId> owners) {

    /** The largest area of one unit: 1,000,000.00 m². */
    public static final FloorArea MAX_AREA = FloorArea.ofSquareDecimetres(100_000_000);

    /** The greatest number of co-owners of one unit. */
    public static final int MAX_OWNERS = 64;

    /** The longest name of a building, in characters. */
    public static final int MAX_BUILDING_LENGTH = 64;

    /** Copies the owners and refuses what is out of bounds. */
    public Unit {
        owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
        if (owners.isEmpty() || owners.size() > MAX_OWNERS) {
            throw new IllegalArgumentException("unit " + id + " has owners: " + owners.size());
        }
        if (!isBuilding(building)) {
            throw new IllegalArgumentException("unit " + id + " has no usable building name");
        }
        if (area.compareTo(MAX_AREA) > 0) {
            throw new IllegalArgumentException("unit " + id + " is too large: " + area);
        }
    }

    static boolean isBuilding(String name) {
        return !name.isBlank()
                && name.length() <= MAX_BUILDING_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }
}
