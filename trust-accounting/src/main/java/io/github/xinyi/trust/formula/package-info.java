/**
 * Charges that a community words itself (自定义收费公式): {@link io.github.xinyi.trust.formula.Formula} is
 * read and checked once, then asked with {@link io.github.xinyi.trust.formula.Quantities}. No
 * script runs; an error is a refusal by {@link io.github.xinyi.trust.formula.FormulaRule}, never an
 * amount of nothing. May depend on money.
 */
@NullMarked
package io.github.xinyi.trust.formula;

import org.jspecify.annotations.NullMarked;
