package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static io.github.xinyi.governance.voting.Samples.home;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
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
import io.github.xinyi.governance.community.Roster;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.BallotId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.law.Statutes;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.region.RegionProfile;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.voting.SetAside.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may hand in a ballot for an owner, and what the count refuses to take at all. */
class ProxyTest {

    private static final List<Unit> UNITS =
            Stream.concat(
                            IntStream.range(0, 5).mapToObj(i -> home(i, 100, "P" + i)),
                            Stream.of(
                                    Samples.unit(
                                            6,
                                            100,
                                            UnitUse.PARKING,
                                            DeliveryStatus.SOLD_DELIVERED,
                                            "P6")))
                    .toList();

    @ParameterizedTest(name = "Civil Code 165: good from {0} to {1}, handed in on 2024-12-16: {2}")
    @CsvSource({
        "2024-12-17, 2024-12-31, false",
        "2024-12-16, 2024-12-16, true",
        "2024-12-01, 2024-12-15, false"
    })
    void anAuthorityIsGoodOnItsDaysOnlyByCivilCode165(
            LocalDate from, LocalDate through, boolean counts) {
        MotionResult result = count(proxy(0, 1, from, through, Map.of()));

        assertThat(reasons(result))
                .isEqualTo(counts ? List.of() : List.of(Reason.AUTHORITY_OUT_OF_DATE));
    }

    @ParameterizedTest(name = "Civil Code 173(2): taken back at second {0}, voted at 10: {1}")
    @CsvSource({"9, false", "10, false", "11, true"})
    void anAuthorityTakenBackIsNoneFromThenOnByCivilCode173(long second, boolean counts) {
        Withdrawal withdrawal =
                new Withdrawal(
                        PersonId.of("P0"), PersonId.of("X1"), Samples.OPENS.plusSeconds(second));

        MotionResult result =
                count(
                        Bylaws.none(),
                        new BallotBox(
                                List.of(proxy(0, 10)),
                                List.of(withdrawal),
                                List.of(),
                                new TreeSet<>()));

        assertThat(reasons(result))
                .isEqualTo(counts ? List.of() : List.of(Reason.AUTHORITY_WITHDRAWN));
    }

    /** The authority of proxy(0, 10) is granted from 2024-12-01 on. */
    @ParameterizedTest(name = "Civil Code 173(2): taken back on {0}, granted anew or before: {1}")
    @CsvSource({"2024-11-30T15:59:59Z, true", "2024-11-30T16:00:00Z, false"})
    void whatWasTakenBackBeforeCanBeGrantedAgainByCivilCode173(Instant at, boolean counts) {
        Withdrawal withdrawal = new Withdrawal(PersonId.of("P0"), PersonId.of("X1"), at);

        MotionResult result =
                count(
                        Bylaws.none(),
                        new BallotBox(
                                List.of(proxy(0, 10)),
                                List.of(withdrawal),
                                List.of(),
                                new TreeSet<>()));

        assertThat(reasons(result))
                .isEqualTo(counts ? List.of() : List.of(Reason.AUTHORITY_WITHDRAWN));
    }

    @Test
    void theOwnersOwnVoteBeatsTheProxysWhicheverCameFirst() {
        MotionResult result = count(proxy(0, 1), ballot(0, "P0", 9, Choice.AGAINST), proxy(1, 2));

        assertThat(reasons(result)).containsExactly(Reason.OWNER_VOTED);
        assertThat(result.count().against().heads().value()).isEqualTo(1);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(1);
    }

    @Test
    void aProxyVotesTheStatedOpinionOrNotAtAll() {
        LocalDate day = LocalDate.of(2024, 12, 16);

        MotionResult result =
                count(
                        proxy(0, 1, day, day, Map.of(Samples.M1, Choice.AGAINST)),
                        proxy(1, 2, day, day, Map.of(Samples.M1, Choice.FOR)));

        assertThat(reasons(result)).containsExactly(Reason.AGAINST_OPINION);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(1);
    }

    private static long byRules(MotionResult result) {
        return result.byRules().orElseThrow().count().inFavour().heads().value();
    }

    @Test
    void aLimitOnProxiesNeverTurnsTheResultOfTheLaw() {
        Bylaws limited = Bylaws.none().under(Profiles.with("notice.proxy-principals,3"));
        List<Ballot> against = IntStream.range(0, 4).mapToObj(i -> proxy(i, i)).toList();

        MotionResult free = count(Bylaws.none(), BallotBox.of(against));
        MotionResult bound = count(limited, BallotBox.of(against));

        assertThat(bound.count()).isEqualTo(free.count());
        assertThat(bound.result()).isEqualTo(free.result());
        assertThat(bound.resolution().isPresent()).isEqualTo(free.resolution().isPresent());
    }

    @ParameterizedTest(name = "a limit of {0} principals, 4 ask: {1} count")
    @CsvSource({"3, 3", "4, 4", "5, 4"})
    void countsTheFirstPrincipalsUpToARegionsLimit(int limit, long counted) {
        ProxyLimit rule = new ProxyLimit(limit, Statutes.PROPERTY_MANAGEMENT_REGULATION.at(12, 2));
        Bylaws region =
                new Bylaws(
                        CountPolicy.statutory(),
                        HeadPolicy.statutory(),
                        List.of(),
                        new TreeSet<>(),
                        List.of(rule),
                        List.of());
        List<Ballot> four = IntStream.range(0, 4).mapToObj(i -> proxy(i, i)).toList();

        MotionResult result = count(region, BallotBox.of(four));

        assertThat(byRules(result)).isEqualTo(counted);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(4);
        assertThat(result.setAside()).isEmpty();
    }

    @Test
    void guardiansVoteForTheirWardsByCivilCode23AndWhoCarriesIsNeverCounted() {
        MotionResult result =
                count(
                        ward("P0", "2025-01-01"),
                        handedIn(0, "G1", 1, new Mandate.Guardian(PersonId.of("P0"))),
                        handedIn(1, "P1", 2, new Mandate.Carried(PersonId.of("P4"))),
                        handedIn(2, "P4", 3, new Mandate.Guardian(PersonId.of("P3"))),
                        handedIn(3, "P4", 4, new Mandate.Own()),
                        handedIn(4, "G1", 5, new Mandate.Guardian(PersonId.of("P4"))));

        assertThat(reasons(result))
                .containsExactly(Reason.NOT_AN_OWNER, Reason.NOT_AN_OWNER, Reason.NOT_THE_GUARDIAN);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(2);
        assertThat(reasons(count(handedIn(0, "G1", 1, new Mandate.Guardian(PersonId.of("P0"))))))
                .as("no guardian in the roster")
                .containsExactly(Reason.NOT_THE_GUARDIAN);
    }

    @ParameterizedTest(name = "Civil Code 23: guardian until {0}, ballots on 2024-12-16")
    @CsvSource({
        "2024-12-16, OWNER:counts GUARDIAN:NOT_AN_OWNER",
        "2024-12-17, OWNER:OWNER_IS_WARD GUARDIAN:counts"
    })
    void aWardVotesAgainFromTheDayOnWhichTheGuardianshipEnds(String end, String expected) {
        Parties parties = ward("P0", end);

        assertThat(
                        "OWNER:%s GUARDIAN:%s"
                                .formatted(
                                        only(count(parties, ballot(0, "P0", 1, Choice.FOR))),
                                        only(count(parties, ballot(0, "G1", 1, Choice.FOR)))))
                .isEqualTo(expected);
    }

    @Test
    void nobodyVotesForTheDeadNotEvenByProxyByCivilCode13() {
        Parties parties = Parties.of(Samples.DEVELOPER).withDeceased(Set.of(PersonId.of("P0")));

        MotionResult result =
                count(
                        parties,
                        ballot(0, "P0", 1, Choice.FOR),
                        proxy(0, 2),
                        ballot(1, "P1", 3, Choice.FOR));

        assertThat(reasons(result)).containsExactly(Reason.OWNER_DECEASED, Reason.OWNER_DECEASED);
        assertThat(result.count().inFavour().heads().value()).isEqualTo(1);
        assertThat(result.count().total().heads().value())
                .as("the unit stays in the whole")
                .isEqualTo(5);
    }

    @Test
    void aGuardianGivesAnAuthorityAndTheWardDoesNot() {
        LocalDate day = LocalDate.of(2024, 12, 16);
        Mandate byGuardian = new Mandate.Proxy(PersonId.of("G1"), day, day, new TreeMap<>());

        assertThat(only(count(ward("P0", "2025-01-01"), handedIn(0, "X1", 1, byGuardian))))
                .isEqualTo("counts");
        assertThat(only(count(ward("P0", "2025-01-01"), proxy(0, 1)))).isEqualTo("OWNER_IS_WARD");
    }

    private static Parties ward(String ward, String end) {
        return Parties.of(Samples.DEVELOPER)
                .withGuardianships(
                        Set.of(
                                new Guardianship(
                                        PersonId.of(ward),
                                        PersonId.of("G1"),
                                        new EffectivePeriod(
                                                LocalDate.of(2024, 1, 1), LocalDate.parse(end)))));
    }

    private static String only(MotionResult result) {
        return reasons(result).stream().map(Reason::name).findFirst().orElse("counts");
    }

    @ParameterizedTest(name = "a region that allows {0} principals, 4 ask: {1} count")
    @CsvSource({"3, 3", "4, 4", "5, 4"})
    void takesTheLimitOfARegionsProfile(int limit, long counted) {
        Bylaws bylaws = Bylaws.none().under(Profiles.with("notice.proxy-principals," + limit));
        List<Ballot> four = IntStream.range(0, 4).mapToObj(i -> proxy(i, i)).toList();

        assertThat(byRules(count(bylaws, BallotBox.of(four)))).isEqualTo(counted);
        assertThat(Bylaws.none().under(RegionProfile.national()).proxyLimits()).isEmpty();
    }

    @ParameterizedTest(name = "a limit of {0} principals, 4 ask: the fourth is set aside: {1}")
    @CsvSource({"3, true", "4, false", "5, false"})
    void setsAsideTheBallotForOnePrincipalTooMany(int limit, boolean aside) {
        List<Ballot> four = IntStream.range(0, 4).mapToObj(i -> proxy(i, i)).toList();

        MotionResult result = count(limitedTo(limit), BallotBox.of(four));

        assertThat(ownSetAside(result))
                .extracting(SetAside::ballot, SetAside::unit, SetAside::reasons)
                .isEqualTo(
                        aside
                                ? List.of(
                                        tuple(
                                                four.get(3).id(),
                                                Samples.unitId(3),
                                                Set.of(Reason.TOO_MANY_PRINCIPALS)))
                                : List.of());
        assertThat(result.setAside()).as("by law it counts").isEmpty();
    }

    @ParameterizedTest(name = "a limit of {0}, two principals and a ballot that is {1}: {2}")
    @CsvSource({
        "1, OWNER_VOTED, true", "2, OWNER_VOTED, false", "3, OWNER_VOTED, false",
        "1, IDENTICAL_REPEAT, true", "2, IDENTICAL_REPEAT, false", "3, IDENTICAL_REPEAT, false",
        "1, AGAINST_OPINION, true", "2, AGAINST_OPINION, false", "3, AGAINST_OPINION, false",
        "1, OVER_VOTED, true", "2, OVER_VOTED, false", "3, OVER_VOTED, false",
        "1, UNANSWERED, true", "2, UNANSWERED, false", "3, UNANSWERED, false",
        "1, PARKING_UNIT, true", "2, PARKING_UNIT, false", "3, PARKING_UNIT, false"
    })
    void aBallotWithoutEffectTakesNoPlaceOfAPrincipal(int limit, Reason reason, boolean aside) {
        List<Ballot> ballots = new ArrayList<>(withoutEffect(reason));
        ballots.add(proxy(1, 11));
        ballots.add(proxy(2, 12));

        MotionResult result = count(limitedTo(limit), BallotBox.of(ballots));

        assertThat(ownSetAside(result))
                .extracting(SetAside::reasons)
                .containsExactlyElementsOf(
                        aside
                                ? List.of(Set.of(reason), Set.of(Reason.TOO_MANY_PRINCIPALS))
                                : List.of(Set.of(reason)));
    }

    /** One that X1 hands in for another principal, and what takes its effect from it. */
    private static List<Ballot> withoutEffect(Reason reason) {
        LocalDate day = LocalDate.of(2024, 12, 16);
        return switch (reason) {
            case OWNER_VOTED -> List.of(proxy(0, 1), ballot(0, "P0", 13, Choice.FOR));
            case IDENTICAL_REPEAT ->
                    List.of(handedIn(0, "X2", 1, proxyOf(0)), handedIn(0, "X1", 2, proxyOf(0)));
            case AGAINST_OPINION ->
                    List.of(proxy(0, 1, day, day, Map.of(Samples.M1, Choice.AGAINST)));
            case OVER_VOTED -> List.of(ticked(0, Choice.FOR, Choice.AGAINST));
            case UNANSWERED -> List.of(ticked(0));
            case PARKING_UNIT -> List.of(handedIn(6, "X1", 1, proxyOf(6)));
            default -> throw new IllegalArgumentException(reason.name());
        };
    }

    @ParameterizedTest(name = "a limit of {0}, one valid ballot and two invalid: {1} abstain")
    @CsvSource({"1, 0", "2, 1", "3, 2", "4, 2"})
    void anInvalidBallotThatCountsTakesAPlaceAfterTheValidOnes(int limit, long abstaining) {
        Bylaws invalidCount =
                limitedTo(limit)
                        .with(
                                CountPolicy.statutory()
                                        .withInvalid(
                                                CountPolicy.InvalidBallots.COUNT_AS_ABSTENTION))
                        .with(adopted(CountTopic.INVALID_BALLOTS));
        List<Ballot> ballots =
                List.of(
                        ticked(0, Choice.FOR, Choice.AGAINST),
                        ticked(2, Choice.FOR, Choice.AGAINST),
                        proxy(1, 11));

        MotionResult result = count(invalidCount, BallotBox.of(ballots));

        assertThat(result.byRules().orElseThrow().count().inFavour().heads().value()).isEqualTo(1);
        assertThat(result.byRules().orElseThrow().count().abstaining().heads().value())
                .isEqualTo(abstaining);
    }

    @ParameterizedTest(name = "a limit of {0}, the last ballot stands: the first is set aside: {1}")
    @CsvSource({"1, true", "2, false", "3, false"})
    void givesThePlacesInTheOrderInWhichBallotsAreRead(int limit, boolean aside) {
        Bylaws last =
                limitedTo(limit)
                        .with(
                                CountPolicy.statutory()
                                        .withRepeated(
                                                CountPolicy.RepeatedBallots.LAST_BEFORE_CLOSE_WINS))
                        .with(adopted(CountTopic.REPEATED_BALLOTS));

        MotionResult result = count(last, BallotBox.of(List.of(proxy(0, 1), proxy(1, 2))));

        assertThat(ownSetAside(result))
                .extracting(found -> found.ballot().value())
                .isEqualTo(aside ? List.of("V0-1") : List.of());
    }

    @ParameterizedTest(name = "a limit of {0}, one principal on each of two motions: {1} set aside")
    @CsvSource({"1, true", "2, false", "3, false"})
    void aPlaceHoldsForTheWholeMeeting(int limit, boolean aside) {
        MotionId second = MotionId.of("M2");
        Meeting meeting =
                new Meeting(
                        MeetingId.of("2024-OM-01"),
                        Samples.COMMUNITY,
                        Samples.RECORD_DATE,
                        LocalDate.of(2024, 12, 1),
                        Samples.OPENS,
                        Samples.CLOSES,
                        List.of(
                                new Motion(Samples.M1, Matter.MANAGER_APPOINTMENT, "选聘"),
                                new Motion(second, Matter.REBUILDING, "重建")));
        Ballot onSecond =
                new Ballot(
                        BallotId.of("V9"),
                        Samples.unitId(1),
                        PersonId.of("X1"),
                        Channel.PAPER,
                        Samples.OPENS.plusSeconds(9),
                        Signature.SIGNED,
                        proxyOf(1),
                        new TreeMap<>(Map.of(second, Set.of(Choice.FOR))));

        TallyResult tally =
                Tally.count(
                                meeting,
                                Samples.roster(UNITS),
                                BallotBox.of(List.of(proxy(0, 1), onSecond)),
                                limitedTo(limit),
                                Samples.COUNTED)
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));

        assertThat(
                        ownSetAside(tally.motion(second)).stream()
                                .filter(found -> found.ballot().equals(onSecond.id()))
                                .flatMap(found -> found.reasons().stream()))
                .isEqualTo(aside ? List.of(Reason.TOO_MANY_PRINCIPALS) : List.of());
        assertThat(tally.canonicalText().lines())
                .filteredOn(line -> line.equals("set-aside-by-rules\tM2\tV9\tTOO_MANY_PRINCIPALS"))
                .hasSize(aside ? 1 : 0);
    }

    private static Bylaws limitedTo(int limit) {
        return Bylaws.none().under(Profiles.with("notice.proxy-principals," + limit));
    }

    private static AdoptedClause adopted(CountTopic topic) {
        return new AdoptedClause(
                topic,
                "议事规则第26条",
                LocalDate.of(2023, 5, 1),
                MeetingId.of("2023-OM-01"),
                Samples.M1);
    }

    private static List<SetAside> ownSetAside(MotionResult result) {
        return result.byRules().orElseThrow().setAside();
    }

    private static Mandate proxyOf(int unit) {
        return new Mandate.Proxy(
                PersonId.of("P" + unit),
                LocalDate.of(2024, 12, 1),
                LocalDate.of(2024, 12, 31),
                new TreeMap<>());
    }

    /** By X1 for the owner of a unit, in the first second. */
    private static Ballot ticked(int unit, Choice... choices) {
        return new Ballot(
                BallotId.of("V" + unit + "-1"),
                Samples.unitId(unit),
                PersonId.of("X1"),
                Channel.PAPER,
                Samples.OPENS.plusSeconds(1),
                Signature.SIGNED,
                proxyOf(unit),
                new TreeMap<>(Map.of(Samples.M1, Set.of(choices))));
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL, 0", "GANSU, 1", "LANZHOU, 2", "HONGGU, 3"})
    void showsTheNoticesOfAProfileBesideTheFindingsAndReadings(String region, long notices) {
        Bylaws bylaws = Bylaws.none().under(Profiles.of(region));

        Ruling ruling = count(bylaws, BallotBox.of(List.of(proxy(0, 1)))).ruling();

        assertThat(ruling.findings()).hasSize(6 + (int) notices);
        assertThat(ruling.findings().stream().map(f -> f.rule().value()))
                .filteredOn(code -> code.startsWith("region."))
                .hasSize((int) notices);
    }

    @Test
    void refusesDifferentBallotsUnderOneIdentifierByType() {
        var outcome =
                Tally.count(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(UNITS),
                        BallotBox.of(
                                List.of(
                                        ballot("V1", 0, "P0", 1, Choice.FOR),
                                        ballot("V1", 0, "P0", 2, Choice.FOR))),
                        Bylaws.none(),
                        Samples.COUNTED);

        assertThat(
                        outcome.<Boolean>fold(
                                tally -> false,
                                ruling -> ruling.refuses(VotingFinding.BallotTwice.CODE)))
                .isTrue();
    }

    private static Ballot proxy(int unit, long second) {
        return proxy(unit, second, LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 31), Map.of());
    }

    private static Ballot proxy(
            int unit,
            long second,
            LocalDate from,
            LocalDate through,
            Map<MotionId, Choice> opinions) {
        return handedIn(
                unit,
                "X1",
                second,
                new Mandate.Proxy(PersonId.of("P" + unit), from, through, new TreeMap<>(opinions)));
    }

    private static Ballot handedIn(int unit, String voter, long second, Mandate mandate) {
        return new Ballot(
                BallotId.of("V" + unit + "-" + second),
                Samples.unitId(unit),
                PersonId.of(voter),
                Channel.PAPER,
                Samples.OPENS.plusSeconds(second),
                Signature.SIGNED,
                mandate,
                new TreeMap<>(Map.of(Samples.M1, Set.of(Choice.FOR))));
    }

    private static MotionResult count(Ballot... ballots) {
        return count(Bylaws.none(), BallotBox.of(List.of(ballots)));
    }

    private static MotionResult count(Parties parties, Ballot... ballots) {
        return count(Samples.roster(UNITS, parties), Bylaws.none(), BallotBox.of(List.of(ballots)));
    }

    private static MotionResult count(Bylaws bylaws, BallotBox box) {
        return count(Samples.roster(UNITS), bylaws, box);
    }

    private static MotionResult count(Roster roster, Bylaws bylaws, BallotBox box) {
        return Tally.count(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        roster,
                        box,
                        bylaws,
                        Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()))
                .motion(Samples.M1);
    }

    private static List<Reason> reasons(MotionResult result) {
        return result.setAside().stream().flatMap(s -> s.reasons().stream()).toList();
    }
}
