/**
 * How the owners of a residential community decide: rosters, meetings, ballots, explained verdicts.
 *
 * <p>Pure rules: no framework, no clock, no random, no database. Start at {@link
 * io.github.xinyi.governance.voting.Tally}.
 */
module io.github.xinyi.governance {
    requires static org.jspecify;

    exports io.github.xinyi.governance.identity;
    exports io.github.xinyi.governance.measure;
    exports io.github.xinyi.governance.law;
    exports io.github.xinyi.governance.event;
    exports io.github.xinyi.governance.ruling;
    exports io.github.xinyi.governance.sheet;
    exports io.github.xinyi.governance.store;
    exports io.github.xinyi.governance.community;
    exports io.github.xinyi.governance.voting;
    exports io.github.xinyi.governance.committee;
    exports io.github.xinyi.governance.casework;
}
