package io.github.xinyi.governance.deliberation;

import io.github.xinyi.governance.deliberation.Procedure.Status;
import io.github.xinyi.governance.deliberation.ProcedureEvent.CaseLinked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosureEnded;
import io.github.xinyi.governance.deliberation.ProcedureEvent.DisclosurePosted;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionAnswered;
import io.github.xinyi.governance.deliberation.ProcedureEvent.ObjectionRaised;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersDeclined;
import io.github.xinyi.governance.deliberation.ProcedureEvent.OwnersResolved;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionPublished;
import io.github.xinyi.governance.deliberation.ProcedureEvent.RejectionReported;
import io.github.xinyi.governance.deliberation.ProcedureEvent.StageTaken;
import io.github.xinyi.governance.deliberation.Stage.Kind;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules say of an event, the same for a command and for a history that is read again, so
 * that no stored event passes a gate that stands closed to people.
 */
final class ProcedureFindings {

    private final Procedure state;

    ProcedureFindings(Procedure state) {
        this.state = state;
    }

    /** Of any event but the first. */
    Ruling of(ProcedureEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(procedure(event));
        findings.add(status(event));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.TIME,
                        !event.occurredAt().isBefore(state.last()),
                        "at",
                        event.occurredAt(),
                        "last",
                        state.last()));
        findings.add(moment(event.occurredAt()));
        if (event instanceof StageTaken e) {
            stageTaken(e, findings);
        } else if (event instanceof OwnersResolved e) {
            vote(e.stage(), e.opensAt(), e.adoptedAt(), e.occurredAt(), findings);
            findings.add(motion(e.motion(), true));
            findings.add(stands(e.meeting()));
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.DECISIONS,
                            state.course().revoked().size() < Procedure.MAX_DECISIONS,
                            "procedure",
                            state.id(),
                            "limit",
                            Procedure.MAX_DECISIONS));
        } else if (event instanceof OwnersDecisionRevoked e) {
            findings.add(revoked(e));
        } else if (event instanceof CaseLinked e) {
            findings.add(caseOnce(e));
        } else if (event instanceof OwnersDeclined e) {
            vote(e.stage(), e.opensAt(), e.closedAt(), e.occurredAt(), findings);
            findings.add(motion(e.motion(), e.result().isDeclined()));
        } else if (event instanceof DisclosurePosted e) {
            stage(e.stage(), findings, Kind.DISCLOSURE)
                    .ifPresent(stage -> findings.add(actor(stage, e.actor())));
        } else if (event instanceof DisclosureEnded e) {
            disclosureEnded(e, findings);
        } else if (event instanceof ObjectionRaised e) {
            objectionRaised(e, findings);
        } else if (event instanceof ObjectionAnswered e) {
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.OBJECTION_OPEN,
                            state.isOpen(e.objection()),
                            "objection",
                            e.objection()));
        } else if (event instanceof RejectionReported) {
            findings.add(owed(RejectionDuty.REPORT_TO_OWNERS));
        } else if (event instanceof RejectionPublished) {
            findings.add(owed(RejectionDuty.PUBLICATION));
        } else {
            throw new IllegalArgumentException("a procedure is opened once: " + event);
        }
        return new Ruling(findings);
    }

    /** Whether it has come to where such an event can happen. */
    private RuleCheck status(ProcedureEvent event) {
        if (event instanceof RejectionReported || event instanceof RejectionPublished) {
            return RuleCheck.of(
                    ProcedureRule.REPAIR_DECLINED,
                    state.isDeclinedAfterRepair(),
                    "procedure",
                    state.id(),
                    "status",
                    state.status());
        }
        Set<Status> possible = EnumSet.of(Status.UNDER_WAY);
        if (event instanceof OwnersResolved || event instanceof OwnersDeclined) {
            possible.add(Status.REVOKED);
        } else if (event instanceof OwnersDecisionRevoked) {
            possible.add(Status.COMPLETED);
        } else if (event instanceof DisclosureEnded || event instanceof ObjectionAnswered) {
            // What hangs when the owners decline is still answered for and taken down.
            possible.add(Status.REJECTED);
        }
        return RuleCheck.of(
                ProcedureRule.UNDER_WAY,
                possible.contains(state.status()),
                "procedure",
                state.id(),
                "status",
                state.status(),
                "needed",
                possible);
    }

    private RuleCheck stands(MeetingId meeting) {
        return RuleCheck.of(
                ProcedureRule.DECISION_STANDS,
                !state.course().revoked().containsKey(meeting),
                "meeting",
                meeting);
    }

    private RuleCheck revoked(OwnersDecisionRevoked event) {
        return RuleCheck.of(
                ProcedureRule.DECISION_REVOKED,
                !event.recordedAt().isAfter(event.occurredAt())
                        && state.decision()
                                .filter(d -> d.meeting().equals(event.meeting()))
                                .filter(d -> d.motion().id().equals(event.motion()))
                                .isPresent(),
                "meeting",
                event.meeting(),
                "motion",
                event.motion(),
                "recorded",
                event.recordedAt(),
                "at",
                event.occurredAt());
    }

    private RuleCheck caseOnce(CaseLinked event) {
        return RuleCheck.of(
                ProcedureRule.CASE_ONCE,
                state.caseId().isEmpty() && state.decision().isEmpty(),
                "case",
                event.caseId(),
                "procedure",
                state.id());
    }

    private RuleCheck procedure(ProcedureEvent event) {
        return RuleCheck.of(
                ProcedureRule.PROCEDURE,
                event.procedure().equals(state.id()) && event.community().equals(state.community()),
                "procedure",
                event.procedure(),
                "community",
                event.community(),
                "expected",
                state.id() + "@" + state.community());
    }

    static RuleCheck moment(Instant at) {
        return RuleCheck.of(
                ProcedureRule.MOMENT, at.equals(at.truncatedTo(ChronoUnit.MICROS)), "at", at);
    }

    private RuleCheck owed(RejectionDuty duty) {
        return RuleCheck.of(
                ProcedureRule.REJECTION_DUTY, state.openDuties().contains(duty), "duty", duty);
    }

    private void objectionRaised(ObjectionRaised event, List<Finding> findings) {
        findings.add(onDisplay(event.stage()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.OBJECTION_NEW,
                        !state.objections().containsKey(event.objection()),
                        "objection",
                        event.objection()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.OBJECTIONS,
                        state.objections().size() < Procedure.MAX_OBJECTIONS,
                        "limit",
                        Procedure.MAX_OBJECTIONS));
    }

    /** Whether it is the next stage, and of a kind that is taken in this way. */
    private Optional<Stage> stage(String id, List<Finding> findings, Kind... kinds) {
        String next = state.next().map(Stage::id).orElse("");
        findings.add(RuleCheck.of(ProcedureRule.NEXT, id.equals(next), "stage", id, "next", next));
        Optional<Stage> stage = state.stages().stream().filter(s -> s.id().equals(id)).findFirst();
        stage.ifPresent(
                s ->
                        findings.add(
                                RuleCheck.of(
                                        ProcedureRule.KIND,
                                        List.of(kinds).contains(s.kind()),
                                        "stage",
                                        id,
                                        "kind",
                                        s.kind())));
        return stage;
    }

    private void stageTaken(StageTaken event, List<Finding> findings) {
        StageReport report = event.report();
        Optional<Stage> named =
                stage(event.stage(), findings, Kind.PAPERS, Kind.BODY, Kind.EXECUTION);
        if (named.isEmpty()) {
            return;
        }
        Stage stage = named.get();
        findings.add(actor(stage, report.actor()));
        List<Paper.Kind> missing = new ArrayList<>(stage.papers());
        report.papers().forEach(paper -> missing.remove(paper.kind()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.PAPERS,
                        missing.isEmpty(),
                        "stage",
                        stage.id(),
                        "missing",
                        missing.stream().map(Paper.Kind::label).collect(Collectors.joining("、")),
                        "source",
                        stage.source(),
                        "standing",
                        stage.standing()));
        findings.add(leastDays(stage, state.dayBefore(stage), event.occurredAt()));
        if (stage.kind() == Kind.BODY) {
            count(stage, report.count(), findings);
        } else if (stage.kind() == Kind.EXECUTION) {
            findings.add(
                    RuleCheck.of(
                            ProcedureRule.DISPLAYS_ENDED,
                            state.displayed().isEmpty(),
                            "stages",
                            String.join(",", state.displayed().keySet())));
        }
    }

    private static RuleCheck actor(Stage stage, String actor) {
        return RuleCheck.of(
                ProcedureRule.ACTOR,
                stage.actors().contains(actor),
                "stage",
                stage.id(),
                "actor",
                actor,
                "actors",
                String.join("、", stage.actors()),
                "source",
                stage.source(),
                "standing",
                stage.standing());
    }

    private static void count(Stage stage, BodyCount count, List<Finding> findings) {
        long base = stage.base() == Stage.Base.DUE ? count.due() : count.present();
        findings.add(
                RuleCheck.of(
                        ProcedureRule.ATTENDANCE,
                        count.present() > 0
                                && stage.attendance()
                                        .threshold()
                                        .isMetBy(count.present(), count.due()),
                        "stage",
                        stage.id(),
                        "present",
                        count.present(),
                        "due",
                        count.due(),
                        "threshold",
                        stage.attendance(),
                        "source",
                        stage.source(),
                        "standing",
                        stage.standing()));
        findings.add(
                RuleCheck.of(
                        ProcedureRule.CONSENT,
                        stage.consent().threshold().isMetBy(count.consenting(), base),
                        "stage",
                        stage.id(),
                        "consenting",
                        count.consenting(),
                        "base",
                        base,
                        "threshold",
                        stage.consent(),
                        "source",
                        stage.source(),
                        "standing",
                        stage.standing()));
    }

    private void vote(
            String id, Instant opensAt, Instant closedAt, Instant at, List<Finding> findings) {
        stage(id, findings, Kind.OWNERS_VOTE)
                .ifPresent(
                        stage -> {
                            LocalDate before = state.dayBefore(stage);
                            findings.add(leastDays(stage, before, closedAt));
                            findings.add(
                                    RuleCheck.of(
                                            ProcedureRule.VOTE_TIME,
                                            !closedAt.isAfter(at)
                                                    && !closedAt.isBefore(opensAt)
                                                    && !opensAt.isBefore(state.momentBefore(stage)),
                                            "opened",
                                            opensAt,
                                            "closed",
                                            closedAt,
                                            "before",
                                            state.momentBefore(stage),
                                            "at",
                                            at));
                        });
    }

    private RuleCheck motion(Motion motion, boolean fits) {
        return RuleCheck.of(
                ProcedureRule.MOTION,
                fits && motion.equals(state.motion()),
                "motion",
                motion.id(),
                "item",
                motion.matter().item(),
                "expected",
                state.motion().id());
    }

    private RuleCheck onDisplay(String stage) {
        return RuleCheck.of(
                ProcedureRule.ON_DISPLAY, state.displayed().containsKey(stage), "stage", stage);
    }

    private void disclosureEnded(DisclosureEnded event, List<Finding> findings) {
        findings.add(onDisplay(event.stage()));
        Optional.ofNullable(state.displayed().get(event.stage()))
                .ifPresent(
                        posted ->
                                state.stages().stream()
                                        .filter(stage -> stage.id().equals(event.stage()))
                                        .map(
                                                s ->
                                                        leastDays(
                                                                s,
                                                                Procedure.day(posted),
                                                                event.occurredAt()))
                                        .forEach(findings::add));
        String open =
                state.objections().entrySet().stream()
                        .filter(
                                e ->
                                        e.getValue().stage().equals(event.stage())
                                                && !e.getValue().answered())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(","));
        findings.add(RuleCheck.of(ProcedureRule.ANSWERED, open.isEmpty(), "objections", open));
    }

    /** Days are counted from the day after (Civil Code art. 201 para. 1). */
    private static RuleCheck leastDays(Stage stage, LocalDate from, Instant to) {
        return RuleCheck.of(
                ProcedureRule.LEAST_DAYS,
                !Procedure.day(to).isBefore(from.plusDays(stage.leastDays())),
                "stage",
                stage.id(),
                "from",
                from,
                "to",
                Procedure.day(to),
                "days",
                stage.leastDays(),
                "source",
                stage.source(),
                "standing",
                stage.standing());
    }
}
