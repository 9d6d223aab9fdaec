/**
 * How a trust is carried out (信托履行): {@link io.github.xinyi.trust.trusteeship.Trusteeship} reads
 * the courses of contract, keys, budgets, remuneration and {@link
 * io.github.xinyi.trust.trusteeship.DisbursementPolicy} from their store whenever something is to
 * be decided, {@link io.github.xinyi.trust.trusteeship.Agreement} is what was voted on, and {@link
 * io.github.xinyi.trust.trusteeship.TrusteeDebt} what the firm owes for an emergency that lapsed.
 * May depend on book, contract, keys, budget, fund, and governance event and metrics.
 */
@NullMarked
package io.github.xinyi.trust.trusteeship;

import org.jspecify.annotations.NullMarked;
