package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.ProcedureEvent.CaseLinked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ProcedureOpened;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a procedure stands by its events, for example with the first three stages taken; whether an
 * event may follow is judged before.
 *
 * @param opened how it began, with its stages
 * @param last when something was recorded last
 * @param taken when each stage was taken
 * @param displayed since when each display hangs that has not ended
 * @param objections all of them, by identifier
 * @param duties what is owed after the owners did not adopt the motion
 * @param course what became of the owners' votes
 */
record ProcedureState(
        ProcedureOpened opened,
        Instant last,
        Map<String, Instant> taken,
        Map<String, Instant> displayed,
        Map<String, Objection> objections,
        List<RejectionDuty> duties,
        VoteCourse course) {

    /** An objection to a display. */
    record Objection(String stage, boolean answered) {}

    ProcedureState {
        duties = List.copyOf(duties);
    }

    static ProcedureState opened(ProcedureOpened opened) {
        return new ProcedureState(
                opened,
                opened.occurredAt(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                VoteCourse.NONE);
    }

    ProcedureState after(ProcedureEvent event) {
        Instant at = event.occurredAt();
        if (event instanceof StageTaken e) {
            return taking(e.stage(), at, at);
        } else if (event instanceof OwnersResolved e) {
            return taking(e.stage(), e.adoptedAt(), at).with(course.adopting(e));
        } else if (event instanceof OwnersDecisionRevoked e) {
            return backToTheVote(e);
        } else if (event instanceof CaseLinked e) {
            return with(at, displayed, objections, duties).with(course.serving(e.caseId()));
        } else if (event instanceof OwnersDeclined e) {
            return with(at, displayed, objections, dutiesOfRejection())
                    .with(course.declining(e.closedAt()));
        } else if (event instanceof DisclosurePosted e) {
            return taking(e.stage(), at, at)
                    .with(at, plus(displayed, e.stage(), at), objections, duties);
        } else if (event instanceof DisclosureEnded e) {
            Map<String, Instant> hanging = new LinkedHashMap<>(displayed);
            hanging.remove(e.stage());
            return with(at, hanging, objections, duties).with(course.takingDown(e.stage(), at));
        } else if (event instanceof ObjectionRaised e) {
            return with(
                    at,
                    displayed,
                    plus(objections, e.objection(), new Objection(e.stage(), false)),
                    duties);
        } else if (event instanceof ObjectionAnswered e) {
            Map<String, Objection> answered = new LinkedHashMap<>(objections);
            answered.computeIfPresent(e.objection(), (id, o) -> new Objection(o.stage(), true));
            return with(at, displayed, answered, duties);
        } else if (event instanceof RejectionReported) {
            return with(at, displayed, objections, without(RejectionDuty.REPORT_TO_OWNERS));
        } else if (event instanceof RejectionPublished) {
            return with(at, displayed, objections, without(RejectionDuty.PUBLICATION));
        }
        throw new IllegalArgumentException("a procedure is opened once: " + event);
    }

    private ProcedureState taking(String stage, Instant takenAt, Instant recordedAt) {
        return new ProcedureState(
                opened,
                recordedAt,
                plus(taken, stage, takenAt),
                displayed,
                objections,
                duties,
                course);
    }

    /** The vote and all that followed from it is to be taken again; what came before it stays. */
    private ProcedureState backToTheVote(OwnersDecisionRevoked revoked) {
        Map<String, Instant> kept = new LinkedHashMap<>();
        for (Stage stage : opened.stages()) {
            if (stage.kind() == Kind.OWNERS_VOTE) {
                break;
            }
            Optional.ofNullable(taken.get(stage.id())).ifPresent(at -> kept.put(stage.id(), at));
        }
        Map<String, Instant> hanging = new LinkedHashMap<>(displayed);
        hanging.keySet().retainAll(kept.keySet());
        return new ProcedureState(
                opened,
                revoked.occurredAt(),
                kept,
                hanging,
                objections,
                duties,
                course.revoking(revoked.meeting(), revoked.occurredAt(), kept.keySet()));
    }

    private ProcedureState with(VoteCourse next) {
        return new ProcedureState(opened, last, taken, displayed, objections, duties, next);
    }

    private ProcedureState with(
            Instant at,
            Map<String, Instant> nowDisplayed,
            Map<String, Objection> nowObjections,
            List<RejectionDuty> nowDuties) {
        return new ProcedureState(
                opened, at, taken, nowDisplayed, nowObjections, nowDuties, course);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> longer = new LinkedHashMap<>(map);
        longer.put(key, value);
        return longer;
    }

    private List<RejectionDuty> dutiesOfRejection() {
        return dayOfRepair().isPresent() ? List.of(RejectionDuty.values()) : List.of();
    }

    private List<RejectionDuty> without(RejectionDuty done) {
        return duties.stream().filter(duty -> duty != done).toList();
    }

    boolean isDeclined() {
        return !course.declined().isEmpty();
    }

    /**
     * When a stage was done: taken, or for the vote also the day on which the owners declined.
     *
     * @return {@link LocalDate#MAX} while it was not
     */
    LocalDate dayDone(Stage stage) {
        Stream<Instant> voted =
                stage.kind() == Kind.OWNERS_VOTE ? course.declined().stream() : Stream.empty();
        return Stream.concat(Optional.ofNullable(taken.get(stage.id())).stream(), voted)
                .findFirst()
                .map(Procedure::day)
                .orElse(LocalDate.MAX);
    }

    /** From when on the vote is to be made up: the repair, or the last time its decision fell. */
    LocalDate voteOwedSince(LocalDate repaired) {
        return course.revoked().values().stream()
                .map(Procedure::day)
                .reduce(repaired, (last, noted) -> noted.isAfter(last) ? noted : last);
    }

    /** When it was carried out, which before the vote is an urgent repair. */
    Optional<LocalDate> dayOfRepair() {
        return opened.stages().stream()
                .filter(stage -> stage.kind() == Kind.EXECUTION)
                .flatMap(stage -> Optional.ofNullable(taken.get(stage.id())).stream())
                .map(Procedure::day)
                .findFirst();
    }
}
