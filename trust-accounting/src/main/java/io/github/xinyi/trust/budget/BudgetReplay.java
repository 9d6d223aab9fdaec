package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.trust.money.Money;
import java.util.Optional;
import java.util.function.Function;

/** Does again what an event says, by the command that made it. */
record BudgetReplay(BudgetYear year, Function<Authority.Name, Optional<Authority>> authorities) {

    Outcome<BudgetYear> of(BudgetEvent event) {
        if (event instanceof BudgetEvent.Committed e) {
            Money amount = Money.ofFen(e.amountMinor());
            return amount.isPositive() && amount.minor() <= BudgetPaper.MAX_AMOUNT_MINOR
                    ? year.commit(
                            e.id(), e.line(), amount, Money.ofFen(e.spentMinor()), e.occurredAt())
                    : notAsRecorded(event);
        } else if (event instanceof BudgetEvent.Released e) {
            return year.release(e.id(), e.occurredAt());
        } else if (event instanceof BudgetEvent.Transferred e) {
            Money spent = Money.ofFen(e.spentMinor());
            return by(e.authority(), a -> year.transfer(e.paper(), a, spent, e.occurredAt()));
        } else if (event instanceof BudgetEvent.OverrunGranted e) {
            return by(e.authority(), a -> year.grant(e.paper(), a, e.occurredAt()));
        } else if (event instanceof BudgetEvent.EmergencyDeclared e) {
            return year.declareEmergency(e.paper(), e.occurredAt());
        } else if (event instanceof BudgetEvent.EmergencyConfirmed e) {
            return by(e.authority(), a -> year.confirmEmergency(e.paper(), a, e.occurredAt()));
        }
        // Only an opening is left, and a year is opened once, at its beginning.
        return notAsRecorded(event);
    }

    private Outcome<BudgetYear> by(
            Authority.Name name, Function<Authority, Outcome<BudgetYear>> command) {
        return authorities
                .apply(name)
                .map(command)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        Ruling.of(
                                                RuleCheck.of(
                                                        BudgetRule.AUTHORITY_SHOWN,
                                                        false,
                                                        "authority",
                                                        name))));
    }

    private static Outcome<BudgetYear> notAsRecorded(BudgetEvent event) {
        return EventHistory.notAsRecorded(event, BudgetRule.AS_RECORDED);
    }
}
