package io.github.xinyi.governance.grid;

import io.github.xinyi.governance.grid.CaseEvent.LimitExtended;
import io.github.xinyi.governance.grid.CaseEvent.ReminderSent;
import io.github.xinyi.governance.grid.CaseEvent.SupervisionOrdered;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import java.time.LocalDate;
import java.util.List;

/** The rules on limits: moving them, and reminding and supervising who has them. */
final class LimitJudge {

    private final CaseRecord state;
    private final CaseFindings findings;
    private final CaseDuties duties;

    LimitJudge(CaseRecord state) {
        this.state = state;
        this.findings = new CaseFindings(state);
        this.duties = new CaseDuties(state);
    }

    List<Finding> judge(CaseEvent event) {
        if (event instanceof LimitExtended extended) {
            return List.of(
                    findings.at(CaseDuties.UNSETTLED),
                    findings.held(extended.by()),
                    CaseFindings.text(extended.reason()),
                    extension(extended));
        }
        if (event instanceof ReminderSent sent) {
            return List.of(
                    owed(
                            sent.duty(),
                            sent.to(),
                            duties.isOpen(sent.duty())
                                    && duties.isPlausible(sent.duty(), sent.dueAt())),
                    apart(sent.by()));
        }
        if (event instanceof SupervisionOrdered ordered) {
            return List.of(
                    owed(
                            ordered.duty(),
                            ordered.to(),
                            ordered.duty() != DutyDue.Kind.SUPERVISED
                                    && duties.isOpen(ordered.duty())),
                    apart(ordered.by()),
                    supervision(ordered),
                    CaseFindings.text(ordered.reason()));
        }
        throw new IllegalArgumentException("cannot follow: " + event);
    }

    private RuleCheck extension(LimitExtended extended) {
        boolean reported = state.openings() > 0;
        long before = duties.extensions();
        int most = reported ? state.grade().extensions().most() : 0;
        return RuleCheck.of(
                CaseRule.EXTENSION,
                before < most
                        && duties.isPlausible(extended.lastDay())
                        && !GridCase.dayOf(extended.occurredAt()).isAfter(extended.lastDay()),
                "before",
                before,
                "most",
                most,
                "last",
                extended.lastDay(),
                "source",
                reported ? state.grade().source().document() : "-",
                "standing",
                reported ? state.grade().source().standing() : "-");
    }

    private RuleCheck owed(DutyDue.Kind duty, PersonId to, boolean open) {
        return RuleCheck.of(
                CaseRule.DUTY_OWED, open && to.equals(state.holder()), "duty", duty, "person", to);
    }

    private RuleCheck apart(PersonId by) {
        return RuleCheck.of(CaseRule.SUPERVISOR_APART, !by.equals(state.holder()), "person", by);
    }

    private RuleCheck supervision(SupervisionOrdered ordered) {
        LocalDate today = GridCase.dayOf(ordered.occurredAt());
        boolean another = duties.isSupervised(ordered.duty());
        return RuleCheck.of(
                CaseRule.SUPERVISION,
                !another
                        && !ordered.dueOn().isBefore(today)
                        && !ordered.dueOn().isAfter(today.plusDays(SlaGrade.MAX_DAYS)),
                "due",
                ordered.dueOn(),
                "most",
                SlaGrade.MAX_DAYS);
    }
}
