package io.github.xinyi.example.benchmarks;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import java.util.List;

/**
 * What a peer must answer, as ours does: the rule, whether it is met, the figures used, and where
 * it stands. Sentences are made of it elsewhere, here and there.
 *
 * @param rule the name of the rule
 * @param met whether the threshold is reached
 * @param figures the figures used
 * @param threshold the share needed
 * @param basis the articles
 */
public record Explanation(
        String rule, boolean met, Figures figures, String threshold, List<Citation> basis) {

    private static final List<Citation> BASIS =
            List.of(Statutes.CIVIL_CODE.at(278, 2), Statutes.SPC_OWNERSHIP.at(8));

    /**
     * The answer on the quorum by area.
     *
     * @param figures the fact
     * @param met what the engine found
     * @return the explanation
     */
    public static Explanation ofQuorum(Figures figures, boolean met) {
        return new Explanation("voting.area-quorum", met, figures, ">=2/3", BASIS);
    }
}
