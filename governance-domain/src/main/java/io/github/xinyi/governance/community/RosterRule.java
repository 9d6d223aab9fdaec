package io.github.xinyi.governance.community;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * How units and {@link Parties} of one roster must fit together.
 *
 * @since 0.1.0
 */
public enum RosterRule implements Rule {
    /** An underwriter other than the developer stands for a unit that is not handed over. */
    UNDERWRITTEN_UNIT("underwritten-unit", Statutes.SPC_OWNERSHIP.at(17).asInterpretation()),
    /** A unit has one underwriter at most. */
    ONE_UNDERWRITER("one-underwriter", Statutes.SPC_OWNERSHIP.at(17).asInterpretation()),
    /** A guardianship is in force on the record date, and both persons are alive. */
    GUARDIAN_IN_FORCE("guardian-in-force", Statutes.CIVIL_CODE.at(39)),
    /** A guardian has full capacity, and so no guardian. */
    GUARDIAN_CAPABLE("guardian-capable", Statutes.CIVIL_CODE.at(28)),
    /** Somebody is the guardian of a ward once. */
    ONE_GUARDIANSHIP("one-guardianship", Statutes.CIVIL_CODE.at(23).asInterpretation()),
    /** Whoever is named as dead is an owner. */
    DECEASED_OWNER("deceased-owner", Statutes.CIVIL_CODE.at(230).asInterpretation());

    private final RuleCode code;
    private final List<Citation> basis;

    RosterRule(String name, Citation basis) {
        this.code = new RuleCode("community." + name);
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
