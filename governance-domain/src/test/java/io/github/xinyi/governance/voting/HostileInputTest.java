package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.ballot.Withdrawal;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.AreaEvidence;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.RosterFinding;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.Ruling;
import java.time.Duration;
import java.time.LocalDate;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large is refused by its size, before anybody looks into it. */
class HostileInputTest {

    private static final int TEN_MILLION = 10_000_000;
    private static final String TEN_MEGABYTES = "名".repeat(10 << 20);

    /** Says how large it is and breaks when anybody copies or walks it. */
    private static final class Untouchable<T> extends AbstractCollection<T> {

        @Override
        public Iterator<T> iterator() {
            throw new AssertionError("walked through before its size was looked at");
        }

        @Override
        public int size() {
            return TEN_MILLION;
        }
    }

    private static SortedSet<UnitId> units(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> UnitId.of("U" + i))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void refusesTenMillionBallotsForOneUnitByTheirNumberAlone() {
        Collection<Ballot> ballots = new Untouchable<>();

        Outcome<BallotBox> outcome =
                Tally.boxOf(ballots, new Untouchable<>(), new Untouchable<>(), new Untouchable<>());

        assertThat(outcome)
                .isEqualTo(
                        Outcome.refused(
                                new Ruling(
                                        Collections.nCopies(
                                                4,
                                                new VotingFinding.BoxSize(
                                                        TEN_MILLION, BallotBox.MAX_ENTRIES)))));
        assertThat(
                        Tally.of(
                                Samples.meeting(Matter.REBUILDING),
                                Samples.roster(List.of(Samples.home(1, 1, "P1"))),
                                ballots,
                                Samples.COUNTED))
                .isEqualTo(
                        Outcome.refused(
                                Ruling.of(
                                        new VotingFinding.BoxSize(
                                                TEN_MILLION, BallotBox.MAX_ENTRIES))));
    }

    @ParameterizedTest(name = "{0} over the limit: refused {1}")
    @CsvSource({"0, false", "1, true"})
    void takesTheGreatestNumberOfAnythingAndNotOneMore(int over, boolean refused) {
        assertThat(Roster.MAX_UNITS).isEqualTo(BallotBox.MAX_ENTRIES);
        int size = BallotBox.MAX_ENTRIES + over;
        Ballot ballot = Samples.ballot(1, "P1", 1, Choice.FOR);
        Withdrawal withdrawal = new Withdrawal(PersonId.of("P1"), PersonId.of("X"), Samples.OPENS);
        Delivery delivery = new Delivery(Samples.unitId(1), Channel.PAPER, "签收");
        SortedSet<UnitId> none = new TreeSet<>();
        SortedSet<UnitId> units = units(size);
        List<Runnable> boxes =
                List.of(
                        () -> BallotBox.of(Collections.nCopies(size, ballot)),
                        () ->
                                new BallotBox(
                                        List.of(),
                                        Collections.nCopies(size, withdrawal),
                                        List.of(),
                                        none),
                        () ->
                                new BallotBox(
                                        List.of(),
                                        List.of(),
                                        Collections.nCopies(size, delivery),
                                        none),
                        () -> new BallotBox(List.of(), List.of(), List.of(), units),
                        () -> bylaws(0, units),
                        () -> bylaws(Bylaws.MAX_CLAUSES + over, none),
                        () -> ballotWithAnswers(Ballot.MAX_ANSWERS + over),
                        () -> authorityWithOpinions(Mandate.MAX_OPINIONS + over));

        for (Runnable box : boxes) {
            if (refused) {
                assertThatIllegalArgumentException().isThrownBy(box::run);
            } else {
                assertThatCode(box::run).doesNotThrowAnyException();
            }
        }
        assertThat(
                        Tally.boxOf(
                                        Collections.nCopies(size, ballot),
                                        List.of(),
                                        List.of(),
                                        List.of())
                                .isAccepted())
                .isNotEqualTo(refused);
    }

    private static Bylaws bylaws(int clauses, SortedSet<UnitId> inArrears) {
        AdoptedClause clause =
                new AdoptedClause(
                        CountTopic.ARREARS,
                        "议事规则第26条",
                        LocalDate.of(2023, 5, 1),
                        MeetingId.of("2023-OM-01"),
                        Samples.M1);
        return new Bylaws(
                CountPolicy.statutory(),
                HeadPolicy.statutory(),
                Collections.nCopies(clauses, clause),
                inArrears,
                List.of(),
                List.of());
    }

    private static Ballot ballotWithAnswers(int answers) {
        SortedMap<MotionId, Set<Choice>> choices = new TreeMap<>();
        IntStream.range(0, answers)
                .forEach(i -> choices.put(MotionId.of("M" + i), Set.of(Choice.FOR)));
        return new Ballot(
                BallotId.of("V1"),
                Samples.unitId(1),
                PersonId.of("P1"),
                Channel.ONLINE,
                Samples.OPENS,
                Signature.SIGNED,
                choices);
    }

    private static Mandate authorityWithOpinions(int opinions) {
        SortedMap<MotionId, Choice> stated = new TreeMap<>();
        IntStream.range(0, opinions).forEach(i -> stated.put(MotionId.of("M" + i), Choice.FOR));
        return new Mandate.Proxy(
                PersonId.of("P1"), Samples.RECORD_DATE, Samples.RECORD_DATE, stated);
    }

    @Test
    void refusesARosterOfTenMillionUnitsByTheirNumberAlone() {
        Outcome<Roster> outcome =
                Roster.of(
                        Samples.COMMUNITY,
                        Samples.RECORD_DATE,
                        Samples.DEVELOPER,
                        new Untouchable<>());

        assertThat(outcome)
                .isEqualTo(Outcome.refused(Ruling.of(new RosterFinding.Size(TEN_MILLION))));
    }

    /** Compared one with the other they would be ten thousand million looks. */
    @Test
    void looksUpWithdrawalsInsteadOfWalkingThroughThem() {
        int many = 100_000;
        LocalDate today = LocalDate.of(2024, 12, 16);
        Mandate.Proxy today1 = new Mandate.Proxy(PersonId.of("P1"), today, today, new TreeMap<>());
        List<Withdrawal> before = new ArrayList<>();
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            before.add(
                    new Withdrawal(
                            PersonId.of("P1"),
                            PersonId.of("X"),
                            Samples.OPENS.minusSeconds(86_400L + i)));
            ballots.add(
                    new Ballot(
                            BallotId.of("V" + i),
                            Samples.unitId(1),
                            PersonId.of("X"),
                            Channel.ONLINE,
                            Samples.OPENS,
                            Signature.SIGNED,
                            today1,
                            new TreeMap<>(Map.of(Samples.M1, Set.of(Choice.FOR)))));
        }
        BallotBox box = new BallotBox(ballots, before, List.of(), new TreeSet<>());

        MotionResult result =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(30),
                        () ->
                                Tally.count(
                                                Samples.meeting(Matter.MANAGER_APPOINTMENT),
                                                Samples.roster(List.of(Samples.home(1, 100, "P1"))),
                                                box,
                                                Bylaws.none(),
                                                Samples.COUNTED)
                                        .orElseThrow(r -> new IllegalStateException(r.toString()))
                                        .motion(Samples.M1));

        assertThat(result.result()).isEqualTo(MotionResult.Result.PASSED);
        assertThat(result.setAside()).hasSize(many - 1);
    }

    @Test
    void refusesNamesOfTenMegabytesAndDoesNotRepeatThem() {
        List<Runnable> names =
                List.of(
                        () -> PersonId.of(TEN_MEGABYTES),
                        () -> UnitId.of(TEN_MEGABYTES),
                        () -> new Motion(Samples.M1, Matter.REBUILDING, TEN_MEGABYTES),
                        () -> new Delivery(Samples.unitId(1), Channel.PAPER, TEN_MEGABYTES),
                        () ->
                                new AdoptedClause(
                                        CountTopic.ARREARS,
                                        TEN_MEGABYTES,
                                        Samples.RECORD_DATE,
                                        MeetingId.of("2023-OM-01"),
                                        Samples.M1),
                        () ->
                                new Unit(
                                        Samples.unitId(1),
                                        TEN_MEGABYTES,
                                        UnitUse.RESIDENTIAL,
                                        FloorArea.ofSquareDecimetres(1),
                                        AreaEvidence.REGISTRY,
                                        DeliveryStatus.SOLD_DELIVERED,
                                        new TreeSet<>(Set.of(PersonId.of("P1")))));

        for (Runnable name : names) {
            assertThatIllegalArgumentException()
                    .isThrownBy(name::run)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, Long.MAX_VALUE})
    void refusesAreasWhoseSumWouldOverflow(long squareDecimetres) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.home(1, squareDecimetres, "P1"));
    }

    @Test
    void theGreatestAreaOfTheGreatestNumberOfUnitsFitsALong() {
        assertThat(Math.multiplyExact(Unit.MAX_AREA.squareDecimetres(), (long) Roster.MAX_UNITS))
                .isPositive();
    }
}
