package io.github.xinyi.governance.voting;

import static io.github.xinyi.governance.voting.Samples.ballot;
import static io.github.xinyi.governance.voting.Samples.home;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ballot.Ballot;
import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Channel;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Delivery;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.AdoptedClause;
import io.github.xinyi.governance.bylaw.BylawRule;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.bylaw.CountPolicy;
import io.github.xinyi.governance.bylaw.CountPolicy.Silence;
import io.github.xinyi.governance.bylaw.CountTopic;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.HeadPolicy;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.UnitId;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.MotionResult.Result;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V8: what a community's own rules ask for stands beside the law and never instead of it. */
class ByRulesTest {

    private static final LocalDate ADOPTED = LocalDate.of(2023, 5, 1);
    private static final MeetingId EARLIER = MeetingId.of("2023-OM-01");

    /** Owners P1 (300 dm², three units), P2, P3, P4 and P5 (100 dm² each). */
    private static final List<Unit> UNITS =
            List.of(
                    home(1, 100, "P1"),
                    home(2, 100, "P1"),
                    home(3, 100, "P1"),
                    home(4, 100, "P2"),
                    home(5, 100, "P3"),
                    home(6, 100, "P4"),
                    home(7, 100, "P5"));

    @ParameterizedTest(
            name = "{0}: {1} dm² and {2} for, {3} dm² and {4} against, {5} and {6} abstain")
    @CsvSource({
        "STATUTORY, 100, 1, 100, 1, 300, 2",
        "ABSTENTION, 100, 1, 100, 1, 200, 1",
        "SILENCE, 100, 1, 100, 1, 400, 3",
        "INVALID_BALLOTS, 100, 1, 100, 1, 400, 3",
        "REPEATED_BALLOTS, 0, 0, 200, 2, 300, 2",
        "MIXED_ANSWERS, 200, 1, 200, 1, 100, 2",
        "PARTIAL_RETURNS, 100, 1, 100, 1, 400, 2"
    })
    void countsEachReadingInItsOtherPosition(
            String topic,
            long yes,
            long yesHeads,
            long no,
            long noHeads,
            long abstain,
            long heads) {
        CountPolicy law = CountPolicy.statutory();
        CountPolicy policy =
                switch (topic) {
                    case "ABSTENTION" ->
                            law.withAbstention(CountPolicy.Abstention.DOES_NOT_PARTICIPATE);
                    case "SILENCE" -> law.withSilence(Silence.COUNT_IN_QUORUM_AS_ABSTAIN);
                    case "INVALID_BALLOTS" ->
                            law.withInvalid(CountPolicy.InvalidBallots.COUNT_AS_ABSTENTION);
                    case "REPEATED_BALLOTS" ->
                            law.withRepeated(CountPolicy.RepeatedBallots.LAST_BEFORE_CLOSE_WINS);
                    case "MIXED_ANSWERS" ->
                            law.withMixed(CountPolicy.MixedAnswers.SPLIT_AREA_HEAD_ABSTAIN);
                    case "PARTIAL_RETURNS" ->
                            law.withPartial(CountPolicy.PartialReturns.WHOLE_AREA);
                    default -> law;
                };

        MotionResult result = count(bylaws(policy), box(everyKind(), UNITS));
        MotionCount count =
                result.byRules().map(MotionResult.ByRules::count).orElseGet(result::count);

        assertThat(figures(count)).containsExactly(yes, yesHeads, no, noHeads, abstain, heads);
        assertThat(figures(result.count())).containsExactly(100L, 1L, 100L, 1L, 300L, 2L);
    }

    /** Two homes with an owner in common; the developer has one of each kind. */
    @ParameterizedTest(name = "{0}, {1}, {2}: {3} heads")
    @CsvSource({
        "EXACT_SET, MERGED, SINGLE, 3",
        "SHARED_PERSON, MERGED, SINGLE, 2",
        "EXACT_SET, APART, SINGLE, 4",
        "EXACT_SET, MERGED, ONE_FOR_EACH, 4",
        "EXACT_SET, APART, ONE_FOR_EACH, 5",
        "SHARED_PERSON, APART, ONE_FOR_EACH, 4"
    })
    void countsHeadsInBothPositionsOfEveryPolicyAndTheLawStands(
            HeadPolicy.CoOwnership coOwnership,
            HeadPolicy.RetainedUnits retained,
            HeadPolicy.DeveloperHead developer,
            long heads) {
        List<Unit> units =
                List.of(
                        home(1, 100, "P1", "P2"),
                        home(2, 100, "P1"),
                        held(3, DeliveryStatus.UNSOLD),
                        held(4, DeliveryStatus.SOLD_NOT_DELIVERED),
                        held(5, DeliveryStatus.SOLD_DELIVERED));
        HeadPolicy policy =
                new HeadPolicy(HeadPolicy.Parking.NONE, coOwnership, retained, developer);

        MotionResult result =
                count(units, bylaws(CountPolicy.statutory()).with(policy), box(List.of(), units));
        MotionCount count =
                result.byRules().map(MotionResult.ByRules::count).orElseGet(result::count);

        assertThat(count.total().heads().value()).isEqualTo(heads);
        assertThat(result.count().total().heads().value()).isEqualTo(3);
    }

    private static Unit held(int number, DeliveryStatus status) {
        return Samples.unit(number, 100, UnitUse.RESIDENTIAL, status, Samples.DEVELOPER.value());
    }

    @ParameterizedTest(name = "{0}, {1}: {2} dm² take part")
    @CsvSource({
        "MIXED, REQUIRE_CONSISTENT, 500",
        "MIXED, SPLIT_AREA_HEAD_ABSTAIN, 500",
        "MIXED, REJECT_ALL, 300",
        "PARTIAL, RETURNED_AREA, 500",
        "PARTIAL, WHOLE_AREA, 600",
        "PARTIAL, REJECT_ALL, 300"
    })
    void countsEveryWayToTreatOneHolderOfSeveralUnits(String topic, String name, long area) {
        CountPolicy law = CountPolicy.statutory();
        CountPolicy policy =
                topic.equals("MIXED")
                        ? law.withMixed(CountPolicy.MixedAnswers.valueOf(name))
                        : law.withPartial(CountPolicy.PartialReturns.valueOf(name));

        MotionResult result = count(bylaws(policy), box(everyKind(), UNITS));
        MotionCount count =
                result.byRules().map(MotionResult.ByRules::count).orElseGet(result::count);

        assertThat(count.participating().area().squareDecimetres()).isEqualTo(area);
    }

    @ParameterizedTest(name = "{0} to {1} heads, {2} to {3} dm²: silence joins {4}")
    @CsvSource({
        "2, 1, 200, 100, FOR",
        "1, 2, 100, 200, AGAINST",
        "2, 1, 100, 200, NOBODY",
        "2, 1, 200, 200, NOBODY",
        "1, 1, 200, 100, NOBODY",
        "1, 2, 200, 200, NOBODY",
        "1, 1, 100, 200, NOBODY"
    })
    void followsAMajorityOnlyOfStrictlyMoreAreaAndMoreHeadsByI02(
            int yes, int no, long yesArea, long noArea, String joined) {
        List<Unit> units =
                IntStream.range(0, yes + no + 1)
                        .mapToObj(i -> home(i, area(i, yes, no, yesArea, noArea), "P" + i))
                        .toList();
        Ballot[] ballots =
                IntStream.range(0, yes + no)
                        .mapToObj(i -> ballot(i, "P" + i, i, i < yes ? Choice.FOR : Choice.AGAINST))
                        .toArray(Ballot[]::new);

        MotionResult result =
                count(
                        units,
                        bylaws(
                                CountPolicy.statutory()
                                        .withSilence(Silence.FOLLOW_MAJORITY_ALL_DELIVERED)),
                        box(List.of(ballots), units));
        MotionCount own = result.byRules().orElseThrow().count();

        assertThat(own.inFavour().heads().value()).isEqualTo(joined.equals("FOR") ? yes + 1 : yes);
        assertThat(own.against().heads().value()).isEqualTo(joined.equals("AGAINST") ? no + 1 : no);
    }

    @ParameterizedTest(name = "{0}: of {1} for, {2} against and one ticked: {3}, {4}, {5}")
    @CsvSource({
        "PARTICIPATES, 2, 1, 3, 1, 0",
        "PARTICIPATES, 1, 2, 1, 3, 0",
        "PARTICIPATES, 1, 1, 1, 1, 1",
        "DOES_NOT_PARTICIPATE, 2, 1, 3, 1, 0",
        "DOES_NOT_PARTICIPATE, 1, 2, 1, 3, 0",
        "DOES_NOT_PARTICIPATE, 1, 1, 1, 1, 0"
    })
    void aTickedAbstentionAloneFollowsTheMajorityAndSilenceStaysOutByI02(
            CountPolicy.Abstention abstention,
            int yes,
            int no,
            long inFavour,
            long against,
            long abstaining) {
        int answering = yes + no + 1;
        List<Unit> units =
                IntStream.rangeClosed(0, answering).mapToObj(i -> home(i, 100, "P" + i)).toList();
        List<Ballot> ballots =
                IntStream.range(0, answering)
                        .mapToObj(
                                i ->
                                        ballot(
                                                i,
                                                "P" + i,
                                                i,
                                                i < yes
                                                        ? Choice.FOR
                                                        : i < yes + no
                                                                ? Choice.AGAINST
                                                                : Choice.ABSTAIN))
                        .toList();
        CountPolicy policy =
                CountPolicy.statutory()
                        .withAbstention(abstention)
                        .withSilence(Silence.FOLLOW_MAJORITY_ABSTAIN_ONLY);

        MotionResult result = count(units, bylaws(policy), box(ballots, units));
        MotionCount own = result.byRules().orElseThrow().count();

        assertThat(own.inFavour().heads().value()).isEqualTo(inFavour);
        assertThat(own.against().heads().value()).isEqualTo(against);
        assertThat(own.abstaining().heads().value()).isEqualTo(abstaining);
        assertThat(result.count().abstaining().heads().value()).isEqualTo(1);
    }

    @Test
    void neverPassesByItsOwnRulesWhatFailsByCivilCode278() {
        List<Ballot> two = List.of(ballot(1, "P1", 1, Choice.FOR), ballot(4, "P2", 2, Choice.FOR));
        Bylaws following =
                bylaws(CountPolicy.statutory().withSilence(Silence.FOLLOW_MAJORITY_ALL_DELIVERED));

        MotionResult result = count(following, box(two, UNITS));

        assertThat(result.byRules().orElseThrow().judgement().result()).isEqualTo(Result.PASSED);
        assertThat(result.result()).isEqualTo(Result.NO_QUORUM);
        assertThat(result.resolution()).isEmpty();
        assertThat(result.contested()).isPresent();
        assertThat(result.ruling().verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aContestedPassStaysAPass() {
        Ballot[] all =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(i -> ballot(i, i < 4 ? "P1" : "P" + (i - 2), i, Choice.FOR))
                        .toArray(Ballot[]::new);
        SortedSet<UnitId> owing = new TreeSet<>();
        UNITS.forEach(unit -> owing.add(unit.id()));
        Bylaws excluding =
                new Bylaws(
                        CountPolicy.statutory().withArrears(CountPolicy.Arrears.EXCLUDED),
                        HeadPolicy.statutory(),
                        clauses(),
                        owing,
                        List.of(),
                        List.of());

        MotionResult result = count(excluding, BallotBox.of(List.of(all)));

        assertThat(result.result()).isEqualTo(Result.PASSED);
        assertThat(result.byRules().orElseThrow().count().total())
                .isEqualTo(MotionCount.Votes.NONE);
        assertThat(result.ruling().verdict()).isEqualTo(Verdict.MET);
        assertThat(result.resolution()).isPresent();
    }

    @ParameterizedTest(name = "adopted on {0} by {1}: heard: {2}")
    @CsvSource({
        "2024-12-15, 2023-OM-01, true",
        "2024-12-16, 2023-OM-01, false",
        "2023-05-01, 2024-OM-01, false"
    })
    void hearsAClauseOnlyIfItWasAdoptedBeforeTheMeetingByGuidanceRules26(
            LocalDate adopted, String meeting, boolean heard) {
        AdoptedClause clause =
                new AdoptedClause(
                        CountTopic.ABSTENTION,
                        "议事规则第26条",
                        adopted,
                        MeetingId.of(meeting),
                        MotionId.of("M1"));
        Bylaws asked =
                Bylaws.none()
                        .with(
                                CountPolicy.statutory()
                                        .withAbstention(
                                                CountPolicy.Abstention.DOES_NOT_PARTICIPATE))
                        .with(clause);

        TallyResult tally = tally(UNITS, asked, BallotBox.of(everyKind()));

        assertThat(tally.bylawFindings())
                .extracting(Finding::rule, Finding::verdict)
                .containsExactly(
                        tuple(
                                BylawRule.CLAUSE_ADOPTED.code(),
                                heard ? Verdict.MET : Verdict.NOT_MET));
        assertThat(tally.motion(Samples.M1).byRules().isPresent()).isEqualTo(heard);
    }

    @Test
    void countsNoSilenceWithoutProofOfDeliveryAndSaysSo() {
        Bylaws asked =
                bylaws(CountPolicy.statutory().withSilence(Silence.COUNT_IN_QUORUM_AS_ABSTAIN));
        List<Ballot> one = List.of(ballot(4, "P2", 1, Choice.FOR));
        SortedSet<UnitId> paper = new TreeSet<>(List.of(UNITS.get(5).id()));
        BallotBox box =
                new BallotBox(
                        one,
                        List.of(),
                        List.of(
                                new Delivery(UNITS.get(4).id(), Channel.ONLINE, "系统回执"),
                                new Delivery(UNITS.get(5).id(), Channel.ONLINE, "系统回执")),
                        paper);

        MotionResult.ByRules own = count(asked, box).byRules().orElseThrow();

        // Of two units reached online one had asked for paper.
        assertThat(own.count().abstaining().heads().value()).isEqualTo(1);
        assertThat(own.delivery()).hasSize(1);
        assertThat(own.delivery().get(0).rule()).isEqualTo(BylawRule.DELIVERY_PROVEN.code());
        assertThat(own.delivery().get(0).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(own.delivery().get(0).evidence())
                .containsEntry("silent", "6")
                .containsEntry("proven", "1");
    }

    private static long area(int i, int yes, int no, long yesArea, long noArea) {
        return i < yes ? yesArea / yes : i < yes + no ? noArea / no : 100;
    }

    /** P1 mixed with a unit left out, P2 first for then against, P3 against, P4 unsigned. */
    private static List<Ballot> everyKind() {
        return List.of(
                ballot(1, "P1", 1, Choice.FOR),
                ballot(2, "P1", 2, Choice.AGAINST),
                ballot(4, "P2", 3, Choice.FOR),
                ballot(4, "P2", 9, Choice.AGAINST),
                ballot(5, "P3", 4, Choice.AGAINST),
                ballot("V6", 6, "P4", Channel.PAPER, 5, Signature.MISSING, Choice.FOR),
                ballot(7, "P5", 6, Choice.ABSTAIN));
    }

    private static BallotBox box(List<Ballot> ballots, List<Unit> reached) {
        return new BallotBox(
                ballots,
                List.of(),
                reached.stream().map(u -> new Delivery(u.id(), Channel.PAPER, "签收")).toList(),
                new TreeSet<>());
    }

    private static List<AdoptedClause> clauses() {
        return Arrays.stream(CountTopic.values())
                .map(
                        topic ->
                                new AdoptedClause(
                                        topic, "议事规则第26条", ADOPTED, EARLIER, MotionId.of("M1")))
                .toList();
    }

    private static Bylaws bylaws(CountPolicy policy) {
        return new Bylaws(
                policy, HeadPolicy.statutory(), clauses(), new TreeSet<>(), List.of(), List.of());
    }

    private static MotionResult count(Bylaws bylaws, BallotBox box) {
        return count(UNITS, bylaws, box);
    }

    private static MotionResult count(List<Unit> units, Bylaws bylaws, BallotBox box) {
        return tally(units, bylaws, box).motion(Samples.M1);
    }

    private static TallyResult tally(List<Unit> units, Bylaws bylaws, BallotBox box) {
        return Tally.count(
                        Samples.meeting(Matter.MANAGER_APPOINTMENT),
                        Samples.roster(units),
                        box,
                        bylaws,
                        Samples.COUNTED)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static List<Long> figures(MotionCount count) {
        return List.of(
                count.inFavour().area().squareDecimetres(),
                count.inFavour().heads().value(),
                count.against().area().squareDecimetres(),
                count.against().heads().value(),
                count.abstaining().area().squareDecimetres(),
                count.abstaining().heads().value());
    }
}
