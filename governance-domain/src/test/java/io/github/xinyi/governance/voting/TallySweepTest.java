package io.github.xinyi.governance.voting;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.xinyi.governance.bylaw.ProxyLimit;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Guardianship;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Parties;
import io.github.xinyi.governance.community.RosterDigest;
import io.github.xinyi.governance.community.Underwriting;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.voting.MotionResult.Result;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * V1 to V8 over random votes of small communities, by law and under every policy: V1, V2 and V8
 * against the second count, over one to three motions of a meeting that may have been announced too
 * late; V3 as far as a roster is known by its units, since that a frozen one stays is a property of
 * histories ({@code RosterHistoryProperties}). Each property takes a hundred thousand votes, a
 * hundred from each seed that jqwik draws; {@code -Dxinyi.tally.cases=1000000} makes it longer. A
 * failure tells the seed of its vote.
 */
class TallySweepTest {

    private static final int TRIES = 1_000;
    private static final int CASES_A_TRY =
            Math.max(1, Integer.getInteger("xinyi.tally.cases", 100_000) / TRIES);

    /** With fewer, as where mutants are tried, chance says too much. */
    private static final long ENOUGH = 10_000;

    private static final LongAdder COUNTED = new LongAdder();
    private static final LongAdder CONTESTED = new LongAdder();
    private static final LongAdder PASSED = new LongAdder();
    private static final LongAdder SECOND = new LongAdder();
    private static final LongAdder LATE = new LongAdder();
    private static final LongAdder LIMITED = new LongAdder();
    private static final LongAdder PLAIN = new LongAdder();
    private static final LongAdder TURNED = new LongAdder();
    private static final LongAdder SILENT = new LongAdder();
    private static final LongAdder UNHEARD = new LongAdder();
    private static final LongAdder AFTER_CLOSE = new LongAdder();

    private static final List<String> PERSONS = List.of("P1", "P2", "P3", "P4", "D1");
    private static final LocalDate ADOPTED = LocalDate.of(2023, 5, 1);

    private static final MeetingId NOW = MeetingId.of("2024-OM-01");
    private static final LocalDate OPENING = LocalDate.of(2024, 12, 16);

    /** Of the rules stated, those are heard that were adopted in time, as {@code heard} has it. */
    private record Vote(
            List<Unit> units,
            Parties parties,
            Meeting meeting,
            BallotBox box,
            Bylaws bylaws,
            Bylaws heard) {

        List<MotionResult> count(List<Unit> units, BallotBox box) {
            return Tally.count(
                            meeting, Samples.roster(units, parties), box, bylaws, Samples.COUNTED)
                    .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                    .motions();
        }

        List<MotionCount> figures(BallotBox box) {
            return count(units, box).stream().map(MotionResult::count).toList();
        }
    }

    private static void eachVote(long seed, LongConsumer check) {
        LongStream.range(0, CASES_A_TRY).map(i -> seed + i).parallel().forEach(check);
    }

    /** The cases are worth something only if both sides of what they test are common. */
    @AfterContainer
    static void bothSidesWereCommon() {
        long counted = COUNTED.sum();
        if (counted >= ENOUGH) {
            assertThat(CONTESTED.sum()).isGreaterThan(counted / 100);
            assertThat(SECOND.sum()).isGreaterThan(counted / 5);
            assertThat(LATE.sum()).isGreaterThan(counted / 20);
            assertThat(UNHEARD.sum()).isGreaterThan(counted / 20);
            assertThat(AFTER_CLOSE.sum()).isGreaterThan(counted / 20);
            assertThat(LIMITED.sum()).isGreaterThan(counted / 10_000);
            assertThat(PASSED.sum()).isBetween(counted / 50, counted - counted / 50);
        }
        long plain = PLAIN.sum();
        if (plain >= ENOUGH) {
            assertThat(TURNED.sum()).isGreaterThan(plain / 3);
            assertThat(SILENT.sum()).isGreaterThan(plain / 10);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everyCountAndResultEqualsTheSecondCount(@ForAll long seed) {
        eachVote(
                seed,
                each -> {
                    Vote vote = vote(new Random(each));
                    List<MotionResult> results = vote.count(vote.units(), vote.box());
                    check(vote, results, "seed " + each);
                    COUNTED.add(results.size());
                    SECOND.add(results.size() - 1);
                    UNHEARD.add(vote.heard().equals(vote.bylaws()) ? 0 : 1);
                    AFTER_CLOSE.add(
                            vote.box().ballots().stream()
                                            .anyMatch(b -> b.receivedAt().isAfter(Samples.CLOSES))
                                    ? 1
                                    : 0);
                    for (MotionResult result : results) {
                        CONTESTED.add(result.contested().isPresent() ? 1 : 0);
                        PASSED.add(result.result() == Result.PASSED ? 1 : 0);
                        LATE.add(result.result() == Result.INVALID_PROCEDURE ? 1 : 0);
                    }
                    LIMITED.add(results.stream().skip(1).anyMatch(TallySweepTest::limits) ? 1 : 0);
                });
    }

    private static boolean limits(MotionResult result) {
        return result.byRules().stream()
                .flatMap(own -> own.setAside().stream())
                .anyMatch(aside -> aside.reasons().contains(Reason.TOO_MANY_PRINCIPALS));
    }

    private static void check(Vote vote, List<MotionResult> results, String name) {
        PolicyOracle.Place place =
                new PolicyOracle.Place(vote.meeting(), vote.units(), vote.parties());
        List<List<Long>> byLaw = PolicyOracle.count(place, vote.box(), Bylaws.none());
        List<List<Long>> byRules = PolicyOracle.count(place, vote.box(), vote.heard());
        for (int i = 0; i < results.size(); i++) {
            check(vote.meeting(), results.get(i), byLaw.get(i), byRules.get(i), name + " " + i);
        }
    }

    /** One comparison a motion, so that a hundred thousand of them fit into the normal build. */
    private static void check(
            Meeting meeting,
            MotionResult result,
            List<Long> figures,
            List<Long> byRules,
            String name) {
        Matter matter = result.motion().matter();
        RuleSet code = RuleSet.CIVIL_CODE_2021;
        RuleSet old = RuleSet.LEGACY_PROPERTY_LAW_2007;
        String statutory = PolicyOracle.result(meeting, figures, matter.item(), code);
        List<Object> expected = new ArrayList<>(figures);
        expected.add(statutory);
        expected.add(statutory.equals("PASSED"));
        expected.add(PolicyOracle.result(meeting, figures, matter.item(), old));
        List<Object> actual = new ArrayList<>(figures(result.count()));
        actual.add(result.result().name());
        actual.add(result.resolution().isPresent());
        Finding notice = result.ruling().findings().get(0);
        actual.add(Judgement.of(result.count(), matter, old, notice).result().name());
        if (result.byRules().isPresent()) {
            MotionResult.ByRules own = result.byRules().orElseThrow();
            String ownResult = PolicyOracle.result(meeting, byRules, matter.item(), code);
            expected.addAll(byRules);
            expected.add(ownResult);
            expected.add(!ownResult.equals(statutory));
            actual.addAll(figures(own.count()));
            actual.add(own.judgement().result().name());
            actual.add(result.contested().isPresent());
        }

        if (!actual.equals(expected)) {
            assertThat(actual).as(name).isEqualTo(expected);
        }
    }

    /** V4 and V7: what came in, in any order, is counted and told in the same words. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void replaysToTheSameTextInAnyOrder(@ForAll long seed) {
        eachVote(
                seed,
                each -> {
                    Random random = new Random(each);
                    Vote vote = vote(random);
                    List<Unit> units = shuffled(vote.units(), random);
                    BallotBox box =
                            new BallotBox(
                                    shuffled(vote.box().ballots(), random),
                                    shuffled(vote.box().withdrawals(), random),
                                    shuffled(vote.box().deliveries(), random),
                                    vote.box().askedForPaper());

                    String other = text(vote, units, box);

                    if (!other.equals(text(vote, vote.units(), vote.box()))) {
                        assertThat(other)
                                .as("seed " + each)
                                .isEqualTo(text(vote, vote.units(), vote.box()));
                    }
                });
    }

    /** V6: whatever comes in again, later and on another channel, counts once. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void countsNothingTwiceThatComesInAgainOnAnotherChannel(@ForAll long seed) {
        eachVote(
                seed,
                each -> {
                    Vote vote = vote(new Random(each));
                    List<Ballot> twice = new ArrayList<>(vote.box().ballots());
                    vote.box().ballots().stream()
                            .filter(b -> !b.receivedAt().isBefore(Samples.OPENS))
                            .map(TallySweepTest::again)
                            .forEach(twice::add);
                    BallotBox box =
                            new BallotBox(
                                    twice,
                                    vote.box().withdrawals(),
                                    vote.box().deliveries(),
                                    vote.box().askedForPaper());

                    List<MotionCount> once = vote.figures(vote.box());

                    if (!vote.figures(box).equals(once)) {
                        assertThat(vote.figures(box)).as("seed " + each).isEqualTo(once);
                    }
                });
    }

    /** V3: the frozen roster is known by its units, in whatever order they were read. */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aRosterIsKnownByItsUnitsInAnyOrder(@ForAll long seed) {
        eachVote(
                seed,
                each -> {
                    Random random = new Random(each);
                    Vote vote = plainVote(random);
                    RosterDigest digest = digest(vote, vote.units());
                    List<Unit> others = shuffled(vote.units(), random);

                    boolean same = digest(vote, others).equals(digest);
                    others.remove(0);
                    boolean seen = others.isEmpty() || !digest(vote, others).equals(digest);

                    assertThat(same && seen).as("seed " + each).isTrue();
                });
    }

    private static RosterDigest digest(Vote vote, List<Unit> units) {
        return Samples.roster(units, vote.parties()).digest();
    }

    /**
     * V5: a motion that passed passes still when one owner turns all that is his to yes, and one
     * that passed without an owner passes still when he says yes of one unit.
     */
    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aYesNeverUndoesAPass(@ForAll long seed) {
        eachVote(seed, each -> turnOneOwnerToYes(new Random(each), "seed " + each));
    }

    private static void turnOneOwnerToYes(Random random, String name) {
        Vote vote = plainVote(random);
        PLAIN.increment();
        List<Unit> voting = voting(vote);
        if (voting.isEmpty()) {
            return;
        }
        PersonId owner = owner(voting.get(random.nextInt(voting.size())));
        List<Unit> his = voting.stream().filter(u -> owner(u).equals(owner)).toList();
        List<Ballot> others =
                vote.box().ballots().stream().filter(b -> !b.voter().equals(owner)).toList();

        if (passes(vote, vote.box().ballots())) {
            TURNED.increment();
            assertThat(passes(vote, with(others, his))).as(name).isTrue();
        }
        if (passes(vote, others)) {
            SILENT.increment();
            assertThat(passes(vote, with(others, his.subList(0, 1)))).as(name).isTrue();
        }
    }

    /** One answer a unit, mostly in favour, of the one owner that each has; by law alone. */
    private static Vote plainVote(Random random) {
        List<Unit> units =
                IntStream.rangeClosed(1, 1 + random.nextInt(9))
                        .mapToObj(number -> plainUnit(number, random))
                        .toList();
        List<Ballot> ballots = new ArrayList<>();
        for (Unit unit : units) {
            if (random.nextInt(10) > 0) {
                ballots.add(answer(unit, random.nextInt(9) > 0 ? Choice.FOR : choice(random)));
            }
        }
        return new Vote(
                units,
                Parties.of(Samples.DEVELOPER),
                Samples.meeting(Matter.ofItem(1 + random.nextInt(9))),
                BallotBox.of(ballots),
                Bylaws.none(),
                Bylaws.none());
    }

    private static Unit plainUnit(int number, Random random) {
        return Samples.unit(
                number,
                random.nextBoolean() ? 100 : 1 + random.nextInt(400),
                random.nextInt(8) > 0 ? UnitUse.RESIDENTIAL : UnitUse.PARKING,
                random.nextInt(8) > 0 ? DeliveryStatus.SOLD_DELIVERED : DeliveryStatus.UNSOLD,
                PERSONS.get(random.nextInt(PERSONS.size())));
    }

    private static List<Unit> voting(Vote vote) {
        return Samples.roster(vote.units(), vote.parties()).votingUnits();
    }

    private static PersonId owner(Unit unit) {
        return unit.status() == DeliveryStatus.SOLD_DELIVERED
                ? unit.owners().first()
                : Samples.DEVELOPER;
    }

    private static Ballot answer(Unit unit, Choice choice) {
        return new Ballot(
                BallotId.of("V-" + unit.id()),
                unit.id(),
                owner(unit),
                Channel.PAPER,
                Samples.OPENS.plusSeconds(1),
                Signature.SIGNED,
                new Mandate.Own(),
                new TreeMap<>(Map.of(Samples.M1, Set.of(choice))));
    }

    private static List<Ballot> with(List<Ballot> ballots, List<Unit> inFavour) {
        List<Ballot> all = new ArrayList<>(ballots);
        inFavour.forEach(unit -> all.add(answer(unit, Choice.FOR)));
        return all;
    }

    private static boolean passes(Vote vote, List<Ballot> ballots) {
        return vote.count(vote.units(), BallotBox.of(ballots)).get(0).result() == Result.PASSED;
    }

    private static Ballot again(Ballot ballot) {
        return new Ballot(
                BallotId.of(ballot.id() + "-again"),
                ballot.unit(),
                ballot.voter(),
                ballot.channel() == Channel.PAPER ? Channel.ONLINE : Channel.PAPER,
                ballot.receivedAt().plusSeconds(60),
                ballot.signature(),
                ballot.mandate(),
                ballot.choices());
    }

    private static String text(Vote vote, List<Unit> units, BallotBox box) {
        return Tally.count(
                        vote.meeting(),
                        Samples.roster(units, vote.parties()),
                        box,
                        vote.bylaws(),
                        Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .canonicalText();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Vote vote(Random random) {
        List<Unit> units =
                IntStream.rangeClosed(1, 1 + random.nextInt(6))
                        .mapToObj(number -> unit(number, random))
                        .toList();
        boolean dense = random.nextInt(3) > 0;
        int size = dense ? units.size() + random.nextInt(5) : random.nextInt(10);
        Map<UnitId, PersonId> underwriters = underwriters(units, random);
        Meeting meeting = meeting(random);
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Unit unit =
                    dense && i < units.size()
                            ? units.get(i)
                            : units.get(random.nextInt(units.size()));
            PersonId seller = underwriters.getOrDefault(unit.id(), Samples.DEVELOPER);
            ballots.add(ballot("V" + i * 7 % 16, meeting, unit, seller, random, dense));
        }
        SortedSet<UnitId> paper = new TreeSet<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Unit unit : units) {
            if (random.nextInt(8) == 0) {
                paper.add(unit.id());
            }
            if (random.nextInt(3) > 0) {
                Channel channel = List.of(Channel.values()).get(random.nextInt(3));
                deliveries.add(new Delivery(unit.id(), channel, "签收"));
            }
        }
        Withdrawal withdrawal =
                new Withdrawal(
                        PersonId.of("P" + (1 + random.nextInt(2))),
                        PersonId.of("X" + random.nextInt(2)),
                        Samples.OPENS.plusSeconds(random.nextInt(10)));
        BallotBox box =
                new BallotBox(
                        ballots,
                        random.nextBoolean() ? List.of() : List.of(withdrawal),
                        deliveries,
                        paper);
        Bylaws stated = bylaws(random, units);
        List<CountTopic> adopted =
                stated.clauses().stream()
                        .filter(clause -> clause.adoptedOn().isBefore(OPENING))
                        .filter(clause -> !clause.meeting().equals(NOW))
                        .map(AdoptedClause::topic)
                        .toList();
        return new Vote(
                units,
                parties(units, underwriters, random),
                meeting,
                box,
                stated,
                heard(stated, adopted));
    }

    /** Where no clause was adopted in time, the law's own way. */
    private static Bylaws heard(Bylaws stated, List<CountTopic> adopted) {
        CountPolicy asked = stated.counting();
        CountPolicy law = CountPolicy.statutory();
        CountPolicy counting =
                new CountPolicy(
                        either(adopted, CountTopic.ABSTENTION, asked, law).abstention(),
                        either(adopted, CountTopic.SILENCE, asked, law).silence(),
                        either(adopted, CountTopic.INVALID_BALLOTS, asked, law).invalid(),
                        either(adopted, CountTopic.REPEATED_BALLOTS, asked, law).repeated(),
                        either(adopted, CountTopic.MIXED_ANSWERS, asked, law).mixed(),
                        either(adopted, CountTopic.PARTIAL_RETURNS, asked, law).partial(),
                        either(adopted, CountTopic.ARREARS, asked, law).arrears());
        return new Bylaws(
                counting,
                either(adopted, CountTopic.HEADS, stated.heads(), HeadPolicy.statutory()),
                stated.clauses(),
                stated.inArrears(),
                stated.proxyLimits(),
                stated.notices());
    }

    private static <T> T either(List<CountTopic> adopted, CountTopic topic, T asked, T law) {
        return adopted.contains(topic) ? asked : law;
    }

    /**
     * Half of the time a clause for each topic, adopted the year before; else some are missing, of
     * the day of the opening, of the day before it, or of this very meeting.
     */
    private static List<AdoptedClause> clauses(Random random) {
        boolean all = random.nextBoolean();
        List<AdoptedClause> clauses = new ArrayList<>();
        for (CountTopic topic : CountTopic.values()) {
            switch (all ? 4 : random.nextInt(8)) {
                case 0 -> {}
                case 1 -> clauses.add(clause(topic, OPENING, "2024-OM-00"));
                case 2 -> clauses.add(clause(topic, OPENING.minusDays(1), "2024-OM-00"));
                case 3 -> clauses.add(clause(topic, ADOPTED, NOW.value()));
                default -> clauses.add(clause(topic, ADOPTED, "2023-OM-01"));
            }
        }
        return clauses;
    }

    private static AdoptedClause clause(CountTopic topic, LocalDate adopted, String meeting) {
        return new AdoptedClause(
                topic, "议事规则第26条", adopted, MeetingId.of(meeting), MotionId.of("M1"));
    }

    /** One to three motions, announced a day before the last day for it, on it, or too late. */
    private static Meeting meeting(Random random) {
        int early = random.nextInt(8) == 0 ? -1 : random.nextInt(2);
        int motions = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(2);
        return new Meeting(
                NOW,
                Samples.COMMUNITY,
                Samples.RECORD_DATE,
                LocalDate.of(2024, 12, 1).minusDays(early),
                Samples.OPENS,
                Samples.CLOSES,
                IntStream.rangeClosed(1, motions)
                        .mapToObj(
                                number ->
                                        new Motion(
                                                MotionId.of("M" + number),
                                                Matter.ofItem(1 + random.nextInt(9)),
                                                "表决事项"))
                        .toList());
    }

    /** Half of the time nobody; else a guardian whose days may have ended, and one dead owner. */
    private static Parties parties(
            List<Unit> units, Map<UnitId, PersonId> underwriters, Random random) {
        Parties none =
                Parties.of(Samples.DEVELOPER)
                        .withUnderwritings(
                                underwriters.entrySet().stream()
                                        .map(e -> new Underwriting(e.getKey(), e.getValue()))
                                        .toList());
        if (random.nextBoolean()) {
            return none;
        }
        PersonId ward = PersonId.of(PERSONS.get(random.nextInt(PERSONS.size())));
        Guardianship guardianship =
                new Guardianship(
                        ward,
                        PersonId.of("X0"),
                        new EffectivePeriod(
                                LocalDate.of(2024, 1, 1),
                                LocalDate.of(2024, 12, random.nextInt(3) > 0 ? 17 : 16)));
        PersonId dead = units.get(random.nextInt(units.size())).owners().first();
        return none.withGuardianships(List.of(guardianship))
                .withDeceased(dead.equals(ward) ? Set.of() : Set.of(dead));
    }

    /** For half of the units not handed over; some also own a home. */
    private static Map<UnitId, PersonId> underwriters(List<Unit> units, Random random) {
        Map<UnitId, PersonId> underwriters = new TreeMap<>();
        for (Unit unit : units) {
            if (unit.status() != DeliveryStatus.SOLD_DELIVERED && random.nextBoolean()) {
                underwriters.put(unit.id(), PersonId.of(random.nextInt(3) > 0 ? "B1" : "P4"));
            }
        }
        return underwriters;
    }

    private static Unit unit(int number, Random random) {
        DeliveryStatus status =
                random.nextInt(6) > 0
                        ? DeliveryStatus.SOLD_DELIVERED
                        : List.of(DeliveryStatus.values()).get(random.nextInt(3));
        String first = PERSONS.get(random.nextInt(PERSONS.size()));
        return Samples.unit(
                number,
                random.nextBoolean() ? 100 : 1 + random.nextInt(400),
                random.nextInt(6) > 0 ? UnitUse.RESIDENTIAL : UnitUse.PARKING,
                status,
                random.nextInt(4) > 0 ? first : "P5",
                first);
    }

    private static Ballot ballot(
            String id, Meeting meeting, Unit unit, PersonId seller, Random random, boolean dense) {
        PersonId owner =
                random.nextInt(16) == 0
                        ? PersonId.of("P9")
                        : unit.status() == DeliveryStatus.SOLD_DELIVERED
                                ? unit.owners().first()
                                : random.nextInt(6) > 0 ? seller : Samples.DEVELOPER;
        Mandate mandate = mandate(meeting, owner, random);
        PersonId voter =
                mandate.isByProxy()
                                || mandate instanceof Mandate.Guardian
                                || random.nextInt(12) == 0
                        ? PersonId.of("X" + random.nextInt(2))
                        : owner;
        SortedMap<MotionId, Set<Choice>> ticked = new TreeMap<>();
        meeting.motions().forEach(motion -> ticked.put(motion.id(), choices(random, dense)));
        return new Ballot(
                BallotId.of(id),
                unit.id(),
                voter,
                List.of(Channel.values()).get(random.nextInt(3)),
                received(random),
                random.nextInt(12) == 0 ? Signature.MISSING : Signature.SIGNED,
                mandate,
                ticked);
    }

    /** Mostly soon after the opening; some before it, at the close or just after it. */
    private static Instant received(Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> Samples.OPENS.minusSeconds(1);
            case 1 -> Samples.CLOSES;
            case 2 -> Samples.CLOSES.plusSeconds(1);
            default -> Samples.OPENS.plusSeconds(random.nextInt(10));
        };
    }

    private static Set<Choice> choices(Random random, boolean dense) {
        Set<Choice> choices = new TreeSet<>();
        if (random.nextInt(3) > 0) {
            choices.add(dense && random.nextBoolean() ? Choice.FOR : choice(random));
        } else {
            IntStream.range(0, random.nextInt(3)).forEach(i -> choices.add(choice(random)));
        }
        return choices;
    }

    private static Choice choice(Random random) {
        return List.of(Choice.values()).get(random.nextInt(3));
    }

    private static Mandate mandate(Meeting meeting, PersonId owner, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Mandate.Guardian(owner);
            case 1 -> new Mandate.Carried(PersonId.of("R1"));
            case 2, 3, 4 ->
                    new Mandate.Proxy(
                            owner,
                            LocalDate.of(2024, 12, random.nextInt(6) > 0 ? 1 : 17),
                            LocalDate.of(2024, 12, 31),
                            opinions(meeting, random));
            default -> new Mandate.Own();
        };
    }

    private static SortedMap<MotionId, Choice> opinions(Meeting meeting, Random random) {
        SortedMap<MotionId, Choice> opinions = new TreeMap<>();
        for (Motion motion : meeting.motions()) {
            if (random.nextBoolean()) {
                opinions.put(motion.id(), choice(random));
            }
        }
        return opinions;
    }

    private static Bylaws bylaws(Random random, List<Unit> units) {
        CountPolicy policy =
                new CountPolicy(
                        one(CountPolicy.Abstention.values(), random),
                        one(CountPolicy.Silence.values(), random),
                        one(CountPolicy.InvalidBallots.values(), random),
                        one(CountPolicy.RepeatedBallots.values(), random),
                        one(CountPolicy.MixedAnswers.values(), random),
                        one(CountPolicy.PartialReturns.values(), random),
                        one(CountPolicy.Arrears.values(), random));
        boolean ofItsOwn = random.nextBoolean();
        HeadPolicy heads =
                new HeadPolicy(
                        one(HeadPolicy.Parking.values(), random),
                        one(HeadPolicy.CoOwnership.values(), random),
                        one(HeadPolicy.RetainedUnits.values(), random),
                        one(HeadPolicy.DeveloperHead.values(), random));
        SortedSet<UnitId> inArrears = new TreeSet<>();
        units.stream().filter(u -> random.nextInt(5) == 0).forEach(u -> inArrears.add(u.id()));
        List<ProxyLimit> limits =
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new ProxyLimit(
                                        1 + random.nextInt(2),
                                        Statutes.PROPERTY_MANAGEMENT_REGULATION.at(12, 2)));
        return new Bylaws(
                ofItsOwn ? policy : CountPolicy.statutory(),
                ofItsOwn ? heads : HeadPolicy.statutory(),
                clauses(random),
                inArrears,
                limits,
                List.of());
    }

    /** The first, which is the default, half of the time. */
    private static <T> T one(T[] values, Random random) {
        return values[random.nextBoolean() ? 0 : random.nextInt(values.length)];
    }

    private static List<Long> figures(MotionCount count) {
        List<Long> figures = new ArrayList<>();
        for (MotionCount.Votes votes :
                List.of(count.total(), count.inFavour(), count.against(), count.abstaining())) {
            figures.add(votes.area().squareDecimetres());
            figures.add(votes.heads().value());
        }
        return figures;
    }
}
