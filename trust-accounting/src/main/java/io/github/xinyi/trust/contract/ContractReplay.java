package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does again what an event says, by the command that made it. */
record ContractReplay(
        ContractLife life, Function<DecisionName, Optional<OwnersDecision>> decisions) {

    Outcome<ContractLife> of(ContractEvent event) {
        if (event instanceof ContractEvent.RatioAgreed e) {
            return by(e.decision(), d -> life.agreeRatio(e.paper(), d, e.occurredAt()));
        } else if (event instanceof ContractEvent.Renewed e) {
            return by(e.decision(), d -> life.renew(e.paper(), d, e.occurredAt()));
        } else if (event instanceof ContractEvent.SuccessorChosen e) {
            return by(e.decision(), d -> life.succeed(e.paper(), d, e.occurredAt()));
        } else if (event instanceof ContractEvent.EndedByOwners e) {
            return e.notice().kind().isByOwners()
                    ? by(e.decision(), d -> life.end(e.notice(), d, e.occurredAt()))
                    : notAsRecorded(event);
        } else if (event instanceof ContractEvent.EndedByFirm e) {
            return e.notice().kind().isByOwners()
                    ? notAsRecorded(event)
                    : life.end(e.notice(), e.occurredAt());
        } else if (event instanceof ContractEvent.TakenOver e) {
            return life.takeOver(e.on(), e.occurredAt());
        } else if (event instanceof ContractEvent.HandedOver e) {
            return life.handedOver(e.item(), e.on(), e.receiver(), e.occurredAt(), List.of());
        }
        // Only an adoption is left, and a contract is adopted once, at its beginning.
        return notAsRecorded(event);
    }

    private Outcome<ContractLife> by(
            DecisionName name, Function<OwnersDecision, Outcome<ContractLife>> command) {
        return decisions
                .apply(name)
                .map(command)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        Ruling.of(
                                                RuleCheck.of(
                                                        LifeRule.DECISION_SHOWN,
                                                        false,
                                                        "decision",
                                                        name.provenance()
                                                                + " "
                                                                + name.reference()))));
    }

    private static Outcome<ContractLife> notAsRecorded(ContractEvent event) {
        return EventHistory.notAsRecorded(event, LifeRule.AS_RECORDED);
    }
}
