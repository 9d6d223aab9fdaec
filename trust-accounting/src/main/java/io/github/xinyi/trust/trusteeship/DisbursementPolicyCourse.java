package io.github.xinyi.trust.trusteeship;

import io.github.xinyi.governance.event.EventHistory;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.trust.contract.ContractEvent.DecisionName;
import io.github.xinyi.trust.contract.ContractRule;
import io.github.xinyi.trust.contract.ContractTerms;
import io.github.xinyi.trust.contract.LifeRule;
import io.github.xinyi.trust.contract.OwnersDecision;
import io.github.xinyi.trust.trusteeship.DisbursementPolicyEvent.PolicyAgreed;
import io.github.xinyi.trust.trusteeship.DisbursementPolicyEvent.PolicyAmended;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was agreed on payments beside the two keys, from the contract's vote through every later one
 * (支付约定及其变更).
 *
 * <p>Example: {@code course.amend(policy, decision, at)} yields the course with the new policy, or
 * every rule in the way; {@link #replay} judges recorded events by the same rules. Source: Civil
 * Code art. 278 para. 1, an interpretation. Immutable.
 *
 * @since 0.1.0
 */
public final class DisbursementPolicyCourse {

    private final Agreement agreement;
    private final EventHistory<DisbursementPolicyEvent> history;

    private DisbursementPolicyCourse(
            Agreement agreement, EventHistory<DisbursementPolicyEvent> history) {
        this.agreement = agreement;
        this.history = history;
    }

    /**
     * Begins the course under a policy that was decided with the contract.
     *
     * @param agreement what was voted; the usual policy needs no vote of its own
     * @param at when it is recorded
     * @return the course with its first event, or every rule in the way
     */
    public static Outcome<DisbursementPolicyCourse> begin(Agreement agreement, Instant at) {
        ContractTerms terms = agreement.terms();
        DisbursementPolicy policy = agreement.payments();
        boolean adopted =
                policy.isUsual() || agreement.contract().decision().decides(policy.document());
        return new DisbursementPolicyCourse(agreement, EventHistory.empty())
                .with(
                        new PolicyAgreed(terms.community(), at, terms.id(), policy),
                        List.of(
                                ofContract(terms, policy),
                                RuleCheck.of(
                                        TrusteeshipRule.POLICY_DECIDED,
                                        adopted,
                                        "contract",
                                        terms.id(),
                                        "document",
                                        policy.document())));
    }

    private static RuleCheck ofContract(ContractTerms terms, DisbursementPolicy policy) {
        return RuleCheck.of(
                TrusteeshipRule.POLICY_OF_CONTRACT,
                policy.community().equals(terms.community())
                        && policy.contract().equals(terms.id()),
                "contract",
                terms.id());
    }

    /**
     * Judges recorded events again, in their order.
     *
     * @param agreement what was voted
     * @param events what was recorded, at least one
     * @param decisions shows the decision of a name again, counted or entered anew
     * @return the course they make, or the rules that the first wrong one breaks
     */
    public static Outcome<DisbursementPolicyCourse> replay(
            Agreement agreement,
            List<DisbursementPolicyEvent> events,
            Function<DecisionName, Optional<OwnersDecision>> decisions) {
        return EventHistory.replay(
                events,
                event ->
                        begin(agreement, event.occurredAt()).then(begun -> begun.asRecorded(event)),
                (before, event) ->
                        before.again(event, decisions).then(after -> after.asRecorded(event)));
    }

    private Outcome<DisbursementPolicyCourse> again(
            DisbursementPolicyEvent event,
            Function<DecisionName, Optional<OwnersDecision>> decisions) {
        if (event instanceof PolicyAmended amended) {
            return decisions
                    .apply(amended.decision())
                    .map(decision -> amend(amended.policy(), decision, amended.occurredAt()))
                    .orElseGet(() -> notShown(amended.decision()));
        }
        // Only the first policy is left, and it is agreed once, at the beginning.
        return EventHistory.notAsRecorded(event, TrusteeshipRule.AS_RECORDED);
    }

    private static Outcome<DisbursementPolicyCourse> notShown(DecisionName name) {
        return Outcome.refused(
                Ruling.of(
                        RuleCheck.of(
                                LifeRule.DECISION_SHOWN,
                                false,
                                "decision",
                                name.provenance() + " " + name.reference())));
    }

    private Outcome<DisbursementPolicyCourse> asRecorded(DisbursementPolicyEvent event) {
        return history.asRecorded(event, TrusteeshipRule.AS_RECORDED, this);
    }

    /**
     * What holds now.
     *
     * @return the policy of the last vote
     */
    public DisbursementPolicy policy() {
        return history.last().policy();
    }

    /**
     * What held at a moment.
     *
     * @param at the moment; a change of that very moment counts
     * @return the policy of the last vote recorded until then, the first one before it
     */
    public DisbursementPolicy policyAt(Instant at) {
        return events().stream()
                .filter(event -> !event.occurredAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(events().get(0))
                .policy();
    }

    /**
     * Everything that was agreed.
     *
     * @return in the order recorded, at least one
     */
    public List<DisbursementPolicyEvent> events() {
        return history.events();
    }

    /**
     * Lets another policy bind.
     *
     * @param policy the whole new policy
     * @param decision on the firm, or on another major matter, with the policy among its papers
     * @param at when it is recorded
     * @return the changed course, or every rule in the way
     */
    public Outcome<DisbursementPolicyCourse> amend(
            DisbursementPolicy policy, OwnersDecision decision, Instant at) {
        ContractTerms terms = agreement.terms();
        Motion.Document document = policy.document();
        LocalDate recorded = at.atZone(Meeting.ZONE).toLocalDate();
        return with(
                new PolicyAmended(
                        terms.community(),
                        at,
                        terms.id(),
                        policy,
                        new DecisionName(decision.provenance(), decision.reference(), document)),
                List.of(
                        ofContract(terms, policy),
                        RuleCheck.of(
                                ContractRule.RESOLUTION_OF_COMMUNITY,
                                decision.community().equals(terms.community()),
                                "community",
                                decision.community()),
                        RuleCheck.of(
                                ContractRule.RESOLUTION_ON_FIRM,
                                decision.matter() == Matter.MANAGER_APPOINTMENT
                                        || decision.matter() == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                decision.matter()),
                        RuleCheck.of(
                                TrusteeshipRule.POLICY_DECIDED,
                                decision.decides(document),
                                "contract",
                                terms.id(),
                                "document",
                                document),
                        RuleCheck.of(
                                TrusteeshipRule.RECORDED_AFTERWARDS,
                                !decision.adoptedOn().isAfter(recorded),
                                "day",
                                decision.adoptedOn(),
                                "recorded",
                                recorded)));
    }

    private Outcome<DisbursementPolicyCourse> with(
            DisbursementPolicyEvent event, List<? extends Finding> findings) {
        return history.with(event, findings, TrusteeshipRule.TIME_FORWARD)
                .then(after -> Outcome.accepted(new DisbursementPolicyCourse(agreement, after)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DisbursementPolicyCourse that
                && agreement.terms().equals(that.agreement.terms())
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return history.hashCode();
    }

    /** For example {@code HT-2025-01, 2 events}. */
    @Override
    public String toString() {
        return agreement.terms().id() + ", " + events().size() + " events";
    }
}
