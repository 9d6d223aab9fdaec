package io.github.xinyi.governance.committee;

import static io.github.xinyi.governance.committee.Bodies.AT;
import static io.github.xinyi.governance.committee.Bodies.CALLED_AT;
import static io.github.xinyi.governance.committee.Bodies.HELD_AT;
import static io.github.xinyi.governance.committee.Bodies.ITEM;
import static io.github.xinyi.governance.committee.Bodies.SESSION;
import static io.github.xinyi.governance.committee.Bodies.START;
import static io.github.xinyi.governance.committee.Bodies.after;
import static io.github.xinyi.governance.committee.Bodies.at;
import static io.github.xinyi.governance.committee.Bodies.elected;
import static io.github.xinyi.governance.committee.Bodies.formed;
import static io.github.xinyi.governance.committee.Bodies.held;
import static io.github.xinyi.governance.committee.Bodies.leaving;
import static io.github.xinyi.governance.committee.Bodies.owner;
import static io.github.xinyi.governance.committee.Bodies.owners;
import static io.github.xinyi.governance.committee.Bodies.person;
import static io.github.xinyi.governance.committee.Bodies.persons;
import static io.github.xinyi.governance.committee.Bodies.refusal;
import static io.github.xinyi.governance.committee.Bodies.refusedBy;
import static io.github.xinyi.governance.committee.Bodies.resolution;
import static io.github.xinyi.governance.committee.Bodies.sent;
import static io.github.xinyi.governance.committee.Bodies.value;
import static io.github.xinyi.governance.committee.Bodies.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xinyi.governance.ballot.Choice;
import io.github.xinyi.governance.committee.Acting.Call;
import io.github.xinyi.governance.committee.Acting.Proposal;
import io.github.xinyi.governance.committee.CommitteeEvent.Annuller;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeElected;
import io.github.xinyi.governance.committee.CommitteeEvent.CommitteeFiled;
import io.github.xinyi.governance.committee.CommitteeEvent.MemberLeft;
import io.github.xinyi.governance.committee.Founding.Slate;
import io.github.xinyi.governance.committee.Option.Bar;
import io.github.xinyi.governance.committee.Option.Departure;
import io.github.xinyi.governance.committee.Option.FilingOffice;
import io.github.xinyi.governance.committee.Option.Side;
import io.github.xinyi.governance.identity.CommunityId;
import io.github.xinyi.governance.identity.MeetingId;
import io.github.xinyi.governance.law.Citation;
import io.github.xinyi.governance.law.EffectivePeriod;
import io.github.xinyi.governance.records.GovernanceEvents;
import io.github.xinyi.governance.ruling.Finding;
import io.github.xinyi.governance.ruling.Outcome;
import io.github.xinyi.governance.voting.Matter;
import io.github.xinyi.governance.voting.Motion;
import io.github.xinyi.governance.voting.MotionResult;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {

    private static final CommitteeClauses BEIJING = LocalLaw.beijing();
    private static final CommitteeClauses HANGZHOU = LocalLaw.hangzhou();
    private static final LocalDate DAY = START.plusMonths(2);

    @ParameterizedTest(name = "Guidance Rules art. 43, Beijing art. 46, Hangzhou art. 32: {0}")
    @CsvSource({
        "NO_LONGER_OWNER,,,",
        "RESIGNED,,,",
        "CAPACITY_LOST,,departure,",
        "LIBERTY_RESTRICTED,,departure,",
        "CANNOT_SERVE,departure,,departure",
        "CRIMINAL_LIABILITY,departure,departure,",
        "REPLACED,departure,departure,departure",
        "RECALLED,recall-adopted,recall-adopted,recall-adopted"
    })
    void endsAMembershipOnTheGroundsThatTheLawKnows(
            Departure departure, String national, String beijing, String hangzhou) {
        CommitteeClauses clauses = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);

        assertThat(leave(departure, clauses)).isEqualTo(words(national));
        assertThat(leave(departure, BEIJING)).isEqualTo(words(beijing));
        assertThat(leave(departure, HANGZHOU)).isEqualTo(words(hangzhou));
    }

    private static Set<String> leave(Departure departure, CommitteeClauses clauses) {
        return refusedBy(
                elected(clauses, 7).acting(clauses).leave(person(1), departure, DAY, at(DAY)));
    }

    @Test
    void recallsOnlyByResolutionOfTheOwnersUnderCivilCode278() {
        Committee committee = elected(BEIJING, 7);
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, persons(1));
        Motion.Document document = paper.document();

        assertThat(recalling(committee, 1, paper.voted(resolution(Matter.REBUILDING, document))))
                .containsExactly("recall-adopted");
        assertThat(recalling(committee, 1, paper.voted(resolution(Matter.COMMITTEE_ELECTION))))
                .as("an election on something else")
                .containsExactly("seat-paper");
        assertThat(recalling(committee, 1, Bodies.recalling(START, 1))).isEmpty();
        assertThat(recalling(committee, 2, Bodies.recalling(START, 1)))
                .as("a member whom the paper does not name")
                .containsExactly("seat-paper");
        assertThat(recalling(committee, 9, Bodies.recalling(START, 9))).containsExactly("member");
    }

    private static Set<String> recalling(Committee committee, int number, SeatPaper.Vote vote) {
        return refusedBy(committee.acting(BEIJING).recall(person(number), vote, DAY, at(DAY)));
    }

    @Test
    void suspendsNobodyWhoIsNoMember() {
        Committee committee = elected(BEIJING, 7);

        assertThat(refusedBy(committee.acting(BEIJING).suspend(person(9), DAY, at(DAY))))
                .contains("member");
        assertThat(refusedBy(committee.acting(BEIJING).suspend(person(1), DAY, at(DAY))))
                .doesNotContain("member");
    }

    @Test
    void takesNoMandateOfAnotherTermOrCommunityOrOfABodyThatWasVotedIn() {
        Committee committee = elected(BEIJING, 7);
        EffectivePeriod other = new EffectivePeriod(START, START.plusYears(4));
        SeatPaper ofOtherTerm = SeatPaper.recalling(Bodies.COMMUNITY, other, persons(1));
        SeatPaper elsewhere =
                SeatPaper.recalling(CommunityId.of("elsewhere"), Bodies.TERM, persons(1));
        SeatPaper.Vote election = Bodies.voted(Bodies.paper(Bodies.slate(7), Bodies.TERM));

        assertThat(recalling(committee, 1, Bodies.voted(ofOtherTerm, START)))
                .containsExactly("seat-paper");
        assertThat(recalling(committee, 1, Bodies.voted(elsewhere, START)))
                .containsExactly("seat-paper");
        assertThat(recalling(committee, 1, election))
                .as("the election itself recalls nobody, and is used up")
                .containsExactlyInAnyOrder("mandate-unused", "seat-paper");
    }

    @ParameterizedTest(name = "adopted {0} days after the first of the term")
    @CsvSource({"-1,date-order", "0,", "1,", "60,", "61,", "62,date-order"})
    void takesAResolutionOfTheTermAdoptedBeforeItsEffect(int days, String broken) {
        assertThat(DAY).isEqualTo(START.plusDays(61));
        assertThat(recalling(elected(BEIJING, 7), 1, Bodies.recalling(START.plusDays(days), 1)))
                .isEqualTo(words(broken));
    }

    @Test
    void usesAResolutionForAPersonOnce() {
        Committee six = leaving(elected(BEIJING, 7), BEIJING, 7);
        SeatPaper.Vote vote = Bodies.seating(DAY, 20);
        Committee seven =
                after(six, six.acting(BEIJING).seatElected(owner(20), vote, DAY, at(DAY)));
        Committee left =
                after(
                        seven,
                        seven.acting(BEIJING).leave(person(20), Departure.RESIGNED, DAY, at(DAY)));

        assertThat(refusedBy(left.acting(BEIJING).seatElected(owner(20), vote, DAY, at(DAY))))
                .containsExactly("mandate-unused");
        assertThat(
                        refusedBy(
                                left.acting(BEIJING)
                                        .seatElected(
                                                owner(20),
                                                Bodies.seating(DAY.minusDays(1), 20),
                                                DAY,
                                                at(DAY))))
                .isEmpty();
    }

    @Test
    void takesNoResolutionThatWasAnnulledUnderCivilCode280() {
        SeatPaper.Vote vote = Bodies.recalling(START, 1);
        Committee committee = elected(BEIJING, 7);
        Committee annulled =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .annul(
                                        AdoptedMotion.of(vote.resolution()).decision(),
                                        Annuller.COURT,
                                        START.plusDays(9),
                                        at(START.plusDays(9))));

        assertThat(recalling(annulled, 1, vote)).contains("resolution-stands");
    }

    @Test
    void losesItsOfficeWhenItsElectionIsAnnulled() {
        Committee committee = elected(BEIJING, 7);
        SeatMandate mandate =
                ((CommitteeElected) value(Bodies.elect(BEIJING, Bodies.slate(7))))
                        .mandates()
                        .get(0);
        Committee annulled =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .annul(mandate.adopted().decision(), Annuller.COURT, DAY, at(DAY)));

        assertThat(annulled.isInOffice(DAY.minusDays(1))).isTrue();
        assertThat(annulled.isInOffice(DAY)).isFalse();
        assertThat(
                        refusedBy(
                                annulled.acting(BEIJING)
                                        .annul(
                                                mandate.adopted().decision(),
                                                Annuller.STREET_OFFICE,
                                                DAY,
                                                at(DAY))))
                .as("nothing is annulled twice")
                .containsExactly("resolution-stands");
    }

    @ParameterizedTest(name = "Guidance Rules art. 44, Hangzhou art. 31: {0} of 7, {1} of 500")
    @CsvSource({
        "2,0,recall-proposed",
        "3,0,",
        "4,0,",
        "0,99,recall-proposed",
        "0,100,",
        "0,101,",
        "0,500,"
    })
    void proposesARecallByAThirdOfTheMembersOrAFifthOfTheOwners(
            int members, int owners, String broken) {
        Proposal proposal = new Proposal(persons(members), owners, 500);

        assertThat(
                        refusedBy(
                                elected(HANGZHOU, 7)
                                        .acting(HANGZHOU)
                                        .proposeRecall(person(7), proposal, HELD_AT)))
                .isEqualTo(words(broken));
    }

    @ParameterizedTest(name = "Guidance Rules art. 44: {0} of 9 members")
    @CsvSource({"2,recall-proposed", "3,", "4,"})
    void proposesARecallByAThirdOfNineMembers(int members, String broken) {
        CommitteeClauses national = CommitteeClauses.national(GoverningBody.Kind.OWNERS_COMMITTEE);

        assertThat(
                        refusedBy(
                                elected(national, 9)
                                        .acting(national)
                                        .proposeRecall(
                                                person(9),
                                                new Proposal(persons(members), 0, 500),
                                                HELD_AT)))
                .isEqualTo(words(broken));
    }

    @Test
    void aProposalOfTooFewIsToldWithBothFiguresAndTheClausesOfBothWays() {
        Proposal proposal = new Proposal(persons(2), 99, 500);

        Finding tooFew =
                refusal(
                        elected(HANGZHOU, 7)
                                .acting(HANGZHOU)
                                .proposeRecall(person(7), proposal, HELD_AT),
                        CommitteeRule.RECALL_PROPOSED);

        assertThat(tooFew.basis())
                .extracting(Citation::toString)
                .containsExactly("GR art. 44", "HZ art. 31");
        assertThat(tooFew.evidence())
                .containsEntry("members", "2")
                .containsEntry("owners", "99")
                .containsEntry("all", "500");
    }

    @Test
    void aReasonForLeavingThatTheLawDoesNotKnowIsToldAndNotTaken() {
        Finding unknown =
                refusal(
                        elected(BEIJING, 7)
                                .acting(BEIJING)
                                .leave(person(1), Departure.CAPACITY_LOST, DAY, at(DAY)),
                        CommitteeRule.DEPARTURE);

        assertThat(unknown.basis()).as("no clause of Beijing names it").isEmpty();
        assertThat(unknown.evidence()).containsEntry("option", "CAPACITY_LOST");
    }

    @Test
    void refusesAProposalOfMoreOwnersThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proposal(Set.of(), 501, 500));
        assertThat(new Proposal(Set.of(), 500, 500).owners()).isEqualTo(500);
    }

    @ParameterizedTest(name = "Beijing art. 46: {1} of {0} sessions missed")
    @CsvSource({"4,1,absence", "4,2,", "4,3,", "5,2,absence", "5,3,", "1,0,absence"})
    void suspendsWhoMissedHalfOfTheSessionsOfAYear(int sessions, int missed, String broken) {
        Committee committee = withSessions(sessions, missed);

        assertThat(
                        refusedBy(
                                committee
                                        .acting(BEIJING)
                                        .suspend(
                                                person(7),
                                                START.plusMonths(11),
                                                at(START.plusMonths(11)))))
                .isEqualTo(words(broken));
    }

    @Test
    void countsOnlySessionsOfTheYearBefore() {
        Committee committee = withSessions(2, 2);
        LocalDate first = START.plusMonths(1);

        assertThat(suspending(committee, first.plusYears(1))).isEmpty();
        assertThat(suspending(committee, START.plusMonths(2).plusYears(1).plusDays(1)))
                .containsExactly("absence");
        assertThat(
                        refusedBy(
                                elected(HANGZHOU, 7)
                                        .acting(HANGZHOU)
                                        .suspend(person(7), DAY, at(DAY))))
                .as("no such share in Hangzhou")
                .containsExactly("absence");
    }

    @Test
    void suspendsNobodyTwice() {
        Committee committee = withSessions(2, 2);
        Committee suspended =
                after(committee, committee.acting(BEIJING).suspend(person(7), DAY, at(DAY)));

        assertThat(suspending(suspended, DAY)).containsExactly("not-suspended");
    }

    @ParameterizedTest(name = "{0}, closed {1} days after the suspension, lifted {2} after")
    @CsvSource({
        "AGAINST,1,1,",
        "AGAINST,0,0,",
        "AGAINST,-1,0,recall-rejected",
        "AGAINST,1,0,date-order",
        "AGAINST,1,2,date-order",
        "ABSTAIN,1,1,",
        "FOR,1,1,recall-rejected"
    })
    void letsAMemberActAgainWhenTheOwnersRejectTheRecall(
            Choice answer, int closed, int lifted, String broken) {
        Committee suspended = suspended();
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(7)));
        MotionResult result = Bodies.vote(DAY.plusDays(closed), answer, paper.document());
        LocalDate recorded = DAY.plusDays(Math.max(closed, 0));

        Outcome<CommitteeEvent> outcome =
                suspended
                        .acting(BEIJING)
                        .liftSuspension(
                                person(7), paper, result, DAY.plusDays(lifted), at(recorded));

        assertThat(refusedBy(outcome)).isEqualTo(words(broken));
        if (broken == null) {
            Committee acting = after(suspended, outcome);
            assertThat(acting.isSuspended(person(7))).isFalse();
            assertThat(
                            GovernanceEvents.codec()
                                    .decode(GovernanceEvents.codec().encode(value(outcome))))
                    .isEqualTo(Outcome.accepted(value(outcome)));
            assertThat(
                            refusedBy(
                                    acting.acting(BEIJING)
                                            .liftSuspension(
                                                    person(7),
                                                    paper,
                                                    result,
                                                    recorded,
                                                    at(recorded))))
                    .as("nobody is let act again twice")
                    .containsExactly("mandate-unused", "recall-rejected", "suspended");
        }
    }

    private static Committee suspended() {
        Committee committee = withSessions(2, 2);
        return after(committee, committee.acting(BEIJING).suspend(person(7), DAY, at(DAY)));
    }

    @Test
    void leavesAMemberSuspendedWhileTheOwnersHaveNotDecided() {
        Committee suspended = suspended();
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(7)));
        SeatPaper other = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(6)));
        LocalDate day = DAY.plusDays(5);

        assertThat(lifting(suspended, 7, paper, Bodies.vote(day, null, paper.document())))
                .as("no quorum")
                .containsExactly("recall-rejected");
        assertThat(
                        lifting(
                                suspended,
                                7,
                                paper,
                                Bodies.voteSoFar(day, Choice.AGAINST, paper.document())))
                .as("the voting was still open")
                .containsExactly("recall-rejected");
        assertThat(lifting(suspended, 7, paper, Bodies.vote(day, Choice.AGAINST)))
                .as("a vote on something else")
                .containsExactly("seat-paper");
        assertThat(lifting(suspended, 7, other, Bodies.vote(day, Choice.AGAINST, other.document())))
                .as("the recall of somebody else")
                .containsExactly("seat-paper");
        assertThat(lifting(suspended, 6, other, Bodies.vote(day, Choice.AGAINST, other.document())))
                .as("somebody who is not suspended")
                .containsExactly("recall-rejected", "suspended");
        assertThat(suspended.isSuspended(person(7))).isTrue();
    }

    private static Set<String> lifting(
            Committee body, int number, SeatPaper paper, MotionResult result) {
        LocalDate day = DAY.plusDays(5);
        return refusedBy(
                body.acting(BEIJING).liftSuspension(person(number), paper, result, day, at(day)));
    }

    /** The defect: the absences on which the owners had voted suspended a second time. */
    @Test
    void countsNoAbsenceAgainOnWhichTheOwnersHaveVoted() {
        Committee suspended = suspended();
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(7)));
        LocalDate day = DAY.plusDays(5);
        Committee acting =
                after(
                        suspended,
                        suspended
                                .acting(BEIJING)
                                .liftSuspension(
                                        person(7),
                                        paper,
                                        Bodies.vote(day, Choice.AGAINST, paper.document()),
                                        day,
                                        at(day)));

        assertThat(suspending(acting, day)).containsExactly("absence");
        assertThat(suspending(acting, day.plusDays(30))).containsExactly("absence");
    }

    private static Set<String> suspending(Committee committee, LocalDate day) {
        return refusedBy(committee.acting(BEIJING).suspend(person(7), day, at(day)));
    }

    /** One session a month from the second month on; number 7 misses the first ones. */
    private static Committee withSessions(int sessions, int missed) {
        Committee committee = elected(BEIJING, 7);
        for (int month = 1; month <= sessions; month++) {
            MeetingId session = MeetingId.of("S" + month);
            LocalDate day = START.plusMonths(month);
            Call call =
                    new Call(
                            session,
                            persons(6),
                            List.of(Bodies.ownAffairs()),
                            day.minusDays(5),
                            day);
            committee =
                    after(
                            committee,
                            committee.acting(BEIJING).call(call, List.of(), at(day.minusDays(5))));
            committee =
                    after(
                            committee,
                            committee
                                    .acting(BEIJING)
                                    .hold(
                                            session,
                                            persons(month > missed ? 7 : 6),
                                            Set.of(),
                                            at(day)));
        }
        return committee;
    }

    @Test
    void letsASuspendedMemberNeitherCallNorAttend() {
        Committee committee = withSessions(2, 2);
        Committee suspended =
                after(committee, committee.acting(BEIJING).suspend(person(7), DAY, at(DAY)));
        Committee called =
                after(suspended, suspended.acting(BEIJING).call(byOthers(), List.of(), CALLED_AT));

        assertThat(suspended.isSuspended(person(7))).isTrue();
        assertThat(
                        refusedBy(
                                suspended
                                        .acting(BEIJING)
                                        .call(
                                                Bodies.call(persons(7), Bodies.ownAffairs()),
                                                List.of(),
                                                CALLED_AT)))
                .containsExactly("member");
        assertThat(refusedBy(called.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT)))
                .containsExactly("member");
    }

    private static Call byOthers() {
        return Bodies.call(persons(6), Bodies.ownAffairs());
    }

    @Test
    void takesNoSignatureOfAMemberSuspendedAfterTheSession() {
        Committee committee = withSessions(2, 2);
        Committee held =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .call(
                                        Bodies.call(persons(7), Bodies.ownAffairs()),
                                        List.of(),
                                        CALLED_AT));
        held = after(held, held.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT));
        Committee suspended =
                after(
                        held,
                        held.acting(BEIJING)
                                .suspend(
                                        person(7),
                                        Bodies.SESSION_DAY.plusDays(1),
                                        at(Bodies.SESSION_DAY.plusDays(1))));

        assertThat(
                        refusedBy(
                                suspended
                                        .acting(BEIJING)
                                        .adopt(
                                                SESSION,
                                                ITEM,
                                                Set.of(person(7), person(1), person(2), person(3)),
                                                at(Bodies.SESSION_DAY.plusDays(1)))))
                .containsExactly("approvers-attended");
    }

    @Test
    void fillsAFreeSeatByTheNextAlternateOnly() {
        Committee full = withAlternates();
        Committee six = leaving(full, BEIJING, 7);
        Acting acting = six.acting(BEIJING);

        assertThat(refusedBy(full.acting(BEIJING).seatAlternate(owner(8), DAY, at(DAY))))
                .containsExactly("seat-free");
        assertThat(refusedBy(acting.seatAlternate(owner(9), DAY, at(DAY))))
                .containsExactly("alternate-order");
        assertThat(refusedBy(acting.seatAlternate(owner(8, Bar.DISHONEST_DEBTOR), DAY, at(DAY))))
                .containsExactly("eligible");
        Committee seven = after(six, acting.seatAlternate(owner(8), DAY, at(DAY)));
        assertThat(seven.alternates()).containsExactly(person(9));
        assertThat(seven.members()).hasSize(7);
        assertThat(seven.fullNumber()).isEqualTo(7);
    }

    private static Committee withAlternates() {
        return Committee.from(
                List.of(value(Bodies.elect(BEIJING, new Slate(7, owners(1, 7), owners(8, 2))))),
                BEIJING);
    }

    @ParameterizedTest(name = "Beijing art. 48, Hangzhou art. 28: {0} of 7 left")
    @CsvSource({"3,remaining,remaining", "4,,", "5,,"})
    void electsTheWholeBodyAnewBelowHalf(int left, String beijing, String hangzhou) {
        int[] leavers = IntStream.rangeClosed(left + 1, 7).toArray();

        assertThat(byElection(leaving(elected(BEIJING, 7), BEIJING, leavers), BEIJING))
                .isEqualTo(words(beijing));
        assertThat(byElection(leaving(elected(HANGZHOU, 7), HANGZHOU, leavers), HANGZHOU))
                .isEqualTo(words(hangzhou));
    }

    @Test
    void tellsExactlyHalfApartInBeijingAndHangzhou() {
        CommitteeClauses even = BEIJING.without(Option.Count.class);
        CommitteeClauses evenHangzhou = HANGZHOU.without(Option.Count.class);
        Committee beijing = elected(even, 8);
        Committee hangzhou = elected(evenHangzhou, 8);

        assertThat(byElection(leaving(beijing, even, 5, 6, 7, 8), even)).isEmpty();
        assertThat(byElection(leaving(hangzhou, evenHangzhou, 5, 6, 7, 8), evenHangzhou))
                .containsExactly("remaining");
    }

    private static Set<String> byElection(Committee committee, CommitteeClauses clauses) {
        return refusedBy(
                committee
                        .acting(clauses)
                        .seatElected(owner(20), Bodies.seating(DAY, 20), DAY, at(DAY)));
    }

    @Test
    void fillsSeatsOfAManagementCommitteeBySending() {
        CommitteeClauses clauses = LocalLaw.beijingManagement();
        Committee full = formed(clauses, 7, 4);
        Committee six =
                after(
                        full,
                        full.acting(clauses).leave(person(7), Departure.REPLACED, DAY, at(DAY)));

        assertThat(refusedBy(full.acting(clauses).seatSent(sent(9, Side.USERS), DAY, at(DAY))))
                .containsExactly("owner-seats", "seat-free");
        assertThat(refusedBy(six.acting(clauses).seatSent(sent(6, Side.USERS), DAY, at(DAY))))
                .containsExactly("one-seat-each");
        assertThat(
                        after(six, six.acting(clauses).seatSent(sent(9, Side.USERS), DAY, at(DAY)))
                                .members())
                .hasSize(7);
        assertThat(
                        refusedBy(
                                leaving(elected(BEIJING, 7), BEIJING, 7)
                                        .acting(BEIJING)
                                        .seatSent(sent(9, Side.OWNERS), DAY, at(DAY))))
                .contains("elected-by-owners");
    }

    @Test
    void takesNoHistoryThatNoCommandCouldHaveMade() {
        Committee committee = elected(BEIJING, 7);
        CommitteeEvent founding = value(Bodies.elect(BEIJING, Bodies.slate(7)));
        MemberLeft stranger =
                new MemberLeft(Bodies.COMMUNITY, person(9), Departure.RESIGNED, DAY, AT);

        assertThatIllegalArgumentException().isThrownBy(() -> Committee.from(List.of(), BEIJING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Committee.from(List.of(stranger), BEIJING));
        assertThatIllegalArgumentException().isThrownBy(() -> committee.after(stranger));
        assertThatIllegalArgumentException().isThrownBy(() -> committee.after(founding));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> held(committee, BEIJING, persons(7)).after(value(recordedTwice())));
    }

    @Test
    void replaysUnderTheLawOfTheDayOfTheRecord() {
        CommitteeClauses strict = BEIJING.with(LegalNumber.NOTICE_DAYS, 10, LocalLaw.beijing(45));
        CommitteeEvent founding = value(Bodies.elect(BEIJING, Bodies.slate(7)));
        CommitteeEvent called =
                value(
                        elected(BEIJING, 7)
                                .acting(BEIJING)
                                .call(byOthers(), List.of(), Bodies.CALLED_AT));
        List<CommitteeEvent> history = List.of(founding, called);
        LocalDate changed = Bodies.SESSION_DAY.minusDays(6);

        assertThat(Committee.from(history, day -> day.isBefore(changed) ? BEIJING : strict))
                .isEqualTo(Committee.from(history, BEIJING));
        assertThatIllegalArgumentException().isThrownBy(() -> Committee.from(history, strict));
    }

    @Test
    void replaysUnderNoLawOfTheOtherKindAndNoEventOfAnotherCommunity() {
        CommitteeEvent founding = value(Bodies.elect(BEIJING, Bodies.slate(7)));
        CommitteeFiled elsewhere =
                new CommitteeFiled(
                        CommunityId.of("elsewhere"), FilingOffice.STREET_OFFICE, DAY, at(DAY));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Committee.from(List.of(founding), LocalLaw.beijingManagement()));
        assertThatIllegalArgumentException().isThrownBy(() -> elected(BEIJING, 7).after(elsewhere));
    }

    @ParameterizedTest(name = "the new member from {0} days after the leaver is gone")
    @CsvSource({"-1,seat-free", "0,", "1,"})
    void takesASeatThatIsFreeOnTheDay(int days, String broken) {
        Committee six = leaving(withAlternates(), BEIJING, 7);

        assertThat(
                        refusedBy(
                                six.acting(BEIJING)
                                        .seatAlternate(
                                                owner(8),
                                                START.plusMonths(1).plusDays(days),
                                                at(DAY))))
                .isEqualTo(words(broken));
    }

    @Test
    void endsNoMembershipBeforeItBeganOrAfterTheRecord() {
        Committee six = leaving(withAlternates(), BEIJING, 7);
        Committee seven = after(six, six.acting(BEIJING).seatAlternate(owner(8), DAY, at(DAY)));
        Acting acting = seven.acting(BEIJING);

        assertThat(
                        refusedBy(
                                acting.leave(
                                        person(8), Departure.RESIGNED, DAY.minusDays(1), at(DAY))))
                .containsExactly("date-order");
        assertThat(refusedBy(acting.leave(person(8), Departure.RESIGNED, DAY.plusDays(1), at(DAY))))
                .containsExactly("date-order");
        assertThat(refusedBy(acting.leave(person(8), Departure.RESIGNED, DAY, at(DAY)))).isEmpty();
    }

    private static Outcome<CommitteeEvent> recordedTwice() {
        Committee called = Bodies.called(elected(BEIJING, 7), BEIJING);
        return called.acting(BEIJING).hold(SESSION, persons(7), Set.of(), HELD_AT);
    }

    @Test
    void boundsItsHistory() {
        CommitteeEvent founding = value(Bodies.elect(BEIJING, Bodies.slate(7)));
        CommitteeEvent filed =
                new CommitteeFiled(Bodies.COMMUNITY, FilingOffice.STREET_OFFICE, DAY, at(DAY));
        List<CommitteeEvent> more = Collections.nCopies(Committee.MAX_EVENTS - 1, filed);
        Committee longest =
                Committee.from(Stream.concat(Stream.of(founding), more.stream()).toList(), BEIJING);

        assertThat(longest.members()).hasSize(7);
        assertThatIllegalArgumentException().isThrownBy(() -> longest.after(filed));
    }

    @Test
    void letsNobodyActAgainWhoIsNoMember() {
        SeatPaper paper = SeatPaper.recalling(Bodies.COMMUNITY, Bodies.TERM, Set.of(person(9)));
        MotionResult result = Bodies.vote(DAY.plusDays(5), Choice.AGAINST, paper.document());

        assertThat(lifting(suspended(), 9, paper, result))
                .containsExactly("member", "recall-rejected", "suspended");
    }

    @Test
    void seatsNoAlternateAsElectedByTheVoteThatMadeAnAlternate() {
        Slate slate = new Slate(7, owners(1, 6), List.of(owner(7), owner(8)));
        SeatPaper.Vote founding = Bodies.voted(Bodies.paper(slate, Bodies.TERM));
        Committee committee =
                Committee.from(
                        List.of(
                                value(
                                        new Founding(Bodies.COMMUNITY, Bodies.LARGE, BEIJING)
                                                .elect(
                                                        List.of(founding),
                                                        slate,
                                                        Bodies.TERM,
                                                        Bodies.AT))),
                        BEIJING);
        Acting acting = committee.acting(BEIJING);

        assertThat(refusedBy(acting.seatElected(owner(7), founding, START, at(START))))
                .containsExactly("mandate-unused", "seat-paper");
        assertThat(refusedBy(acting.seatElected(owner(9), founding, START, at(START))))
                .as("of whom the vote says nothing")
                .containsExactly("seat-paper");
        assertThat(refusedBy(acting.seatAlternate(owner(7), START, at(START)))).isEmpty();
    }

    @Test
    void countsNoSessionBeforeTheMemberHadASeat() {
        Committee committee = withSessions(2, 2);
        LocalDate seated = START.plusMonths(3);
        Committee left =
                after(
                        committee,
                        committee
                                .acting(BEIJING)
                                .leave(person(7), Departure.RESIGNED, seated, at(seated)));
        Committee joined =
                after(
                        left,
                        left.acting(BEIJING)
                                .seatElected(
                                        owner(8), Bodies.seating(seated, 8), seated, at(seated)));
        EffectivePeriod year = new EffectivePeriod(START, START.plusYears(1));

        assertThat(joined.sessionsOf(person(6), year)).hasSize(2);
        assertThat(joined.sessionsOf(person(8), year)).isEmpty();
        assertThat(refusedBy(joined.acting(BEIJING).suspend(person(8), seated, at(seated))))
                .as("none of hers was missed")
                .containsExactly("absence");
    }
}
