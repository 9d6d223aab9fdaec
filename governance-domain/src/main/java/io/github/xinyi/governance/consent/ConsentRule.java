package io.github.xinyi.governance.consent;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What a change from home to business needs, in the order in which it is reported.
 *
 * @since 0.1.0
 */
public enum ConsentRule implements Rule {
    /** The covenant and the law allow it; consent does not heal a breach of them. */
    ALLOWED("consent.allowed", Statutes.CIVIL_CODE.at(279)),
    /** Every owner of the building is known. */
    OWNERS_KNOWN("consent.owners-known", Statutes.SPC_OWNERSHIP.at(11)),
    /** No claim of an owner elsewhere is undecided. */
    CLAIMS_DECIDED("consent.claims-decided", Statutes.SPC_OWNERSHIP.at(11)),
    /** Nobody interested objects; a majority does not help. */
    NO_OBJECTION(
            "consent.no-objection", Statutes.CIVIL_CODE.at(279), Statutes.SPC_OWNERSHIP.at(10, 2)),
    /** Everybody interested has said yes. */
    ALL_CONSENT(
            "consent.all-consent",
            Statutes.CIVIL_CODE.at(279),
            Statutes.SPC_OWNERSHIP.at(10).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    ConsentRule(String code, Citation... basis) {
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
