package io.github.xinyi.trust.bankfile;

import io.github.xinyi.governance.ruling.RuleCheck;
import io.github.xinyi.trust.reconciliation.BankRule;

/** What is wrong with a file, as findings. */
final class Faults {

    private Faults() {}

    static RuleCheck of(BankRule rule, Object... evidence) {
        return RuleCheck.of(rule, false, evidence);
    }
}
