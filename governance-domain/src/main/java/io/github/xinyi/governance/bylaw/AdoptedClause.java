package io.github.xinyi.governance.bylaw;

import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import java.time.LocalDate;

/**
 * The clause of a community's own rules on which another count rests, for example 议事规则第26条, adopted
 * on 2023-05-01 by M1 of 2023-OM-01.
 *
 * @param topic what it says something about
 * @param clause the rules and the article; 1 to {@link #MAX_LENGTH} characters, no control
 *     characters
 * @param adoptedOn the day of the resolution
 * @param meeting the meeting that adopted it; never the one that it is used in
 * @param motion the motion by which
 * @since 0.1.0
 */
public record AdoptedClause(
        CountTopic topic, String clause, LocalDate adoptedOn, MeetingId meeting, MotionId motion) {

    /** The longest name of a clause, in characters. */
    public static final int MAX_LENGTH = 200;

    /** Refuses a clause without a usable name. */
    public AdoptedClause {
        if (clause.isBlank()
                || clause.length() > MAX_LENGTH
                || clause.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("clause on " + topic + " has no usable name");
        }
    }
}
