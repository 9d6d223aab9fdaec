package io.github.xinyi.governance.team;

import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.team.TeamEvent.AssignmentEnded;
import java.time.LocalDate;

/**
 * Who sits in which seat and when, for example {@code P0900} as 联系指导员 from 2025-11-01 on.
 *
 * @param seat where
 * @param candidate who
 * @param capacity how
 * @param term first day included, end excluded
 * @since 0.1.0
 */
public record Assignment(Seat seat, Candidate candidate, Capacity capacity, EffectivePeriod term) {

    /** How a person serves. */
    public enum Capacity {
        /** Full-time (专职). */
        FULL_TIME,
        /** Part-time (兼职). */
        PART_TIME,
        /** Held ready (补充队伍): fills no seat and may stand in. */
        RESERVE
    }

    boolean isReserve() {
        return capacity == Capacity.RESERVE;
    }

    boolean runsOn(LocalDate day) {
        return term.contains(day);
    }

    boolean overlaps(EffectivePeriod other) {
        return overlap(term, other);
    }

    static boolean overlap(EffectivePeriod one, EffectivePeriod other) {
        return one.startInclusive().isBefore(other.endExclusive())
                && other.startInclusive().isBefore(one.endExclusive());
    }

    boolean covers(EffectivePeriod other) {
        return !term.startInclusive().isAfter(other.startInclusive())
                && !term.endExclusive().isBefore(other.endExclusive());
    }

    boolean isOf(PersonId person, String slot) {
        return candidate.person().equals(person) && seat.slot().equals(slot);
    }

    boolean isEndedBy(AssignmentEnded event) {
        return isOf(event.person(), event.slot())
                && term.startInclusive().isBefore(event.endExclusive())
                && event.endExclusive().isBefore(term.endExclusive());
    }

    Assignment endingOn(LocalDate endExclusive) {
        return new Assignment(
                seat,
                candidate,
                capacity,
                new EffectivePeriod(term.startInclusive(), endExclusive));
    }
}
