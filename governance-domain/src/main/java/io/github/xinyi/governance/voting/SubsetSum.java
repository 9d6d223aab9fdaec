package io.github.xinyi.governance.voting;

import java.util.Arrays;

/** Whether some of the given areas add up to what is wanted; each can be taken once. */
final class SubsetSum {

    /** The greatest sum looked for, 1,342,177.28 m², so that the search fits in 16 MiB. */
    static final long MAX_SUM = (1L << 27) - 1;

    /** The most words of 64 sums that are looked at, about a second's work. */
    static final long MAX_STEPS = 1L << 31;

    private static final int WORD_SHIFT = 6;

    private SubsetSum() {}

    /**
     * Whether a sum in the range can be reached.
     *
     * @param areas at least 1 each
     * @param least at least 1
     * @param most not below {@code least}
     * @return exact up to {@link #MAX_SUM} and {@link #MAX_STEPS}; beyond them true, since nothing
     *     rules it out
     */
    static boolean reaches(long[] areas, long least, long most) {
        long[] usable = Arrays.stream(areas).filter(area -> area <= most).toArray();
        if (Arrays.stream(usable).sum() < least) {
            return false;
        }
        // One after the other then steps into the range, which none of them is wide enough to miss.
        if (Arrays.stream(usable).max().orElse(0) <= most - least + 1) {
            return true;
        }
        if (most > MAX_SUM || ((most >> WORD_SHIFT) + 1) * usable.length > MAX_STEPS) {
            return true;
        }
        return search(usable, (int) least, (int) most);
    }

    private static boolean search(long[] areas, int least, int most) {
        long[] reached = new long[(most >> WORD_SHIFT) + 1];
        reached[0] = 1;
        for (long area : areas) {
            add(reached, (int) area);
        }
        for (int sum = least; sum <= most; sum++) {
            if ((reached[sum >> WORD_SHIFT] >>> sum & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Shifts what was reached by the area, from the top, so that no area is taken twice. */
    private static void add(long[] reached, int area) {
        int words = area >> WORD_SHIFT;
        int bits = area & (Long.SIZE - 1);
        for (int to = reached.length - 1; to >= words; to--) {
            int from = to - words;
            long carried = bits == 0 || from == 0 ? 0 : reached[from - 1] >>> (Long.SIZE - bits);
            reached[to] |= reached[from] << bits | carried;
        }
    }
}
