package io.github.xinyi.governance.community;

import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The units of a roster that carry a vote, as arrays: each unit has an area and a holder, each
 * holder a head (业主人数) or none; for example {@code roster.electorate(HeadPolicy.statutory())}.
 *
 * <p>Units are numbered from 0 in the order of {@link UnitId}, holders and heads in the order of
 * their first unit. A unit that carries only area, as a parking space may under {@link
 * HeadPolicy.Parking#AREA}, brings no head when it alone is answered: see {@link #carriesHead}.
 * Linear in memory, at most 64 bytes a unit beside the roster itself. Immutable. Source: Civil Code
 * art. 278 para. 2, SPC-Own arts. 8 and 9.
 *
 * @since 0.1.0
 */
public final class Electorate {

    /** Stands where there is no such unit or no head. */
    public static final int NONE = -1;

    private final HeadPolicy policy;
    private final Unit[] units;
    private final long[] areas;
    private final int[] holderOfUnit;
    private final BitSet headless = new BitSet();
    private final Roster roster;

    /** One number for each holder: its persons are read from the roster when somebody asks. */
    private final int[] firstUnitOfHolder;

    private final int[] headOfHolder;
    private final int heads;
    private final long totalArea;

    Electorate(Roster roster, HeadPolicy policy) {
        this.policy = policy;
        this.roster = roster;
        this.units = roster.units().stream().filter(policy::carriesArea).toArray(Unit[]::new);
        this.areas = new long[units.length];
        this.holderOfUnit = new int[units.length];
        Map<HeadGroup, Integer> numbers = new HashMap<>();
        HeadGroup[] groups = new HeadGroup[units.length];
        int[] first = new int[units.length];
        BitSet withHead = new BitSet();
        long total = 0;
        for (int i = 0; i < units.length; i++) {
            Unit unit = units[i];
            HeadGroup group = HeadGroup.of(unit, roster.holder(unit), policy);
            int known = numbers.size();
            int holder = numbers.computeIfAbsent(group, g -> known);
            if (holder == known) {
                groups[holder] = group;
                first[holder] = i;
            }
            holderOfUnit[i] = holder;
            areas[i] = unit.area().squareDecimetres();
            total += areas[i];
            headless.set(i, !policy.carriesHead(unit));
            if (!headless.get(i)) {
                withHead.set(holder);
            }
        }
        this.totalArea = total;
        this.firstUnitOfHolder = Arrays.copyOf(first, numbers.size());
        this.headOfHolder = new int[numbers.size()];
        this.heads = numberHeads(groups, withHead);
    }

    private int numberHeads(HeadGroup[] groups, BitSet withHead) {
        HeadGroup.Heads joined = new HeadGroup.Heads(policy);
        withHead.stream().forEach(holder -> joined.join(groups[holder]));
        Map<Object, Integer> numbers = new HashMap<>();
        for (int holder = 0; holder < headOfHolder.length; holder++) {
            headOfHolder[holder] =
                    withHead.get(holder)
                            ? numbers.computeIfAbsent(
                                    joined.key(groups[holder]), key -> numbers.size())
                            : NONE;
        }
        return numbers.size();
    }

    /**
     * How heads were counted.
     *
     * @return for example {@link HeadPolicy#statutory()}
     */
    public HeadPolicy policy() {
        return policy;
    }

    /**
     * The number of units that carry a vote.
     *
     * @return 0 if all are parking spaces that carry none
     */
    public int units() {
        return units.length;
    }

    /**
     * The number of holders, each of whom answers for all its units.
     *
     * @return at most the number of units
     */
    public int holders() {
        return headOfHolder.length;
    }

    /**
     * All heads.
     *
     * @return the base of the first threshold by heads
     */
    public HeadCount heads() {
        return HeadCount.of(heads);
    }

    /**
     * All area.
     *
     * @return the base of the first threshold by area
     */
    public FloorArea area() {
        return FloorArea.ofSquareDecimetres(totalArea);
    }

    /**
     * The number of a unit.
     *
     * @param unit its identifier
     * @return {@link #NONE} if it is not in the roster or carries no vote
     */
    public int indexOf(UnitId unit) {
        return Roster.place(units.length, at -> units[at].id().compareTo(unit));
    }

    /**
     * A unit by its number.
     *
     * @param unit from 0
     * @return as it stands in the roster
     */
    public Unit unit(int unit) {
        return units[unit];
    }

    /**
     * The area of a unit.
     *
     * @param unit from 0
     * @return in units of 0.01 m²
     */
    public long areaSquareDecimetres(int unit) {
        return areas[unit];
    }

    /**
     * Who answers for a unit.
     *
     * @param unit from 0
     * @return the number of its holder
     */
    public int holder(int unit) {
        return holderOfUnit[unit];
    }

    /**
     * Whether an answer for this unit brings the head of its holder.
     *
     * @param unit from 0
     * @return false for a parking space that carries only area
     */
    public boolean carriesHead(int unit) {
        return !headless.get(unit);
    }

    /**
     * The head for which a holder stands; several holders are one head where {@link
     * HeadPolicy.CoOwnership#SHARED_PERSON} joins them.
     *
     * @param holder from 0
     * @return the number of the head, {@link #NONE} if none of its units carries one
     */
    public int head(int holder) {
        return headOfHolder[holder];
    }

    /**
     * The persons of a holder.
     *
     * @param holder from 0
     * @return a developer alone for what it has not handed over, else the exact owners
     */
    public VotingHolder votingHolder(int holder) {
        return roster.holder(units[firstUnitOfHolder[holder]]);
    }

    /** For example {@code 664 units, 640 heads, 63210.42 m²}. */
    @Override
    public String toString() {
        return units.length + " units, " + heads + " heads, " + area() + " m²";
    }
}
