package io.github.xinyi.trust.formula;

import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.ruling.Rule;
import io.github.xinyi.governance.ruling.RuleCode;
import java.util.List;

/**
 * Why a formula is not taken, or gives no charge.
 *
 * @since 0.1.0
 */
public enum FormulaRule implements Rule {
    /** 1 to 500 characters. */
    TEXT_LENGTH("formula.text-length"),
    /** It reads as a formula up to its end. */
    SYNTAX("formula.syntax"),
    /** Brackets and functions stand at most 32 deep. */
    NESTING("formula.nesting"),
    /** Each word is a quantity or a function. */
    WORD_KNOWN("formula.word-known"),
    /** Each unit in square brackets is known. */
    UNIT_KNOWN("formula.unit-known"),
    /** Parts that are added or compared have the same unit. */
    UNITS_AGREE("formula.units-agree"),
    /** The bounds of steps grow and have the unit of what they divide. */
    STEPS_GROW("formula.steps-grow"),
    /** The result is in yuan. */
    RESULT_IN_YUAN("formula.result-in-yuan"),
    /** Every quantity asked about is given. */
    QUANTITY_GIVEN("formula.quantity-given"),
    /** Nothing is divided by zero. */
    DIVISOR_NOT_ZERO("formula.divisor-not-zero"),
    /** No number on the way grows beyond bounds. */
    NUMBER_IN_RANGE("formula.number-in-range"),
    /** The charge is zero to one thousand million yuan. */
    CHARGE_IN_RANGE("formula.charge-in-range");

    private final RuleCode code;

    FormulaRule(String code) {
        this.code = new RuleCode(code);
    }

    @Override
    public RuleCode code() {
        return code;
    }

    @Override
    public List<Citation> basis() {
        return List.of();
    }
}
