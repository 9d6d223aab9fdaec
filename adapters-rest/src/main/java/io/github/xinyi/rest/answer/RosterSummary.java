package io.github.xinyi.rest.answer;

/**
 * A frozen roster in sums: what votes are counted against, and nothing of a single unit.
 *
 * @param recordDate the day on which it stood so
 * @param digest the SHA-256 by which verdicts name it
 * @param units all exclusive areas, parking spaces too
 * @param votingUnits those that carry a vote
 * @param heads the base of thresholds by heads
 * @param areaSquareMetres the base of thresholds by area, for example {@code 63210.42}
 * @since 0.1.0
 */
public record RosterSummary(
        String recordDate,
        String digest,
        int units,
        int votingUnits,
        long heads,
        String areaSquareMetres)
        implements Answer {}
