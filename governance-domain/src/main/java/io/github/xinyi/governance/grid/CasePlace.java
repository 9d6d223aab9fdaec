package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.identity.UnitId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a case is, for example in 3号楼, concerning two units.
 *
 * @param building shown to everybody: the name of a building, never of a person or unit; 1 to
 *     {@link #MAX_LENGTH} characters
 * @param units the units concerned, at most {@link #MAX_UNITS}; never public
 * @since 0.1.0
 */
public record CasePlace(String building, SortedSet<UnitId> units) {

    /** The longest name of a building, in characters. */
    public static final int MAX_LENGTH = 64;

    /** The greatest number of units. */
    public static final int MAX_UNITS = 100;

    /** Copies the units and refuses what is out of bounds. */
    public CasePlace {
        if (building.isBlank() || building.length() > MAX_LENGTH || units.size() > MAX_UNITS) {
            throw new IllegalArgumentException(
                    "building of " + building.length() + " characters, units: " + units.size());
        }
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    }
}
