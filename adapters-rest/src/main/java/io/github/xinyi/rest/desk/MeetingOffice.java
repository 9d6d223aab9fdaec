package io.github.xinyi.rest.desk;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.voting.MeetingStore;

/**
 * What owners' meetings of a community are held with.
 *
 * @param meetings where they are kept
 * @param rosters the frozen rosters of their record dates
 * @param bylaws the rules by which they are counted
 * @since 0.1.0
 */
public record MeetingOffice(MeetingStore meetings, RosterStore rosters, Bylaws bylaws) {}
