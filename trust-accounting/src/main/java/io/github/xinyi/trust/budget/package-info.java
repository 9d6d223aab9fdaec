/**
 * The annual budget (年度预算): a {@link io.github.xinyi.trust.budget.DraftBudget} cannot be spent, an
 * {@link io.github.xinyi.trust.budget.AdoptedBudget} can, up to its lines. May depend on book and
 * governance voting.
 */
@NullMarked
package io.github.xinyi.trust.budget;

import org.jspecify.annotations.NullMarked;
