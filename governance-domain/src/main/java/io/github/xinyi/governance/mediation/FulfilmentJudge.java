package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.mediation.Mediation.Stage;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationDecided;
import io.github.xinyi.governance.mediation.MediationEvent.ConfirmationRequested;
import io.github.xinyi.governance.mediation.MediationEvent.DutyBroken;
import io.github.xinyi.governance.mediation.MediationEvent.DutyPerformed;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules on what follows an agreement: its duties, and its confirmation by a court. */
final class FulfilmentJudge {

    private final Mediation state;

    FulfilmentJudge(Mediation state) {
        this.state = state;
    }

    List<Finding> judge(MediationEvent event) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                RuleCheck.of(
                        MediationRule.AGREED,
                        state.stage() == Stage.AGREED,
                        "stage",
                        state.stage()));
        if (event instanceof DutyPerformed performed) {
            findings.addAll(performed(performed));
        } else if (event instanceof DutyBroken broken) {
            findings.addAll(broken(broken));
        } else if (event instanceof ConfirmationRequested requested) {
            findings.addAll(requested(requested));
        } else if (event instanceof ConfirmationDecided decided) {
            findings.addAll(decided(decided));
        }
        return findings;
    }

    private List<Finding> performed(DutyPerformed performed) {
        return List.of(
                dutyKnown(performed.duty()),
                dutyOpen(performed.duty(), !state.isPerformed(performed.duty())),
                MediationJudge.date(
                        performed.performedOn(),
                        state.drawnUpOn().orElse(performed.performedOn()),
                        performed.occurredAt()));
    }

    private List<Finding> broken(DutyBroken broken) {
        LocalDate found = broken.foundOn();
        return List.of(
                dutyKnown(broken.duty()),
                dutyOpen(broken.duty(), !state.isBroken(broken.duty())),
                RuleCheck.of(
                        MediationRule.DUTY_LATE,
                        state.duties().stream()
                                .skip(Math.max(0, broken.duty()))
                                .limit(1)
                                .allMatch(duty -> found.isAfter(duty.dueOn())),
                        "duty",
                        broken.duty(),
                        "found",
                        found),
                MediationJudge.date(found, effectiveOn(found), broken.occurredAt()));
    }

    private List<Finding> requested(ConfirmationRequested requested) {
        LocalDate applied = requested.appliedOn();
        LocalDate effective = effectiveOn(applied);
        return List.of(
                RuleCheck.of(
                        MediationRule.JOINT_APPLICATION,
                        requested.applicants().equals(state.parties()),
                        "applicants",
                        requested.applicants()),
                RuleCheck.of(
                        MediationRule.WITHIN_THIRTY_DAYS,
                        !applied.isAfter(requested.lastDay())
                                && isLastDay(requested.lastDay(), effective),
                        "effective",
                        effective,
                        "applied",
                        applied,
                        "last",
                        requested.lastDay()),
                MediationJudge.date(applied, effective, requested.occurredAt()),
                confirmation(!state.has(ConfirmationRequested.class)));
    }

    private List<Finding> decided(ConfirmationDecided decided) {
        LocalDate applied =
                state.all(ConfirmationRequested.class)
                        .findFirst()
                        .map(ConfirmationRequested::appliedOn)
                        .orElse(decided.decidedOn());
        return List.of(
                confirmation(
                        state.has(ConfirmationRequested.class)
                                && !state.has(ConfirmationDecided.class)),
                MediationJudge.date(decided.decidedOn(), applied, decided.occurredAt()));
    }

    /** Where there is no agreement, that alone is the reason to refuse. */
    private LocalDate effectiveOn(LocalDate otherwise) {
        return state.effectiveOn().orElse(otherwise);
    }

    private RuleCheck dutyKnown(int duty) {
        return RuleCheck.of(
                MediationRule.DUTY_KNOWN,
                duty >= 0 && duty < state.duties().size(),
                "duty",
                duty,
                "count",
                state.duties().size());
    }

    private static RuleCheck dutyOpen(int duty, boolean met) {
        return RuleCheck.of(MediationRule.DUTY_OPEN, met, "duty", duty);
    }

    private static RuleCheck confirmation(boolean met) {
        return RuleCheck.of(MediationRule.CONFIRMATION_ONCE, met);
    }

    /** Holidays move the last day to a later one, within bounds, and never to an earlier one. */
    private static boolean isLastDay(LocalDate day, LocalDate effectiveOn) {
        LocalDate earliest = effectiveOn.plusDays(Mediation.CONFIRMATION_DAYS);
        return !day.isBefore(earliest)
                && day.isBefore(earliest.plusDays(Mediation.CONFIRMATION_DAYS));
    }
}
