package io.github.xinyi.trust.contract;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a trust contract must satisfy to bind.
 *
 * @since 0.1.0
 */
public enum ContractRule implements Rule {
    /** Adopted by the owners of this very community. */
    RESOLUTION_OF_COMMUNITY("contract.resolution-of-community", Statutes.CIVIL_CODE.at(280, 1)),
    /** Adopted as the choice of the property firm. */
    RESOLUTION_ON_FIRM(
            "contract.resolution-on-firm", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** Keys on both sides. */
    KEYS_ON_BOTH_SIDES("contract.keys-on-both-sides"),
    /** Adopted word for word: the terms are among the papers voted on. */
    RESOLUTION_ON_TERMS(
            "contract.resolution-on-terms", Statutes.CIVIL_CODE.at(278, 1).asInterpretation()),
    /** The published figures of a vote counted elsewhere prove that it passed. */
    EXTERNAL_VOTE_ESTABLISHED("contract.external-vote-established", Statutes.CIVIL_CODE.at(278, 2));

    private final RuleCode code;
    private final List<Citation> basis;

    ContractRule(String code, Citation... basis) {
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
