package io.github.xinyi.governance.team;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * The rules on teams, in the order in which they are reported. They stand on the pattern of the
 * team, whose source each finding names; no law fixes them.
 *
 * @since 0.1.0
 */
public enum TeamRule implements Rule {
    /** A pattern has from 1 to {@link TeamPattern#MAX_SLOTS} slots. */
    PATTERN_SIZE("team.pattern-size"),
    /** A pattern is known by a word of 1 to {@link Slot#MAX_WORD_LENGTH} characters. */
    PATTERN_ID("team.pattern-id"),
    /** The event belongs to this team of this community. */
    TEAM("team.team"),
    /** Nothing is recorded as earlier than what was recorded before. */
    TIME("team.time"),
    /** A moment is no finer than a microsecond, or it could not be kept. */
    MOMENT("team.moment"),
    /** A team knows at most {@link Team#MAX_CONTRACTS} service contracts, each by its reference. */
    CONTRACTS("team.contracts"),
    /** The pattern has the slot. */
    SLOT_KNOWN("team.slot-known"),
    /** A step that a table leaves to a post is left to one of the teams of the place. */
    POST_KNOWN("team.post-known"),
    /** The slot has the kind of seat. */
    KIND_KNOWN("team.kind-known"),
    /** The person has one of the qualities asked. */
    ELIGIBLE("team.eligible"),
    /** Nobody whom the serving firm employs on any day, where independence is asked. */
    INDEPENDENT("team.independent"),
    /** No person in two slots that exclude each other. */
    SLOTS_EXCLUSIVE("team.slots-exclusive"),
    /** No person twice in one slot on one day. */
    NOT_TWICE("team.not-twice"),
    /** No more people than seats on any day. */
    SEAT_FREE("team.seat-free"),
    /** No more communities than the slot allows one person. */
    COMMUNITIES("team.communities"),
    /** The member whose seat it is holds it all the while. */
    HOLDER_IN_OFFICE("team.holder-in-office"),
    /** Who stands in is of the reserve of that slot all the while. */
    SUBSTITUTE_IN_RESERVE("team.substitute-in-reserve"),
    /** Who stands in works full-time or part-time and is no longer in reserve meanwhile. */
    CAPACITY("team.capacity"),
    /** Nobody else stands in for that member on any of these days. */
    ONE_SUBSTITUTE("team.one-substitute"),
    /** An assignment that can end on that day. */
    ASSIGNMENT_RUNNING("team.assignment-running"),
    /** A team keeps at most {@link Team#MAX_ASSIGNMENTS} assignments. */
    ASSIGNMENTS("team.assignments"),
    /** At most {@link Team#MAX_CHANGES} counts, contracts, substitutes and ends, of each. */
    CHANGES("team.changes"),
    /** Whose work is declared sits in the team, or did. */
    MEMBER_KNOWN("team.member-known"),
    /** A team keeps at most {@link Team#MAX_EMPLOYMENTS} declarations of employment. */
    EMPLOYMENTS("team.employments"),
    /** A count of households from 0 to {@link Team#MAX_HOUSEHOLDS}. */
    HOUSEHOLD_COUNT("team.household-count"),
    /** As many people in the slot as the pattern asks. */
    SLOT_FILLED("team.slot-filled"),
    /** Every kind of seat is filled. */
    KINDS_FILLED("team.kinds-filled"),
    /** Nobody is full-time in two teams of a roster. */
    FULL_TIME_ONCE("team.full-time-once"),
    /** A grid cell of the usual size; it warns and refuses nothing. */
    HOUSEHOLDS_USUAL("team.households-usual");

    private final RuleCode code;

    TeamRule(String code) {
        this.code = new RuleCode(code);
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
