/**
 * What comes into the classes of money: {@link io.github.xinyi.trust.fund.OpeningBalance} and
 * {@link io.github.xinyi.trust.fund.PublicIncome}. May depend on book.
 */
@NullMarked
package io.github.xinyi.trust.fund;

import org.jspecify.annotations.NullMarked;
