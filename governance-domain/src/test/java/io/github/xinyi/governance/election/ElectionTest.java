package io.github.xinyi.governance.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.BallotBox;
import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.ballot.Mandate;
import io.github.xinyi.governance.ballot.Signature;
import io.github.xinyi.governance.bylaw.Bylaws;
import io.github.xinyi.governance.community.DeliveryStatus;
import io.github.xinyi.governance.community.Unit;
import io.github.xinyi.governance.community.UnitUse;
import io.github.xinyi.governance.community.VotingHolder;
import io.github.xinyi.governance.election.CandidateResult.Place;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.election.ElectionJudgement.Validity;
import io.github.xinyi.governance.election.SpoiledVote.Fault;
import io.github.xinyi.governance.identity.MotionId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.Standing;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Ruling;
import io.github.xinyi.governance.ruling.Verdict;
import io.github.xinyi.governance.voting.Meeting;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import io.github.xinyi.governance.voting.SetAside.Reason;
import io.github.xinyi.governance.voting.VotingFinding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectionTest {

    private static final Meeting MEETING = Papers.meeting(2024, 12);
    private static final Meeting BEFORE_2021 = Papers.meeting(2020, 12);

    @ParameterizedTest
    @CsvSource({"19,NO_QUORUM", "20,COMPLETE", "21,COMPLETE"})
    void twoThirdsOfTheHeadsMustTakePartByCivilCode278(int voters, Validity expected) {
        List<ElectionVote> papers = papers(MEETING, voters, "A");

        assertThat(validity(MEETING, 1, homesWithALargeOne(), papers)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1999999,NO_QUORUM", "2000000,COMPLETE", "2000001,COMPLETE"})
    void twoThirdsOfTheAreaMustTakePartByCivilCode278(long area, Validity expected) {
        List<Unit> units =
                List.of(Papers.home(0, area, "P0"), Papers.home(1, 3_000_000 - area, "P0"));

        assertThat(validity(MEETING, 1, units, papers(MEETING, 1, "A"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"15,NO_QUORUM,0", "16,NO_MAJORITY,15", "16,ELECTED,16", "30,NO_MAJORITY,15"})
    void moreThanHalfOfAllAttendAndConsentBefore2021ByPropertyManagementRegulation12(
            int voters, Place expected, int support) {
        List<ElectionVote> papers = papers(BEFORE_2021, support, "A");
        for (int i = support; i < voters; i++) {
            papers.add(Papers.paper(BEFORE_2021, i, "P" + i, i));
        }

        ElectionJudgement judgement = judge(BEFORE_2021, 1, homes(30, 1), papers);

        assertThat(judgement.candidates().get(0).place()).isEqualTo(expected);
        assertThat(judgement.candidates().get(0).base().heads()).isEqualTo(HeadCount.of(30));
    }

    /** One home holds nearly all the area, and its owner votes. */
    @ParameterizedTest
    @CsvSource({"15,NO_QUORUM", "16,ELECTED", "17,ELECTED"})
    void moreThanHalfOfAllHeadsMustAttendBefore2021ByPropertyManagementRegulation12(
            int voters, Place expected) {
        List<ElectionVote> papers = papers(BEFORE_2021, voters, "A");

        assertThat(first(judge(BEFORE_2021, 1, homesWithALargeOne(), papers))).isEqualTo(expected);
    }

    /** The same owner of all homes is one head, whatever he votes with. */
    @ParameterizedTest
    @CsvSource({"1500000,NO_QUORUM", "1500001,ELECTED", "1500002,ELECTED"})
    void moreThanHalfOfAllAreaMustAttendBefore2021ByPropertyManagementRegulation12(
            long area, Place expected) {
        List<Unit> units =
                List.of(Papers.home(0, area, "P0"), Papers.home(1, 3_000_000 - area, "P0"));

        assertThat(first(judge(BEFORE_2021, 1, units, papers(BEFORE_2021, 1, "A"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"15,NO_MAJORITY", "16,ELECTED", "17,ELECTED"})
    void aCandidateNeedsMoreThanHalfOfAllHeadsBefore2021ByPropertyManagementRegulation12(
            int support, Place expected) {
        List<ElectionVote> papers = papers(BEFORE_2021, support, "A");
        for (int i = support; i < 30; i++) {
            papers.add(Papers.paper(BEFORE_2021, i, "P" + i, i));
        }

        assertThat(first(judge(BEFORE_2021, 1, homesWithALargeOne(), papers))).isEqualTo(expected);
    }

    /** Two of three owners name the candidate; the third has the rest of the area. */
    @ParameterizedTest
    @CsvSource({"1500000,NO_MAJORITY", "1500001,ELECTED", "1500002,ELECTED"})
    void aCandidateNeedsMoreThanHalfOfAllAreaBefore2021ByPropertyManagementRegulation12(
            long area, Place expected) {
        List<Unit> units =
                List.of(
                        Papers.home(0, area - 1, "P0"),
                        Papers.home(1, 1, "P1"),
                        Papers.home(2, 3_000_000 - area, "P2"));
        List<ElectionVote> papers = papers(BEFORE_2021, 2, "A");
        papers.add(Papers.paper(BEFORE_2021, 2, "P2", 2));

        assertThat(first(judge(BEFORE_2021, 1, units, papers))).isEqualTo(expected);
    }

    private static List<Unit> homesWithALargeOne() {
        List<Unit> units = homes(30, 1);
        units.set(0, Papers.home(0, 1_000, "P0"));
        return units;
    }

    private static Place first(ElectionJudgement judgement) {
        return judgement.candidates().get(0).place();
    }

    @ParameterizedTest
    @CsvSource({
        "14,NO_MAJORITY,CANDIDATE_AREA CANDIDATE_HEADS",
        "15,NO_MAJORITY,CANDIDATE_AREA CANDIDATE_HEADS",
        "16,ELECTED,"
    })
    void aCandidateNeedsMoreThanHalfOfThoseTakingPartByCivilCode278(
            int support, Place expected, String broken) {
        List<ElectionVote> papers = papers(MEETING, support, "A");
        for (int i = support; i < 30; i++) {
            papers.add(Papers.paper(MEETING, i, "P" + i, i));
        }

        ElectionJudgement judgement = judge(MEETING, 1, homes(30, 1), papers);

        assertThat(judgement.candidates().get(0).place()).isEqualTo(expected);
        assertThat(notMet(judgement.candidates().get(0).ruling())).isEqualTo(rules(broken));
    }

    @Test
    void aCandidateNeedsBothAreaAndHeadsByCivilCode278() {
        List<Unit> units =
                List.of(
                        Papers.home(0, 300, "P0"),
                        Papers.home(1, 100, "P1"),
                        Papers.home(2, 100, "P2"));
        List<ElectionVote> papers =
                List.of(
                        Papers.paper(MEETING, 0, "P0", 0, "A"),
                        Papers.paper(MEETING, 1, "P1", 1, "B"),
                        Papers.paper(MEETING, 2, "P2", 2, "B"));

        ElectionJudgement judgement = judge(MEETING, 1, units, papers);

        assertThat(judgement.in(Place.NO_MAJORITY)).contains(PersonId.of("A"), PersonId.of("B"));
        assertThat(judgement.validity()).isEqualTo(Validity.TOO_FEW);
        assertThat(notMet(ofCandidate(judgement, "A")))
                .containsExactly(ElectionRule.CANDIDATE_HEADS);
        assertThat(notMet(ofCandidate(judgement, "B")))
                .containsExactly(ElectionRule.CANDIDATE_AREA);
    }

    private static Ruling ofCandidate(ElectionJudgement judgement, String person) {
        return judgement.candidates().stream()
                .filter(result -> result.candidate().equals(PersonId.of(person)))
                .map(CandidateResult::ruling)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"14,INVALID_PROCEDURE", "15,COMPLETE", "16,COMPLETE"})
    void isVoidWithoutFifteenDaysOfNoticeByPropertyManagementRegulation14(
            int days, Validity expected) {
        LocalDate notified = LocalDate.of(2024, 12, 1);
        Meeting meeting = Papers.meeting(notified, notified.plusDays(days));

        ElectionJudgement judgement = judge(meeting, 1, homes(3, 1), papers(meeting, 3, "A"));

        assertThat(judgement.validity()).isEqualTo(expected);
        assertThat(judgement.in(Place.VOID).isEmpty()).isEqualTo(expected == Validity.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"-1,PENDING", "0,PENDING", "1,COMPLETE"})
    void electsNobodyBeforeTheVotingHasClosed(long seconds, Validity expected) {
        ElectionJudgement judgement =
                Election.count(
                                MEETING,
                                Papers.M1,
                                call(1),
                                Papers.roster(MEETING, homes(3, 1)),
                                papers(MEETING, 3, "A"),
                                Bylaws.none(),
                                MEETING.closesAt().plusSeconds(seconds))
                        .orElseThrow(r -> new IllegalStateException(r.toString()))
                        .judgement();

        assertThat(judgement.validity()).isEqualTo(expected);
        assertThat(judgement.in(Place.ELECTED).isEmpty()).isEqualTo(expected == Validity.PENDING);
        assertThat(judgement.ruling().verdict())
                .isEqualTo(expected == Validity.PENDING ? Verdict.PENDING : Verdict.MET);
    }

    /** One home unsold, one sold and not handed over, one kept: one head beside the other owner. */
    @Test
    void countsTheDeveloperAsOneHeadWithAllItsAreaBySpcOwnership9() {
        List<Unit> units =
                List.of(
                        Papers.home(0, 100, "P0"),
                        Papers.unit(1, 10, UnitUse.RESIDENTIAL, DeliveryStatus.UNSOLD, "D1"),
                        Papers.unit(
                                2,
                                20,
                                UnitUse.RESIDENTIAL,
                                DeliveryStatus.SOLD_NOT_DELIVERED,
                                "P9"),
                        Papers.home(3, 40, "D1"),
                        Papers.unit(4, 500, UnitUse.PARKING, DeliveryStatus.SOLD_DELIVERED, "P0"));
        List<ElectionVote> papers =
                List.of(
                        Papers.paper(MEETING, 0, "P0", 0, "A"),
                        Papers.paper(MEETING, 1, "D1", 1, "A"),
                        Papers.paper(MEETING, 2, "D1", 2, "A"),
                        Papers.paper(MEETING, 3, "D1", 3, "A"),
                        Papers.paper(MEETING, 4, "P0", 4, "A"));

        ElectionResult result = count(MEETING, call(1), units, papers);

        assertThat(result.judgement().count().total()).isEqualTo(votes(170, 2));
        assertThat(result.judgement().count().participating()).isEqualTo(votes(170, 2));
        assertThat(result.judgement().candidates().get(0).support()).isEqualTo(votes(170, 2));
        assertThat(result.spoiled())
                .extracting(SpoiledVote::reasons)
                .containsExactly(Set.of(Reason.PARKING_UNIT));
    }

    @Test
    void aHolderWithDifferingPapersAbstainsWithAllItsAreaByI05() {
        List<Unit> units =
                List.of(
                        Papers.home(0, 100, "P0"),
                        Papers.home(1, 50, "P1", "P2"),
                        Papers.home(2, 50, "P1", "P2"),
                        Papers.home(3, 7, "P1", "P2"));
        List<ElectionVote> papers =
                List.of(
                        Papers.paper(MEETING, 0, "P0", 0, "A"),
                        Papers.paper(MEETING, 1, "P1", 1, "A"),
                        Papers.paper(MEETING, 2, "P2", 2, "B"));

        ElectionResult result = count(MEETING, call(1), units, papers);

        assertThat(result.judgement().count().participating()).isEqualTo(votes(200, 2));
        assertThat(result.judgement().count().total()).isEqualTo(votes(207, 2));
        VotingHolder mixed = new VotingHolder(Papers.people("P1", "P2"));
        assertThat(result.mixedHolders()).containsExactly(mixed);
        assertThat(result.canonicalText()).contains("\nmixed\t" + mixed + "\n");
        assertThat(result.judgement().count().supports())
                .filteredOn(support -> support.votes().heads().value() > 0)
                .containsExactly(new Support(PersonId.of("A"), votes(100, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "3,TOO_FEW,LEGAL_MINIMUM HALF_OF_AGREED",
        "4,TOO_FEW,LEGAL_MINIMUM",
        "5,PARTIAL,",
        "6,PARTIAL,",
        "7,COMPLETE,"
    })
    void aCommitteeNeedsItsLegalMinimumByHangzhou27(int elected, Validity expected, String broken) {
        ElectionJudgement judgement = withElected(new Seats(7, 5, 0, 0), elected);

        assertThat(judgement.validity()).isEqualTo(expected);
        assertThat(notMet(judgement.ruling())).isEqualTo(rules(broken));
    }

    @ParameterizedTest
    @CsvSource({
        "2,TOO_FEW,LEGAL_MINIMUM HALF_OF_AGREED",
        "4,TOO_FEW,HALF_OF_AGREED",
        "5,TOO_FEW,HALF_OF_AGREED",
        "6,PARTIAL,",
        "7,PARTIAL,"
    })
    void aCommitteeNeedsMoreThanHalfOfTheAgreedNumberByHangzhou27(
            int elected, Validity expected, String broken) {
        ElectionJudgement judgement = withElected(new Seats(10, 3, 0, 0), elected);

        assertThat(judgement.validity()).isEqualTo(expected);
        assertThat(notMet(judgement.ruling())).isEqualTo(rules(broken));
    }

    @Test
    void ranksByHeadsAndThenByAreaAsTheRankingSays() {
        List<Unit> units =
                List.of(
                        Papers.home(0, 100, "P0"),
                        Papers.home(1, 100, "P1"),
                        Papers.home(2, 100, "P2"),
                        Papers.home(3, 500, "P3"),
                        Papers.home(4, 10, "P4"));
        List<ElectionVote> papers =
                List.of(
                        Papers.paper(MEETING, 0, "P0", 0, "A"),
                        Papers.paper(MEETING, 1, "P1", 1, "A", "B"),
                        Papers.paper(MEETING, 2, "P2", 2, "A", "B"),
                        Papers.paper(MEETING, 3, "P3", 3, "B"),
                        Papers.paper(MEETING, 4, "P4", 4, "A"));

        ElectionResult byHeads =
                count(MEETING, Papers.call(new Seats(2, 1, 0, 0), "A", "B"), units, papers);
        ElectionResult byArea =
                count(MEETING, Papers.byArea(new Seats(2, 1, 0, 0), "A", "B"), units, papers);

        assertThat(byHeads.judgement().candidates().get(0).candidate()).isEqualTo(PersonId.of("A"));
        assertThat(byArea.judgement().candidates().get(0).candidate()).isEqualTo(PersonId.of("B"));
    }

    @Test
    void aTieOverTheLastSeatElectsNoneOfTheTiedAndARunOffDecides() {
        List<ElectionVote> papers = papers(MEETING, 0);
        String[][] names = {{"A", "B"}, {"A", "C"}, {"B", "C"}, {"A", "B"}, {"A", "C"}};
        for (int i = 0; i < names.length; i++) {
            papers.add(Papers.paper(MEETING, i, "P" + i, i, names[i]));
        }

        ElectionJudgement judgement =
                count(
                                MEETING,
                                Papers.call(new Seats(2, 1, 0, 0), "A", "B", "C"),
                                homes(5, 9),
                                papers)
                        .judgement();

        assertThat(judgement.in(Place.ELECTED)).containsExactly(PersonId.of("A"));
        assertThat(judgement.in(Place.SEAT_CONTESTED))
                .containsExactly(PersonId.of("B"), PersonId.of("C"));
        assertThat(judgement.validity()).isEqualTo(Validity.RUN_OFF);
        assertThat(judgement.ruling().verdict()).isEqualTo(Verdict.PENDING);
        assertThat(judgement.ruling().findings())
                .filteredOn(finding -> finding.verdict() == Verdict.PENDING)
                .extracting(Finding::rule)
                .containsExactly(
                        ElectionRule.HALF_OF_AGREED.code(), ElectionRule.SEATS_UNCONTESTED.code());
        ElectionCall runOff = judgement.runOff().orElseThrow();
        assertThat(runOff.seats().open()).isEqualTo(1);
        assertThat(runOff.candidates()).isEqualTo(Papers.people("B", "C"));
        assertThat(
                        count(MEETING, runOff, homes(5, 9), papers(MEETING, 4, "C"))
                                .judgement()
                                .validity())
                .isEqualTo(Validity.COMPLETE);
    }

    @Test
    void setsAsidePapersWithEveryReason() {
        List<ElectionVote> papers =
                List.of(
                        Papers.paper(MEETING, 0, "P0", 0, "A", "B"),
                        Papers.paper(MEETING, 1, "P2", 1, "X"),
                        Papers.paper(MEETING, 2, "P2", 2, "A"),
                        Papers.paper(MEETING, 2, "P2", 3, "B"),
                        Papers.paper(MEETING, 2, "P2", 4, "A"),
                        unsigned(Papers.paper(MEETING, 0, "P0", 5, "A", "X")),
                        Papers.paper(MEETING, 0, "P0", 6, "A"));

        ElectionResult result = count(MEETING, call(1), homes(3, 9), papers);

        assertThat(result.spoiled())
                .extracting(vote -> vote.reasons() + " " + vote.faults())
                .containsExactly(
                        "[] [" + Fault.TOO_MANY_NAMES + "]",
                        "[" + Reason.NOT_AN_OWNER + "] [" + Fault.NOT_A_CANDIDATE + "]",
                        "[" + Reason.DIFFERING_REPEAT + "] []",
                        "[" + Reason.IDENTICAL_REPEAT + "] []",
                        "["
                                + Reason.UNSIGNED
                                + "] ["
                                + Fault.TOO_MANY_NAMES
                                + ", "
                                + Fault.NOT_A_CANDIDATE
                                + "]");
        assertThat(result.spoiled())
                .extracting(vote -> notMet(vote.ruling()))
                .containsExactly(
                        rules("VOTE_TOO_MANY_NAMES"),
                        rules("VOTE_NOT_A_CANDIDATE"),
                        Set.of(),
                        Set.of(),
                        rules("VOTE_TOO_MANY_NAMES VOTE_NOT_A_CANDIDATE"));
        assertThat(result.judgement().count().participating()).isEqualTo(votes(18, 2));
        assertThat(result.judgement().validity()).isEqualTo(Validity.COMPLETE);
        for (Language language : Language.values()) {
            RuleTexts texts = RuleTexts.governance(language);
            List<Ruling> rulings = new ArrayList<>();
            rulings.add(result.judgement().ruling());
            result.spoiled().forEach(vote -> rulings.add(vote.ruling()));
            result.judgement().candidates().forEach(one -> rulings.add(one.ruling()));
            assertThat(rulings)
                    .allSatisfy(
                            ruling ->
                                    assertThat(texts.render(ruling))
                                            .doesNotContain("election.", "voting."));
        }
    }

    /** The defect: of two papers the one that stood first in the list was taken. */
    @Test
    void takesThePaperThatCameFirstWhateverTheOrderOfTheList() {
        List<ElectionVote> papers =
                new ArrayList<>(
                        List.of(
                                Papers.paper("V2", MEETING, 0, "P0", 7, "B"),
                                Papers.paper("V1", MEETING, 0, "P0", 7, "A"),
                                Papers.paper("V0", MEETING, 0, "P0", 8, "C")));
        ElectionCall call = Papers.call(new Seats(1, 1, 0, 0), "A", "B", "C");

        ElectionResult result = count(MEETING, call, homes(1, 9), papers);
        Collections.reverse(papers);

        assertThat(result.judgement().in(Place.ELECTED)).containsExactly(PersonId.of("A"));
        assertThat(count(MEETING, call, homes(1, 9), papers)).isEqualTo(result);
        assertThat(result.canonicalText())
                .startsWith("xinyi-election-2\n")
                .endsWith("result\tCOMPLETE\n");
    }

    @Test
    void anOwnersPaperBeatsAProxysAndAnAuthorityToAbstainBindsTheProxy() {
        Mandate.Proxy free = proxy(new TreeMap<>());
        Mandate.Proxy toAbstain =
                proxy(new TreeMap<>(Collections.singletonMap(Papers.M1, Choice.ABSTAIN)));
        List<ElectionVote> papers =
                List.of(
                        by(Papers.paper(MEETING, 0, "X", 0, "B"), free),
                        Papers.paper(MEETING, 0, "P0", 9, "A"),
                        by(Papers.paper("V9", MEETING, 0, "Y", 1, "B"), toAbstain));

        ElectionResult result = count(MEETING, call(1), homes(1, 9), papers);

        assertThat(result.judgement().in(Place.ELECTED)).containsExactly(PersonId.of("A"));
        assertThat(result.spoiled())
                .extracting(SpoiledVote::reasons)
                .containsExactly(Set.of(Reason.OWNER_VOTED), Set.of(Reason.AGAINST_OPINION));
    }

    @Test
    void refusesWhatCanNotBeCountedAndNamesIt() {
        Meeting early = Papers.meeting(2007, 9);
        List<ElectionVote> twice =
                List.of(
                        Papers.paper("V1", early, 0, "P0", 1, "A"),
                        Papers.paper("V1", early, 0, "P0", 1, "B"));

        Ruling ruling =
                attempt(early, call(1), homes(1, 9), twice)
                        .fold(
                                result -> {
                                    throw new AssertionError(result);
                                },
                                refusal -> refusal);

        assertThat(ruling.refuses(VotingFinding.BallotTwice.CODE)).isTrue();
        assertThat(ruling.refuses(VotingFinding.RuleSetDate.CODE)).isTrue();
        assertThat(attempt(early, call(1), homes(1, 9), twice.subList(0, 1)).isAccepted())
                .isFalse();
        assertThat(attempt(Papers.meeting(2007, 10), call(1), homes(1, 9), List.of()).isAccepted())
                .isTrue();
        ElectionVote one = Papers.paper(MEETING, 0, "P0", 1, "A");
        boolean tooMany =
                attempt(
                                MEETING,
                                call(1),
                                homes(1, 9),
                                Collections.nCopies(BallotBox.MAX_ENTRIES + 1, one))
                        .fold(result -> false, r -> r.refuses(VotingFinding.BoxSize.CODE));
        assertThat(tooMany).isTrue();
        assertThat(VoteFaults.of(Collections.nCopies(BallotBox.MAX_ENTRIES, one))).isEmpty();
    }

    @Test
    void knowsOnlyTopicsThatElect() {
        for (MotionId topic : List.of(MotionId.of("M2"), MotionId.of("M3"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    Election.count(
                                            MEETING,
                                            topic,
                                            call(1),
                                            Papers.roster(MEETING, homes(1, 9)),
                                            List.of(),
                                            Bylaws.none(),
                                            MEETING.closesAt()));
        }
    }

    @Test
    void boundsCandidatesNamesAndSeats() {
        assertThat(Papers.call(new Seats(1, 1, 0, 0), names(100)).candidates()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Papers.call(new Seats(1, 1, 0, 0), names(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> Papers.call(new Seats(1, 1, 0, 0)));
        assertThat(Papers.paper(MEETING, 0, "P0", 0, names(101)).names()).hasSize(101);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Papers.paper(MEETING, 0, "P0", 0, names(102)));
        assertThat(new Seats(99, 99, 98, 99).open()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(100, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(5, 5, 5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seats(5, 6, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ranking(List.of(), Standing.INTERPRETATION));
    }

    @Test
    void noFigureIsAboveItsWhole() {
        Seats seats = new Seats(1, 1, 0, 0);
        Support one = new Support(PersonId.of("A"), votes(5, 2));
        Support other = new Support(PersonId.of("B"), votes(5, 2));

        assertThat(figures(seats, votes(9, 3), votes(5, 2), one, other).call().candidates())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(seats, votes(9, 3), votes(10, 2), one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(seats, votes(9, 3), votes(4, 2), one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(seats, votes(9, 3), votes(5, 1), one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(seats, votes(9, 3), votes(5, 2), other, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> figures(seats, votes(9, 3), votes(5, 2), one, one));
    }

    private static ElectionCount figures(
            Seats seats, Votes total, Votes participating, Support... supports) {
        return new ElectionCount(
                seats, Ranking.HEADS_THEN_AREA, total, participating, List.of(supports));
    }

    private static ElectionVote unsigned(ElectionVote vote) {
        return new ElectionVote(
                vote.id(),
                vote.unit(),
                vote.voter(),
                vote.channel(),
                vote.receivedAt(),
                Signature.MISSING,
                vote.mandate(),
                vote.names());
    }

    private static ElectionVote by(ElectionVote vote, Mandate mandate) {
        return new ElectionVote(
                vote.id(),
                vote.unit(),
                vote.voter(),
                vote.channel(),
                vote.receivedAt(),
                vote.signature(),
                mandate,
                vote.names());
    }

    private static Mandate.Proxy proxy(SortedMap<MotionId, Choice> opinions) {
        return new Mandate.Proxy(
                PersonId.of("P0"), LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 31), opinions);
    }

    /** Everybody votes, and so many of the candidates have everybody's vote. */
    private static ElectionJudgement withElected(Seats seats, int elected) {
        String[] names = names(seats.agreed());
        return count(
                        MEETING,
                        Papers.call(seats, names),
                        homes(3, 9),
                        papers(MEETING, 3, Arrays.copyOf(names, elected)))
                .judgement();
    }

    /** The rules of elections that a ruling finds not met. */
    private static Set<ElectionRule> notMet(Ruling ruling) {
        return Stream.of(ElectionRule.values())
                .filter(rule -> ruling.refuses(rule.code()))
                .collect(Collectors.toSet());
    }

    /** The rules of a cell; none for an empty one. */
    private static Set<ElectionRule> rules(@Nullable String cell) {
        return cell == null
                ? Set.of()
                : Stream.of(cell.split(" ")).map(ElectionRule::valueOf).collect(Collectors.toSet());
    }

    private static Validity validity(
            Meeting meeting, int seats, List<Unit> units, List<ElectionVote> papers) {
        return judge(meeting, seats, units, papers).validity();
    }

    private static ElectionJudgement judge(
            Meeting meeting, int seats, List<Unit> units, List<ElectionVote> papers) {
        return count(meeting, call(seats), units, papers).judgement();
    }

    private static ElectionResult count(
            Meeting meeting, ElectionCall call, List<Unit> units, List<ElectionVote> papers) {
        return attempt(meeting, call, units, papers)
                .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
    }

    private static Outcome<ElectionResult> attempt(
            Meeting meeting, ElectionCall call, List<Unit> units, List<ElectionVote> papers) {
        return Election.count(
                meeting,
                Papers.M1,
                call,
                Papers.roster(meeting, units),
                papers,
                Bylaws.none(),
                meeting.closesAt().plusSeconds(1));
    }

    private static ElectionCall call(int seats) {
        return Papers.call(new Seats(seats, 1, 0, 0), "A", "B");
    }

    private static List<Unit> homes(int number, long area) {
        return new ArrayList<>(
                IntStream.range(0, number).mapToObj(i -> Papers.home(i, area, "P" + i)).toList());
    }

    private static List<ElectionVote> papers(Meeting meeting, int number, String... names) {
        return new ArrayList<>(
                IntStream.range(0, number)
                        .mapToObj(i -> Papers.paper(meeting, i, "P" + i, i, names))
                        .toList());
    }

    private static String[] names(int number) {
        return IntStream.range(0, number).mapToObj(i -> "C" + i).toArray(String[]::new);
    }

    private static Votes votes(long area, long heads) {
        return new Votes(FloorArea.ofSquareDecimetres(area), HeadCount.of(heads));
    }
}
