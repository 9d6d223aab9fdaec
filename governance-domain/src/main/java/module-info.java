/**
 * How the owners of a residential community decide: rosters, meetings, ballots, explained verdicts.
 *
 * <p>Pure rules: no framework, no clock, no random, no database. Start at {@code
 * io.github.xinyi.governance.voting.Tally}.
 */
module io.github.xinyi.governance {
    requires static transitive org.jspecify;

    exports io.github.xinyi.governance.identity;
    exports io.github.xinyi.governance.measure;
    exports io.github.xinyi.governance.law;
    exports io.github.xinyi.governance.ruling;
}
