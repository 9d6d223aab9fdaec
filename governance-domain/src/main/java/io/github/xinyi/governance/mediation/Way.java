package io.github.xinyi.governance.mediation;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import java.util.List;

/**
 * What the law leaves a party to do when a mediation has not settled the dispute, or its agreement
 * does not hold, for example {@link #ENFORCEMENT}.
 *
 * @since 0.1.0
 */
public enum Way {
    /** Another mediation, or another agreement in place of an invalid one (重新调解). */
    MEDIATION(Statutes.PEOPLES_MEDIATION_LAW.at(33, 3)),
    /** Arbitration (仲裁). */
    ARBITRATION(Statutes.PEOPLES_MEDIATION_LAW.at(26)),
    /** The competent authority (行政). */
    ADMINISTRATIVE(Statutes.PEOPLES_MEDIATION_LAW.at(26)),
    /** A suit: about the dispute, or about the performance or content of the agreement (起诉). */
    SUIT(
            Statutes.PEOPLES_MEDIATION_LAW.at(26),
            Statutes.PEOPLES_MEDIATION_LAW.at(32),
            Statutes.PEOPLES_MEDIATION_LAW.at(33, 3)),
    /** Enforcement of an agreement that a court has confirmed (申请强制执行). */
    ENFORCEMENT(Statutes.PEOPLES_MEDIATION_LAW.at(33, 2));

    private final List<Citation> basis;

    Way(Citation... basis) {
        this.basis = List.of(basis);
    }

    /**
     * Where the law gives it.
     *
     * @return one article or several
     */
    public List<Citation> basis() {
        return basis;
    }
}
