/**
 * One case from the first knock on a door to its evaluation (民意征集、协商决策、联动实施、矛盾化解): {@link
 * io.github.xinyi.governance.casework.Casework} is the state, {@link
 * io.github.xinyi.governance.casework.CaseworkEvent} what happened, {@link
 * io.github.xinyi.governance.casework.TimelineEntry} what everybody may follow. May depend on
 * deliberation, event, grid, identity, mediation, proceeding, voting and what they stand on.
 */
@NullMarked
package io.github.xinyi.governance.casework;

import org.jspecify.annotations.NullMarked;
