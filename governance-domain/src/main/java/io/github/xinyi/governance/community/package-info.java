/**
 * Who votes with what: {@link io.github.xinyi.governance.community.Unit}, {@link
 * io.github.xinyi.governance.community.Roster} as frozen on a day, {@link
 * io.github.xinyi.governance.community.VotingHolder}; {@link
 * io.github.xinyi.governance.community.RosterSheet} reads one, {@link
 * io.github.xinyi.governance.community.RosterStore} keeps them. Depends on identity, measure,
 * ruling, sheet and store.
 */
@NullMarked
package io.github.xinyi.governance.community;

import org.jspecify.annotations.NullMarked;
