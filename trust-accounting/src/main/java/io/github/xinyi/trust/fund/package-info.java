/**
 * What comes into the classes of money, {@link io.github.xinyi.trust.fund.PublicIncome} for one,
 * and the only ways from one to another: a {@link io.github.xinyi.trust.fund.FundPlan} becomes an
 * {@link io.github.xinyi.trust.fund.AdoptedPlan} by the owners' resolution. May depend on book and
 * governance community and voting.
 */
@NullMarked
package io.github.xinyi.trust.fund;

import org.jspecify.annotations.NullMarked;
