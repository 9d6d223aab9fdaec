package io.github.xinyi.trust.formula;

/** Leaves a computation that has no result; it becomes a refusal and never reaches a caller. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FormulaRule rule;

    NoAnswer(FormulaRule rule) {
        super(rule.code().value(), null, false, false);
        this.rule = rule;
    }

    FormulaRule rule() {
        return rule;
    }
}
