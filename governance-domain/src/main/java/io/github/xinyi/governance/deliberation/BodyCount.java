package io.github.xinyi.governance.deliberation;

/**
 * How many members of a body should come, came and agreed, for example 30, 21 and 16.
 *
 * <p>{@link BodyRoll} makes it of lists of persons and binds it to them by a digest; a count handed
 * in without one stands on the papers of the {@link StageReport} that carries it, each by its
 * digest. The members are not listed here: who belongs to the Party, and how somebody voted in its
 * meeting, is no business of a procedure that owners can read (Personal Information Protection Law
 * art. 6, our reading). A count opens a gate and is no metric: nothing in {@code metrics} is
 * computed from it, and no rate that is published rests on it.
 *
 * @param due the members who should come (应到), at most {@link #MAX_MEMBERS}
 * @param present those who came (实到), at most {@code due}
 * @param consenting those who agreed, at most {@code present}
 * @since 0.1.0
 */
public record BodyCount(int due, int present, int consenting) {

    /** The most members of one body. */
    public static final int MAX_MEMBERS = 10_000;

    /** Nobody was counted. */
    public static final BodyCount NONE = new BodyCount(0, 0, 0);

    /** Refuses counts that no body has. */
    public BodyCount {
        if (consenting < 0 || present < consenting || due < present || due > MAX_MEMBERS) {
            throw new IllegalArgumentException(
                    "no count: " + consenting + " of " + present + " of " + due);
        }
    }
}
