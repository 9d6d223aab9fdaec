package io.github.xinyi.governance.committee;

/**
 * By what the owners are said to have filled seats: a {@link SeatPaper.Vote} on a list of names, or
 * a {@link CandidatePaper.Vote} in which they named persons themselves. Either holds what only a
 * count of ballots makes; the command that is given it judges it.
 *
 * @since 0.1.0
 */
public sealed interface SeatVote permits SeatPaper.Vote, CandidatePaper.Vote {

    /**
     * What a body keeps of the vote.
     *
     * @return meeting, motion, paper or figures
     */
    SeatMandate mandate();
}
