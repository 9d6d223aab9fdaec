package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.SupervisionOrdered;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.GridCase.Stage;
import io.github.xinyi.governance.law.Deadline;
import io.github.xinyi.governance.law.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is owed on a case, and by when. */
final class CaseDuties {

    static final Set<Stage> OPEN = EnumSet.complementOf(EnumSet.of(Stage.FOUND, Stage.CLOSED));
    static final Set<Stage> SETTLED = EnumSet.of(Stage.AGREED, Stage.DONE, Stage.ESCALATED);
    static final Set<Stage> UNSETTLED =
            EnumSet.of(
                    Stage.REPORTED,
                    Stage.ASSIGNED,
                    Stage.VISITED,
                    Stage.MEDIATION,
                    Stage.BROKEN,
                    Stage.AT_WORK);

    /** Rest days can stretch a number of working days so far, and hardly further. */
    private static final int REST_STRETCH = 2;

    private static final int LONGEST_REST = 60;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CaseRecord state;

    CaseDuties(CaseRecord state) {
        this.state = state;
    }

    List<DutyDue> due(Instant moment, HolidayCalendar calendar) {
        List<DutyDue> due = new ArrayList<>();
        for (DutyDue.Kind kind : DutyDue.Kind.values()) {
            if (isOpen(kind)) {
                due.add(duty(kind, dueAt(kind, calendar), moment));
            }
        }
        return due;
    }

    boolean isOpen(DutyDue.Kind kind) {
        return switch (kind) {
            case RESPOND -> OPEN.contains(state.stage()) && !isAnswered();
            case SETTLE -> UNSETTLED.contains(state.stage());
            case FOLLOW_UP ->
                    (SETTLED.contains(state.stage()) || state.stage() == Stage.FOLLOWED_UP)
                            && !state.isFollowedUp();
            case SUPERVISED -> supervision().isPresent();
        };
    }

    private boolean isAnswered() {
        return state.since(state.lastOpening(), ReporterAnswered.class).findAny().isPresent()
                || state.since(state.lastOpening(), VisitMade.class).findAny().isPresent();
    }

    /** The last of the orders that stand. */
    Optional<SupervisionOrdered> supervision() {
        return standingOrders().reduce((earlier, later) -> later);
    }

    /** Whether an order on this duty stands. */
    boolean isSupervised(DutyDue.Kind duty) {
        return standingOrders().anyMatch(order -> order.duty() == duty);
    }

    /** The orders on a duty that is open, given since that duty began. */
    private Stream<SupervisionOrdered> standingOrders() {
        return state.since(state.lastOpening(), SupervisionOrdered.class)
                .filter(order -> order.duty() != DutyDue.Kind.SUPERVISED)
                .filter(order -> isOpen(order.duty()))
                .filter(
                        order ->
                                state.since(begins(order.duty()), SupervisionOrdered.class)
                                        .anyMatch(order::equals));
    }

    private int begins(DutyDue.Kind kind) {
        return switch (kind) {
            case RESPOND, SUPERVISED -> state.lastOpening();
            case SETTLE -> state.lastLimit();
            case FOLLOW_UP -> state.lastAsked();
        };
    }

    private Instant dueAt(DutyDue.Kind kind, HolidayCalendar calendar) {
        return switch (kind) {
            case RESPOND -> respondBy();
            case SETTLE -> endOf(lastDay(calendar));
            case FOLLOW_UP -> endOf(followUpBy(calendar));
            case SUPERVISED -> supervision().map(order -> endOf(order.dueOn())).orElseThrow();
        };
    }

    private Instant respondBy() {
        return state.at(state.lastOpening())
                .plus(Duration.ofHours(state.grade().limits().respondHours()));
    }

    private LocalDate followUpBy(HolidayCalendar calendar) {
        return Deadline.after(
                        GridCase.dayOf(state.at(state.lastAsked())),
                        state.grade().limits().followUpDays(),
                        Deadline.Unit.DAYS,
                        calendar)
                .lastDay();
    }

    /** The day of opening, or of the failed agreement, is not counted (Civil Code art. 201). */
    LocalDate lastDay(HolidayCalendar calendar) {
        return Deadline.after(settleBegins(), settleDays(), Deadline.Unit.WORKING_DAYS, calendar)
                .lastDay();
    }

    private LocalDate settleBegins() {
        return GridCase.dayOf(state.at(state.lastLimit()));
    }

    private int settleDays() {
        long extended = extensions() * state.grade().extensions().workingDays();
        return Math.addExact(
                state.grade().limits().resolveWorkingDays(), Math.toIntExact(extended));
    }

    long extensions() {
        return state.since(state.lastLimit(), LimitExtended.class).count();
    }

    /** A day stored for the settlement can be right, whatever the rest days were. */
    boolean isPlausible(LocalDate lastDay) {
        int days = settleDays();
        return isWithin(lastDay, settleBegins(), days, REST_STRETCH * days + LONGEST_REST);
    }

    /** A moment stored for a duty can be right, whatever the rest days were. */
    boolean isPlausible(DutyDue.Kind kind, Instant dueAt) {
        LocalDate day = GridCase.dayOf(dueAt.minusNanos(1));
        return switch (kind) {
            case RESPOND -> dueAt.equals(respondBy());
            case SETTLE -> dueAt.equals(endOf(day)) && isPlausible(day);
            case FOLLOW_UP -> {
                int days = state.grade().limits().followUpDays();
                LocalDate settled = GridCase.dayOf(state.at(state.lastAsked()));
                yield dueAt.equals(endOf(day)) && isWithin(day, settled, days, days + LONGEST_REST);
            }
            case SUPERVISED ->
                    supervision().filter(o -> dueAt.equals(endOf(o.dueOn()))).isPresent();
        };
    }

    private static boolean isWithin(LocalDate day, LocalDate from, int least, int most) {
        return !day.isBefore(from.plusDays(least)) && !day.isAfter(from.plusDays(most));
    }

    private DutyDue duty(DutyDue.Kind kind, Instant dueAt, Instant moment) {
        Duration late = moment.isAfter(dueAt) ? Duration.between(dueAt, moment) : Duration.ZERO;
        return new DutyDue(state.id(), kind, state.holder(), dueAt, late, state.grade().source());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
