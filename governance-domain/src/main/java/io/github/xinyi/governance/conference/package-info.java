/**
 * Conferences of several parties (联席会议), the four-party one and the one of Party-building: {@link
 * io.github.xinyi.governance.conference.ConferencePattern} is the local custom as data, {@link
 * io.github.xinyi.governance.conference.Conferences} what has been held, {@link
 * io.github.xinyi.governance.conference.ConferenceEvent} what can be proposed to it. Depends on
 * event, identity, law, ruling, sheet and voting.
 */
@NullMarked
package io.github.xinyi.governance.conference;

import org.jspecify.annotations.NullMarked;
