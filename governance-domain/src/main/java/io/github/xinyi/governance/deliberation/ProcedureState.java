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

/**
 * How a procedure stands by its events, for example with the first three stages taken; whether an
 * event may follow is judged before.
 *
 * @param opened how it began, with its stages
 * @param last when something was recorded last
 * @param taken when each stage was taken
 * @param displayed since when each display hangs that has not ended
 * @param objections all of them, by identifier
 * @param declined whether the owners did not adopt the motion
 * @param duties what is owed after that
 * @param course what became of the owners' votes
 */
record ProcedureState(
        ProcedureOpened opened,
        Instant last,
        Map<String, Instant> taken,
        Map<String, Instant> displayed,
        Map<String, Objection> objections,
        boolean declined,
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
                false,
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
            return with(at, displayed, objections, false, duties).with(course.serving(e.caseId()));
        } else if (event instanceof OwnersDeclined) {
            return with(at, displayed, objections, true, dutiesOfRejection());
        } else if (event instanceof DisclosurePosted e) {
            return taking(e.stage(), at, at)
                    .with(at, plus(displayed, e.stage(), at), objections, false, duties);
        } else if (event instanceof DisclosureEnded e) {
            Map<String, Instant> hanging = new LinkedHashMap<>(displayed);
            hanging.remove(e.stage());
            return with(at, hanging, objections, declined, duties)
                    .with(course.takingDown(e.stage(), at));
        } else if (event instanceof ObjectionRaised e) {
            return with(
                    at,
                    displayed,
                    plus(objections, e.objection(), new Objection(e.stage(), false)),
                    false,
                    duties);
        } else if (event instanceof ObjectionAnswered e) {
            Map<String, Objection> answered = new LinkedHashMap<>(objections);
            answered.computeIfPresent(e.objection(), (id, o) -> new Objection(o.stage(), true));
            return with(at, displayed, answered, declined, duties);
        } else if (event instanceof RejectionReported) {
            return with(at, displayed, objections, true, without(RejectionDuty.REPORT_TO_OWNERS));
        } else if (event instanceof RejectionPublished) {
            return with(at, displayed, objections, true, without(RejectionDuty.PUBLICATION));
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
                false,
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
                false,
                duties,
                course.revoking(revoked.meeting(), kept.keySet()));
    }

    private ProcedureState with(VoteCourse next) {
        return new ProcedureState(
                opened, last, taken, displayed, objections, declined, duties, next);
    }

    private ProcedureState with(
            Instant at,
            Map<String, Instant> nowDisplayed,
            Map<String, Objection> nowObjections,
            boolean nowDeclined,
            List<RejectionDuty> nowDuties) {
        return new ProcedureState(
                opened, at, taken, nowDisplayed, nowObjections, nowDeclined, nowDuties, course);
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

    /** When it was carried out, which before the vote is an urgent repair. */
    Optional<LocalDate> dayOfRepair() {
        return opened.stages().stream()
                .filter(stage -> stage.kind() == Kind.EXECUTION)
                .flatMap(stage -> Optional.ofNullable(taken.get(stage.id())).stream())
                .map(Procedure::day)
                .findFirst();
    }
}
