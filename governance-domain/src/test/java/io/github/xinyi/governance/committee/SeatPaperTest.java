package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.LARGE;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.owners;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.voted;
import static io.github.xinyi.governance.committee.Bodies.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.event.EventCodec;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper on which owners vote when they fill seats, and what it moves. */
class SeatPaperTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
    private static final Slate SLATE = new Slate(5, owners(1, 5), owners(6, 2));

    @Test
    void hasOneTextForOneContent() {
        SeatPaper paper =
                new SeatPaper(
                        COMMUNITY,
                        TERM,
                        new TreeSet<>(Set.of(person(2), person(1))),
                        List.of(person(9), person(8)),
                        new TreeSet<>(Set.of(person(7))));

        assertThat(paper.text())
                .isEqualTo(
                        """
                        xinyi-seats/1
                        community anheyuan
                        term 2024-03-01 2027-03-01
                        seat P01
                        seat P02
                        alternate P09
                        alternate P08
                        recall P07
                        """);
        assertThat(paper.document())
                .hasToString("cf8854e633739502df0b95a8cfb0970450d2f0c0048bc9939882fc0ceb77c8e4");
    }

    @Test
    void boundsItsNamesAndTakesNobodyTwice() {
        Set<PersonId> hundred = persons(SeatPaper.MAX_NAMES);

        assertThat(SeatPaper.recalling(COMMUNITY, TERM, hundred).recalled()).hasSize(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeatPaper.recalling(COMMUNITY, TERM, persons(101)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeatPaper.recalling(COMMUNITY, TERM, Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SeatPaper.electing(COMMUNITY, TERM, persons(2), List.of(person(2))));
    }

    @Test
    void electsByOneMotionForEachCandidateOfOneMeeting() {
        List<SeatPaper.Vote> votes = oneByOne();

        assertThat(electing(votes)).isEmpty();
        assertThat(electing(votes.subList(0, 6)))
                .as("without the last alternate")
                .containsExactly("seat-paper");
        assertThat(electing(votes.subList(1, 7)))
                .as("without the first seat")
                .containsExactly("seat-paper");
        assertThat(electing(List.of())).contains("elected-by-owners", "seat-paper");
    }

    @Test
    void takesAlternatesInTheOrderOfTheVotesAndAllVotesOfOneMeeting() {
        List<SeatPaper.Vote> votes = oneByOne();
        List<SeatPaper.Vote> otherOrder = new ArrayList<>(votes);
        Collections.swap(otherOrder, 5, 6);
        List<SeatPaper.Vote> twoMeetings = new ArrayList<>(votes);
        twoMeetings.set(0, Bodies.seating(START, 1));

        assertThat(electing(otherOrder)).containsExactly("seat-paper");
        assertThat(electing(twoMeetings)).containsExactly("elected-by-owners");
    }

    @Test
    void boundsItsMotionsSoThatOneStoredEventHoldsTheLargestElection() {
        String longest = "x".repeat(61);
        Motion.Document[] papers =
                IntStream.range(0, 5)
                        .mapToObj(n -> new Motion.Document("%02d".formatted(n).repeat(32)))
                        .toArray(Motion.Document[]::new);
        List<Candidacy> hundred =
                IntStream.range(100, 200)
                        .mapToObj(
                                n ->
                                        new Candidacy(
                                                new Member(
                                                        PersonId.of(longest + n),
                                                        Option.Side.RESIDENTS_COMMITTEE),
                                                Option.Nominator.RESIDENTS_COMMITTEE,
                                                new TreeSet<>(Set.of(Option.Bar.values()))))
                        .toList();
        Slate slate = new Slate(50, hundred.subList(0, 50), hundred.subList(50, 100));
        List<SeatMandate> mandates =
                IntStream.range(0, Founding.MAX_MOTIONS)
                        .mapToObj(n -> List.copyOf(slate.seated()).subList(n, n + 5))
                        .map(five -> SeatPaper.electing(COMMUNITY, TERM, five, List.of()))
                        .map(paper -> paper.voted(ofPapers(papers)).mandate())
                        .toList();
        CommitteeElected event = new CommitteeElected(COMMUNITY, LARGE, slate, TERM, mandates, AT);

        assertThat(GovernanceEvents.codec().encode(event).length())
                .isLessThan(EventCodec.MAX_LENGTH);
        SeatPaper one = SeatPaper.electing(COMMUNITY, TERM, Set.of(person(1)), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> electing(Collections.nCopies(21, voted(one))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                electing(
                                        Collections.nCopies(
                                                Founding.MAX_PAPERS / 5 + 1,
                                                one.voted(ofPapers(papers)))));
        assertThat(electing(Collections.nCopies(20, one.voted(ofPapers(papers)))))
                .contains("seat-paper");
    }

    private static Resolution ofPapers(Motion.Document... papers) {
        return Bodies.resolution(Matter.COMMITTEE_ELECTION, papers);
    }

    @Test
    void electsNobodyWhomTheSamePaperRecalls() {
        SeatPaper both =
                new SeatPaper(
                        COMMUNITY,
                        TERM,
                        new TreeSet<>(SLATE.seated()),
                        SLATE.following(),
                        new TreeSet<>(Set.of(person(20))));

        assertThat(electing(List.of(voted(both)))).containsExactly("seat-paper");
    }

    private static List<SeatPaper.Vote> oneByOne() {
        List<SeatPaper.Vote> votes = new ArrayList<>();
        for (PersonId seated : SLATE.seated()) {
            votes.add(voted(SeatPaper.electing(COMMUNITY, TERM, Set.of(seated), List.of())));
        }
        for (PersonId alternate : SLATE.following()) {
            votes.add(voted(SeatPaper.electing(COMMUNITY, TERM, Set.of(), List.of(alternate))));
        }
        return votes;
    }

    private static Set<String> electing(List<SeatPaper.Vote> votes) {
        return refusedBy(new Founding(COMMUNITY, LARGE, NATIONAL).elect(votes, SLATE, TERM, AT));
    }

    @ParameterizedTest(name = "adopted {0} days after the first of the term, recorded {1} after")
    @CsvSource({"-30,0,", "0,0,", "1,1,date-order", "-1,-2,date-order", "-1,-1,"})
    void isVotedOnBeforeTheTermAndBeforeTheRecord(int adopted, int recorded, String broken) {
        SeatPaper paper = Bodies.paper(SLATE, TERM);
        LocalDate on = START.plusDays(adopted);

        assertThat(
                        refusedBy(
                                new Founding(COMMUNITY, LARGE, NATIONAL)
                                        .elect(
                                                List.of(voted(paper, on)),
                                                SLATE,
                                                TERM,
                                                at(START.plusDays(recorded)))))
                .isEqualTo(words(broken));
    }

    @Test
    void replacesAMemberByOnePaper() {
        Committee committee = Bodies.elected(NATIONAL, 7);
        LocalDate day = START.plusMonths(1);
        SeatPaper paper =
                new SeatPaper(
                        COMMUNITY,
                        TERM,
                        new TreeSet<>(Set.of(person(20))),
                        List.of(),
                        new TreeSet<>(Set.of(person(7))));
        SeatPaper.Vote vote = voted(paper, day);
        Committee recalled =
                Bodies.after(
                        committee,
                        committee.acting(NATIONAL).recall(person(7), vote, day, at(day)));
        Committee replaced =
                Bodies.after(
                        recalled,
                        recalled.acting(NATIONAL).seatElected(owner(20), vote, day, at(day)));

        assertThat(replaced.member(person(7))).isEmpty();
        assertThat(replaced.member(person(20))).isPresent();
        assertThat(refusedBy(recalled.acting(NATIONAL).seatElected(owner(21), vote, day, at(day))))
                .containsExactly("seat-paper");
    }
}
