/**
 * Amounts that are never rounded by accident: {@link io.github.xinyi.trust.money.Money} and {@link
 * io.github.xinyi.trust.money.Apportionment}. Depends on nothing.
 */
@NullMarked
package io.github.xinyi.trust.money;

import org.jspecify.annotations.NullMarked;
