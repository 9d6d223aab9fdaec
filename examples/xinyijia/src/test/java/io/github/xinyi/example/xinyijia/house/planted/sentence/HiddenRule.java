package io.github.xinyi.example.xinyijia.house.planted.sentence;

import io.github.xinyi.governance.ruling.RuleCode;

/** Makes a rule code where no test can find it, on purpose. */
public final class HiddenRule {

    private HiddenRule() {}

    static RuleCode hidden() {
        return new RuleCode("planted.hidden");
    }
}
