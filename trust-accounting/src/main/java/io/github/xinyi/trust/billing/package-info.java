/**
 * Property fees (物业费): {@link io.github.xinyi.trust.billing.TariffSchedule} prices a unit, {@link
 * io.github.xinyi.trust.billing.Bill} and {@link io.github.xinyi.trust.billing.FeeReceipt} become
 * entries. May depend on journal and governance community.
 */
@NullMarked
package io.github.xinyi.trust.billing;

import org.jspecify.annotations.NullMarked;
