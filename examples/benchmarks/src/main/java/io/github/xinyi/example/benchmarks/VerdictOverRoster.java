package io.github.xinyi.example.benchmarks;

import io.github.xinyi.governance.ballot.AnswerColumn;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Electorate;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.Judgement;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.MotionCount;
import io.github.xinyi.governance.voting.MotionResult;
import io.github.xinyi.governance.voting.RuleSet;
import io.github.xinyi.governance.voting.VotingFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * P14: the verdict over a frozen roster of a million units, heads grouped by owner, against one
 * pass over the plain arrays of areas and answers, which knows no owners.
 *
 * <p>One unit in ten is owned by somebody who owns several; three in four answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "-Xmx6g")
public class VerdictOverRoster {

    private static final int UNITS = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2025, 2, 28);
    private static final Choice[] CHOICES = Choice.values();

    private final long[] areas = new long[UNITS];
    private final byte[] answers = new byte[UNITS];
    private final MotionCount.Counter counter;
    private final AnswerColumn column;
    private final VotingFinding.NoticeDays notice =
            new VotingFinding.NoticeDays(
                    LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 16), RuleSet.CIVIL_CODE_2021);

    /** Freezes the roster and packs the answers, outside of what is measured. */
    public VerdictOverRoster() {
        Electorate electorate = roster().electorate(HeadPolicy.statutory());
        SplittableRandom random = new SplittableRandom(14);
        AnswerColumn.Builder packed = AnswerColumn.builder(UNITS);
        for (int unit = 0; unit < UNITS; unit++) {
            areas[unit] = electorate.areaSquareDecimetres(unit);
            if (random.nextInt(4) > 0) {
                Choice choice = CHOICES[random.nextInt(CHOICES.length)];
                packed.answer(unit, choice);
                answers[unit] = (byte) choice.code();
            }
        }
        column = packed.build();
        counter = MotionCount.counter(electorate);
    }

    private static Roster roster() {
        SplittableRandom random = new SplittableRandom(278);
        List<Unit> units = new ArrayList<>(UNITS);
        for (int i = 0; i < UNITS; i++) {
            int owner = random.nextInt(10) == 0 ? random.nextInt(UNITS / 40) : UNITS + i;
            units.add(
                    new Unit(
                            UnitId.of("U" + i),
                            "B" + i / 200,
                            UnitUse.RESIDENTIAL,
                            FloorArea.ofSquareDecimetres(random.nextLong(4_000, 20_000)),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(List.of(PersonId.of("P" + owner)))));
        }
        return Roster.of(CommunityId.of("big"), DAY, PersonId.of("D1"), units)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    /**
     * Ours: heads, areas, five explained findings and the result.
     *
     * @return the result
     */
    @Benchmark
    public MotionResult.Result verdict() {
        MotionCount count = counter.count(column);
        return Judgement.of(count, Matter.MANAGER_APPOINTMENT, RuleSet.CIVIL_CODE_2021, notice)
                .result();
    }

    /**
     * The limit: areas and numbers added up by answer.
     *
     * @return a figure of all of them
     */
    @Benchmark
    public long onePass() {
        long[] area = new long[4];
        long[] count = new long[4];
        for (int unit = 0; unit < UNITS; unit++) {
            int answer = answers[unit];
            area[answer] += areas[unit];
            count[answer]++;
        }
        return area[1] + area[2] * 3 + area[3] * 5 + count[1] + count[2] * 7 + count[3] * 11;
    }
}
