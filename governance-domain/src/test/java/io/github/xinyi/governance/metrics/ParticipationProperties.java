package io.github.xinyi.governance.metrics;

import static io.github.xinyi.governance.ruling.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.Motion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Participation equals a plain recount of the papers that came in. */
class ParticipationProperties {

    private static final CommunityId COMMUNITY = CommunityId.of("C001");
    private static final LocalDate RECORD_DATE = LocalDate.of(2024, 11, 30);
    private static final Instant OPENS = Instant.parse("2024-12-16T01:00:00Z");
    private static final Instant CLOSES = Instant.parse("2024-12-26T10:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 26);
    private static final MotionId MOTION = MotionId.of("M1");

    private static final List<Choice> CHOICES = List.of(Choice.FOR, Choice.AGAINST, Choice.ABSTAIN);

    /** Homes 0 to 4; 5 is a parking space, which has no vote. */
    private static final int PARKING = 5;

    /**
     * A paper that came in.
     *
     * @param unit 0 to 5
     * @param owner whether its owner gave it
     * @param signed whether it is signed
     * @param hour hours after the opening; 249 hours are the last
     */
    private record Paper(int unit, boolean owner, boolean signed, int hour) {

        boolean counts() {
            return unit != PARKING && owner && signed && hour >= 0 && hour <= 249;
        }

        Ballot ballot(int number) {
            return new Ballot(
                    BallotId.of("B" + number),
                    unitId(unit),
                    PersonId.of(owner ? "P" + unit : "X"),
                    Channel.PAPER,
                    OPENS.plusSeconds(hour * 3_600L),
                    signed ? Signature.SIGNED : Signature.MISSING,
                    new TreeMap<>(Map.of(MOTION, Set.of(CHOICES.get(number % 3)))));
        }
    }

    @Provide
    Arbitrary<Paper> papers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, PARKING),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)),
                        Arbitraries.integers().between(-2, 252))
                .as(Paper::new);
    }

    @Property(tries = 200)
    void participationEqualsARecountOfTheValidPapers(
            @ForAll @Size(max = 15) List<@From("papers") Paper> papers,
            @ForAll @IntRange(min = -1, max = 2) int days) {
        Set<String> answered = new HashSet<>();
        papers.stream()
                .filter(Paper::counts)
                .forEach(paper -> answered.add("OM-1/" + unitId(paper.unit())));

        Measurement measured = measured(LAST_DAY.plusDays(days), papers);

        Map<String, Count> expected = new TreeMap<>();
        for (int unit = 0; unit < PARKING; unit++) {
            String id = "OM-1/" + unitId(unit);
            boolean counts = answered.contains(id);
            expected.put(
                    id, days < 0 ? Count.NOT_YET_DUE : counts ? Count.COUNTED : Count.NOT_ANSWERED);
        }
        Map<String, Count> counts = new TreeMap<>();
        measured.records().forEach((record, count) -> counts.put(record.id(), count));
        assertThat(measured.metric()).isEqualTo(Metric.PARTICIPATION);
        assertThat(counts).isEqualTo(expected);
    }

    /** Papers of every kind that does not count are drawn, and units that answer twice. */
    @Property(tries = 1)
    void thePapersDrawnAreOfEveryKind() {
        List<Paper> papers =
                papers().list().ofSize(300).generator(1_000).next(new Random(1)).value();
        Map<String, Integer> reached = new TreeMap<>();
        for (Paper paper : papers) {
            reached.merge(paper.counts() ? "counts" : "does not", 1, Integer::sum);
            reached.merge(paper.owner() ? "owner" : "somebody", 1, Integer::sum);
            reached.merge(paper.signed() ? "signed" : "unsigned", 1, Integer::sum);
            reached.merge(paper.unit() == PARKING ? "parking" : "home", 1, Integer::sum);
            reached.merge(paper.hour() < 0 ? "early" : "not early", 1, Integer::sum);
            reached.merge(paper.hour() > 249 ? "late" : "not late", 1, Integer::sum);
        }

        assertThat(reached).hasSize(12);
        assertThat(reached.values()).allMatch(count -> count > 1);
    }

    @Example
    void aMeetingThatIsNotClosedByTheEndOfTheDayIsLeftOut() {
        List<Paper> papers = List.of(new Paper(0, true, true, 1));

        assertThat(measured(LAST_DAY.minusDays(1), papers).denominator()).isEmpty();
        assertThat(measured(LAST_DAY.minusDays(1), papers).excluded().values())
                .hasSize(5)
                .containsOnly(Count.NOT_YET_DUE);
        assertThat(measured(LAST_DAY, papers).numerator()).hasSize(1);
    }

    @Example
    void oneUnitMoreChangesTheShare() {
        List<Paper> one = List.of(new Paper(0, true, true, 1), new Paper(0, true, true, 2));
        List<Paper> two = new ArrayList<>(one);
        two.add(new Paper(1, true, true, 249));

        assertThat(measured(LAST_DAY, one).numerator()).hasSize(1);
        assertThat(measured(LAST_DAY, two).numerator()).hasSize(2);
    }

    private static Measurement measured(LocalDate day, List<Paper> papers) {
        List<Ballot> ballots = new ArrayList<>();
        for (Paper paper : papers) {
            ballots.add(paper.ballot(ballots.size()));
        }
        Meeting meeting =
                new Meeting(
                        MeetingId.of("OM-1"),
                        COMMUNITY,
                        RECORD_DATE,
                        LocalDate.of(2024, 12, 1),
                        OPENS,
                        CLOSES,
                        List.of(new Motion(MOTION, Matter.MANAGER_APPOINTMENT, "选聘物业")));
        return MeetingMeasures.participation(
                day, List.of(new MeetingMeasures.Papers(meeting, roster(), ballots)));
    }

    private static Roster roster() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i <= PARKING; i++) {
            units.add(
                    new Unit(
                            unitId(i),
                            "1号楼",
                            i == PARKING ? UnitUse.PARKING : UnitUse.RESIDENTIAL,
                            FloorArea.ofSquareDecimetres(10_000),
                            AreaEvidence.REGISTRY,
                            DeliveryStatus.SOLD_DELIVERED,
                            new TreeSet<>(Set.of(PersonId.of("P" + i)))));
        }
        return accepted(Roster.of(COMMUNITY, RECORD_DATE, Parties.of(PersonId.of("D1")), units));
    }

    private static UnitId unitId(int number) {
        return UnitId.of("U" + number);
    }

    @Example
    void aPaperThatComesInLaterIsNotThereYet() {
        List<Paper> papers = List.of(new Paper(0, true, true, 1), new Paper(1, true, true, 280));

        assertThat(measured(LAST_DAY, papers).numerator()).hasSize(1);
        assertThat(measured(LAST_DAY.plusDays(9), papers).numerator()).hasSize(1);
    }
}
