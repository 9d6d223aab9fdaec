package io.github.xinyi.governance.election;

/**
 * The places of a committee that one election is to fill, for example 7 agreed, at least 5 by law,
 * none filled, 2 alternates.
 *
 * <p>These are figures as somebody states them. What is put to owners is an {@link ElectionCall},
 * which no seats reach but with the minimum of the law in force.
 *
 * @param agreed the number of members that the rules of procedure fix, 1 to {@link #MOST}
 * @param legalMinimum the number without which there is no committee, 1 to {@code agreed}
 * @param filled the places held already: by members in office at a by-election, by those elected
 *     before at a run-off; below {@code agreed}
 * @param alternates the greatest number of alternates (候补委员), 0 to {@link #MOST}
 * @since 0.1.0
 */
public record Seats(int agreed, int legalMinimum, int filled, int alternates) {

    /** The greatest number of members or of alternates. */
    public static final int MOST = 99;

    /** Refuses numbers that no committee can have. */
    public Seats {
        if (agreed < 1 || agreed > MOST || alternates < 0 || alternates > MOST) {
            throw new IllegalArgumentException(
                    "no such committee: " + agreed + " members, " + alternates + " alternates");
        }
        if (legalMinimum < 1 || legalMinimum > agreed || filled < 0 || filled >= agreed) {
            throw new IllegalArgumentException(
                    "of " + agreed + " members, minimum " + legalMinimum + ", filled " + filled);
        }
    }

    /**
     * The places to fill, and the most names that one ballot may have.
     *
     * @return at least 1
     */
    public int open() {
        return agreed - filled;
    }
}
