package io.github.xinyi.trust.collection;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * What must hold before figures on arrears are published, and before anybody is sued.
 *
 * @since 0.1.0
 */
public enum CollectionRule implements Rule {
    /** Each published figure has at least k units behind it. */
    ENOUGH_UNITS(
            "collection.enough-units", Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** Since the last publication nothing changed, or something of at least k units. */
    ENOUGH_CHANGES(
            "collection.enough-changes",
            Statutes.PERSONAL_INFORMATION_LAW.at(25).asInterpretation()),
    /** The bill is due and open. */
    OVERDUE("collection.overdue", Statutes.CIVIL_CODE.at(944, 2)),
    /** The payer was reminded, and a reasonable time has passed since. */
    REMINDED("collection.reminded", Statutes.CIVIL_CODE.at(944, 2));

    private final RuleCode code;
    private final List<Citation> basis;

    CollectionRule(String code, Citation... basis) {
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
