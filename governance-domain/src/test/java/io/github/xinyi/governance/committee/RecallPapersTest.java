package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.COMMUNITY;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.TERM;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.ownAffairs;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.CommitteeEvent.OwnersArea;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.identity.PersonId;
import io.github.xinyi.governance.measure.FloorArea;
import io.github.xinyi.governance.region.Profiles;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Language;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.ruling.RuleTexts;
import io.github.xinyi.governance.ruling.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers that propose a recall: none that came in is lost, and each is judged by the duties. */
class RecallPapersTest {

    private static final CommitteeClauses NATIONAL =
            CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);
    private static final CommitteeClauses BEIJING = NATIONAL.under(Profiles.of("BEIJING"));
    private static final PersonId TARGET = person(7);
    private static final LocalDate DAY = START.plusMonths(6);
    private static final LocalDate VOTED = DAY.plusDays(30);
    private static final LocalDate LATER = DAY.plusDays(60);
    private static final Proposal THREE = new Proposal(persons(3), 0, 500);
    private static final Proposal TWO = new Proposal(persons(2), 0, 500);

    @Test
    void keepsAPaperOfWhoIsNoMemberAndCountsOnlyMembers() {
        Proposal withAStranger = new Proposal(Set.of(person(1), person(2), person(9)), 0, 500);
        Committee kept = received(elected(NATIONAL, 7), withAStranger, DAY);

        assertThat(papers(kept, DAY))
                .extracting(f -> f.evidence().get("members"), Finding::verdict)
                .containsExactly(tuple("2", Verdict.NOT_APPLICABLE));
        assertThat(papers(received(elected(NATIONAL, 7), THREE, DAY), DAY))
                .extracting(f -> f.evidence().get("members"), Finding::verdict)
                .containsExactly(tuple("3", Verdict.PENDING));
    }

    @Test
    void countsNoProposerWhoHasLeft() {
        Committee kept = received(elected(NATIONAL, 7), THREE, DAY);
        Committee one = left(left(kept, person(2), LATER), person(3), LATER);

        assertThat(papers(one, LATER))
                .extracting(f -> f.evidence().get("members"), Finding::verdict)
                .containsExactly(tuple("1", Verdict.NOT_APPLICABLE));
    }

    @Test
    void countsNoProposerWhoWasSeatedAfterThePaperCameIn() {
        Proposal withALaterOne = new Proposal(Set.of(person(1), person(2), person(8)), 0, 500);
        Committee kept = received(left(elected(NATIONAL, 7), person(6), DAY), withALaterOne, LATER);
        Committee before = seated(kept, 8, LATER.plusDays(1));
        Committee onTheDay = seated(kept, 8, LATER);

        assertThat(papers(before, LATER.plusDays(1)))
                .extracting(f -> f.evidence().get("members"), Finding::verdict)
                .containsExactly(tuple("2", Verdict.NOT_APPLICABLE));
        assertThat(papers(onTheDay, LATER))
                .extracting(f -> f.evidence().get("members"))
                .containsExactly("3");
    }

    @Test
    void countsNoProposerWhoIsSuspendedButKeepsThePaper() {
        Committee body = elected(BEIJING, 7);
        MeetingId session = MeetingId.of("S1");
        LocalDate held = DAY.minusDays(10);
        LocalDate told = held.minusDays(5);
        Call call = new Call(session, persons(6), List.of(ownAffairs()), told, held);
        body = after(body, body.acting(BEIJING).call(call, List.of(), at(told)));
        body = after(body, body.acting(BEIJING).hold(session, persons(6), Set.of(), at(held)));
        Committee suspended = after(body, body.acting(BEIJING).suspend(TARGET, DAY, at(DAY)));
        Proposal proposal = new Proposal(Set.of(person(1), person(2), TARGET), 0, 500);

        Committee kept =
                after(
                        suspended,
                        suspended.acting(BEIJING).receiveRecall(person(6), proposal, DAY, at(DAY)));

        assertThat(papers(kept, DAY, BEIJING))
                .extracting(f -> f.evidence().get("members"), Finding::verdict)
                .containsExactly(tuple("2", Verdict.NOT_APPLICABLE));
    }

    /** The member leaves on the day: the day before is the last as a member. */
    @ParameterizedTest(name = "came in {0} days after the member left: {1}")
    @CsvSource({"-1,", "0, member", "1, member"})
    void keepsAPaperThatCameInBeforeTheMemberLeft(int days, @Nullable String broken) {
        Committee gone = left(elected(NATIONAL, 7), TARGET, DAY);
        Outcome<CommitteeEvent> outcome = receive(gone, THREE, DAY.plusDays(days), LATER);

        assertThat(refusedBy(outcome)).isEqualTo(Bodies.words(broken));
        if (broken == null) {
            assertThat(papers(after(gone, outcome), LATER)).isEmpty();
        }
    }

    /** Who comes back is not asked for what came in before the seat was left. */
    @Test
    void aPaperFromBeforeTheMemberLeftIsSettledAfterTheReturnToo() {
        Committee gone = left(received(elected(NATIONAL, 7), THREE, DAY), TARGET, DAY.plusDays(1));
        Committee back = seated(gone, 7, LATER);

        assertThat(papers(back, LATER)).isEmpty();
        assertThat(papers(received(back, TWO, LATER), LATER)).hasSize(1);
    }

    /** Settled by the vote first and by the leaving last, or only by the later of them. */
    @Test
    void theLastThatSettlesPapersCounts() {
        Committee decided = rejected(proposed(elected(NATIONAL, 7), DAY));
        Committee between = received(decided, THREE, VOTED.plusDays(1));
        Committee gone = left(between, TARGET, VOTED.plusDays(2));

        assertThat(papers(between, VOTED.plusDays(1))).hasSize(1);
        assertThat(papers(seated(gone, 7, LATER), LATER)).isEmpty();
    }

    /** The term begins on 2024-03-01. */
    @ParameterizedTest(name = "came in {0} days after the seat was taken: {1}")
    @CsvSource({"-1, member", "0,", "1,"})
    void keepsNoPaperFromBeforeTheSeat(int days, @Nullable String broken) {
        assertThat(refusedBy(receive(elected(NATIONAL, 7), THREE, START.plusDays(days), LATER)))
                .isEqualTo(Bodies.words(broken));
    }

    @Test
    void keepsNoPaperBehindWhichNobodyStands() {
        assertThat(
                        refusedBy(
                                receive(
                                        elected(NATIONAL, 7),
                                        new Proposal(Set.of(), 0, 500),
                                        DAY,
                                        DAY)))
                .containsExactly("recall-named");
        assertThat(
                        refusedBy(
                                receive(
                                        elected(NATIONAL, 7),
                                        new Proposal(Set.of(), 1, 500),
                                        DAY,
                                        DAY)))
                .isEmpty();
        assertThat(
                        refusedBy(
                                receive(
                                        elected(NATIONAL, 7),
                                        new Proposal(persons(1), 0, 500),
                                        DAY,
                                        DAY)))
                .isEmpty();
    }

    @Test
    void keepsTheSamePaperOnce() {
        Committee kept = received(elected(NATIONAL, 7), byOwners("11999.99"), DAY);

        assertThat(refusedBy(receive(kept, byOwners("11999.99"), DAY, LATER)))
                .containsExactly("recall-kept");
        assertThat(refusedBy(receive(kept, byOwners("11999.98"), DAY, LATER))).isEmpty();
        assertThat(refusedBy(receive(kept, byOwners("11999.99"), DAY.plusDays(1), LATER)))
                .isEmpty();
        assertThat(refusedBy(receive(kept, new Proposal(Set.of(), 101, 500), DAY, LATER)))
                .isEmpty();
        assertThat(
                        refusedBy(
                                kept.acting(NATIONAL)
                                        .receiveRecall(
                                                person(6), byOwners("11999.99"), DAY, at(LATER))))
                .isEmpty();
    }

    @Test
    void keepsSoManyPapersOnOnePersonAndNoMore() {
        Committee body = elected(NATIONAL, 7);
        for (int owners = 1; owners < Committee.MAX_RECALL_PAPERS; owners++) {
            body = received(body, new Proposal(Set.of(), owners, 500), DAY);
        }
        Outcome<CommitteeEvent> last = receive(body, THREE, DAY, DAY);
        Committee full = after(body, last);

        assertThat(last.isAccepted()).isTrue();
        assertThat(refusedBy(receive(full, TWO, DAY, DAY))).containsExactly("recall-papers");
        assertThat(refusedBy(full.acting(NATIONAL).receiveRecall(person(6), TWO, DAY, at(DAY))))
                .isEmpty();
    }

    /** What makes a paper undetermined is told beside it, by Guidance Rules art. 44. */
    @Test
    void tellsTheFiguresThatMakeAPaperUndetermined() {
        Committee kept = received(elected(NATIONAL, 7), byOwners("11999.99"), DAY);

        assertThat(papers(kept, DAY))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.UNDETERMINED);
        assertThat(of(kept, CommitteeRule.FIGURES_STATED))
                .singleElement()
                .satisfies(f -> assertThat(f.evidence()).containsEntry("part", "100"));
        assertThat(of(kept, CommitteeRule.RECALL_AREA))
                .singleElement()
                .satisfies(f -> assertThat(f.evidence()).containsEntry("part", "11999.99"));
        assertThat(of(received(elected(NATIONAL, 7), THREE, DAY), CommitteeRule.FIGURES_STATED))
                .isEmpty();
        assertThat(of(kept, CommitteeRule.RECALL_PROPOSED)).isEmpty();
    }

    @Test
    void aPaperThatComesInWhileARecallIsOpenIsPartOfIt() {
        Committee proposed = proposed(elected(NATIONAL, 7), DAY);
        Committee kept = received(proposed, THREE, DAY.plusDays(1));

        assertThat(papers(kept, DAY.plusDays(1)))
                .extracting(f -> f.evidence().get("effect"), Finding::verdict)
                .containsExactly(tuple("PART", Verdict.NOT_APPLICABLE));
        assertThat(papers(received(proposed, THREE, DAY), DAY.minusDays(1))).isEmpty();
    }

    /** What was proposed and decided after the day that is asked about is not yet so. */
    @Test
    void asksWhetherARecallIsOpenOnTheDayInQuestion() {
        Committee proposedLater = proposed(received(elected(NATIONAL, 7), THREE, DAY), LATER);
        Committee decidedLater =
                rejected(received(proposed(elected(NATIONAL, 7), DAY), TWO, DAY.plusDays(1)));

        assertThat(papers(proposedLater, LATER.minusDays(1)))
                .extracting(f -> f.evidence().get("effect"))
                .containsExactly("DUE");
        assertThat(papers(proposedLater, LATER))
                .extracting(f -> f.evidence().get("effect"))
                .containsExactly("PART");
        assertThat(papers(decidedLater, VOTED.minusDays(1)))
                .extracting(f -> f.evidence().get("effect"))
                .containsExactly("PART");
        assertThat(papers(decidedLater, VOTED)).isEmpty();
    }

    /** The owners vote on the day: what came in by then they have decided on. */
    @ParameterizedTest(name = "came in {0} days after the vote: {1}")
    @CsvSource({"-1, ''", "0, ''", "1, PENDING"})
    void aDecisionOfTheOwnersSettlesThePapersThatCameInByThen(int days, String verdicts) {
        Committee rejected = rejected(proposed(elected(NATIONAL, 7), DAY));
        LocalDate in = VOTED.plusDays(days);
        Committee kept = after(rejected, receive(rejected, THREE, in, LATER));

        assertThat(papers(kept, LATER).stream().map(f -> f.verdict().name()).toList())
                .isEqualTo(verdicts.isEmpty() ? List.of() : List.of(verdicts));
    }

    @Test
    void tellsInWordsWhatFollowsFromEachPaper() {
        Committee body = elected(NATIONAL, 7);

        assertThat(sentence(received(body, THREE, DAY), Language.EN))
                .contains("it is to be put before the owners, and nothing follows until then");
        assertThat(sentence(received(body, TWO, DAY), Language.EN))
                .contains("they are too few, and nothing follows from it")
                .doesNotContain("until");
        assertThat(sentence(received(body, byOwners("11999.99"), DAY), Language.EN))
                .contains("does not tell whether they are enough");
        assertThat(sentence(received(proposed(body, DAY), TWO, DAY), Language.EN))
                .contains("part of the recall that is before the owners");
        assertThat(sentence(received(body, TWO, DAY), Language.ZH_CN)).contains("未达到比例，不发生效力");
    }

    private static Proposal byOwners(String area) {
        OwnersArea stated = new OwnersArea(FloorArea.parse(area), FloorArea.parse("60000"));
        return new Proposal(Set.of(), 100, 500, List.of(stated));
    }

    private static Outcome<CommitteeEvent> receive(
            Committee body, Proposal proposal, LocalDate on, LocalDate recorded) {
        return body.acting(NATIONAL).receiveRecall(TARGET, proposal, on, at(recorded));
    }

    private static Committee received(Committee body, Proposal proposal, LocalDate on) {
        return after(body, receive(body, proposal, on, on));
    }

    private static Committee proposed(Committee body, LocalDate on) {
        return after(body, body.acting(NATIONAL).proposeRecall(TARGET, THREE, at(on)));
    }

    /** The owners vote on the recall, and keep the member. */
    private static Committee rejected(Committee body) {
        SeatPaper paper = SeatPaper.recalling(COMMUNITY, TERM, Set.of(TARGET));
        return after(
                body,
                body.acting(NATIONAL)
                        .recordRejection(
                                TARGET,
                                paper,
                                Bodies.vote(VOTED, Choice.AGAINST, paper.document()),
                                at(VOTED)));
    }

    private static Committee seated(Committee body, int number, LocalDate on) {
        return after(
                body,
                body.acting(NATIONAL)
                        .seatElected(Bodies.owner(number), Bodies.seating(on, number), on, at(on)));
    }

    private static Committee left(Committee body, PersonId person, LocalDate on) {
        return after(body, body.acting(NATIONAL).leave(person, Departure.RESIGNED, on, at(on)));
    }

    private static String sentence(Committee body, Language language) {
        return RuleTexts.governance(language).render(papers(body, DAY).get(0));
    }

    private static List<Finding> of(Committee body, CommitteeRule rule) {
        return body.duties(NATIONAL, DAY).findings().stream()
                .filter(finding -> finding.rule().equals(rule.code()))
                .toList();
    }

    private static List<Finding> papers(Committee body, LocalDate day) {
        return papers(body, day, NATIONAL);
    }

    private static List<Finding> papers(Committee body, LocalDate day, CommitteeClauses clauses) {
        return body.duties(clauses, day).findings().stream()
                .filter(finding -> finding.rule().equals(CommitteeRule.RECALL_RECEIVED.code()))
                .toList();
    }
}
