package io.github.xinyi.example.xinyijia.house.planted.sentence;

import io.github.xinyi.governance.ruling.RuleCode;

/** Two rules without a sentence, on purpose: one in an enum, one in a constant. */
enum PlainRule {
    /** Has no sentence. */
    SILENT("planted.silent");

    static final RuleCode CONSTANT = new RuleCode("planted.constant");

    private final RuleCode code;

    PlainRule(String code) {
        this.code = new RuleCode(code);
    }

    RuleCode code() {
        return code;
    }
}
