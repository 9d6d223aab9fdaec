package io.github.xinyi.trust.publication;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What an agreement on what is made public must satisfy.
 *
 * @since 0.1.0
 */
public enum PublicationRule implements Rule {
    /** Adopted by the owners of this very community. */
    DECISION_OF_COMMUNITY("publication.decision-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** Adopted with the choice of the firm, or as another major matter. */
    DECISION_ON_CONTRACT(
            "publication.decision-on-contract", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** Adopted word for word: the list is among the papers voted on. */
    DECISION_ON_PROFILE(
            "publication.decision-on-profile", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** What a text that was read asks for is made public to the same people, and no later. */
    AS_THE_LAW_ASKS("publication.as-the-law-asks", Statutes.CIVIL_CODE.at(943).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    PublicationRule(String code, Citation... basis) {
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
