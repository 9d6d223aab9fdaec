package io.github.xinyi.example.xinyijia;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterSheet;
import io.github.xinyi.governance.community.RosterStore;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Ballot;
import io.github.xinyi.governance.voting.BallotSheet;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MeetingStore;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import io.github.xinyi.governance.identity.MotionId;
import java.util.List;

/** The owners' meeting: imported once, and counted again from the stored ballots at every start. */
final class Decisions {

    private final Roster roster;
    private final TallyResult result;

    private Decisions(Roster roster, TallyResult result) {
        this.roster = roster;
        this.result = result;
    }

    static Decisions of(
            SampleCommunity community, SampleFiles files, RosterStore rosters, MeetingStore meetings) {
        Meeting meeting = community.meeting();
        if (meetings.result(community.id(), meeting.id()).isEmpty()) {
            Roster imported =
                    Refused.orThrow(
                            RosterSheet.read(
                                    files.sheet("units.csv"),
                                    community.id(),
                                    community.rosterDate(),
                                    community.developer()));
            List<Ballot> ballots =
                    Refused.orThrow(BallotSheet.read(files.sheet("ballots.csv"), meeting));
            Refused.orThrow(rosters.freeze(imported));
            Refused.orThrow(meetings.record(meeting));
            ballots.forEach(b -> Refused.orThrow(meetings.add(community.id(), meeting.id(), b)));
        }
        Roster roster =
                rosters.find(community.id(), community.rosterDate())
                        .orElseThrow(() -> new IllegalStateException("the roster is gone"));
        TallyResult result =
                Tally.of(meeting, roster, meetings.ballots(community.id(), meeting.id()));
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
