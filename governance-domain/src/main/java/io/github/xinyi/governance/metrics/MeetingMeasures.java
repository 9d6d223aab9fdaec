package io.github.xinyi.governance.metrics;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.SetAside;
import io.github.xinyi.governance.voting.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Metrics of owners' meetings, for example that 905 of 1,152 units took part.
 *
 * <p>It counts units and no heads or areas, so that it decides nothing: the quorum of the Civil
 * Code is the affair of {@link Tally}.
 *
 * @since 0.1.0
 */
public final class MeetingMeasures {

    private MeetingMeasures() {}

    /**
     * What a meeting is counted from.
     *
     * @param meeting the meeting
     * @param roster its frozen roster
     * @param ballots all that came in, at most {@link BallotBox#MAX_ENTRIES}
     */
    public record Papers(Meeting meeting, Roster roster, Collection<Ballot> ballots) {

        /** Copies the ballots. */
        public Papers {
            ballots = List.copyOf(ballots);
        }
    }

    /**
     * The units that answered, over some meetings.
     *
     * @param day the day
     * @param meetings each once
     * @return one record for each unit of a meeting that is entitled to vote; a unit answered if a
     *     ballot of it counts on a motion; meetings that are not closed by the end of the day are
     *     left out
     * @throws IllegalArgumentException if a roster or a ballot does not belong to its meeting
     */
    public static Measurement participation(LocalDate day, Collection<Papers> meetings) {
        List<Reading> readings = new ArrayList<>();
        for (Papers papers : meetings) {
            boolean closed = papers.meeting().closesAt().isBefore(Moments.endOf(day));
            Set<UnitId> answered = closed ? answered(papers, Moments.endOf(day)) : Set.of();
            for (Unit unit : papers.roster().votingUnits()) {
                readings.add(
                        Reading.of(
                                papers.meeting().community(),
                                papers.meeting().id() + "/" + unit.id(),
                                !closed
                                        ? Count.NOT_YET_DUE
                                        : answered.contains(unit.id())
                                                ? Count.COUNTED
                                                : Count.NOT_ANSWERED));
            }
        }
        return Measurement.of(Metric.PARTICIPATION, day, readings);
    }

    private static Set<UnitId> answered(Papers papers, Instant at) {
        List<Ballot> received =
                papers.ballots().stream().filter(b -> !b.receivedAt().isAfter(at)).toList();
        Set<UnitId> answered = new HashSet<>();
        Tally.of(papers.meeting(), papers.roster(), received, at)
                .orElseThrow(ruling -> new IllegalArgumentException(ruling.toString()))
                .motions()
                .forEach(
                        motion -> {
                            Set<BallotId> aside =
                                    motion.setAside().stream()
                                            .map(SetAside::ballot)
                                            .collect(Collectors.toSet());
                            received.stream()
                                    .filter(ballot -> !aside.contains(ballot.id()))
                                    .map(Ballot::unit)
                                    .forEach(answered::add);
                        });
        return answered;
    }
}
