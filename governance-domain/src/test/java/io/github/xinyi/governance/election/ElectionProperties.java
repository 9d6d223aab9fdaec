package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * The count against an oracle that goes through owners one by one and compares every candidate with
 * every other one; nothing of the counted code is used.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ElectionProperties {

    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E");

    /** Who lives where and what came in. */
    record Vote(Meeting meeting, List<Unit> units, List<ElectionVote> papers) {

        ElectionResult count(ElectionCall call) {
            return Election.count(
                            meeting,
                            Papers.M1,
                            call,
                            Papers.roster(meeting, units),
                            papers,
                            Bylaws.none(),
                            meeting.closesAt().plusSeconds(1))
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        }
    }

    @Property(tries = 4_000)
    void equalsTheOracle(
            @ForAll("votes") Vote vote,
            @ForAll @IntRange(min = 1, max = 4) int seats,
            @ForAll @IntRange(min = 0, max = 2) int alternates) {
        ElectionCall call = call(seats, alternates);
        ElectionJudgement judgement = vote.count(call).judgement();
        List<Owner> owners = owners(vote, call);

        assertThat(judgement.count().total()).isEqualTo(sum(owners, true));
        assertThat(judgement.count().participating())
                .isEqualTo(sum(owners.stream().filter(Owner::takesPart).toList(), false));
        for (CandidateResult candidate : judgement.candidates()) {
            assertThat(candidate.place())
                    .as(candidate.toString())
                    .isEqualTo(place(candidate.candidate(), owners, call, vote.meeting()));
        }
    }

    @Property(tries = 1_000)
    void theOrderOfPapersAndUnitsChangesNoCharacter(
            @ForAll("votes") Vote vote, @ForAll Random random) {
        List<ElectionVote> papers = new ArrayList<>(vote.papers());
        List<Unit> units = new ArrayList<>(vote.units());
        Collections.shuffle(papers, random);
        Collections.shuffle(units, random);

        assertThat(new Vote(vote.meeting(), units, papers).count(call(2, 1)).canonicalText())
                .isEqualTo(vote.count(call(2, 1)).canonicalText());
    }

    @Property(tries = 1_000)
    void neverSeatsMoreThanThereAreSeats(@ForAll("votes") Vote vote) {
        ElectionJudgement judgement = vote.count(call(2, 1)).judgement();

        assertThat(judgement.in(Place.ELECTED)).hasSizeLessThanOrEqualTo(2);
        assertThat(judgement.in(Place.ALTERNATE)).hasSizeLessThanOrEqualTo(1);
        assertThat(judgement.in(Place.SEAT_CONTESTED).isEmpty())
                .isEqualTo(judgement.runOff().isEmpty());
    }

    /**
     * Owners of one to three homes, some not handed over; papers early, late, double and of
     * strangers.
     */
    @Provide
    Arbitrary<Vote> votes() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, 2024), Tuple.of(1, 2020)),
                        home().list().ofMinSize(1).ofMaxSize(9))
                .flatAs(
                        (year, owners) -> {
                            Meeting meeting = Papers.meeting(year, 12);
                            List<Unit> units = units(owners);
                            return paper(meeting, units)
                                    .list()
                                    .ofMaxSize(2 * units.size() + 1)
                                    .map(papers -> new Vote(meeting, units, numbered(papers)));
                        });
    }

    private record Home(long area, boolean building, String owner) {}

    private static Arbitrary<Home> home() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.integers().between(0, 9).map(i -> i == 0),
                        Arbitraries.of("P1", "P2", "P3", "P4", "P5", "D1"))
                .as(Home::new);
    }

    private static List<Unit> units(List<Home> homes) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < homes.size(); i++) {
            Home home = homes.get(i);
            units.add(
                    home.building()
                            ? Papers.unit(
                                    i,
                                    home.area(),
                                    UnitUse.RESIDENTIAL,
                                    DeliveryStatus.SOLD_NOT_DELIVERED,
                                    home.owner())
                            : Papers.home(i, home.area(), home.owner()));
        }
        return units;
    }

    private static Arbitrary<ElectionVote> paper(Meeting meeting, List<Unit> units) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, units.size() - 1),
                        Arbitraries.integers().between(0, 9).map(i -> i == 0),
                        Arbitraries.longs().between(-1, 3),
                        Arbitraries.of("A", "A", "A", "B", "B", "C", "D", "X").set().ofMaxSize(3))
                .as(
                        (unit, stranger, second, names) ->
                                Papers.paper(
                                        meeting,
                                        unit,
                                        stranger ? "Q" : group(units.get(unit)),
                                        second,
                                        names.toArray(String[]::new)));
    }

    private static List<ElectionVote> numbered(List<ElectionVote> papers) {
        List<ElectionVote> numbered = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            ElectionVote paper = papers.get(i);
            numbered.add(
                    new ElectionVote(
                            BallotId.of("V" + i),
                            paper.unit(),
                            paper.voter(),
                            paper.channel(),
                            paper.receivedAt(),
                            paper.signature(),
                            paper.mandate(),
                            paper.names()));
        }
        return numbered;
    }

    /** One head: its whole area, the area of the homes that answered, and whom all of them want. */
    private record Owner(long all, long returned, boolean takesPart, Set<PersonId> wants) {}

    private static String group(Unit unit) {
        boolean handedOver = unit.status() == DeliveryStatus.SOLD_DELIVERED;
        return handedOver ? unit.owners().first().value() : "D1";
    }

    private static List<Owner> owners(Vote vote, ElectionCall call) {
        List<Owner> owners = new ArrayList<>();
        for (String person : List.of("D1", "P1", "P2", "P3", "P4", "P5")) {
            List<Unit> homes = vote.units().stream().filter(u -> group(u).equals(person)).toList();
            long all = 0;
            long returned = 0;
            List<Set<PersonId>> answers = new ArrayList<>();
            for (Unit home : homes) {
                all += home.area().squareDecimetres();
                ElectionVote first = first(home, vote, call);
                if (first != null) {
                    returned += home.area().squareDecimetres();
                    answers.add(Set.copyOf(first.names()));
                }
            }
            if (!homes.isEmpty()) {
                boolean agree = answers.stream().distinct().count() == 1;
                owners.add(
                        new Owner(
                                all,
                                returned,
                                !answers.isEmpty(),
                                agree ? answers.get(0) : Set.of()));
            }
        }
        return owners;
    }

    private static @Nullable ElectionVote first(Unit home, Vote vote, ElectionCall call) {
        ElectionVote best = null;
        for (ElectionVote paper : vote.papers()) {
            boolean good =
                    paper.unit().equals(home.id())
                            && paper.voter().value().equals(group(home))
                            && paper.receivedAt().compareTo(vote.meeting().opensAt()) >= 0
                            && paper.names().size() <= call.seats().open()
                            && paper.names().stream().allMatch(n -> NAMES.contains(n.value()));
            if (good && (best == null || isBefore(paper, best))) {
                best = paper;
            }
        }
        return best;
    }

    private static boolean isBefore(ElectionVote one, ElectionVote other) {
        return one.receivedAt().isBefore(other.receivedAt())
                || (one.receivedAt().equals(other.receivedAt())
                        && one.id().value().compareTo(other.id().value()) < 0);
    }

    private static Votes sum(List<Owner> owners, boolean whole) {
        long area = owners.stream().mapToLong(o -> whole ? o.all() : o.returned()).sum();
        return new Votes(FloorArea.ofSquareDecimetres(area), HeadCount.of(owners.size()));
    }

    /** By definition: who has strictly more support than whom, one pair after the other. */
    private static Place place(
            PersonId candidate, List<Owner> owners, ElectionCall call, Meeting meeting) {
        boolean legacy = meeting.openingDate().getYear() < 2021;
        Votes total = sum(owners, true);
        Votes taking = sum(owners.stream().filter(Owner::takesPart).toList(), false);
        boolean quorum =
                legacy
                        ? isMoreThanHalf(taking, total)
                        : 3 * heads(taking) >= 2 * heads(total)
                                && 3 * area(taking) >= 2 * area(total);
        if (!quorum) {
            return Place.NO_QUORUM;
        }
        Field field = new Field(owners, legacy ? total : taking);
        if (!field.hasMajority(candidate)) {
            return Place.NO_MAJORITY;
        }
        int seats = call.seats().open();
        int both = seats + call.seats().alternates();
        if (field.notBehind(candidate) <= seats) {
            return Place.ELECTED;
        }
        if (field.isTied(candidate, seats)) {
            return Place.SEAT_CONTESTED;
        }
        if (NAMES.stream().anyMatch(n -> field.isTied(PersonId.of(n), seats))) {
            return Place.AFTER_RUN_OFF;
        }
        if (field.notBehind(candidate) <= both) {
            return Place.ALTERNATE;
        }
        return field.isTied(candidate, both) ? Place.ALTERNATE_CONTESTED : Place.NO_PLACE;
    }

    private static boolean isMoreThanHalf(Votes part, Votes whole) {
        return 2 * heads(part) > heads(whole) && 2 * area(part) > area(whole);
    }

    private static long heads(Votes votes) {
        return votes.heads().value();
    }

    private static long area(Votes votes) {
        return votes.area().squareDecimetres();
    }

    /** Every candidate beside every other one. */
    private record Field(List<Owner> owners, Votes base) {

        Votes of(PersonId candidate) {
            return sum(owners.stream().filter(o -> o.wants().contains(candidate)).toList(), false);
        }

        boolean hasMajority(PersonId candidate) {
            return isMoreThanHalf(of(candidate), base);
        }

        int compare(PersonId one, PersonId other) {
            int byHeads = Long.compare(heads(of(one)), heads(of(other)));
            return byHeads != 0 ? byHeads : Long.compare(area(of(one)), area(of(other)));
        }

        long ahead(PersonId candidate) {
            return NAMES.stream()
                    .map(PersonId::of)
                    .filter(o -> hasMajority(o) && compare(o, candidate) > 0)
                    .count();
        }

        long notBehind(PersonId candidate) {
            return NAMES.stream()
                    .map(PersonId::of)
                    .filter(o -> hasMajority(o) && compare(o, candidate) >= 0)
                    .count();
        }

        boolean isTied(PersonId candidate, int places) {
            return hasMajority(candidate)
                    && ahead(candidate) < places
                    && notBehind(candidate) > places;
        }
    }

    private static ElectionCall call(int seats, int alternates) {
        return Papers.call(new Seats(seats, 1, 0, alternates), NAMES.toArray(String[]::new));
    }
}
