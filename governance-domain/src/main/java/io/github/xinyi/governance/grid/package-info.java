/**
 * Disputes and requests for service in a grid (网格事件): {@link
 * io.github.xinyi.governance.grid.GridCase} as a fold of {@link
 * io.github.xinyi.governance.grid.CaseEvent}s, {@link io.github.xinyi.governance.grid.SlaProfile}
 * (limits as a table), {@link io.github.xinyi.governance.grid.Claim}. Depends on identity, law,
 * event, ruling, sheet, team and mediation.
 */
@NullMarked
package io.github.xinyi.governance.grid;

import org.jspecify.annotations.NullMarked;
