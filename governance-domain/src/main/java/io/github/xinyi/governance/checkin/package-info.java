/**
 * Units and working Party members who report to a community and serve it (双报到双服务): {@link
 * io.github.xinyi.governance.checkin.CheckInRegister} knows who is where on a day, the volunteer
 * teams, what they did and for how long; {@link io.github.xinyi.governance.checkin.CheckInEvent} is
 * what can be proposed to it, {@link io.github.xinyi.governance.checkin.CheckInSheet} reads
 * exported tables. Depends on event, identity, law, ruling, sheet and voting.
 */
@NullMarked
package io.github.xinyi.governance.checkin;

import org.jspecify.annotations.NullMarked;
