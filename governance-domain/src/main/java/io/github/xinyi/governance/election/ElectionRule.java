package io.github.xinyi.governance.election;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * By what an election is measured, in the order in which it is reported.
 *
 * @since 0.1.0
 */
public enum ElectionRule implements Rule {
    /** Two thirds or more of the area take part. */
    AREA_QUORUM("election.area-quorum", Statutes.CIVIL_CODE.at(278, 2)),
    /** Two thirds or more of the owners take part. */
    HEAD_QUORUM("election.head-quorum", Statutes.CIVIL_CODE.at(278, 2)),
    /** No fewer are elected than the law asks of a committee. */
    LEGAL_MINIMUM("election.legal-minimum", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** More than half of the agreed number are elected. */
    HALF_OF_AGREED("election.half-of-agreed", Statutes.CIVIL_CODE.at(277, 1).asInterpretation()),
    /** No seat is left to a tie. */
    SEATS_UNCONTESTED("election.seats-uncontested"),
    /** More than half of the area taking part wants the candidate. */
    CANDIDATE_AREA("election.candidate-area", Statutes.CIVIL_CODE.at(278, 2).asInterpretation()),
    /** More than half of the owners taking part want the candidate. */
    CANDIDATE_HEADS("election.candidate-heads", Statutes.CIVIL_CODE.at(278, 2).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    ElectionRule(String code, Citation... basis) {
        this.code = new RuleCode(code);
        this.basis = List.of(basis);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return basis;
    }
}
