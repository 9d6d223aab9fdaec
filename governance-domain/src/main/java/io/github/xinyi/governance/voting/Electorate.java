package io.github.xinyi.governance.voting;

import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All holders of a roster with the units for which they vote, and how their answers add up. */
final class Electorate {

    /** What the holders answered together, and which of them answered differently by unit. */
    record Answers(MotionCount count, List<VotingHolder> mixed) {}

    private static final HeadCount ONE_HEAD = HeadCount.of(1);

    private final Votes total;
    private final Map<VotingHolder, List<Unit>> unitsByHolder;

    Electorate(Roster roster) {
        this.total = new Votes(roster.votingArea(), roster.votingHeads());
        this.unitsByHolder =
                roster.votingUnits().stream()
                        .collect(
                                Collectors.groupingBy(
                                        roster::holder,
                                        () ->
                                                new TreeMap<>(
                                                        Comparator.comparing(
                                                                VotingHolder::toString)),
                                        Collectors.toList()));
    }

    Answers answers(Map<UnitId, Choice> standing) {
        Map<Choice, Votes> votes = new EnumMap<>(Choice.class);
        List<VotingHolder> mixed = new ArrayList<>();
        unitsByHolder.forEach(
                (holder, units) -> {
                    List<Unit> returned =
                            units.stream().filter(u -> standing.containsKey(u.id())).toList();
                    if (returned.isEmpty()) {
                        return;
                    }
                    Set<Choice> given = EnumSet.noneOf(Choice.class);
                    returned.forEach(u -> given.add(standing.getOrDefault(u.id(), Choice.ABSTAIN)));
                    if (given.size() > 1) {
                        mixed.add(holder);
                    }
                    Choice counted = given.size() > 1 ? Choice.ABSTAIN : given.iterator().next();
                    votes.merge(counted, new Votes(areaOf(returned), ONE_HEAD), Votes::plus);
                });
        return new Answers(
                new MotionCount(
                        total,
                        votes.getOrDefault(Choice.FOR, Votes.NONE),
                        votes.getOrDefault(Choice.AGAINST, Votes.NONE),
                        votes.getOrDefault(Choice.ABSTAIN, Votes.NONE)),
                mixed);
    }

    private static FloorArea areaOf(List<Unit> units) {
        return units.stream().map(Unit::area).reduce(FloorArea.ZERO, FloorArea::plus);
    }
}
