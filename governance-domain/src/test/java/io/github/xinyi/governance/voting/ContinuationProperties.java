package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * {@link Turnout#canStillPass} against every way in which a vote can go on: all answers of all
 * units, each tried by counting it.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ContinuationProperties {

    private static final PersonId GUARDIAN = PersonId.of("G1");

    private record Vote(Roster roster, Meeting meeting, List<Ballot> ballots, Instant at) {

        boolean canStillPass() {
            return Tally.soFar(meeting, roster, BallotBox.of(ballots), Bylaws.none(), at)
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                    .get(0)
                    .canStillPass();
        }

        boolean passesWith(List<Ballot> more) {
            List<Ballot> all = new ArrayList<>(ballots);
            all.addAll(more);
            return Tally.of(meeting, roster, all, Samples.COUNTED)
                            .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                            .motion(Samples.M1)
                            .result()
                    == Result.PASSED;
        }
    }

    /** By what right somebody still hands in a ballot. */
    private enum Right {
        /** The owner's own or, for a ward, the guardian's. */
        OWN,
        /** A written authority of either. */
        PROXY
    }

    @Property(tries = 1_000)
    void canStillPassExactlyIfSomeContinuationPasses(@ForAll long seed) {
        Vote vote = vote(new Random(seed), 5);

        assertThat(vote.canStillPass())
                .isEqualTo(someContinuationPasses(vote, Set.of(Right.OWN), 0, List.of()));
    }

    /** The same where proxies can come in too, for every unit in the place of its owner. */
    @Property(tries = 1_000)
    void canStillPassExactlyIfSomeContinuationWithProxiesPasses(@ForAll long seed) {
        Vote vote = vote(new Random(seed), 3);

        assertThat(vote.canStillPass())
                .isEqualTo(someContinuationPasses(vote, EnumSet.allOf(Right.class), 0, List.of()));
    }

    private static boolean someContinuationPasses(
            Vote vote, Set<Right> rights, int unit, List<Ballot> more) {
        List<Unit> units = vote.roster().votingUnits();
        if (unit == units.size() || !vote.at().isBefore(Samples.CLOSES)) {
            return vote.passesWith(more);
        }
        if (someContinuationPasses(vote, rights, unit + 1, more)) {
            return true;
        }
        for (Right right : rights) {
            for (Choice answer : Choice.values()) {
                List<Ballot> next = new ArrayList<>(more);
                next.addAll(handedIn(vote, units.get(unit), right, answer, more.size()));
                if (someContinuationPasses(vote, rights, unit + 1, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Somebody tries for every person, so that who may vote is for the count to say. */
    private static List<Ballot> handedIn(
            Vote vote, Unit unit, Right right, Choice answer, int number) {
        List<Ballot> ballots = new ArrayList<>();
        for (PersonId person : vote.roster().holder(unit).persons()) {
            Map<Mandate, PersonId> mandates =
                    right == Right.OWN
                            ? Map.of(
                                    new Mandate.Own(),
                                    person,
                                    new Mandate.Guardian(person),
                                    GUARDIAN)
                            : Map.of(
                                    authority(person),
                                    PersonId.of("Y"),
                                    authority(GUARDIAN),
                                    PersonId.of("Y"));
            mandates.forEach(
                    (mandate, voter) ->
                            ballots.add(
                                    ballot(
                                            "N" + (number + ballots.size()),
                                            unit,
                                            voter,
                                            vote.at().plusNanos(1_000),
                                            mandate,
                                            answer)));
        }
        return ballots;
    }

    private static Vote vote(Random random, int most) {
        List<Unit> units =
                IntStream.rangeClosed(1, 1 + random.nextInt(most))
                        .mapToObj(number -> unit(number, random))
                        .toList();
        Set<PersonId> owners = new TreeSet<>();
        units.forEach(unit -> owners.addAll(unit.owners()));
        List<PersonId> persons = List.copyOf(owners);
        PersonId dead = persons.get(random.nextInt(persons.size()));
        PersonId ward = persons.get(random.nextInt(persons.size()));
        Parties parties = Parties.of(Samples.DEVELOPER);
        if (random.nextInt(4) == 0) {
            parties = parties.withDeceased(Set.of(dead));
        }
        if (random.nextInt(3) == 0 && !parties.deceased().contains(ward)) {
            LocalDate end = Samples.RECORD_DATE.plusDays(random.nextBoolean() ? 16 : 60);
            parties =
                    parties.withGuardianships(
                            Set.of(
                                    new Guardianship(
                                            ward,
                                            GUARDIAN,
                                            new EffectivePeriod(Samples.RECORD_DATE, end))));
        }
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < random.nextInt(7); i++) {
            Unit unit = units.get(random.nextInt(units.size()));
            List<PersonId> of = List.copyOf(unit.owners());
            PersonId owner = of.get(random.nextInt(of.size()));
            boolean byProxy = random.nextInt(2) == 0;
            boolean byGuardian = !byProxy && random.nextInt(6) == 0;
            Mandate own = byGuardian ? new Mandate.Guardian(owner) : new Mandate.Own();
            ballots.add(
                    ballot(
                            "V" + i,
                            unit,
                            byProxy ? PersonId.of("X") : byGuardian ? GUARDIAN : owner,
                            Samples.OPENS.plusSeconds(random.nextInt(5)),
                            byProxy ? authority(owner) : own,
                            List.of(Choice.values()).get(random.nextInt(3))));
        }
        Matter matter = random.nextBoolean() ? Matter.REBUILDING : Matter.MANAGER_APPOINTMENT;
        Instant at = random.nextInt(9) == 0 ? Samples.CLOSES : Samples.OPENS.plusSeconds(5);
        return new Vote(Samples.roster(units, parties), Samples.meeting(matter), ballots, at);
    }

    private static Unit unit(int number, Random random) {
        boolean unsold = random.nextInt(8) == 0;
        return Samples.unit(
                number,
                1 + random.nextInt(6),
                UnitUse.RESIDENTIAL,
                unsold ? DeliveryStatus.UNSOLD : DeliveryStatus.SOLD_DELIVERED,
                unsold
                        ? new String[] {"D1"}
                        : random.nextInt(5) == 0
                                ? new String[] {"P4", "P" + random.nextInt(4)}
                                : new String[] {"P" + random.nextInt(4)});
    }

    private static Mandate authority(PersonId principal) {
        return new Mandate.Proxy(
                principal, Samples.RECORD_DATE, Samples.RECORD_DATE.plusDays(60), new TreeMap<>());
    }

    private static Ballot ballot(
            String id, Unit unit, PersonId voter, Instant at, Mandate mandate, Choice choice) {
        return new Ballot(
                BallotId.of(id),
                unit.id(),
                voter,
                Channel.ONLINE,
                at,
                Signature.SIGNED,
                mandate,
                new TreeMap<>(Map.of(Samples.M1, Set.of(choice))));
    }

    @Test
    void anOwnerCanStillUndoWhatAProxySaid() {
        Roster roster = Samples.roster(List.of(Samples.home(1, 100, "P1")));
        Unit home = roster.votingUnits().get(0);
        Ballot byProxy =
                ballot(
                        "V1",
                        home,
                        PersonId.of("X"),
                        Samples.OPENS,
                        authority(PersonId.of("P1")),
                        Choice.AGAINST);
        Meeting meeting = Samples.meeting(Matter.MANAGER_APPOINTMENT);
        Ballot inPerson =
                ballot(
                        "V1",
                        home,
                        PersonId.of("P1"),
                        Samples.OPENS,
                        new Mandate.Own(),
                        Choice.AGAINST);

        assertThat(new Vote(roster, meeting, List.of(byProxy), Samples.OPENS).canStillPass())
                .isTrue();
        assertThat(new Vote(roster, meeting, List.of(byProxy), Samples.CLOSES).canStillPass())
                .isFalse();
        assertThat(new Vote(roster, meeting, List.of(inPerson), Samples.OPENS).canStillPass())
                .isFalse();
    }

    @Property(tries = 3_000)
    void areasAddUpExactlyIfSomeChoiceOfThemDoes(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = 300) long least) {
        Random random = new Random(seed);
        long[] areas = random.longs(random.nextInt(9), 1, 100).toArray();
        long most = least + random.nextInt(4);

        assertThat(SubsetSum.reaches(areas, least, most))
                .isEqualTo(
                        IntStream.range(0, 1 << areas.length)
                                .mapToLong(chosen -> sum(areas, chosen))
                                .anyMatch(sum -> sum >= least && sum <= most));
    }

    private static long sum(long[] areas, int chosen) {
        return IntStream.range(0, areas.length)
                .filter(i -> (chosen >> i & 1) != 0)
                .mapToLong(i -> areas[i])
                .sum();
    }
}
