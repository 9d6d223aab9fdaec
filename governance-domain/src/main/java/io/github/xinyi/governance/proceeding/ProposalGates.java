package io.github.xinyi.governance.proceeding;

import io.github.xinyi.governance.measure.Threshold;
import io.github.xinyi.governance.proceeding.ProceedingEvent.Proposed;
import io.github.xinyi.governance.region.Clause;
import io.github.xinyi.governance.ruling.Evidence;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Verdict;
import java.util.List;

/** Whether enough of the owners ask for a meeting (PMR art. 13 para. 2). */
final class ProposalGates {

    private ProposalGates() {}

    static List<Finding> of(Proposed proposed, ProposalBasis basis, Clause<Threshold> share) {
        boolean byOwners = proposed.trigger() == Trigger.OWNERS_PROPOSAL;
        return List.of(
                heads(proposed, share, byOwners),
                area(proposed, share.value(), byOwners && basis == ProposalBasis.HEADS_AND_AREA));
    }

    /** Whose word the figures are; a count is taken from nobody's hand. */
    static List<Finding> figures(Proposed proposed, boolean counted) {
        if (proposed.countedOver().isEmpty()) {
            return proposed.trigger() == Trigger.OWNERS_PROPOSAL
                    ? List.of(
                            new RuleCheck(
                                    ProceedingRule.PROPOSAL_STATED,
                                    Verdict.NOT_APPLICABLE,
                                    Evidence.of("proposing", proposed.heads())
                                            .and("total", proposed.allHeads())
                                            .toMap()))
                    : List.of();
        }
        return List.of(
                RuleCheck.of(
                        ProceedingRule.PROPOSAL_COUNTED,
                        counted,
                        "roster",
                        proposed.countedOver().get(0)));
    }

    private static Finding heads(Proposed proposed, Clause<Threshold> share, boolean applies) {
        return proposal(
                ProceedingRule.PROPOSAL_HEADS.under(share.basis()),
                applies,
                share.value().isMetBy(proposed.heads().value(), proposed.allHeads().value()),
                Evidence.of("proposing", proposed.heads())
                        .and("total", proposed.allHeads())
                        .and("threshold", share.value()));
    }

    private static Finding area(Proposed proposed, Threshold share, boolean applies) {
        return proposal(
                ProceedingRule.PROPOSAL_AREA,
                applies,
                share.isMetBy(
                        proposed.area().squareDecimetres(), proposed.allArea().squareDecimetres()),
                Evidence.of("proposing", proposed.area())
                        .and("total", proposed.allArea())
                        .and("threshold", share));
    }

    private static Finding proposal(Rule rule, boolean applies, boolean met, Evidence figures) {
        Verdict verdict = met ? Verdict.MET : Verdict.NOT_MET;
        return new RuleCheck(rule, applies ? verdict : Verdict.NOT_APPLICABLE, figures.toMap());
    }
}
