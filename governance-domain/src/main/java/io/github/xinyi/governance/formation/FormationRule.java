package io.github.xinyi.governance.formation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What the way to the first owners' meeting must satisfy. The law behind each rule is local; a
 * finding cites the clause that it applied.
 *
 * @since 0.1.0
 */
public enum FormationRule implements Rule {
    /** Enough owners, enough area, or the developer apply. */
    APPLICATION("application"),
    /** The figures of an application are as they were stated; it decides nothing. */
    FIGURES_STATED("figures-stated"),
    /** The steps come in their order, each once. */
    STAGE("stage"),
    /** No step is dated before one that it follows, or after its recording. */
    TIME_ORDER("time-order"),
    /** The preparatory group has an odd number of members. */
    GROUP_ODD("group-odd"),
    /** The group has enough members. */
    GROUP_SIZE("group-size"),
    /** The group has not too many members. */
    GROUP_MOST("group-most"),
    /** Enough members of the group are owners. */
    GROUP_OWNERS("group-owners"),
    /** The head of the group comes from the side that leads it. */
    GROUP_HEAD("group-head"),
    /** The group is formed in time after the application. */
    GROUP_FORMED("group-formed"),
    /** The list of the group is published in time. */
    GROUP_PUBLISHED("group-published"),
    /** What the meeting decides on is published early enough. */
    CONTENTS("contents"),
    /** The first meeting is held in time. */
    MEETING_HELD("meeting-held");

    private final RuleCode code;

    FormationRule(String name) {
        this.code = new RuleCode("formation." + name);
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
