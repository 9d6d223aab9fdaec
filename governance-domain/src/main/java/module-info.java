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
    exports io.github.xinyi.governance.region;
    exports io.github.xinyi.governance.sheet;
    exports io.github.xinyi.governance.step;
    exports io.github.xinyi.governance.store;
    exports io.github.xinyi.governance.community;
    exports io.github.xinyi.governance.register;
    exports io.github.xinyi.governance.ballot;
    exports io.github.xinyi.governance.bylaw;
    exports io.github.xinyi.governance.voting;
    exports io.github.xinyi.governance.committee;
    exports io.github.xinyi.governance.party;
    exports io.github.xinyi.governance.consent;
    exports io.github.xinyi.governance.election;
    exports io.github.xinyi.governance.proceeding;
    exports io.github.xinyi.governance.published;
    exports io.github.xinyi.governance.formation;
    exports io.github.xinyi.governance.deliberation;
    exports io.github.xinyi.governance.talk;
    exports io.github.xinyi.governance.team;
    exports io.github.xinyi.governance.mediation;
    exports io.github.xinyi.governance.grid;
    exports io.github.xinyi.governance.conference;
    exports io.github.xinyi.governance.cobuilding;
    exports io.github.xinyi.governance.checkin;
    exports io.github.xinyi.governance.casework;
    exports io.github.xinyi.governance.locality;
    exports io.github.xinyi.governance.records;
    exports io.github.xinyi.governance.metrics;
}
