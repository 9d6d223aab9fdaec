package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** V1 to V7 of docs/contracts.md over small communities in which close votes are common. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class TallyProperties {

    /** A whole vote: who lives where, what is asked, what came in. */
    record Vote(List<Unit> units, Meeting meeting, List<Ballot> ballots) {

        Roster roster() {
            return Samples.roster(units);
        }

        MotionResult result() {
            return of(ballots);
        }

        MotionResult of(List<Ballot> others) {
            return Tally.of(meeting, roster(), others, Samples.COUNTED)
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                    .motion(Samples.M1);
        }
    }

    @Property(tries = 2_000)
    void v1VerdictAndFiguresEqualTheOracle(@ForAll("votes") Vote vote) {
        MotionResult result = vote.result();
        TallyOracle.Answer expected =
                TallyOracle.count(vote.meeting(), vote.units(), vote.ballots());

        assertThat(result.result().name()).isEqualTo(expected.result());
        assertThat(figures(result)).containsExactlyElementsOf(expected.figures());
    }

    @Property(tries = 500)
    void v2HeadsAreHoldersAndAreaIsFull(@ForAll("votes") Vote vote) {
        MotionCount count = vote.result().count();
        Roster roster = vote.roster();

        assertThat(count.total().heads().value())
                .isEqualTo(
                        roster.votingUnits().stream()
                                .map(u -> roster.holder(u).toString())
                                .distinct()
                                .count());
        assertThat(count.total().area().squareDecimetres())
                .isEqualTo(
                        vote.units().stream()
                                .filter(u -> !u.use().isParking())
                                .mapToLong(u -> u.area().squareDecimetres())
                                .sum());
    }

    @Property(tries = 500)
    void v3RosterDigestIgnoresOrderAndSeesEveryUnit(
            @ForAll("votes") Vote vote, @ForAll Random random) {
        List<Unit> shuffled = new ArrayList<>(vote.units());
        Collections.shuffle(shuffled, random);
        List<Unit> fewer = shuffled.subList(1, shuffled.size());

        assertThat(Samples.roster(shuffled).digest()).isEqualTo(vote.roster().digest());
        assertThat(fewer.isEmpty() ? Optional.empty() : Optional.of(Samples.roster(fewer).digest()))
                .isNotEqualTo(Optional.of(vote.roster().digest()));
    }

    @Property(tries = 500)
    void v4AndV7PermutedInputReplaysToTheSameText(
            @ForAll("votes") Vote vote, @ForAll Random random) {
        List<Unit> units = new ArrayList<>(vote.units());
        List<Ballot> ballots = new ArrayList<>(vote.ballots());
        Collections.shuffle(units, random);
        Collections.shuffle(ballots, random);

        String text =
                Tally.of(vote.meeting(), vote.roster(), vote.ballots(), Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .canonicalText();
        String permuted =
                Tally.of(vote.meeting(), Samples.roster(units), ballots, Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                        .canonicalText();

        assertThat(permuted).isEqualTo(text);
        assertThat(vote.result().ruling().findings()).hasSize(6);
    }

    @Property(tries = 1_000)
    void v5AYesOfASilentOwnerNeverUndoesAPass(@ForAll("passed") Vote vote, @ForAll Random random) {
        Roster roster = vote.roster();
        Unit unit = roster.votingUnits().get(random.nextInt(roster.votingUnits().size()));
        List<Ballot> turned =
                new ArrayList<>(
                        vote.ballots().stream().filter(b -> !isOfHolder(roster, unit, b)).toList());
        Assume.that(vote.of(turned).result() == Result.PASSED);

        turned.add(yes(roster, unit));

        assertThat(vote.of(turned).result()).isEqualTo(Result.PASSED);
    }

    @Property(tries = 1_000)
    void v5AllUnitsOfOneOwnerTurnedToYesNeverUndoAPass(
            @ForAll("passed") Vote vote, @ForAll Random random) {
        Roster roster = vote.roster();
        Unit unit = roster.votingUnits().get(random.nextInt(roster.votingUnits().size()));

        List<Ballot> turned =
                new ArrayList<>(
                        vote.ballots().stream().filter(b -> !isOfHolder(roster, unit, b)).toList());
        roster.votingUnits().stream()
                .filter(u -> roster.holder(u).equals(roster.holder(unit)))
                .forEach(u -> turned.add(yes(roster, u)));

        assertThat(vote.of(turned).result()).isEqualTo(Result.PASSED);
    }

    @Property(tries = 500)
    void v6BallotsGivenTwiceOrAgainOnAnotherChannelCountOnce(@ForAll("votes") Vote vote) {
        List<Ballot> again = new ArrayList<>(vote.ballots());
        again.addAll(vote.ballots());
        for (Ballot ballot : vote.ballots()) {
            again.add(
                    Samples.ballot(
                            "zz-" + ballot.id(),
                            number(ballot.unit()),
                            ballot.voter().value(),
                            Channel.ON_SITE,
                            896_400,
                            ballot.signature(),
                            ballot.choicesOn(Samples.M1).toArray(Choice[]::new)));
        }
        // A ballot that came too early or too late is not mended by handing it in again in time.
        Assume.that(vote.ballots().stream().allMatch(TallyProperties::isInTime));

        assertThat(vote.of(again).count()).isEqualTo(vote.result().count());
    }

    @Provide
    Arbitrary<Vote> votes() {
        Arbitrary<Unit> unit =
                Combinators.combine(
                                Arbitraries.integers().between(0, 999),
                                Arbitraries.oneOf(
                                        Arbitraries.just(100L),
                                        Arbitraries.longs().between(1, 400)),
                                Arbitraries.frequencyOf(
                                        Tuple.of(6, Arbitraries.just(UnitUse.RESIDENTIAL)),
                                        Tuple.of(1, Arbitraries.of(UnitUse.class))),
                                Arbitraries.frequencyOf(
                                        Tuple.of(
                                                6, Arbitraries.just(DeliveryStatus.SOLD_DELIVERED)),
                                        Tuple.of(1, Arbitraries.of(DeliveryStatus.class))),
                                Arbitraries.of("P1", "P2", "P3", "P4", "P5", "P6", "D1")
                                        .set()
                                        .ofMinSize(1)
                                        .ofMaxSize(2))
                        .as(
                                (number, area, use, status, owners) ->
                                        Samples.unit(
                                                number,
                                                area,
                                                use,
                                                status,
                                                owners.toArray(String[]::new)));
        Arbitrary<List<Unit>> units =
                unit.list().ofMinSize(1).ofMaxSize(9).uniqueElements(Unit::id).map(List::copyOf);
        return units.flatMap(
                list ->
                        Combinators.combine(
                                        Arbitraries.of(Matter.class),
                                        Arbitraries.frequency(
                                                Tuple.of(9, LocalDate.of(2024, 12, 1)),
                                                Tuple.of(1, LocalDate.of(2024, 12, 2))),
                                        ballot(list).list().ofMaxSize(14))
                                .as(
                                        (matter, notice, ballots) ->
                                                new Vote(
                                                        list,
                                                        Samples.meeting(matter, notice),
                                                        numbered(ballots))));
    }

    /** Votes that passed, most of them with something to spare and some without. */
    @Provide
    Arbitrary<Vote> passed() {
        return votes().flatMap(TallyProperties::mostlyInFavour)
                .filter(vote -> vote.result().result() == Result.PASSED);
    }

    private static Arbitrary<Vote> mostlyInFavour(Vote vote) {
        return Arbitraries.frequency(
                        Tuple.of(7, List.of(Choice.FOR)),
                        Tuple.of(1, List.of(Choice.AGAINST)),
                        Tuple.of(1, List.of(Choice.ABSTAIN)),
                        Tuple.of(1, List.<Choice>of()))
                .list()
                .ofSize(vote.units().size())
                .map(
                        answers -> {
                            List<Ballot> ballots = new ArrayList<>();
                            for (Unit unit : vote.units()) {
                                List<Choice> answer = answers.get(ballots.size());
                                ballots.add(
                                        Samples.ballot(
                                                "V" + ballots.size(),
                                                number(unit.id()),
                                                voter(unit).value(),
                                                Channel.PAPER,
                                                ballots.size(),
                                                Signature.SIGNED,
                                                answer.toArray(Choice[]::new)));
                            }
                            return new Vote(vote.units(), vote.meeting(), ballots);
                        });
    }

    private static int number(UnitId unit) {
        return Integer.parseInt(unit.value().substring(1));
    }

    /** A ballot that is valid more often than not. */
    private static Arbitrary<Ballot> ballot(List<Unit> units) {
        return Combinators.combine(
                        Arbitraries.of(units),
                        Arbitraries.frequency(Tuple.of(12, 0), Tuple.of(1, 1)),
                        Arbitraries.of(Channel.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.longs().between(0, 9)),
                                Tuple.of(1, Arbitraries.of(-1L, 897_000L, 896_400L, 896_401L))),
                        Arbitraries.frequency(
                                Tuple.of(12, Signature.SIGNED), Tuple.of(1, Signature.MISSING)),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(List.of(Choice.FOR))),
                                Tuple.of(5, Arbitraries.of(Choice.class).list().ofSize(1)),
                                Tuple.of(1, Arbitraries.of(Choice.class).list().ofMaxSize(3))))
                .as(
                        (unit, stranger, channel, second, signature, choices) ->
                                Samples.ballot(
                                        "V",
                                        number(unit.id()),
                                        stranger > 0 ? "X1" : voter(unit).value(),
                                        channel,
                                        second,
                                        signature,
                                        choices.stream().distinct().toArray(Choice[]::new)));
    }

    private static PersonId voter(Unit unit) {
        return unit.status() == DeliveryStatus.SOLD_DELIVERED
                ? unit.owners().first()
                : Samples.DEVELOPER;
    }

    private static List<Ballot> numbered(List<Ballot> ballots) {
        List<Ballot> numbered = new ArrayList<>();
        for (Ballot ballot : ballots) {
            numbered.add(
                    Samples.ballot(
                            "V" + numbered.size() * 7 % 15 + "-" + numbered.size(),
                            number(ballot.unit()),
                            ballot.voter().value(),
                            ballot.channel(),
                            ballot.receivedAt().getEpochSecond() - Samples.OPENS.getEpochSecond(),
                            ballot.signature(),
                            ballot.choicesOn(Samples.M1).toArray(Choice[]::new)));
        }
        return numbered;
    }

    private static boolean isInTime(Ballot ballot) {
        return !ballot.receivedAt().isBefore(Samples.OPENS)
                && !ballot.receivedAt().isAfter(Samples.CLOSES);
    }

    private static boolean isOfHolder(Roster roster, Unit unit, Ballot ballot) {
        return roster.unit(ballot.unit())
                .filter(u -> roster.holder(u).equals(roster.holder(unit)))
                .isPresent();
    }

    private static Ballot yes(Roster roster, Unit unit) {
        return Samples.ballot(
                "yes-" + unit.id(),
                number(unit.id()),
                roster.holder(unit).persons().first().value(),
                20,
                Choice.FOR);
    }

    private static List<Long> figures(MotionResult result) {
        MotionCount count = result.count();
        return List.of(
                count.total().area().squareDecimetres(),
                count.total().heads().value(),
                count.participating().area().squareDecimetres(),
                count.participating().heads().value(),
                count.inFavour().area().squareDecimetres(),
                count.inFavour().heads().value());
    }
}
