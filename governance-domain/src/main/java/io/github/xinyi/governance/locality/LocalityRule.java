package io.github.xinyi.governance.locality;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules of the tables of a place, for example {@link #TEAM_ONCE}; no law fixes them.
 *
 * @since 0.1.0
 */
public enum LocalityRule implements Rule {
    /** A place has from 1 to {@link Locality#MAX_PATTERNS} tables of a conference. */
    CONFERENCES("conferences"),
    /** No two conferences of a place have one title. */
    CONFERENCE_ONCE("conference-once"),
    /** A place has from 1 to {@link Locality#MAX_PATTERNS} tables of a team. */
    TEAMS("teams"),
    /** No two teams of a place have one id. */
    TEAM_ONCE("team-once");

    private final RuleCode code;

    LocalityRule(String name) {
        this.code = new RuleCode("locality." + name);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
