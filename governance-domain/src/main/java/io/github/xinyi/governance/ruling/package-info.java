/**
 * How rules answer: {@link io.github.xinyi.governance.ruling.Ruling} of {@link
 * io.github.xinyi.governance.ruling.Finding}s, {@link io.github.xinyi.governance.ruling.Outcome},
 * and {@link io.github.xinyi.governance.ruling.RuleTexts} for people. Depends on law.
 */
@NullMarked
package io.github.xinyi.governance.ruling;

import org.jspecify.annotations.NullMarked;
