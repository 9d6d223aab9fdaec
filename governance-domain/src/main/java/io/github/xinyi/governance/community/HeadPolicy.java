package io.github.xinyi.governance.community;

/**
 * How units make heads and area where the law leaves room, for example {@link #statutory()}.
 *
 * <p>Source: SPC-Own arts. 2 and 9; every default is our reading of them. Anything else needs a
 * clause that the owners have adopted, which the caller proves; here it is only counted.
 *
 * @param parking what a parking space that is an exclusive area of its own carries
 * @param coOwnership which units of co-owners are one head
 * @param retained whether what a developer keeps for itself joins its unsold units
 * @param developerHead how many heads a developer has for what it has not handed over
 * @since 0.1.0
 */
public record HeadPolicy(
        Parking parking,
        CoOwnership coOwnership,
        RetainedUnits retained,
        DeveloperHead developerHead) {

    /** What a separate parking space (车位) carries; SPC-Own art. 2 does not say. */
    public enum Parking {
        /** Nothing; the default. */
        NONE,
        /** Its area, and no head of its own. */
        AREA,
        /** Its area and a head, as any other unit. */
        AREA_AND_HEADS
    }

    /** When units of several owners are one head (SPC-Own art. 9: "the same buyer"). */
    public enum CoOwnership {
        /** Only units with exactly the same owners; the default. */
        EXACT_SET,
        /** All units that are linked by a person in common. */
        SHARED_PERSON
    }

    /** What becomes of units that a developer owns, has taken over and keeps for itself. */
    public enum RetainedUnits {
        /** They are one head with its unsold units; the default. */
        MERGED,
        /** They are a head of their own. */
        APART
    }

    /** Heads of a developer for what is unsold and what is sold but not handed over. */
    public enum DeveloperHead {
        /** One for both (SPC-Own art. 9 reads as one); the default. */
        SINGLE,
        /** One for each. */
        ONE_FOR_EACH
    }

    private static final HeadPolicy STATUTORY =
            new HeadPolicy(
                    Parking.NONE,
                    CoOwnership.EXACT_SET,
                    RetainedUnits.MERGED,
                    DeveloperHead.SINGLE);

    /**
     * All defaults: what counts when no rules of procedure say otherwise.
     *
     * @return the policy of every statutory count
     */
    public static HeadPolicy statutory() {
        return STATUTORY;
    }

    boolean carriesArea(Unit unit) {
        return unit.use() != UnitUse.PARKING || parking != Parking.NONE;
    }

    boolean carriesHead(Unit unit) {
        return unit.use() != UnitUse.PARKING || parking == Parking.AREA_AND_HEADS;
    }
}
