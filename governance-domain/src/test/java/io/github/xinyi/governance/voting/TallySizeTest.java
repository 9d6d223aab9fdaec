package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The greatest roster with the greatest box, counted through {@link Tally}. */
class TallySizeTest {

    private static final int TENTH = Roster.MAX_UNITS / 10;
    private static final long MILLISECONDS_APART = 800;

    /**
     * What one count took: bytes allocated by its thread, nanoseconds of its processor, and bytes
     * that its arrays keep.
     */
    private record Work(long allocated, long nanoseconds, long kept) {}

    /**
     * Ten times the units and ballots take ten times the work, or twelve where they are sorted, and
     * a compiler that drops allocations from one of the two counts moves that by some more; what
     * grows with the square takes a hundred times.
     */
    @Test
    void theWorkForAMillionUnitsWithABallotEachGrowsWithTheirNumber() {
        Work tenth = countedExactly(TENTH);
        Work all = countedExactly(Roster.MAX_UNITS);

        System.out.println(TENTH + " units and ballots: " + tenth);
        System.out.println(Roster.MAX_UNITS + " units and ballots: " + all);
        assertThat(all.allocated()).isBetween(5 * tenth.allocated(), 20 * tenth.allocated());
        // Caches, the collector and a loaded machine count here as well.
        assertThat(all.nanoseconds()).isLessThan(50 * tenth.nanoseconds());
    }

    private static Work countedExactly(int size) {
        Roster roster = roster(size);
        long kept = keptByTheArraysOfACount(roster);
        List<Ballot> ballots = ballots(size);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = thread.getCurrentThreadAllocatedBytes();
        long nanoseconds = thread.getCurrentThreadCpuTime();

        MotionResult result =
                Tally.of(
                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                roster,
                                ballots,
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .motion(Samples.M1);

        Work work =
                new Work(
                        thread.getCurrentThreadAllocatedBytes() - allocated,
                        thread.getCurrentThreadCpuTime() - nanoseconds,
                        kept);
        assertThat(result.count()).isEqualTo(plainCount(size));
        assertThat(result.result()).isEqualTo(Result.PASSED);
        assertThat(result.setAside()).isEmpty();
        assertThat(kept).isBetween(16L * size, 64L * size);
        return work;
    }

    /** What electorate, heads and answers hold beside the roster, which is there throughout. */
    private static long keptByTheArraysOfACount(Roster roster) {
        long before = usedAfterCollection();
        Electorate electorate = roster.electorate(HeadPolicy.statutory());
        MotionCount.Counter counter = MotionCount.counter(electorate);
        AnswerColumn answers =
                AnswerColumn.builder(electorate.units()).answer(0, Choice.FOR).build();
        long kept = usedAfterCollection() - before;

        assertThat(counter.count(answers).inFavour().heads()).isEqualTo(HeadCount.of(1));
        assertThat(roster.units()).hasSize(electorate.units());
        return kept;
    }

    private static long usedAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** One unit in ten belongs to somebody who owns four of them; all others have their own. */
    private static int owner(int unit) {
        return unit % 10 == 0 ? unit / 40 * 40 : unit;
    }

    private static long area(int unit) {
        return 4_000L + unit % 1_601;
    }

    private static Choice answer(int unit) {
        return switch (unit / 10 % 7) {
            case 0 -> Choice.AGAINST;
            case 1 -> Choice.ABSTAIN;
            default -> Choice.FOR;
        };
    }

    private static UnitId unitId(int unit) {
        return UnitId.of("U" + (Roster.MAX_UNITS + unit));
    }

    private static Roster roster(int size) {
        List<Unit> units = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            units.add(
                    new Unit(
                            unitId(i),
                            "1号楼",
                            UnitUse.RESIDENTIAL,
                            FloorArea.ofSquareDecimetres(area(i)),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(Set.of(PersonId.of("P" + owner(i))))));
        }
        return Samples.roster(units);
    }

    /** One channel after the other, each in the order of receipt. */
    private static List<Ballot> ballots(int size) {
        List<Channel> channels = List.of(Channel.values());
        List<Ballot> ballots = new ArrayList<>(size);
        for (Channel channel : channels) {
            for (int i = channels.indexOf(channel); i < size; i += channels.size()) {
                ballots.add(
                        new Ballot(
                                BallotId.of("V" + i),
                                unitId(i),
                                PersonId.of("P" + owner(i)),
                                channel,
                                Samples.OPENS.plusMillis(i * MILLISECONDS_APART),
                                Signature.SIGNED,
                                new TreeMap<>(Map.of(Samples.M1, Set.of(answer(i))))));
            }
        }
        return ballots;
    }

    /** The same by plain loops: an owner says one thing of all that is his, or abstains. */
    private static MotionCount plainCount(int size) {
        long[] areaOf = new long[size];
        int[] saidBy = new int[size];
        for (int i = 0; i < size; i++) {
            int owner = owner(i);
            int said = answer(i).code();
            areaOf[owner] += area(i);
            saidBy[owner] =
                    saidBy[owner] == AnswerColumn.NONE || saidBy[owner] == said
                            ? said
                            : Choice.ABSTAIN.code();
        }
        Map<Choice, Votes> votes = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            long area = 0;
            long heads = 0;
            for (int i = 0; i < size; i++) {
                if (saidBy[i] == choice.code()) {
                    area += areaOf[i];
                    heads++;
                }
            }
            votes.put(choice, new Votes(FloorArea.ofSquareDecimetres(area), HeadCount.of(heads)));
        }
        return new MotionCount(
                votes.values().stream().reduce(Votes.NONE, Votes::plus),
                votes.getOrDefault(Choice.FOR, Votes.NONE),
                votes.getOrDefault(Choice.AGAINST, Votes.NONE),
                votes.getOrDefault(Choice.ABSTAIN, Votes.NONE));
    }
}
