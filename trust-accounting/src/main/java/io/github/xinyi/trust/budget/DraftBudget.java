package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.trust.canonical.CanonicalBytes;
import io.github.xinyi.trust.contract.OwnersDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A budget that nobody has adopted, and so nobody can spend (预算草案).
 *
 * @param community whose money
 * @param year the calendar year, for example 2025
 * @param lines at least one, each code once
 * @since 0.1.0
 */
public record DraftBudget(CommunityId community, int year, List<BudgetLine> lines) {

    /** Copies the lines and refuses two of one code. */
    public DraftBudget {
        lines = List.copyOf(lines);
        Set<String> codes = new HashSet<>();
        for (BudgetLine line : lines) {
            if (!codes.add(line.code())) {
                throw new IllegalArgumentException("two lines are " + line.code());
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a budget needs a line");
        }
    }

    /**
     * The paper that owners vote on: the SHA-256 over community, year and all lines in their order,
     * each part with its length, under the domain {@code xinyi/budget/v1}.
     *
     * @return the digest that a motion must carry for this budget to be adopted
     */
    public Motion.Document document() {
        CanonicalBytes bytes =
                new CanonicalBytes("xinyi/budget/v1")
                        .text(community.value())
                        .text(Integer.toString(year))
                        .u32(lines.size());
        for (BudgetLine line : lines) {
            bytes.text(line.code())
                    .text(line.name())
                    .text(line.fundClass().name())
                    .u64(line.amount().minor())
                    .text(line.amount().currency().getCurrencyCode());
        }
        return new Motion.Document(bytes.sha256Hex());
    }

    /**
     * Adopts the budget by a resolution that was counted here.
     *
     * @param resolution what the owners adopted, Civil Code art. 278 para. 1 item 9
     * @return the budget that can be spent, or every rule in the way
     */
    public Outcome<AdoptedBudget> adopt(Resolution resolution) {
        return adopt(OwnersDecision.of(resolution));
    }

    /**
     * Adopts the budget by a decision of which it is a paper.
     *
     * @param decision what the owners adopted, Civil Code art. 278 para. 1 item 9
     * @return the budget that can be spent, or every rule in the way
     */
    public Outcome<AdoptedBudget> adopt(OwnersDecision decision) {
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                BudgetRule.RESOLUTION_OF_COMMUNITY,
                                decision.community().equals(community),
                                "community",
                                decision.community()),
                        RuleCheck.of(
                                BudgetRule.RESOLUTION_ON_BUDGET,
                                decision.matter() == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                decision.matter()),
                        RuleCheck.of(
                                BudgetRule.RESOLUTION_ON_LINES,
                                decision.decides(document()),
                                "decision",
                                decision,
                                "document",
                                document()));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new AdoptedBudget(this, decision))
                : Outcome.refused(ruling);
    }
}
