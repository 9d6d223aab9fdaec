package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import java.util.Collections;
import java.util.List;
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
 * @param figures every known figure of its area, one for each kind of evidence, at least one; the
 *     best evidence counts (SPC-Own art. 8)
 * @param status whether the developer still holds it
 * @param title on what the ownership rests; {@link OwnerTitle#IN_POSSESSION} only if handed over
 * @param owners everyone known as owner or buyer, 1 to {@link #MAX_OWNERS}; sorted, so that the
 *     order of registration makes no difference
 * @param shares empty for joint ownership (共同共有), else one for each owner, together exactly one
 * @since 0.1.0
 */
public record Unit(
        UnitId id,
        String building,
        UnitUse use,
        SortedSet<AreaFigure> figures,
        DeliveryStatus status,
        OwnerTitle title,
        SortedSet<PersonId> owners,
        SortedSet<OwnerShare> shares) {

    /** The largest area of one unit: 1,000,000.00 m². */
    public static final FloorArea MAX_AREA = FloorArea.ofSquareDecimetres(100_000_000);

    /** The greatest number of co-owners of one unit. */
    public static final int MAX_OWNERS = 64;

    /** The longest name of a building, in characters. */
    public static final int MAX_BUILDING_LENGTH = 64;

    /** Copies the sets and refuses what is out of bounds with {@link IllegalArgumentException}. */
    public Unit {
        owners = Collections.unmodifiableSortedSet(new TreeSet<>(owners));
        shares = Collections.unmodifiableSortedSet(new TreeSet<>(shares));
        figures = Collections.unmodifiableSortedSet(new TreeSet<>(figures));
        if (owners.isEmpty() || owners.size() > MAX_OWNERS) {
            throw new IllegalArgumentException("unit " + id + " has owners: " + owners.size());
        }
        if (!isBuilding(building)) {
            throw new IllegalArgumentException("unit " + id + " has no usable building name");
        }
        if (figures.isEmpty()
                || figures.stream().map(AreaFigure::evidence).distinct().count() < figures.size()) {
            throw new IllegalArgumentException("unit " + id + " has figures: " + figures);
        }
        if (!areSharesOf(owners, shares)) {
            throw new IllegalArgumentException("unit " + id + " has shares: " + shares);
        }
        if (title == OwnerTitle.IN_POSSESSION && status != DeliveryStatus.SOLD_DELIVERED) {
            throw new IllegalArgumentException("unit " + id + " is possessed, but is " + status);
        }
    }

    /**
     * A unit of one known figure, whose owners are registered and hold no shares.
     *
     * @param id the unit
     * @param building its building
     * @param use what it is used for
     * @param area its area, above zero
     * @param evidence what the area rests on
     * @param status whether the developer still holds it
     * @param owners everyone known as owner or buyer
     */
    public Unit(
            UnitId id,
            String building,
            UnitUse use,
            FloorArea area,
            AreaEvidence evidence,
            DeliveryStatus status,
            SortedSet<PersonId> owners) {
        this(
                id,
                building,
                use,
                new TreeSet<>(List.of(new AreaFigure(evidence, area))),
                status,
                OwnerTitle.REGISTERED,
                owners,
                new TreeSet<>());
    }

    /**
     * Whether shares could be those of these owners.
     *
     * @param owners the owners
     * @param shares what they hold
     * @return true if there are none, or one for each owner that together make exactly one
     */
    public static boolean areSharesOf(SortedSet<PersonId> owners, SortedSet<OwnerShare> shares) {
        return shares.isEmpty()
                || (shares.size() == owners.size()
                        && owners.equals(
                                new TreeSet<>(shares.stream().map(OwnerShare::owner).toList()))
                        && OwnerShare.areWhole(shares));
    }

    /**
     * Whether a text can name a building.
     *
     * @param name for example {@code 1号楼}
     * @return false if blank, too long or with control characters
     */
    public static boolean isBuilding(String name) {
        return !name.isBlank()
                && name.length() <= MAX_BUILDING_LENGTH
                && name.chars().noneMatch(Character::isISOControl);
    }

    /**
     * The area that counts, by the best evidence known.
     *
     * @return above zero
     */
    public FloorArea area() {
        return figures.first().area();
    }

    /**
     * What the area that counts rests on.
     *
     * @return the best evidence known
     */
    public AreaEvidence evidence() {
        return figures.first().evidence();
    }

    /**
     * The same unit in another building, as when two buildings become one.
     *
     * @param name the building
     * @return the changed copy
     */
    public Unit withBuilding(String name) {
        return new Unit(id, name, use, figures, status, title, owners, shares);
    }

    /**
     * The same unit put to another use.
     *
     * @param now what it is used for
     * @return the changed copy
     */
    public Unit withUse(UnitUse now) {
        return new Unit(id, building, now, figures, status, title, owners, shares);
    }

    /**
     * The same unit with a figure of its area, which takes the place of one with that evidence.
     *
     * @param figure the figure
     * @return the changed copy
     */
    public Unit withFigure(AreaFigure figure) {
        SortedSet<AreaFigure> known = new TreeSet<>(figures);
        known.removeIf(other -> other.evidence() == figure.evidence());
        known.add(figure);
        return new Unit(id, building, use, known, status, title, owners, shares);
    }

    /**
     * The same unit sold, handed over or registered.
     *
     * @param now whether the developer still holds it
     * @param restsOn on what the ownership rests
     * @return the changed copy
     */
    public Unit withStatus(DeliveryStatus now, OwnerTitle restsOn) {
        return new Unit(id, building, use, figures, now, restsOn, owners, shares);
    }

    /**
     * The same unit of other owners; the right to share in management passes with it (Civil Code
     * art. 273 para. 2).
     *
     * @param persons everyone who owns it now
     * @param held their shares, or none
     * @return the changed copy
     */
    public Unit withOwners(SortedSet<PersonId> persons, SortedSet<OwnerShare> held) {
        return new Unit(id, building, use, figures, status, title, persons, held);
    }
}
