package io.github.xinyi.trust.budget;

import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Resolution;
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
     * Adopts the budget by a resolution.
     *
     * @param resolution what the owners adopted, Civil Code art. 278 para. 1 item 9
     * @return the budget that can be spent, or every rule in the way
     */
    public Outcome<AdoptedBudget> adopt(Resolution resolution) {
        List<Finding> findings =
                List.of(
                        RuleCheck.of(
                                BudgetRule.RESOLUTION_OF_COMMUNITY,
                                resolution.community().equals(community),
                                "community",
                                resolution.community()),
                        RuleCheck.of(
                                BudgetRule.RESOLUTION_ON_BUDGET,
                                resolution.matter() == Matter.OTHER_MAJOR_MATTER,
                                "matter",
                                resolution.matter()));
        Ruling ruling = new Ruling(findings);
        return ruling.notMet().isEmpty()
                ? Outcome.accepted(new AdoptedBudget(this, resolution))
                : Outcome.refused(ruling);
    }
}
