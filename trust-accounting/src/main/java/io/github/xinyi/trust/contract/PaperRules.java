package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.util.List;

/** That the owners have decided on a paper on this very contract, and on the right matter. */
record PaperRules(ContractTerms terms) {

    List<Finding> judge(ContractPaper paper, OwnersDecision decision, Instant at) {
        Motion.Document document = paper.document();
        boolean onFirm =
                decision.matter() == Matter.MANAGER_APPOINTMENT
                        || (paper instanceof ContractPaper.RatioAmendment
                                && decision.matter() == Matter.OTHER_MAJOR_MATTER);
        return List.of(
                RuleCheck.of(
                        LifeRule.SAME_CONTRACT,
                        paper.community().equals(terms.community())
                                && paper.contract().equals(terms.id()),
                        "contract",
                        terms.id()),
                RuleCheck.of(
                        ContractRule.RESOLUTION_OF_COMMUNITY,
                        decision.community().equals(terms.community()),
                        "community",
                        decision.community()),
                RuleCheck.of(ContractRule.RESOLUTION_ON_FIRM, onFirm, "matter", decision.matter()),
                RuleCheck.of(
                        LifeRule.DECISION_ON_PAPER,
                        decision.decides(document),
                        "decision",
                        decision,
                        "document",
                        document),
                ContractLife.recordedAfter(decision.adoptedOn(), at));
    }
}
