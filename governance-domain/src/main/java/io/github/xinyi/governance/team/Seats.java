package io.github.xinyi.governance.team;

/**
 * How many people a slot has, both bounds included, for example 3 to 3 advisers.
 *
 * @param least from 0
 * @param most from 1 to {@link #UNBOUNDED}, which stands for the N and X of the patterns
 * @param mostCommunities how many communities one person may serve in this slot; 0 for no limit
 * @since 0.1.0
 */
public record Seats(int least, int most, int mostCommunities) {

    /** What "as many as there are" is held to. */
    public static final int UNBOUNDED = 500;

    /** Refuses bounds that no number lies between. */
    public Seats {
        if (least < 0 || most < 1 || most > UNBOUNDED || least > most || mostCommunities < 0) {
            throw new IllegalArgumentException(
                    "no such seats: " + least + ".." + most + ", communities " + mostCommunities);
        }
    }
}
