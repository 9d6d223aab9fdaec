package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.trust.contract.ContractTerms;
import java.time.Duration;

/** The owners' meeting, counted again from the stored ballots at every start. */
final class Decisions {

    /** The sample was counted on the day after its close. */
    private static final Duration COUNTED_AFTER = Duration.ofDays(1);

    private final Roster roster;
    private final TallyResult result;

    private Decisions(Roster roster, TallyResult result) {
        this.roster = roster;
        this.result = result;
    }

    /** Stores roster, meeting and ballots; again the same changes nothing. */
    static void store(
            SampleCommunity community,
            SampleImport files,
            ContractTerms terms,
            RosterStore rosters,
            MeetingStore meetings) {
        Meeting meeting = community.meetingOn(terms, files.budget());
        if (meetings.result(community.id(), meeting.id()).isPresent()) {
            return;
        }
        Refused.orThrow(rosters.freeze(files.roster()));
        Refused.orThrow(meetings.record(meeting));
        files.ballots()
                .forEach(b -> Refused.orThrow(meetings.add(community.id(), meeting.id(), b)));
    }

    /** Counts the stored ballots. */
    static Decisions of(SampleCommunity community, RosterStore rosters, MeetingStore meetings) {
        Meeting meeting =
                meetings.find(community.id(), community.meeting().id())
                        .orElseThrow(() -> new IllegalStateException("the meeting is gone"));
        Roster roster =
                rosters.find(community.id(), community.rosterDate())
                        .orElseThrow(() -> new IllegalStateException("the roster is gone"));
        TallyResult result =
                Refused.orThrow(
                        Tally.of(
                                meeting,
                                roster,
                                meetings.ballots(community.id(), meeting.id()),
                                meeting.closesAt().plus(COUNTED_AFTER)));
        // Refused if the verdict that was stored once is not what the ballots give now.
        Refused.orThrow(meetings.store(result));
        return new Decisions(roster, result);
    }

    Roster roster() {
        return roster;
    }

    TallyResult result() {
        return result;
    }

    Resolution resolution(MotionId motion) {
        return result.motion(motion)
                .resolution()
                .orElseThrow(() -> new IllegalStateException(motion + " did not pass"));
    }
}
