package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Elections.held;
import static io.github.xinyi.governance.committee.Elections.slate;
import static io.github.xinyi.governance.committee.Elections.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.bylaw.LocalTerms;
import io.github.xinyi.governance.bylaw.RecordedTerms;
import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.GoverningBody.Kind;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.election.ElectionCall;
import io.github.xinyi.governance.election.ElectionCount.Support;
import io.github.xinyi.governance.election.ElectionResult;
import io.github.xinyi.governance.election.Ranking;
import io.github.xinyi.governance.election.Seats;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.measure.HeadCount;
import io.github.xinyi.governance.measure.Ratio;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Answers;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.voting.MotionCount.Votes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A committee of those whom the owners named (Civil Code art. 278 para. 1 item 3). */
class ElectionByNamesTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(Kind.OWNERS_COMMITTEE);
    private static final Seats SEVEN = new Seats(7, 5, 0, 2);
    private static final Seats ELEVEN = new Seats(11, 5, 0, 2);
    private static final Seats TWO_LEFT = new Seats(7, 5, 5, 2);

    /** Seven with a majority, two more stand by, one has too few votes. */
    private static final Map<Integer, Integer> CLEAR =
            votes(1, 8, 2, 8, 3, 7, 4, 7, 5, 7, 6, 7, 7, 7, 8, 6, 9, 5, 10, 1);

    /** Five elected; 6, 8 and 9 are tied over two seats, 10 waits with a majority. */
    private static final Map<Integer, Integer> TIED =
            votes(1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 6, 8, 6, 9, 6, 10, 5);

    private static final Map<Integer, Integer> RUN_OFF = votes(6, 7, 8, 6, 9, 5);
    private static final LocalDate FIRST_DAY = START.minusDays(40);

    private static final CandidatePaper.Vote FIRST = held("OM-1", FIRST_DAY, SEVEN, TIED);
    private static final CandidatePaper.Vote SECOND = held("OM-2", START, TWO_LEFT, RUN_OFF);
    private static final Slate WHOLE = slate(7, new int[] {1, 2, 3, 4, 5, 6, 8}, 9, 10);

    private static Set<String> electing(Slate slate, SeatVote... votes) {
        return electing(NATIONAL, slate, votes);
    }

    private static Set<String> electing(CommitteeClauses law, Slate slate, SeatVote... votes) {
        return refusedBy(
                new Founding(COMMUNITY, LARGE, law).elect(List.of(votes), slate, TERM, at(START)));
    }

    private static Committee founded(Slate slate, SeatVote... votes) {
        CommitteeEvent event =
                Bodies.value(
                        new Founding(COMMUNITY, LARGE, NATIONAL)
                                .elect(List.of(votes), slate, TERM, at(START)));
        EventCodec codec = GovernanceEvents.codec();
        Object stored =
                codec.decode(codec.encode(event))
                        .orElseThrow(ruling -> new IllegalStateException(ruling.toString()));
        assertThat(stored).isEqualTo(event);
        return Committee.from(List.of((CommitteeEvent) stored), NATIONAL);
    }

    @Test
    void hasOneTextForOneContent() {
        CandidatePaper paper = CandidatePaper.of(COMMUNITY, TERM, Elections.call(FIRST.paper()));

        assertThat(paper).isEqualTo(FIRST.paper());
        assertThat(Elections.paper(SEVEN, votes(2, 0, 1, 0)).text())
                .isEqualTo(
                        """
                        xinyi-candidates/1
                        community anheyuan
                        term 2024-03-01 2027-03-01
                        seats 7 5 0 2
                        ranking [HEADS, AREA] INTERPRETATION
                        candidate P01
                        candidate P02
                        """);
        assertThat(Elections.paper(SEVEN, votes(2, 0, 1, 0)).document())
                .isEqualTo(Elections.paper(SEVEN, votes(1, 0, 2, 0)).document())
                .isNotEqualTo(Elections.paper(TWO_LEFT, votes(1, 0, 2, 0)).document());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Elections.paper(SEVEN, votes()))
                .withMessageContaining("0");
    }

    @Test
    void seatsThoseWhomTheOwnersNamedUnderCivilCode278() {
        CandidatePaper.Vote vote = held("OM-1", START, SEVEN, CLEAR);
        Slate elected = slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8, 9);

        Committee committee = founded(elected, vote);

        assertThat(committee.members()).hasSize(7);
        assertThat(committee.alternates()).containsExactly(person(8), person(9));
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 8}, 7, 9), vote))
                .as("who has no seat by the figures")
                .containsExactly("seat-paper");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6}, 8, 9), vote))
                .as("one of the elected left out")
                .containsExactly("seat-paper");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 9, 8), vote))
                .as("alternates out of order")
                .containsExactly("seat-paper");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8), vote))
                .as("without the last alternate")
                .containsExactly("seat-paper");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8, 9, 10), vote))
                .as("an alternate without a majority")
                .containsExactly("seat-paper");
        assertThat(electing(elected, vote, vote))
                .as("the same election twice")
                .containsExactly("run-off");
    }

    @Test
    void leavesTheOrderOfAlternatesWithEqualVotesOpen() {
        CandidatePaper.Vote vote =
                held(
                        "OM-1",
                        START,
                        SEVEN,
                        votes(1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 7, 7, 7, 8, 5, 9, 5));
        int[] seated = {1, 2, 3, 4, 5, 6, 7};

        assertThat(electing(slate(7, seated, 8, 9), vote)).isEmpty();
        assertThat(electing(slate(7, seated, 9, 8), vote)).isEmpty();
    }

    @Test
    void takesOnlyAnElectionOnThePaperOfThisTermAndTheseOwners() {
        Slate elected = slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8, 9);
        CandidatePaper paper = Elections.paper(SEVEN, CLEAR);
        CandidatePaper otherTerm =
                new CandidatePaper(
                        COMMUNITY,
                        new EffectivePeriod(START, START.plusYears(4)),
                        SEVEN,
                        paper.candidates(),
                        paper.ranking());
        CandidatePaper elsewhere =
                new CandidatePaper(
                        CommunityId.of("elsewhere"),
                        TERM,
                        SEVEN,
                        paper.candidates(),
                        paper.ranking());

        assertThat(electing(elected, paper.counted(counted(paper, paper)))).isEmpty();
        assertThat(electing(elected, paper.counted(Elections.count("OM-1", START, paper, CLEAR))))
                .as("no paper on the motion")
                .containsExactly("seat-paper");
        assertThat(electing(elected, otherTerm.counted(counted(otherTerm, otherTerm))))
                .containsExactly("seat-paper");
        assertThat(electing(elected, paper.counted(counted(otherTerm, otherTerm))))
                .as("another paper was voted on")
                .containsExactly("seat-paper");
        assertThat(electing(elected, elsewhere.counted(counted(elsewhere, elsewhere))))
                .containsExactly("elected-by-owners", "seat-paper");
    }

    private static ElectionResult counted(CandidatePaper paper, CandidatePaper announced) {
        return Elections.count("OM-1", START, paper, CLEAR, announced.document());
    }

    @Test
    void seatsTheRestByARunOffOfALaterMeeting() {
        Committee committee = founded(WHOLE, FIRST, SECOND);

        assertThat(committee.members()).hasSize(7);
        assertThat(committee.alternates())
                .as("the loser of the run-off, then who waited for it")
                .containsExactly(person(9), person(10));
        assertThat(committee.foundedOn()).isEqualTo(START);
        assertThat(electing(WHOLE, SECOND, FIRST)).contains("run-off", "seats-as-agreed");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 8}, 10, 9), FIRST, SECOND))
                .containsExactly("seat-paper");
        assertThat(electing(slate(7, new int[] {1, 2, 3, 4, 5, 6, 9}, 8, 10), FIRST, SECOND))
                .containsExactly("seat-paper");
    }

    @Test
    void takesNothingElseForARunOff() {
        CandidatePaper.Vote oneMore = held("OM-2", START, TWO_LEFT, votes(6, 7, 8, 6, 9, 5, 11, 0));
        CandidatePaper.Vote moreSeats =
                held("OM-2", START, new Seats(9, 5, 5, 2), votes(6, 7, 8, 6, 9, 5));
        CandidatePaper.Vote tooEarly = held("OM-2", FIRST_DAY.plusDays(1), TWO_LEFT, RUN_OFF);

        assertThat(electing(WHOLE, FIRST, oneMore)).containsExactly("run-off");
        assertThat(electing(WHOLE, FIRST, moreSeats)).contains("run-off", "seats-as-agreed");
        assertThat(electing(WHOLE, FIRST, tooEarly))
                .as("it opened before the first had closed")
                .containsExactly("run-off");
        assertThat(electing(WHOLE, held("OM-1", FIRST_DAY, SEVEN, CLEAR), SECOND))
                .as("nothing was tied")
                .contains("run-off");
        assertThat(electing(WHOLE, FIRST, Bodies.seating(START, 8)))
                .as("a list beside an election")
                .contains("elected-by-owners");
    }

    @ParameterizedTest(name = "Guidance Rules art. 31, Hangzhou art. 27: {0} elected")
    @CsvSource({
        "3,election.half-of-agreed election.legal-minimum min-members elected-share",
        "4,election.legal-minimum min-members",
        "5,",
        "6,"
    })
    void beginsWithAPartIfItIsEnough(int elected, String broken) {
        Map<Integer, Integer> some =
                votes(
                        IntStream.rangeClosed(1, 7)
                                .flatMap(n -> IntStream.of(n, n <= elected ? 7 : 4))
                                .toArray());
        int[] seated = IntStream.rangeClosed(1, elected).toArray();

        assertThat(electing(slate(7, seated), held("OM-1", START, SEVEN, some)))
                .isEqualTo(Bodies.words(broken));
    }

    /** Hangzhou art. 27 para. 1; elsewhere it is our reading. */
    @ParameterizedTest(name = "{0}: {1} of 11 elected, by names and by a list")
    @CsvSource({
        "NATIONAL,5,election.half-of-agreed elected-share,elected-share",
        "NATIONAL,6,,",
        "NATIONAL,7,,",
        "BEIJING,5,election.half-of-agreed elected-share,elected-share",
        "BEIJING,6,,",
        "BEIJING,7,,",
        "HANGZHOU,5,election.half-of-agreed elected-share,elected-share",
        "HANGZHOU,6,,",
        "HANGZHOU,7,,"
    })
    void asksForMoreThanHalfOfTheSeatsEitherWay(
            String region, int elected, String byNames, String byList) {
        CommitteeClauses law =
                region.equals("NATIONAL") ? NATIONAL : NATIONAL.under(Profiles.of(region));
        Map<Integer, Integer> some =
                votes(
                        IntStream.rangeClosed(1, 11)
                                .flatMap(n -> IntStream.of(n, n <= elected ? 7 : 4))
                                .toArray());
        Slate slate = slate(11, IntStream.rangeClosed(1, elected).toArray());

        assertThat(electing(law, slate, held("OM-1", START, ELEVEN, some)))
                .isEqualTo(Bodies.words(byNames));
        assertThat(refusedBy(Bodies.elect(law, slate))).isEqualTo(Bodies.words(byList));
    }

    @Test
    void beginsBeforeTheRunOffAndSeatsItsWinnersLater() {
        LocalDate day = START.plusDays(60);
        CandidatePaper.Vote later = held("OM-2", day, TWO_LEFT, RUN_OFF);
        Committee body = founded(slate(7, new int[] {1, 2, 3, 4, 5}), FIRST);

        Committee six =
                Bodies.after(
                        body, body.acting(NATIONAL).seatElected(owner(6), later, day, at(day)));
        Committee seven =
                Bodies.after(six, six.acting(NATIONAL).seatElected(owner(8), later, day, at(day)));

        assertThat(seven.members()).hasSize(7);
        assertThat(refusedBy(seven.acting(NATIONAL).seatElected(owner(9), later, day, at(day))))
                .containsExactly("seat-free", "seat-paper");
        assertThat(refusedBy(six.acting(NATIONAL).seatElected(owner(6), later, day, at(day))))
                .containsExactly("mandate-unused", "one-seat-each");
        assertThat(refusedBy(body.acting(NATIONAL).seatElected(owner(10), FIRST, day, at(day))))
                .as("who only waited for the run-off")
                .containsExactly("seat-paper");
    }

    /** The defect: a run-off after the founding and before the first day could seat nobody. */
    @ParameterizedTest(name = "run-off {0} days before the term begins, founded 40 before")
    @CsvSource({"41,date-order", "40,", "37,", "1,", "0,"})
    void seatsTheWinnersOfARunOffHeldBeforeTheTermBegins(int before, @Nullable String broken) {
        CandidatePaper.Vote later = held("OM-2", START.minusDays(before), TWO_LEFT, RUN_OFF);
        Committee body = founded(slate(7, new int[] {1, 2, 3, 4, 5}), FIRST);

        assertThat(refusedBy(body.acting(NATIONAL).seatElected(owner(6), later, START, at(START))))
                .isEqualTo(Bodies.words(broken));
        assertThat(
                        refusedBy(
                                body.acting(NATIONAL)
                                        .seatElected(
                                                owner(6), later, START.minusDays(1), at(START))))
                .as("nobody sits before the term")
                .contains("in-office");
    }

    @Test
    void fillsNoMoreSeatsByNamesThanWereFree() {
        LocalDate day = START.plusDays(60);
        Committee body =
                founded(
                        slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8, 9),
                        held("OM-1", START, SEVEN, CLEAR));
        Committee left =
                Bodies.after(
                        body,
                        body.acting(NATIONAL)
                                .leave(person(7), Departure.RESIGNED, START, at(START)));

        assertThat(byElection(left, new Seats(7, 5, 6, 0), day)).isEmpty();
        assertThat(byElection(left, new Seats(7, 5, 5, 0), day))
                .as("as if two were free")
                .containsExactly("seats-as-agreed");
        assertThat(byElection(left, new Seats(9, 5, 8, 0), day))
                .as("another number of seats")
                .containsExactly("seats-as-agreed");
        assertThat(byElection(body, new Seats(7, 5, 6, 0), day))
                .as("none is free")
                .containsExactly("seat-free", "seats-as-agreed");
    }

    private static Set<String> byElection(Committee body, Seats seats, LocalDate day) {
        CandidatePaper.Vote vote = held("OM-9", day, seats, votes(20, 6, 21, 2));
        return refusedBy(body.acting(NATIONAL).seatElected(owner(20), vote, day, at(day)));
    }

    @Test
    void endsWithTheElectionThatWasAnnulled() {
        Committee body = founded(WHOLE, FIRST, SECOND);
        LocalDate day = START.plusDays(90);

        Committee annulled =
                Bodies.after(
                        body,
                        body.acting(NATIONAL)
                                .annul(
                                        AdoptedMotion.of(SECOND.result()).decision(),
                                        Annuller.COURT,
                                        day,
                                        at(day)));

        assertThat(annulled.isInOffice(day.minusDays(1))).isTrue();
        assertThat(annulled.isInOffice(day)).isFalse();
    }

    @Test
    void replaysNoFiguresThatElectSomebodyElse() {
        CandidatePaper.Vote vote = held("OM-1", START, SEVEN, CLEAR);
        ElectionByNames kept = vote.mandate().names();
        Slate elected = slate(7, new int[] {1, 2, 3, 4, 5, 6, 7}, 8, 9);

        assertThat(replayed(elected, vote, kept)).isTrue();
        assertThat(replayed(elected, vote, with(kept, swapped(kept.supports(), 0, 9)))).isFalse();
        assertThat(replayed(slate(7, new int[] {1, 2, 3, 4, 5, 6, 10}, 8, 9), vote, kept))
                .isFalse();
        assertThat(
                        replayed(
                                elected,
                                vote,
                                new ElectionByNames(
                                        TERM,
                                        kept.seats(),
                                        kept.ranking(),
                                        kept.total(),
                                        kept.participating(),
                                        kept.supports(),
                                        kept.openedOn().minusDays(14),
                                        kept.openedOn(),
                                        kept.electionSha256(),
                                        kept.local())))
                .as("called a day too late")
                .isFalse();
    }

    private static List<Support> swapped(List<Support> supports, int one, int other) {
        List<Support> changed = new ArrayList<>(supports);
        changed.set(one, new Support(supports.get(one).candidate(), supports.get(other).votes()));
        changed.set(other, new Support(supports.get(other).candidate(), supports.get(one).votes()));
        return changed;
    }

    private static ElectionByNames with(ElectionByNames kept, List<Support> supports) {
        return new ElectionByNames(
                kept.term(),
                kept.seats(),
                kept.ranking(),
                kept.total(),
                kept.participating(),
                supports,
                kept.notifiedOn(),
                kept.openedOn(),
                kept.electionSha256(),
                kept.local());
    }

    private static boolean replayed(Slate slate, CandidatePaper.Vote vote, ElectionByNames kept) {
        SeatMandate mandate = SeatMandate.of(vote.mandate().adopted(), kept);
        CommitteeElected event =
                new CommitteeElected(COMMUNITY, LARGE, slate, TERM, List.of(mandate), at(START));
        try {
            Committee.from(List.of(event), NATIONAL);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void boundsItsCandidatesSoThatOneStoredEventHoldsTheLargestElection() {
        String longest = "x".repeat(61);
        List<PersonId> hundred =
                IntStream.range(100, 200).mapToObj(n -> PersonId.of(longest + n)).toList();
        List<Candidacy> candidacies =
                hundred.stream()
                        .map(
                                person ->
                                        new Candidacy(
                                                new Member(person, Option.Side.OWNERS),
                                                Option.Nominator.RESIDENTS_COMMITTEE,
                                                new TreeSet<>(Set.of(Option.Bar.values()))))
                        .toList();
        Votes huge =
                new Votes(FloorArea.ofSquareDecimetres(100_000_000_000L), HeadCount.of(1_000_000));
        List<Support> supports = hundred.stream().map(person -> new Support(person, huge)).toList();
        ElectionByNames first = with(FIRST.mandate().names(), huge, supports);
        ElectionByNames second =
                with(
                        FIRST.mandate().names(),
                        huge,
                        supports.subList(0, Founding.MAX_CANDIDATES - 100));
        CommitteeElected event =
                new CommitteeElected(
                        COMMUNITY,
                        LARGE,
                        new Slate(50, candidacies.subList(0, 50), candidacies.subList(50, 100)),
                        TERM,
                        List.of(
                                SeatMandate.of(FIRST.mandate().adopted(), first),
                                SeatMandate.of(SECOND.mandate().adopted(), second)),
                        at(START));

        assertThat(GovernanceEvents.codec().encode(event).length())
                .isLessThan(EventCodec.MAX_LENGTH);
        CandidatePaper.Vote ten =
                held(
                        "OM-1",
                        START,
                        SEVEN,
                        votes(
                                IntStream.range(0, 20)
                                        .map(n -> n % 2 == 0 ? n / 2 + 1 : 0)
                                        .toArray()));
        assertThat(electing(WHOLE, Collections.nCopies(15, ten).toArray(SeatVote[]::new)))
                .contains("run-off");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                electing(
                                        WHOLE,
                                        Collections.nCopies(16, ten).toArray(SeatVote[]::new)))
                .withMessageContaining("160 candidates");
    }

    private static RecordedTerms largestTerms() {
        Ratio share = Ratio.of(999_999_998, 999_999_999);
        return new RecordedTerms(
                Stream.of(LocalTerms.Days.Kind.values())
                        .map(kind -> new RecordedTerms.Days(kind, 1_000_000))
                        .toList(),
                Stream.of(LocalTerms.Share.Kind.values())
                        .map(
                                kind ->
                                        new RecordedTerms.Share(
                                                kind, RecordedTerms.Share.Reach.MORE_THAN, share))
                        .toList());
    }

    private static ElectionByNames with(ElectionByNames kept, Votes all, List<Support> supports) {
        return new ElectionByNames(
                TERM,
                kept.seats(),
                new Ranking(
                        List.of(Ranking.Key.HEADS, Ranking.Key.AREA), kept.ranking().standing()),
                all,
                all,
                supports,
                kept.notifiedOn(),
                kept.openedOn(),
                kept.electionSha256(),
                largestTerms());
    }

    @Test
    void keepsOnlyWhatACountComesTo() {
        ElectionByNames kept = FIRST.mandate().names();

        assertThatIllegalArgumentException().isThrownBy(() -> with(kept, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ElectionByNames(
                                        TERM,
                                        kept.seats(),
                                        kept.ranking(),
                                        kept.total(),
                                        kept.participating(),
                                        kept.supports(),
                                        kept.notifiedOn(),
                                        kept.openedOn(),
                                        "abc",
                                        kept.local()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeatMandate(FIRST.mandate().adopted(), List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SeatMandate(
                                        FIRST.mandate().adopted(),
                                        Bodies.seating(START, 8).mandate().paper(),
                                        List.of(kept)));
        assertThat(
                        new ElectionByNames(
                                        TERM,
                                        kept.seats(),
                                        kept.ranking(),
                                        kept.total(),
                                        kept.participating(),
                                        kept.supports(),
                                        LocalDate.of(1999, 1, 1),
                                        LocalDate.of(1999, 2, 1),
                                        kept.electionSha256(),
                                        kept.local())
                                .judgement(START))
                .as("before the first rule set")
                .isEmpty();
    }

    @Test
    void readsAsSentences() {
        var ruling =
                Answers.refused(
                        new Founding(COMMUNITY, LARGE, NATIONAL)
                                .elect(List.of(SECOND, FIRST), WHOLE, TERM, at(START)));

        for (Language language : Language.values()) {
            assertThat(RuleTexts.governance(language).render(ruling)).doesNotContain("committee.");
        }
    }

    @Test
    void takesAsManyCandidatesAsAnElection() {
        int[] most = IntStream.rangeClosed(1, ElectionCall.MAX_CANDIDATES).toArray();

        assertThat(paperOf(most).candidates()).hasSize(ElectionCall.MAX_CANDIDATES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paperOf(IntStream.rangeClosed(0, most.length).toArray()))
                .withMessageContaining("candidates: " + (most.length + 1));
    }

    private static CandidatePaper paperOf(int... candidates) {
        return Elections.paper(
                SEVEN, votes(IntStream.of(candidates).flatMap(n -> IntStream.of(n, 0)).toArray()));
    }
}
