/**
 * Who works together in a community: {@link io.github.xinyi.governance.team.TeamPattern} (slots as
 * a table, such as 1+3+N), {@link io.github.xinyi.governance.team.Team} (who sits where and when,
 * as a fold of {@link io.github.xinyi.governance.team.TeamEvent}s), {@link
 * io.github.xinyi.governance.team.GridRoster} and {@link io.github.xinyi.governance.team.PostStep}
 * (a step of a place that one of them takes). Depends on identity, law, event, ruling, sheet and
 * step.
 */
@NullMarked
package io.github.xinyi.governance.team;

import org.jspecify.annotations.NullMarked;
