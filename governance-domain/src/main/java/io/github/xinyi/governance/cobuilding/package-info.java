/**
 * Co-building with the units of a district (党建共建): {@link
 * io.github.xinyi.governance.cobuilding.Cobuilding} holds agreements and the lists of needs and
 * resources, {@link io.github.xinyi.governance.cobuilding.CobuildingEvent} is what can be proposed
 * to it, {@link io.github.xinyi.governance.cobuilding.Consultations} counts meetings and matters.
 * Depends on conference, event, identity, law, ruling, sheet and voting.
 */
@NullMarked
package io.github.xinyi.governance.cobuilding;

import org.jspecify.annotations.NullMarked;
