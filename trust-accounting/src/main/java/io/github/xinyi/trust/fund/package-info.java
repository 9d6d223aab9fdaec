/**
 * What comes into the classes of money: {@link io.github.xinyi.trust.fund.OpeningBalance} and
 * {@link io.github.xinyi.trust.fund.PublicIncome}. May depend on journal and governance community.
 */
@NullMarked
package io.github.xinyi.trust.fund;

import org.jspecify.annotations.NullMarked;
