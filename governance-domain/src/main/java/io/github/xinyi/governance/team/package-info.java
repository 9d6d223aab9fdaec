/**
 * Who works together in a community: {@link io.github.xinyi.governance.team.TeamPattern} (slots as
 * a table, such as 1+3+N), {@link io.github.xinyi.governance.team.Team} (who sits where and when,
 * as a fold of {@link io.github.xinyi.governance.team.TeamEvent}s) and {@link
 * io.github.xinyi.governance.team.GridRoster}. Depends on identity, law, event, ruling and sheet.
 */
@NullMarked
package io.github.xinyi.governance.team;

import org.jspecify.annotations.NullMarked;
