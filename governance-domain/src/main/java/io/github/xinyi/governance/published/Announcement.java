package io.github.xinyi.governance.published;

import io.github.xinyi.governance.voting.Matter;

/**
 * What a notice prints of the vote on one motion, for example item 4, voted in 2022, with 1,152
 * owners, 124,799.30 m², 905 ballots of 93,449.08 m², 65.08% of heads and 65.99% of area in favour.
 *
 * @param matter which of the nine matters it is
 * @param notified when all owners were told of the meeting, {@link Days#UNTOLD} where the notice
 *     does not tell
 * @param opening when the voting opened; it decides by which law the vote is measured
 * @param area the figures by area, counts in units of 0.01 m²
 * @param heads the figures by number of owners
 * @since 0.1.0
 */
public record Announcement(
        Matter matter, Days notified, Days opening, MeasuredFigures area, MeasuredFigures heads) {}
