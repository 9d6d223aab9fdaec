package io.github.xinyi.governance.casework;

import io.github.xinyi.governance.casework.CaseworkEvent.OwnersDecisionRevoked;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureDecided;
import io.github.xinyi.governance.casework.CaseworkEvent.ProcedureFollowed;
import io.github.xinyi.governance.deliberation.Procedure;
import io.github.xinyi.governance.deliberation.ProcedureId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.Matter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules on the owners' decisions: their procedure, and what becomes of them afterwards. */
final class OwnersJudge {

    private final CaseworkRecord state;

    OwnersJudge(CaseworkRecord state) {
        this.state = state;
    }

    /** What is said of a procedure that serves no case. */
    List<Finding> unlinked(Procedure procedure, Instant at) {
        return List.of(
                new CaseworkJudge(state).timeOrder(at),
                CaseworkRule.PROCEDURE_OF_CASE.check(
                        false, "procedure", procedure.id(), "named", "-", "case", state.id()));
    }

    /** What is said of a procedure without a decision that was shown to the end. */
    List<Finding> notShown(Procedure procedure, Instant at) {
        return List.of(
                new CaseworkJudge(state).timeOrder(at),
                CaseworkRule.DECISION_SHOWN.check(
                        false,
                        "procedure",
                        procedure.id(),
                        "adopted",
                        procedure.decision().map(d -> d.adoptedAt().toString()).orElse("-"),
                        "shown",
                        "-",
                        "at",
                        at));
    }

    List<Finding> following(ProcedureFollowed followed) {
        return List.of(
                CaseworkRule.PROCEDURE_OF_CASE.check(
                        followed.caseId().equals(state.id()),
                        "procedure",
                        followed.procedure(),
                        "named",
                        followed.caseId(),
                        "case",
                        state.id()),
                procedureFollowed(followed.matter(), !state.isBound(followed.matter())));
    }

    Finding withoutProcedure(Matter matter) {
        return procedureFollowed(matter, !state.procedures().containsKey(matter));
    }

    private Finding procedureFollowed(Matter matter, boolean open) {
        return CaseworkRule.PROCEDURE_FOLLOWED.check(
                open, "matter", matter, "procedure", "-", "followed", followed(matter));
    }

    /** What the place says of a decision that follows no procedure. */
    Finding procedureNeeded(Matter matter) {
        return CaseworkRule.PROCEDURE_NEEDED.check(
                !state.terms().steps().throughProcedure().contains(matter),
                "matter",
                matter,
                "needed",
                state.terms().steps().throughProcedure(),
                "source",
                state.terms().source(),
                "standing",
                state.terms().reading());
    }

    Finding byProcedure(ProcedureDecided decided) {
        return CaseworkRule.PROCEDURE_FOLLOWED.check(
                decided.procedure().equals(state.procedures().get(decided.matter())),
                "matter",
                decided.matter(),
                "procedure",
                decided.procedure(),
                "followed",
                followed(decided.matter()));
    }

    private String followed(Matter matter) {
        return Optional.ofNullable(state.procedures().get(matter))
                .map(ProcedureId::value)
                .orElse("-");
    }

    Finding shown(ProcedureDecided decided) {
        return CaseworkRule.DECISION_SHOWN.check(
                !decided.shownAt().isBefore(decided.adoptedAt())
                        && !decided.shownAt().isAfter(decided.occurredAt()),
                "procedure",
                decided.procedure(),
                "adopted",
                decided.adoptedAt(),
                "shown",
                decided.shownAt(),
                "at",
                decided.occurredAt());
    }

    Finding stands(MatterVote vote) {
        return CaseworkRule.DECISION_STANDS.check(!state.isRevoked(vote), "resolution", vote);
    }

    Finding revoked(OwnersDecisionRevoked revoked) {
        MatterVote vote = new MatterVote(revoked.meeting(), revoked.motion());
        return CaseworkRule.DECISION_REVOKED.check(
                state.standsOn(vote) && !revoked.recordedAt().isAfter(revoked.occurredAt()),
                "resolution",
                vote,
                "recorded",
                revoked.recordedAt(),
                "at",
                revoked.occurredAt());
    }
}
