/**
 * Who votes with what: {@link io.github.xinyi.governance.community.Unit}, {@link
 * io.github.xinyi.governance.community.Roster} as frozen on a day, {@link
 * io.github.xinyi.governance.community.Electorate} to count over; {@link
 * io.github.xinyi.governance.community.RosterSheet} reads a roster, {@link
 * io.github.xinyi.governance.community.RosterStore} keeps them. Depends on identity, measure, law,
 * ruling, sheet and store.
 */
@NullMarked
package io.github.xinyi.governance.community;

import org.jspecify.annotations.NullMarked;
