package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.casework.Casework;
import io.github.xinyi.governance.casework.CaseworkEvent;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseClosed;
import io.github.xinyi.governance.casework.CaseworkEvent.CaseReopened;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeEnded;
import io.github.xinyi.governance.casework.CaseworkEvent.DisputeRaised;
import io.github.xinyi.governance.casework.CaseworkEvent.Ending;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemDisclosed;
import io.github.xinyi.governance.casework.CaseworkEvent.ItemsConsulted;
import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultRated;
import io.github.xinyi.governance.casework.CaseworkEvent.ResultsRated;
import io.github.xinyi.governance.casework.CaseworkEvent.SquadFormed;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitVisited;
import io.github.xinyi.governance.casework.CaseworkEvent.UnitsVisited;
import io.github.xinyi.governance.casework.ContactCoverage;
import io.github.xinyi.governance.grid.CaseEvent;
import io.github.xinyi.governance.grid.CaseEvent.AgreementReached;
import io.github.xinyi.governance.grid.CaseEvent.CaseEscalated;
import io.github.xinyi.governance.grid.CaseEvent.CaseFound;
import io.github.xinyi.governance.grid.CaseEvent.CaseRated;
import io.github.xinyi.governance.grid.CaseEvent.CaseReported;
import io.github.xinyi.governance.grid.CaseEvent.FollowedUp;
import io.github.xinyi.governance.grid.CaseEvent.ReporterAnswered;
import io.github.xinyi.governance.grid.CaseEvent.VisitMade;
import io.github.xinyi.governance.grid.CaseEvent.WorkDone;
import io.github.xinyi.governance.grid.GridCase;
import io.github.xinyi.governance.identity.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Metrics of cases, from their first event to the end of a day in China: disclosure, settlement,
 * response, satisfaction, door visits.
 *
 * <p>Cases of the grid are given as their whole histories, one list each.
 *
 * @since 0.1.0
 */
public final class CaseMeasures {

    private CaseMeasures() {}

    /**
     * What was disclosed of all that was consulted on.
     *
     * @param day the day
     * @param cases each once
     * @return one record an item
     */
    public static Measurement disclosure(LocalDate day, Collection<Casework> cases) {
        List<Reading> readings = new ArrayList<>();
        for (Casework own : cases) {
            Map<String, Count> items = new LinkedHashMap<>();
            for (CaseworkEvent event : Moments.until(day, own.history())) {
                if (event instanceof ItemsConsulted consulted) {
                    consulted.items().forEach(item -> items.put(item, Count.NOT_DISCLOSED));
                } else if (event instanceof ItemDisclosed disclosed) {
                    items.put(disclosed.item(), Count.COUNTED);
                }
            }
            items.forEach((item, count) -> readings.add(part(own, item, count)));
        }
        return Measurement.of(Metric.DISCLOSURE, day, readings);
    }

    /**
     * What was disclosed in time.
     *
     * @param day the day
     * @param duties each once
     * @return one record a duty; it counts from the end of its last day on, even if it was met
     *     before, and is left out until then
     */
    public static Measurement disclosureOnTime(LocalDate day, Collection<DisclosureDuty> duties) {
        return Measurement.of(
                Metric.DISCLOSURE_ON_TIME,
                day,
                duties.stream()
                        .map(duty -> Reading.of(duty.community(), duty.id(), duty.on(day)))
                        .toList());
    }

    /**
     * The disputes that were closed with an agreement, of those received; one that was agreed on
     * and not closed is open.
     *
     * @param day the day
     * @param grid cases of the grid; requests for service are left out, and so is what nobody has
     *     received
     * @param cases cases with disputes; one that is in the grid too counts once, as the grid has
     *     it, one that is not is closed when the case that it ended in is, and one in two cases
     *     when both are
     * @return one record a dispute; one reopened is open
     * @throws IllegalArgumentException if no commands could have made a history
     */
    public static Measurement settlement(
            LocalDate day, Collection<List<CaseEvent>> grid, Collection<Casework> cases) {
        Map<RecordId, Count> records = new TreeMap<>();
        for (Casework own : cases) {
            disputes(day, own)
                    .forEach((id, count) -> records.merge(id, count, CaseMeasures::unsettled));
        }
        for (List<CaseEvent> history : grid) {
            List<CaseEvent> past = Moments.until(day, history);
            if (!past.isEmpty()) {
                records.put(recordOf(past.get(0)), settled(past));
            }
        }
        return Measurement.of(
                Metric.SETTLEMENT,
                day,
                records.entrySet().stream()
                        .map(entry -> new Reading(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Of a dispute that stands in two cases: settled where it is in both, whatever their order. */
    private static Count unsettled(Count one, Count other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Map<RecordId, Count> disputes(LocalDate day, Casework own) {
        Map<RecordId, Count> records = new TreeMap<>();
        Set<RecordId> agreed = new HashSet<>();
        for (CaseworkEvent event : Moments.until(day, own.history())) {
            if (event instanceof DisputeRaised raised) {
                RecordId dispute = new RecordId(raised.community(), raised.dispute().value());
                records.merge(dispute, Count.OPEN, (earlier, open) -> Count.REOPENED);
            } else if (event instanceof DisputeEnded ended) {
                RecordId dispute = new RecordId(ended.community(), ended.dispute().value());
                if (ended.ending() == Ending.AGREEMENT) {
                    agreed.add(dispute);
                } else {
                    agreed.remove(dispute);
                    records.put(dispute, Count.WITHOUT_AGREEMENT);
                }
            } else if (event instanceof CaseClosed) {
                agreed.forEach(dispute -> records.put(dispute, Count.COUNTED));
            }
        }
        return records;
    }

    private static Count settled(List<CaseEvent> past) {
        if (past.get(0) instanceof CaseFound found && !found.category().isDispute()) {
            return Count.NO_DISPUTE;
        }
        GridCase state = GridCase.from(past);
        if (state.openings() == 0) {
            return Count.NOT_RECEIVED;
        }
        if (state.stage() != GridCase.Stage.CLOSED) {
            return state.openings() > 1 ? Count.REOPENED : Count.OPEN;
        }
        boolean agreed = false;
        for (CaseEvent event : past) {
            if (event instanceof AgreementReached) {
                agreed = true;
            } else if (isOpening(event)
                    || event instanceof CaseEscalated
                    || event instanceof WorkDone) {
                agreed = false;
            }
        }
        return agreed ? Count.COUNTED : Count.WITHOUT_AGREEMENT;
    }

    /**
     * Whether whoever reported was answered or visited in time, each time a case was opened.
     *
     * @param day the day
     * @param grid cases of the grid
     * @return one record an opening, such as {@code C-1#2}; it counts from its last moment on, even
     *     if it was answered before, and is left out until then
     */
    public static Measurement responseInTime(LocalDate day, Collection<List<CaseEvent>> grid) {
        List<Reading> readings = new ArrayList<>();
        for (List<CaseEvent> history : grid) {
            readings.addAll(responses(day, Moments.until(day, history)));
        }
        return Measurement.of(Metric.RESPONSE_IN_TIME, day, readings);
    }

    private static List<Reading> responses(LocalDate day, List<CaseEvent> past) {
        Duration limit =
                past.stream()
                        .filter(CaseReported.class::isInstance)
                        .map(CaseReported.class::cast)
                        .map(reported -> reported.grade().limits().respondHours())
                        .map(Duration::ofHours)
                        .findFirst()
                        .orElse(Duration.ZERO);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            if (isOpening(past.get(i))) {
                CaseEvent opening = past.get(i);
                Instant due = opening.occurredAt().plus(limit);
                readings.add(
                        Reading.of(
                                opening.community(),
                                opening.caseId() + "#" + (readings.size() + 1),
                                due.isBefore(Moments.endOf(day))
                                        ? response(past.subList(i + 1, past.size()), due)
                                        : Count.NOT_YET_DUE));
            }
        }
        return readings;
    }

    /** The first answer before the case is opened again. */
    private static Count response(List<CaseEvent> later, Instant due) {
        for (CaseEvent event : later) {
            if (event instanceof ReporterAnswered || event instanceof VisitMade) {
                return event.occurredAt().isAfter(due) ? Count.LATE : Count.COUNTED;
            }
            if (isOpening(event)) {
                break;
            }
        }
        return Count.NOT_ANSWERED;
    }

    private static boolean isOpening(CaseEvent event) {
        return event instanceof CaseReported || event instanceof CaseEvent.CaseReopened;
    }

    /**
     * How many are satisfied, of those who rated.
     *
     * @param day the day
     * @param floor from which rating on
     * @param grid cases of the grid; the last rating since a case was last opened counts, or where
     *     nobody rated what those concerned answered last at a follow-up
     * @param cases cases in which persons rate, each once since a case was last opened, or a
     *     decision that it stood on was revoked
     * @return one record a rating; cases of the grid that nobody rated since, and whose follow-up
     *     reached nobody, are left out
     */
    public static Measurement satisfaction(
            LocalDate day,
            RatingFloor floor,
            Collection<List<CaseEvent>> grid,
            Collection<Casework> cases) {
        List<Reading> readings = new ArrayList<>();
        for (List<CaseEvent> history : grid) {
            List<CaseEvent> past = Moments.until(day, history);
            if (!past.isEmpty()) {
                readings.add(new Reading(recordOf(past.get(0)), lastRating(past, floor)));
            }
        }
        for (Casework own : cases) {
            readings.addAll(ratings(own, floor, Moments.until(day, own.history())));
        }
        return Measurement.of(Metric.SATISFACTION, day, readings).by(floor.source());
    }

    /** What was rated before the case was opened again is no answer to how it ended. */
    private static Count lastRating(List<CaseEvent> past, RatingFloor floor) {
        Count answered = Count.NOT_RATED;
        for (int i = past.size() - 1; i >= 0 && !isOpening(past.get(i)); i--) {
            if (past.get(i) instanceof CaseRated rated) {
                return floor.count(rated.stars());
            }
            if (past.get(i) instanceof FollowedUp followed && answered == Count.NOT_RATED) {
                answered = answered(followed);
            }
        }
        return answered;
    }

    private static Count answered(FollowedUp followed) {
        return switch (followed.answer()) {
            case CONTENT -> Count.COUNTED;
            case NOT_CONTENT -> Count.NOT_CONTENT;
            case NOT_REACHED -> Count.NOT_RATED;
        };
    }

    /** One record a person, numbered so that nobody is named; none from before it began anew. */
    private static List<Reading> ratings(
            Casework own, RatingFloor floor, List<CaseworkEvent> past) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            if (past.get(i) instanceof CaseReopened
                    || past.get(i) instanceof OwnersDecisionRevoked) {
                readings.clear();
            } else if (past.get(i) instanceof ResultRated rated) {
                readings.add(part(own, "rating-" + i, floor.count(rated.rating())));
            } else if (past.get(i) instanceof ResultsRated many) {
                for (int j = 0; j < many.ratings().size(); j++) {
                    Count count = floor.count(many.ratings().get(j).rating());
                    readings.add(part(own, "rating-" + i + "-" + j, count));
                }
            }
        }
        return readings;
    }

    /**
     * The units that a squad reached, of those concerned.
     *
     * @param day the day
     * @param cases each once; one opened later is not there yet
     * @return one record a unit of a case; one that was reached stays so, whatever a later visit
     *     came to, as in {@link Casework#contact}
     */
    public static Measurement contact(LocalDate day, Collection<Casework> cases) {
        List<Reading> readings = new ArrayList<>();
        for (Casework own : cases) {
            List<CaseworkEvent> past = Moments.until(day, own.history());
            if (!past.isEmpty()) {
                ContactCoverage contact = ContactCoverage.of(past);
                Set<UnitId> reached = contact.reached();
                for (UnitId unit : contact.units()) {
                    Count count = reached.contains(unit) ? Count.COUNTED : Count.NOT_REACHED;
                    readings.add(part(own, unit, count));
                }
            }
        }
        return Measurement.of(Metric.CONTACT, day, readings);
    }

    /**
     * The squads that went from door to door.
     *
     * @param day the day
     * @param cases each once
     * @return one record a squad; one whose members visited nobody counts as formed only
     */
    public static Measurement squads(LocalDate day, Collection<Casework> cases) {
        List<Reading> readings = new ArrayList<>();
        for (Casework own : cases) {
            List<CaseworkEvent> past = Moments.until(day, own.history());
            Set<UnitId> visited = new HashSet<>();
            for (CaseworkEvent event : past) {
                if (event instanceof UnitVisited visit) {
                    visited.add(visit.unit());
                } else if (event instanceof UnitsVisited round) {
                    round.doors().forEach(door -> visited.add(door.unit()));
                }
            }
            for (CaseworkEvent event : past) {
                if (event instanceof SquadFormed squad) {
                    boolean went = squad.units().stream().anyMatch(visited::contains);
                    readings.add(part(own, squad.squad(), went ? Count.COUNTED : Count.NO_VISIT));
                }
            }
        }
        return Measurement.of(Metric.SQUADS, day, readings);
    }

    private static Reading part(Casework own, Object part, Count count) {
        return Reading.of(own.community(), own.id() + "/" + part, count);
    }

    private static RecordId recordOf(CaseEvent event) {
        return new RecordId(event.community(), event.caseId().value());
    }
}
