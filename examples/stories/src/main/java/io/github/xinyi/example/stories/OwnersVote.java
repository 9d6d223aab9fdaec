package io.github.xinyi.example.stories;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.metrics.MeetingMeasures.Papers;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.Resolution;
import io.github.xinyi.governance.voting.Tally;
import io.github.xinyi.governance.voting.TallyResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A vote of the owners: the roster is frozen, ballots come in on paper, and are counted. */
final class OwnersVote {

    private final Stores stores;
    private final Homes homes;

    OwnersVote(Stores stores, Homes homes) {
        this.stores = stores;
        this.homes = homes;
    }

    /** A meeting in writing: announced 20 days before it opens, open for four days. */
    static Meeting meeting(CommunityId community, String id, LocalDate opens, Motion... motions) {
        return new Meeting(
                MeetingId.of(id),
                community,
                opens.minusDays(30),
                opens.minusDays(20),
                opens.atTime(9, 0).atZone(Meeting.ZONE).toInstant(),
                opens.plusDays(4).atTime(18, 0).atZone(Meeting.ZONE).toInstant(),
                List.of(motions));
    }

    /** Holds a vote in which the first homes say yes, the next say no, and the rest say nothing. */
    TallyResult hold(Meeting meeting, int inFavour, int against) {
        Outcomes.accepted(stores.rosters().freeze(homes.on(meeting.rosterDate())));
        Outcomes.accepted(stores.meetings().record(meeting));
        for (int number = 1; number <= inFavour + against; number++) {
            Choice choice = number <= inFavour ? Choice.FOR : Choice.AGAINST;
            Ballot ballot = ballot(meeting, number, choice);
            Outcomes.accepted(stores.meetings().add(homes.community(), meeting.id(), ballot));
        }
        TallyResult result = count(meeting.id());
        Outcomes.accepted(stores.meetings().store(result));
        return result;
    }

    private Ballot ballot(Meeting meeting, int number, Choice choice) {
        Unit home = homes.units().get(number - 1);
        Instant received = meeting.opensAt().plusSeconds(600L * number);
        SortedMap<MotionId, Set<Choice>> answers = new TreeMap<>();
        meeting.motions().forEach(motion -> answers.put(motion.id(), Set.of(choice)));
        return new Ballot(
                BallotId.of("B" + number),
                home.id(),
                home.owners().first(),
                Channel.PAPER,
                received,
                Signature.SIGNED,
                answers);
    }

    /** Counts what is in the stores; again, it comes to the same. */
    TallyResult count(MeetingId id) {
        Papers papers = papers(id);
        Instant counted = papers.meeting().closesAt().plusSeconds(3_600);
        return Tally.of(papers.meeting(), papers.roster(), papers.ballots(), counted)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /** What is in the stores of a vote. */
    Papers papers(MeetingId id) {
        Meeting meeting = stores.meetings().find(homes.community(), id).orElseThrow();
        Roster roster =
                stores.rosters().find(homes.community(), meeting.rosterDate()).orElseThrow();
        return new Papers(meeting, roster, stores.meetings().ballots(homes.community(), id));
    }

    /** What the owners adopted, if these very papers were before them. */
    Resolution resolution(MeetingId meeting, MotionId motion, Motion.Document... papers) {
        MotionResult result = count(meeting).motion(motion);
        Resolution resolution =
                result.resolution()
                        .orElseThrow(() -> new IllegalStateException("not adopted: " + result));
        for (Motion.Document paper : papers) {
            if (!resolution.decides(paper)) {
                throw new IllegalStateException(resolution + " is not on " + paper);
            }
        }
        return resolution;
    }
}
